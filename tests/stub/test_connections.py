"""Connect flows: the consent page, choices that wait, codes; Facebook logins and what they lose."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from stub.callers import Client, account, brand, caller, code, field, web

pytestmark = pytest.mark.usefixtures("reset")

HOME = "https://example.com/connected"


def started(client: Client, platform: str, home: str | None = None) -> dict[str, str]:
    body = {"platform": platform, "redirect_uri": HOME, **({"brand_id": home} if home else {})}
    begun: dict[str, str] = client.post("/accounts/connect", json=body).json()
    return begun


def arrival(answer: httpx.Response) -> dict[str, str]:
    """Return what arrives at the customer's address."""
    query = parse_qs(urlsplit(answer.headers["Location"]).query, keep_blank_values=True)
    return {name: values[0] for name, values in query.items()}


def agreed(client: Client, platform: str, query: str, home: str | None = None) -> dict[str, str]:
    return arrival(web.get(started(client, platform, home)["auth_url"] + query))


def exchange(client: Client, platform: str, who: str, state: str, **metadata: str) -> httpx.Response:
    body = {"platform": platform, "code": who, "metadata": {"state": state, **metadata}}
    return client.post("/oauth/exchange", json=body)


def waiting(client: Client, who: str = "ada", home: str | None = None, query: str = "") -> dict[str, Any]:
    """Return a Facebook connection that waits for a choice."""
    connection_id = agreed(client, "facebook", f"&account={who}{query}", home)["connection_id"]
    pending: dict[str, Any] = client.get(f"/accounts/pending/{connection_id}").json()
    return pending


def choose(client: Client, pending: dict[str, Any], count: int) -> httpx.Response:
    page_ids = [page["platform_page_id"] for page in pending["pages"][:count]]
    return client.post(f"/accounts/pending/{pending['connection_id']}/select", json={"page_ids": page_ids})


def set_off(url: str, event: str, account_id: str, **overrides: object) -> httpx.Response:
    order = {"event": event, "account_id": account_id, "overrides": overrides}
    return web.post(f"{url}/_mock/trigger", json=order)


def shown(client: Client, account_id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        one for one in client.get("/accounts").json()["data"] if one["id"] == account_id
    )
    return found


@pytest.fixture
def new_brand(demo: Client) -> str:
    made: str = demo.post("/brands", json={"name": "New"}).json()["id"]
    return made


def test_a_bare_visit_shows_the_page_and_decides_nothing(demo: Client) -> None:
    begun = started(demo, "threads", brand(demo, "Default"))
    pages = [web.get(begun["auth_url"]).text for _ in range(2)]
    assert pages[0] == pages[1]
    assert all(
        part in pages[0] for part in ('name="approve"', 'name="deny"', 'name="account"', begun["state"])
    )


def test_the_page_needs_nothing_from_elsewhere_and_escapes_what_it_shows(demo: Client) -> None:
    begun = started(demo, "facebook", brand(demo, "Default"))
    page = web.get(begun["auth_url"], params={"state": begun["state"], "account": '"><b>', "show": "1"}).text
    assert ("http" in page.replace("http-equiv", ""), "<b>" in page) == (False, False)


def test_the_page_offers_the_pages_of_whoever_is_named(demo: Client) -> None:
    begun = started(demo, "facebook", brand(demo, "Default"))
    page = web.get(begun["auth_url"] + "&account=ada~3&show=1").text
    assert [f"> {name}</label>" in page for name in ("Ada", "Ada Shop", "Ada Careers")] == [True, True, False]


def test_facebook_always_asks_for_a_choice(demo: Client) -> None:
    result = agreed(demo, "facebook", "&approve=1", brand(demo, "Default"))
    assert result == {"status": "selection_required", "connection_id": result["connection_id"], "state": ""}


def test_google_asks_only_where_there_is_a_choice(demo: Client, new_brand: str) -> None:
    assert "account_id" in agreed(demo, "google", "&account=ada", new_brand)
    assert "connection_id" in agreed(demo, "google", "&account=chain~2", new_brand)


