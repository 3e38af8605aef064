"""What the mock adds: credentials, target, keys, reset, the reference page."""

import json
from typing import Any

import pytest
from openapi_spec_validator import validate
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from stub.callers import Client, caller, code, web

ROLES = {"api_key", "scoped_key", "brand_key", "revoked_key", "dashboard_jwt", "oauth_token", "expired_jwt"}
PLANS = {"demo": "pro", "other": "starter", "free": "free", "past_due": "pro"}


def test_the_credentials_list_every_role_of_every_workspace(url: str) -> None:
    answer = web.get(f"{url}/_mock/credentials").json()
    assert answer["base_url"] == url
    assert PLANS.items() <= {name: one["plan"] for name, one in answer["workspaces"].items()}.items()
    assert all(set(one["tokens"]) == ROLES for one in answer["workspaces"].values())


@pytest.mark.parametrize("workspace", list(PLANS))
@pytest.mark.parametrize("role", sorted(ROLES - {"revoked_key", "expired_jwt"}))
def test_every_listed_token_works(url: str, credentials: dict[str, Any], workspace: str, role: str) -> None:
    with caller(url, credentials[workspace]["tokens"][role]) as client:
        assert client.get("/users/me").json()["email"] == f"{workspace}@example.com"


def test_the_plan_of_a_workspace_is_the_listed_one(url: str, credentials: dict[str, Any]) -> None:
    for workspace in credentials.values():
        with caller(url, workspace["tokens"]["api_key"]) as client:
            assert client.get("/users/me").json()["plan"] == workspace["plan"]


def test_the_target_adds_what_the_suite_needs(url: str) -> None:
    target = web.get(f"{url}/_mock/target").json()
    assert target["jwks_url"] == f"{url}/_mock/jwks.json"
    assert "unknown_crit" in target["refused_tokens"]["oauth_token"]


def test_the_published_keys_are_public(url: str) -> None:
    keys = web.get(f"{url}/_mock/jwks.json").json()["keys"]
    assert [set(key) for key in keys] == [{"kty", "crv", "x", "kid", "use"}] * 2


def test_a_reset_brings_the_data_back(url: str, demo: Client) -> None:
    demo.post("/brands", json={"name": "To be forgotten"})
    assert web.post(f"{url}/_mock/reset").status_code == 204
    assert [one["name"] for one in demo.get("/brands").json()["data"]] == [
        "Default",
        "Acme Coffee",
        "Harbour Books",
    ]


def test_a_reset_keeps_the_tokens(url: str, credentials: dict[str, Any]) -> None:
    web.post(f"{url}/_mock/reset")
    with caller(url, credentials["demo"]["tokens"]["api_key"]) as client:
        client.post(f"/keys/{client.get('/keys').json()['data'][0]['id']}/rotate")
        web.post(f"{url}/_mock/reset")
        assert client.get("/brands").status_code == 200


def test_a_reset_wants_post(url: str) -> None:
    answer = web.get(f"{url}/_mock/reset")
    assert (answer.status_code, code(answer)) == (405, "http.405")


def test_the_demo_has_posts_in_every_state(demo: Client) -> None:
    posts = demo.get("/posts", params={"limit": 100, "hidden": "true"}).json()["data"]
    states = {post["status"] for post in posts}
    assert states == {"draft", "scheduled", "publishing", "published", "partial", "failed", "cancelled"}
    assert len(posts) > 50


def test_the_demo_is_the_same_on_every_server(url: str, demo: Client, credentials: dict[str, Any]) -> None:
    web.post(f"{url}/_mock/reset")
    with running() as second, caller(second, credentials["demo"]["tokens"]["api_key"]) as client:
        assert _without_times(client) == _without_times(demo)


def test_the_empty_seed_has_brands_and_tokens_alone(credentials: dict[str, Any]) -> None:
    with (
        running(Settings(seed="empty")) as url,
        caller(url, credentials["demo"]["tokens"]["api_key"]) as client,
    ):
        counts = [
            len(client.get(path).json()["data"]) for path in ("/brands", "/keys", "/accounts", "/posts")
        ]
    assert counts == [1, 4, 0, 0]


def test_the_reference_page_needs_nothing_from_elsewhere(url: str) -> None:
    page = web.get(f"{url}/docs").text
    assert "http" not in page.replace("http-equiv", "")
    assert web.get(f"{url}/docs/assets/swagger-ui-bundle.js").status_code == 200


def test_the_served_document_is_valid_and_names_this_server(url: str) -> None:
    document = web.get(f"{url}/openapi.json").json()
    validate(document)
    assert document["servers"] == [{"url": f"{url}/v1"}]


@pytest.mark.parametrize("path", ["/_mock/nothing", "/docs/assets/nothing.js", "/docs/assets/../../app.py"])
def test_what_the_control_plane_does_not_know_is_404(url: str, path: str) -> None:
    assert code(web.get(url + path)) == "http.404"


def _without_times(client: Client) -> list[object]:
    paths = ["/brands", "/accounts", "/keys", "/posts?limit=100&sort=created_asc"]
    return [_timeless(client.get(path).json()) for path in paths]


def _timeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _timeless(item) for key, item in value.items() if not key.endswith("_at")}
    return [_timeless(item) for item in value] if isinstance(value, list) else json.dumps(value)
