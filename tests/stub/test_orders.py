"""What the control plane can be told: time, failures, data, workspaces, the request log."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from openapi_spec_validator import validate
from postgres import NewDatabase
from socialapi_stub import clock
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from stub.callers import Client, account, caller, code, post_in, web

Json = dict[str, Any]
HOUR = timedelta(hours=1)
pytestmark = [pytest.mark.usefixtures("reset_after"), pytest.mark.every_database]


def order(url: str, path: str, body: Json | None = None, method: str = "POST") -> Json:
    answer = web.request(method, f"{url}/_mock/{path}", json=body)
    return answer.json() if answer.content else {}


def refusal(url: str, path: str, body: Json) -> str:
    answer = web.post(f"{url}/_mock/{path}", json=body)
    assert answer.status_code in (400, 404)
    return str(answer.json()["error"]["message"])


def test_its_document_is_valid(url: str) -> None:
    validate(web.get(f"{url}/_mock/openapi.json").json())


def test_a_clock_that_is_moved_publishes_what_is_scheduled(url: str, demo: Client) -> None:
    in_two_hours = clock.text(clock.parse(order(url, "clock", method="GET")["now"]) + 2 * HOUR)
    body = {
        "text": "Later",
        "scheduled_at": in_two_hours,
        "targets": [{"account_id": account(demo, "linkedin")}],
    }
    post = demo.post("/posts", json=body).json()["id"]
    order(url, "clock", {"freeze": True, "advance": 7201})
    assert demo.get(f"/posts/{post}").json()["status"] == "publishing"
    order(url, "clock", {"advance": 1})
    assert demo.get(f"/posts/{post}").json()["status"] == "published"


def test_a_stopped_clock_stands_until_it_is_released(url: str, demo: Client) -> None:
    stopped = order(url, "clock", {"at": "2030-01-01T00:00:00Z", "freeze": True})
    assert (stopped["now"], stopped["frozen"]) == ("2030-01-01T00:00:00Z", True)
    assert demo.post("/brands", json={"name": "New year"}).json()["created_at"] == "2030-01-01T00:00:00Z"
    released = order(url, "clock", {"freeze": False})
    assert (released["now"][:16], released["frozen"]) == ("2030-01-01T00:00", False)


def test_a_reset_brings_real_time_back(url: str) -> None:
    order(url, "clock", {"advance": 86400})
    web.post(f"{url}/_mock/reset")
    assert order(url, "clock", method="GET")["ahead"] == 0


def test_an_ordered_outcome_fails_as_often_as_ordered(url: str, demo: Client) -> None:
    tiktok = account(demo, "tiktok")
    order(url, "outcomes", {"outcome": "rate_limit", "account_id": tiktok, "times": 2})
    codes = [demo.get(f"/accounts/{tiktok}/creator-info") for _ in range(3)]
    assert [code(one) if one.is_error else "" for one in codes] == ["platform.tiktok.rate_limit"] * 2 + [""]


def test_an_outcome_is_ordered_for_one_operation_alone(url: str, demo: Client) -> None:
    tiktok = account(demo, "tiktok")
    order(url, "outcomes", {"outcome": "api_error", "operation": "get_account_limits", "times": 2})
    assert demo.get(f"/accounts/{tiktok}/creator-info").status_code == 200
    assert code(demo.get(f"/accounts/{tiktok}/limits")) == "platform.tiktok.api_error"


def test_a_cancelled_outcome_does_not_happen(url: str, demo: Client) -> None:
    order(url, "outcomes", {"outcome": "auth", "operation": "get_account_limits"})
    order(url, "outcomes", method="DELETE")
    assert demo.get(f"/accounts/{account(demo, 'tiktok')}/limits").status_code == 200


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"outcome": "rate_limit", "operation": "list_brands"}, "calls a platform"),
        ({"outcome": "rate_limit", "account_id": "acc_x"}, "no account acc_x"),
        ({"outcome": "rate_limit", "workspace": "nobody"}, "no workspace nobody"),
        ({"outcome": "weather"}, "weather"),
        ({"outcome": "auth", "times": 0}, "times"),
    ],
)
def test_an_outcome_that_cannot_happen_is_refused(url: str, body: Json, said: str) -> None:
    assert said in refusal(url, "outcomes", body)


def test_a_snapshot_brings_everything_back(url: str, demo: Client) -> None:
    order(url, "snapshots/before", method="PUT")
    draft = post_in(demo, "draft")
    demo.delete(f"/posts/{draft}")
    order(url, "snapshots/before/restore")
    assert demo.get(f"/posts/{draft}").status_code == 200
    assert order(url, "snapshots", method="GET")["data"] == ["before", "start"]
    order(url, "snapshots/before", method="DELETE")


def test_a_snapshot_that_is_not_there_is_named(url: str) -> None:
    assert refusal(url, "snapshots/nothing/restore", {}) == "there is no snapshot nothing"


def test_a_new_workspace_is_alone_with_its_accounts(url: str, demo: Client) -> None:
    made = order(url, "workspaces", {"plan": "free", "accounts": ["threads", "telegram"]})["workspaces"]
    (mine,) = made.values()
    with caller(url, mine["tokens"]["api_key"]) as client:
        assert {one["platform"] for one in client.get("/accounts").json()["data"]} == {"threads", "telegram"}
        assert client.get("/posts").json()["data"] == []
        assert client.get(f"/posts/{post_in(demo, 'draft')}").status_code == 404


def test_a_past_due_workspace_can_be_made(url: str) -> None:
    made = order(url, "workspaces", {"past_due": True})["workspaces"]
    with caller(url, next(iter(made.values()))["tokens"]["api_key"]) as client:
        assert code(client.get("/posts")) == "billing.past_due"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"plan": "gold"}, "plan: gold is none of"),
        ({"accounts": ["myspace"]}, "accounts: myspace is none of"),
        ({"accounts": ["zalo"]}, "accounts: zalo is none of"),
    ],
)
def test_a_workspace_that_cannot_be_is_refused(url: str, wrong: Json, said: str) -> None:
    assert said in refusal(url, "workspaces", wrong)


FIXTURE = """
workspaces:
  demo:
    brands:
      - {name: Shop, accounts: [{platform: threads, username: shop}, {platform: telegram, username: bot}]}
      - {name: Default, accounts: [{platform: threads, username: lost, status: reconnect_required}]}
    posts:
      - {text: Open, status: published, accounts: [shop]}
      - {text: Soon, status: scheduled, scheduled_in: 3600, accounts: [shop]}
      - {text: Lost, status: published, accounts: [shop, lost]}
      - {text: Idea}