@pytest.mark.parametrize("query", ["&approve=1&page=", "&account=ada~0"])
def test_a_login_without_pages_cannot_be_connected(demo: Client, query: str) -> None:
    assert agreed(demo, "facebook", query, brand(demo, "Default"))["error"] == "platform.facebook.no_pages"


def test_the_chosen_pages_become_the_account_and_the_others_stay_free(demo: Client, new_brand: str) -> None:
    pending = waiting(demo, home=new_brand)
    made = choose(demo, pending, 2).json()
    pages = demo.get(f"/platforms/facebook/logins/{pending['login_id']}/pages").json()
    assert made["display_name"] == "Ada"
    assert [page["assignable"] for page in pages["pages"]] == [False, False, *[True] * 6]


def test_without_a_brand_the_choice_makes_one(demo: Client) -> None:
    made = choose(demo, waiting(demo), 1).json()
    assert shown(demo, made["account_id"])["brand_id"] == brand(demo, "Ada")


def test_a_page_of_another_workspace_is_taken(demo: Client, other: Client) -> None:
    choose(demo, waiting(demo), 1)
    pending = waiting(other)
    assert (pending["pages"][0]["assignable"], "assigned_brand_id" in pending["pages"][0]) == (False, False)
    assert code(choose(other, pending, 1)) == "account.already_linked"


def test_a_page_of_another_brand_cannot_be_chosen(demo: Client, new_brand: str) -> None:
    answer = choose(demo, waiting(demo, "acmecoffee", new_brand), 1)
    assert (code(answer), field(answer)) == ("validation.field_invalid", "page_ids")


def test_another_login_is_not_for_this_brand(demo: Client) -> None:
    answer = choose(demo, waiting(demo, home=brand(demo, "Acme Coffee")), 1)
    assert (answer.status_code, code(answer)) == (409, "account.different_login")


def test_what_is_not_granted_again_is_lost_until_it_is(demo: Client) -> None:
    home = brand(demo, "Acme Coffee")
    facebook = account(demo, "facebook", home)
    pages = demo.get(f"/accounts/{facebook}/pages").json()["data"]
    pending = waiting(demo, "acmecoffee", home, f"&page={pages[0]['platform_page_id']}")
    assert [page["name"] for page in pending["lost_access"]] == [pages[1]["name"]]
    assert [page["is_active"] for page in demo.get(f"/accounts/{facebook}/pages").json()["data"]] == [
        True,
        False,
    ]
    waiting(demo, "acmecoffee", home)
    assert [page["is_active"] for page in demo.get(f"/accounts/{facebook}/pages").json()["data"]] == [
        True,
        True,
    ]


def test_a_lost_page_cannot_be_switched_on(url: str, demo: Client) -> None:
    facebook = account(demo, "facebook")
    set_off(url, "page.removed", facebook)
    lost = demo.get(f"/accounts/{facebook}/pages").json()["data"][0]
    answer = demo.patch(f"/accounts/{facebook}/pages/{lost['id']}", json={"is_active": True})
    assert (answer.status_code, field(answer)) == (400, "is_active")


def test_the_last_page_takes_the_account_with_it(url: str, demo: Client) -> None:
    facebook = account(demo, "facebook")
    answers = [set_off(url, "page.removed", facebook).status_code for _ in range(3)]
    assert (answers, shown(demo, facebook)["status"]) == ([201, 201, 400], "reconnect_required")


def test_a_revoked_grant_is_that_of_the_login(url: str, demo: Client, new_brand: str) -> None:
    facebook = account(demo, "facebook")
    pages = f"/platforms/facebook/logins/{shown(demo, facebook)['login_id']}/pages"
    free = next(page for page in demo.get(pages).json()["pages"] if page["assignable"])
    shared = demo.post(f"{pages}/{free['platform_page_id']}/assign", json={"brand_id": new_brand}).json()
    set_off(url, "account.disconnected", facebook)
    assert shown(demo, shared["account_id"])["status"] == "reconnect_required"
    assert code(demo.get(pages)) == "platform.facebook.auth"
    set_off(url, "account.connected", facebook)
    assert (shown(demo, facebook)["status"], demo.get(pages).status_code) == ("active", 200)


