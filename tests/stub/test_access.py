"""Who may call what: the header, keys, the past-due block, scopes, brands."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from socialapi_contract.operations import OPERATIONS
from stub.callers import NO_CERTIFICATES, Client, account, brand, code, post_in, web

ANY = {name: operation for name, operation in OPERATIONS.items() if operation.tokens}


def call(client: Client, operation_id: str) -> httpx.Response:
    operation = ANY[operation_id]
    path = operation.path.replace("{", "").replace("}", "")
    return client.request(operation.method, path, json={} if operation.body else None)


@pytest.mark.parametrize("operation_id", list(ANY))
def test_every_operation_wants_a_token(url: str, operation_id: str) -> None:
    with httpx.Client(base_url=f"{url}/v1", verify=NO_CERTIFICATES) as nobody:
        assert code(call(nobody, operation_id)) == "auth.missing_header"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Bearer", "auth.empty_token"),
        ("Basic dXNlcjpwYXNz", "auth.invalid_token"),
        ("sapi_key_" + "0" * 62, "auth.invalid_token"),
        ("Bearer sapi_key_" + "0" * 62, "auth.invalid_key"),
        ("Bearer sapi_key_", "auth.invalid_key"),
        ("Bearer sapi_key_short", "auth.invalid_key"),
        ("Bearer SAPI_KEY_" + "0" * 62, "auth.invalid_token"),
        ("Bearer x y", "auth.invalid_token"),
        ("Bearer \u00e9", "auth.invalid_token"),
        ("", "auth.missing_header"),
    ],
)
def test_a_bad_header_says_what_is_bad(url: str, header: str, expected: str) -> None:
    answer = web.get(f"{url}/v1/brands", headers={"Authorization": header.encode("latin-1")})
    assert (answer.status_code, code(answer)) == (401, expected)


@pytest.mark.parametrize("scheme", ["bearer", "BEARER", "bEaReR"])
def test_the_scheme_has_no_case(url: str, credentials: dict[str, Any], scheme: str) -> None:
    token = credentials["demo"]["tokens"]["api_key"]
    assert web.get(f"{url}/v1/brands", headers={"Authorization": f"{scheme} {token}"}).status_code == 200


def test_two_authorization_headers_are_refused(url: str, credentials: dict[str, Any]) -> None:
    header = ("Authorization", f"Bearer {credentials['demo']['tokens']['api_key']}")
    assert code(web.get(f"{url}/v1/brands", headers=[header, header])) == "auth.invalid_token"


def test_a_revoked_key_is_refused(as_role: Callable[..., Client]) -> None:
    assert code(as_role("demo", "revoked_key").get("/brands")) == "auth.invalid_key"


@pytest.mark.parametrize("operation_id", list(ANY))
def test_past_due_blocks_all_but_the_exempt(as_role: Callable[..., Client], operation_id: str) -> None:
    blocked = call(as_role("past_due"), operation_id).status_code == 402
    assert blocked is not OPERATIONS[operation_id].past_due_exempt


@pytest.mark.parametrize("role", ["api_key", "dashboard_jwt", "oauth_token"])
def test_a_blocked_user_still_sees_the_profile(as_role: Callable[..., Client], role: str) -> None:
    profile = as_role("past_due", role).get("/users/me").json()
    assert (profile["billing_blocked"], profile["billing_blocked_at"] is None) == (True, False)


ADMIN = [name for name, operation in ANY.items() if operation.scope == "admin"]
UNGATED = [name for name, operation in ANY.items() if operation.scope == "ungated"]
SCOPED = [name for name, operation in ANY.items() if ":" in operation.scope]


@pytest.mark.parametrize("role", ["scoped_key", "brand_key"])
@pytest.mark.parametrize("operation_id", ADMIN)
def test_restricted_keys_never_administer(
    as_role: Callable[..., Client], role: str, operation_id: str
) -> None:
    error = call(as_role("demo", role), operation_id).json()["error"]
    assert error == {
        "code": "auth.insufficient_scope",
        "message": "This operation requires a full-access API key or the dashboard",
    }


@pytest.mark.parametrize("operation_id", UNGATED)
def test_ungated_operations_are_open_to_restricted_keys(
    as_role: Callable[..., Client], operation_id: str
) -> None:
    assert call(as_role("demo", "scoped_key"), operation_id).status_code == 200


@pytest.mark.parametrize("operation_id", SCOPED)
def test_a_missing_scope_is_named(as_role: Callable[..., Client], operation_id: str) -> None:
    scope, error = (
        OPERATIONS[operation_id].scope,
        call(as_role("demo", "scoped_key"), operation_id).json().get("error"),
    )
    wanted = {
        "code": "auth.insufficient_scope",
        "message": f"This API key does not have the required scope: {scope}",
        "meta": {"required_scope": scope},
    }
    assert (error == wanted) is (scope != "posts:read")


def test_a_missing_scope_is_told_whether_or_not_the_thing_exists(
    as_role: Callable[..., Client], demo: Client
) -> None:
    scoped = as_role("demo", "scoped_key")
    answers = [scoped.delete("/posts/nothing"), scoped.delete(f"/posts/{post_in(demo, 'draft')}")]
    assert {answer.status_code for answer in answers} == {403}


def test_a_brand_key_sees_its_brand_alone(as_role: Callable[..., Client]) -> None:
    brands = as_role("demo", "brand_key").get("/brands").json()
    assert [one["name"] for one in brands["data"]] == ["Default"]


def test_a_brand_key_sees_the_accounts_of_its_brand_alone(
    as_role: Callable[..., Client], demo: Client
) -> None:
    seen = {one["brand_id"] for one in as_role("demo", "brand_key").get("/accounts").json()["data"]}
    assert seen == {brand(demo, "Default")}


def test_an_account_outside_the_brands_does_not_exist(as_role: Callable[..., Client], demo: Client) -> None:
    hidden = account(demo, "youtube")
    answer = as_role("demo", "brand_key").get(f"/accounts/{hidden}/limits")
    assert (answer.status_code, code(answer)) == (404, "account.not_found")


def test_a_brand_key_sees_posts_that_go_to_its_brand(as_role: Callable[..., Client], demo: Client) -> None:
    inside = {
        one["id"] for one in demo.get("/accounts", params={"brand_id": brand(demo, "Default")}).json()["data"]
    }
    posts = as_role("demo", "brand_key").get("/posts", params={"limit": 100}).json()["data"]
    assert posts
    assert all(inside & {target["account_id"] for target in post["targets"]} for post in posts)


def test_a_brand_key_does_not_write_for_other_brands(as_role: Callable[..., Client], demo: Client) -> None:
    targets = [{"account_id": account(demo, "threads")}, {"account_id": account(demo, "youtube")}]
    answer = as_role("demo", "brand_key").post("/posts", json={"text": "X", "targets": targets})
    assert (answer.status_code, code(answer)) == (404, "account.not_found")


def test_a_brand_key_does_not_change_a_post_shared_with_another_brand(
    as_role: Callable[..., Client], demo: Client
) -> None:
    targets = [{"account_id": account(demo, "threads")}, {"account_id": account(demo, "linkedin")}]
    shared = demo.post("/posts", json={"text": "X", "targets": targets}).json()["id"]
    brand_key = as_role("demo", "brand_key")
    answers = brand_key.get(f"/posts/{shared}"), brand_key.patch(f"/posts/{shared}", json={"text": "Y"})
    assert [answer.status_code for answer in answers] == [200, 404]


def test_a_brand_key_does_not_connect_into_a_new_brand(as_role: Callable[..., Client]) -> None:
    answer = as_role("demo", "brand_key").post("/accounts/connect", json={"platform": "threads"})
    assert (answer.status_code, code(answer)) == (403, "auth.insufficient_scope")