"""


def root_of(client: Client) -> str:
    return str(client.base_url).removesuffix("/v1/")


def planted(url: str, text: str) -> Any:
    return web.post(f"{url}/_mock/seed", content=text, headers={"Content-Type": "application/yaml"})


@pytest.fixture
def own(credentials: Json, new_database: NewDatabase) -> Iterator[Client]:
    """A caller of a server that may forget what it began with."""
    settings = Settings(database_url=new_database())
    with running(settings) as root, caller(root, credentials["demo"]["tokens"]["api_key"]) as client:
        yield client


def test_a_fixture_replaces_the_data(own: Client) -> None:
    assert list(planted(root_of(own), FIXTURE).json()["workspaces"]) == ["demo"]
    posts = {one["text"]: one["status"] for one in own.get("/posts").json()["data"]}
    assert posts == {"Open": "published", "Soon": "scheduled", "Lost": "partial", "Idea": "draft"}


def test_a_reset_brings_the_fixture_back(own: Client) -> None:
    planted(root_of(own), FIXTURE)
    own.post("/brands", json={"name": "To be forgotten"})
    web.post(f"{root_of(own)}/_mock/reset")
    assert [one["name"] for one in own.get("/brands").json()["data"]] == ["Default", "Shop"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("workspaces: {a: &x {}, b: *x}", "line 1"),
        ("workspaces: {}", "workspaces"),
        ("workspaces: {a: {plan: gold}}", "workspaces.a.plan"),
        ("workspaces: {a: {posts: [{text: x, accounts: [me]}]}}", "workspaces.a.posts.0"),
        ("workspaces: {a: {posts: [{text: x, status: published}]}}", "needs accounts"),
        ("workspaces: {a: {brands: [{name: B, accounts: [{platform: x, username: y}]}]}}", "x is none of"),
        ("}", "not YAML"),
    ],
)
def test_a_fixture_that_is_wrong_changes_nothing(url: str, demo: Client, text: str, said: str) -> None:
    before = demo.get("/brands").json()
    assert said in planted(url, text).json()["error"]["message"]
    assert demo.get("/brands").json() == before


@pytest.mark.parametrize("kind", ["key", "dashboard", "oauth"])
def test_a_token_of_any_kind_can_be_had(url: str, kind: str) -> None:
    with caller(url, order(url, "tokens", {"as": kind, "workspace": "other"})["token"]) as client:
        assert client.get("/users/me").json()["email"] == "other@example.com"


def test_a_key_is_restricted_as_asked(url: str) -> None:
    token = order(url, "tokens", {"as": "key", "scopes": ["posts:read"]})["token"]
    with caller(url, token) as client:
        assert (client.get("/posts").status_code, client.get("/accounts").status_code) == (200, 403)


def test_a_token_can_have_expired(url: str) -> None:
    with caller(url, order(url, "tokens", {"as": "oauth", "expires_in": -1})["token"]) as client:
        assert code(client.get("/brands")) == "auth.invalid_token"


@pytest.mark.parametrize(
    "wrong",
    [
        {"as": "key", "scopes": ["x"]},
        {"as": "oauth", "scopes": ["posts:read"]},
        {"as": "key", "brand_ids": ["x"]},
    ],
)
def test_a_token_that_cannot_be_is_refused(url: str, wrong: Json) -> None:
    assert refusal(url, "tokens", wrong)


def test_the_log_knows_the_last_requests(url: str, demo: Client) -> None:
    demo.get("/brands", headers={"X-Request-ID": "find_me"})
    (found,) = order(url, "requests?request_id=find_me", method="GET")["data"]
    assert (found["method"], found["path"], found["operation"]) == ("GET", "/v1/brands", "list_brands")
    assert (found["status"], found["violations"]) == (200, [])


def test_the_log_tells_what_a_client_got_wrong(url: str, demo: Client) -> None:
    order(url, "requests", method="DELETE")
    demo.get("/brands?page=2")
    demo.post("/brands", json={"name": "Mine", "colour": "red"})
    demo.post("/brands", json={})
    demo.get("/brand")
    found = order(url, "requests?violations=true", method="GET")["data"]
    assert [one["violations"][0] for one in reversed(found)] == [
        "list_brands has no parameter 'page'",
        "create_brand has no field 'colour'",
        "validation.field_required: name is required",
        "http.404: the request could not be served",
    ]


def test_the_log_has_no_secrets(url: str, demo: Client) -> None:
    demo.get("/brands")
    assert demo.headers["Authorization"].split()[1] not in str(order(url, "requests", method="GET"))


def test_the_log_is_filtered_by_status(url: str, demo: Client) -> None:
    order(url, "requests", method="DELETE")
    demo.get("/brands")
    demo.get("/posts/nothing")
    assert [one["status"] for one in order(url, "requests?status=4xx", method="GET")["data"]] == [404]


@pytest.mark.parametrize("query", ["limit=0", "status=4", "nonsense=1", "violations=maybe"])
def test_a_query_that_the_control_plane_does_not_know_is_refused(url: str, query: str) -> None:
    assert web.get(f"{url}/_mock/requests?{query}").json()["error"]["code"] == "mock.invalid"


def test_a_trigger_that_is_unknown_is_refused(url: str) -> None:
    assert "weather.changed" in refusal(url, "trigger", {"event": "weather.changed"})


def test_a_state_that_is_unknown_is_refused(url: str) -> None:
    assert refusal(url, "states", {"state": "nirvana"}) == "state: there is no nirvana"