def test_an_owner_may_take_the_account_away(url: str, demo: Client) -> None:
    gone = account(demo, "instagram")
    set_off(url, "account.disconnected", gone, reconnect_required=False)
    assert code(demo.get(f"/accounts/{gone}/limits")) == "account.not_found"


def test_some_platforms_do_not_tell_that_an_account_is_gone(url: str, demo: Client) -> None:
    answer = set_off(url, "account.disconnected", account(demo, "linkedin"), reconnect_required=False)
    assert answer.status_code == 400


def test_a_login_goes_with_its_last_account(demo: Client) -> None:
    facebook = account(demo, "facebook")
    login = shown(demo, facebook)["login_id"]
    demo.delete(f"/accounts/{facebook}")
    assert code(demo.get(f"/platforms/facebook/logins/{login}/pages")) == "resource.not_found"


def test_a_brand_key_sees_the_logins_and_owners_of_its_brands(url: str, demo: Client) -> None:
    logins = [
        shown(demo, account(demo, "facebook", brand(demo, name)))["login_id"]
        for name in ("Default", "Acme Coffee")
    ]
    key = demo.post("/keys", json={"name": "K", "brand_ids": [brand(demo, "Default")]}).json()["raw_key"]
    with caller(url, key) as client:
        answers = [client.get(f"/platforms/facebook/logins/{login}/pages").status_code for login in logins]
    assert answers == [200, 404]


def test_a_code_ends_the_flow_it_belongs_to(demo: Client, new_brand: str) -> None:
    begun = started(demo, "threads", new_brand)
    answers = [exchange(demo, "threads", "ada", begun["state"], redirect_uri=HOME) for _ in range(2)]
    assert (answers[0].status_code, answers[0].json()["username"]) == (201, "ada")
    assert (code(answers[1]), field(answers[1])) == ("validation.field_invalid", "metadata.state")


@pytest.mark.parametrize(
    ("platform", "who", "metadata", "expected"),
    [
        ("threads", "ada", {"state": "unknown"}, "400 validation.field_invalid"),
        ("tiktok", "ada", {}, "400 validation.field_invalid"),
        ("threads", "ada", {"redirect_uri": "https://example.com/other"}, "400 validation.field_invalid"),
        ("myspace", "ada", {}, "400 account.unsupported_platform"),
        ("threads", "refused", {}, "401 platform.threads.auth"),
        ("threads", "northwind", {}, "409 resource.conflict"),
    ],
)
def test_a_bad_exchange_says_what_is_bad(
    demo: Client, platform: str, who: str, metadata: dict[str, str], expected: str
) -> None:
    state = started(demo, "threads", brand(demo, "Harbour Books"))["state"]
    answer = exchange(demo, platform, who, **{"state": state, **metadata})
    assert f"{answer.status_code} {code(answer)}" == expected


def test_a_state_belongs_to_the_key_it_was_given_to(url: str, demo: Client) -> None:
    key = demo.post("/keys", json={"name": "Second"}).json()["raw_key"]
    state = started(demo, "threads", brand(demo, "Default"))["state"]
    with caller(url, key) as client:
        assert code(exchange(client, "threads", "ada", state)) == "auth.state_mismatch"


def test_whatsapp_tells_its_ids_beside_the_code(demo: Client, new_brand: str) -> None:
    state = started(demo, "whatsapp", new_brand)["state"]
    refused = exchange(demo, "whatsapp", "ada", state, waba_id="1")
    made = exchange(demo, "whatsapp", "ada", state, waba_id="1", phone_number_id="2").json()
    assert field(refused) == "metadata.phone_number_id"
    assert shown(demo, made["account_id"])["metadata"] == {"waba_id": "1", "phone_number_id": "2"}


def test_an_ordered_refusal_reaches_the_exchange(url: str, demo: Client) -> None:
    order = {
        "workspace": "demo",
        "operation": "exchange_connection_code",
        "outcome": "rate_limit",
        "times": 1,
    }
    assert web.post(f"{url}/_mock/outcomes", json=order).status_code == 201
    state = started(demo, "pinterest")["state"]
    assert code(exchange(demo, "pinterest", "ada", state)) == "platform.pinterest.rate_limit"
    assert exchange(demo, "pinterest", "ada", state).status_code == 201
