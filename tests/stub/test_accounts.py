"""Accounts: connected by consent or by token, moved, mended, disconnected; pages and limits."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from stub.callers import Client, account, brand, code, field, lost_account, publish, settled, web

pytestmark = pytest.mark.usefixtures("reset")

HOME = "https://example.com/connected"
BOT = {"platform": "telegram", "metadata": {"bot_token": "987654321:AAExample"}}


def consent(client: Client, query: str = "&approve=1", **body: object) -> dict[str, str]:
    """Connect by consent and return what arrives at the customer's address."""
    started = client.post(
        "/accounts/connect", json={"redirect_uri": HOME, "state": "my state", **body}
    ).json()
    answer = web.get(started["auth_url"] + query)
    assert answer.status_code == 302
    place = urlsplit(answer.headers["Location"])
    return {name: values[0] for name, values in parse_qs(place.query, keep_blank_values=True).items()}


def test_consent_comes_back_with_the_account(demo: Client) -> None:
    result = consent(demo, platform="threads", brand_id=brand(demo, "Acme Coffee"))
    assert result == {
        "status": "success",
        "platform": "threads",
        "state": "my state",
        "account_id": result["account_id"],
    }
    assert result["account_id"] in {one["id"] for one in demo.get("/accounts").json()["data"]}


def test_the_state_of_a_connect_is_not_the_customers(demo: Client) -> None:
    started = demo.post("/accounts/connect", json={"platform": "threads", "state": "mine"})
    assert (started.status_code, len(started.json()["state"])) == (202, 32)


def test_without_a_redirect_the_user_sees_a_page(demo: Client) -> None:
    started = demo.post(
        "/accounts/connect", json={"platform": "pinterest", "brand_id": brand(demo, "Default")}
    )
    answer = web.get(started.json()["auth_url"] + "&approve=1")
    assert (answer.status_code, "Pinterest is connected" in answer.text) == (200, True)


def test_a_consent_works_once(demo: Client) -> None:
    started = demo.post(
        "/accounts/connect", json={"platform": "pinterest", "brand_id": brand(demo, "Default")}
    )
    assert [web.get(started.json()["auth_url"] + "&approve=1").status_code for _ in range(2)] == [200, 410]


def test_a_refused_consent_comes_back_as_an_error(demo: Client) -> None:
    result = consent(demo, "&deny=1", platform="threads", brand_id=brand(demo, "Default"))
    assert (result["status"], result["error"], result["state"]) == ("error", "access_denied", "my state")


def test_without_a_brand_a_new_one_is_made(demo: Client) -> None:
    before = demo.get("/brands").json()["count"]
    consent(demo, platform="pinterest")
    assert demo.get("/brands").json()["count"] == before + 1


def test_connecting_again_mends_the_account_and_keeps_its_id(demo: Client) -> None:
    lost = lost_account(demo)
    result = consent(demo, platform="threads", brand_id=brand(demo, "Harbour Books"))
    mended = next(one for one in demo.get("/accounts").json()["data"] if one["id"] == lost)
    assert (result["account_id"], mended["status"], "reconnect_reason" in mended) == (lost, "active", False)


def test_an_account_of_another_brand_moves(demo: Client) -> None:
    moved, target = account(demo, "youtube"), brand(demo, "Default")
    result = consent(demo, "&account=acmecoffee", platform="youtube", brand_id=target)
    assert result["account_id"] == moved
    assert moved in {one["id"] for one in demo.get("/accounts", params={"brand_id": target}).json()["data"]}


def test_a_locked_account_does_not_move(demo: Client) -> None:
    demo.patch("/users/me", json={"lock_accounts_to_brand": True})
    result = consent(demo, "&account=acmecoffee", platform="youtube", brand_id=brand(demo, "Default"))
    assert result["error"] == "account.already_linked"


def test_an_account_of_another_workspace_is_not_taken(other: Client) -> None:
    result = consent(other, "&account=acmecoffee", platform="youtube", brand_id=brand(other, "Default"))
    assert result["error"] == "account.already_linked"


def test_a_brand_holds_one_account_per_platform(demo: Client) -> None:
    result = consent(demo, "&account=somebody", platform="threads", brand_id=brand(demo, "Default"))
    assert result["error"] == "resource.conflict"


def test_a_bot_is_connected_at_once(demo: Client) -> None:
    answer = demo.post("/accounts/connect", json={**BOT, "brand_id": brand(demo, "Default")})
    assert (answer.status_code, answer.json()["platform"]) == (201, "telegram")


def test_a_bot_connected_again_keeps_its_id_and_brand(demo: Client) -> None:
    answers = [demo.post("/accounts/connect", json=BOT).json() for _ in range(2)]
    assert answers[0] == answers[1]


def test_a_bot_of_another_workspace_is_already_linked(demo: Client, other: Client) -> None:
    demo.post("/accounts/connect", json=BOT)
    answer = other.post("/accounts/connect", json=BOT)
    assert (answer.status_code, code(answer)) == (409, "account.already_linked")


@pytest.mark.parametrize(
    ("body", "status", "expected"),
    [
        ({}, 400, "validation.field_required"),
        ({"platform": "myspace"}, 400, "account.unsupported_platform"),
        ({"platform": "trustpilot"}, 400, "account.unsupported_platform"),
        ({"platform": "telegram"}, 400, "validation.field_required"),
        ({"platform": "telegram", "metadata": {"bot_token": 7}}, 400, "validation.field_invalid"),
        ({"platform": "telegram", "metadata": {"bot_token": "nonsense"}}, 401, "platform.telegram.auth"),
        ({"platform": "threads", "redirect_uri": "http://example.com"}, 400, "validation.field_invalid"),
        ({"platform": "threads", "redirect_uri": "https://[broken"}, 400, "validation.field_invalid"),
        ({"platform": "threads", "state": "x" * 513}, 400, "validation.field_invalid"),
        ({"platform": "threads", "brand_id": "nothing"}, 404, "brand.not_found"),
        ({"platform": "linkedin_page"}, 403, "billing.platform_not_available"),
        ({"platform": "twitter"}, 412, "byok.credentials_missing"),
    ],
)
def test_a_bad_connect_says_what_is_bad(
    other: Client, body: dict[str, object], status: int, expected: str
) -> None:
    answer = other.post("/accounts/connect", json=body)
    assert (answer.status_code, code(answer)) == (status, expected)


@pytest.mark.parametrize(
    "uri", ["http://localhost:3000/x", "http://127.0.0.1/x", "https://example.com/x?y=1"]
)
def test_a_redirect_may_go_to_https_or_this_machine(demo: Client, uri: str) -> None:
    body = {"platform": "threads", "redirect_uri": uri, "brand_id": brand(demo, "Default")}
    assert demo.post("/accounts/connect", json=body).status_code == 202


def test_whatsapp_opens_its_own_window(demo: Client) -> None:
    started = demo.post("/accounts/connect", json={"platform": "whatsapp"}).json()
    assert (started["auth_url"], set(started["metadata"])) == ("", {"app_id", "config_id", "solution_id"})


def test_a_connect_that_needs_one_brand_too_many_is_refused(free: Client) -> None:
    free.post("/brands", json={"name": "The second"})
    answer = free.post("/accounts/connect", json={"platform": "instagram"})
    assert (answer.status_code, code(answer)) == (403, "billing.brands_limit")


def test_a_disconnected_account_is_gone(demo: Client) -> None:
    gone = account(demo, "tiktok")
    assert [demo.delete(f"/accounts/{gone}").status_code for _ in range(2)] == [204, 404]
    assert code(demo.get(f"/accounts/{gone}/creator-info")) == "account.not_found"


def test_posts_of_a_disconnected_account_stay_readable(demo: Client) -> None:
    used = account(demo, "threads", brand(demo, "Default"))
    post = publish(demo, used)
    demo.delete(f"/accounts/{used}")
    assert demo.get(f"/posts/{post['id']}").json()["targets"][0]["account_id"] == used


def test_a_delivery_to_a_disconnected_account_fails(demo: Client) -> None:
    used = account(demo, "threads", brand(demo, "Default"))
    post = demo.post(
        "/posts", json={"text": "X", "publish_now": True, "targets": [{"account_id": used}]}
    ).json()
    demo.delete(f"/accounts/{used}")
    assert (
        settled(demo, post["id"])["targets"][0]["error"]["code"] == "publishing.delivery.account_load_failed"
    )


def test_only_tiktok_tells_about_its_creators(demo: Client) -> None:
    told = demo.get(f"/accounts/{account(demo, 'tiktok')}/creator-info").json()
    answer = demo.get(f"/accounts/{account(demo, 'threads')}/creator-info")
    assert (told["platform"], answer.status_code, code(answer)) == ("tiktok", 501, "resource.not_supported")


def test_a_limit_shrinks_with_every_post(demo: Client) -> None:
    used = account(demo, "threads", brand(demo, "Default"))
    before = demo.get(f"/accounts/{used}/limits").json()["posts_remaining"]
    publish(demo, used)
    assert demo.get(f"/accounts/{used}/limits").json()["posts_remaining"] == before - 1


def test_a_platform_without_limits_has_none(demo: Client) -> None:
    assert demo.get(f"/accounts/{account(demo, 'linkedin')}/limits").json() == {}


def test_an_account_that_lost_its_grant_has_to_be_reconnected(demo: Client) -> None:
    answer = demo.get(f"/accounts/{lost_account(demo)}/limits")
    assert (answer.status_code, code(answer)) == (403, "account.reconnection_required")


def test_a_platform_without_pages_says_so(demo: Client) -> None:
    answers = (
        demo.get(f"/accounts/{account(demo, 'threads')}/pages"),
        demo.patch(f"/accounts/{account(demo, 'threads')}/pages/x", json={}),
    )
    assert [code(answer) for answer in answers] == ["account.pages_not_supported"] * 2


def pages(client: Client, facebook: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = client.get(f"/accounts/{facebook}/pages").json()["data"]
    return found


def change(client: Client, facebook: str, page: object, **body: bool) -> httpx.Response:
    return client.patch(f"/accounts/{facebook}/pages/{page}", json=body)


def test_a_new_default_takes_the_place_of_the_old(demo: Client) -> None:
    facebook = account(demo, "facebook")
    change(demo, facebook, pages(demo, facebook)[1]["id"], is_default=True)
    assert [page["is_default"] for page in pages(demo, facebook)] == [False, True]


def test_switching_the_default_off_leaves_none(demo: Client) -> None:
    facebook = account(demo, "facebook")
    change(demo, facebook, pages(demo, facebook)[0]["id"], is_active=False)
    assert [page["is_default"] for page in pages(demo, facebook)] == [False, False]


def test_an_unknown_page_is_404(demo: Client) -> None:
    answer = change(demo, account(demo, "facebook"), "nothing", is_default=True)
    assert (answer.status_code, answer.json()["error"]["meta"]) == (
        404,
        {"resource": "page", "id": "nothing"},
    )


def test_a_page_takes_booleans(demo: Client) -> None:
    facebook = account(demo, "facebook")
    answer = demo.patch(
        f"/accounts/{facebook}/pages/{pages(demo, facebook)[0]['id']}", json={"is_active": "no"}
    )
    assert field(answer) == "is_active"
