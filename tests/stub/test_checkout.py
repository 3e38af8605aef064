"""Checkout and the subscription page: paying, failing, falling behind, catching up, ending."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from stub.callers import Client, code, web

HOME = "https://dashboard.example.com/billing"


@pytest.fixture
def dashboard(fresh: Callable[..., Client]) -> Client:
    return fresh()


@pytest.fixture
def behind(fresh: Callable[..., Client]) -> Client:
    """The dashboard of a workspace that is past due."""
    return fresh(past_due=True)


def checkout(client: Client, **body: str) -> dict[str, Any]:
    made: dict[str, Any] = client.post("/billing/checkout", json={"tier": "business", **body}).json()
    return made


def status(client: Client, made: dict[str, Any]) -> str:
    return str(client.get("/billing/checkout/status", params={"id": made["id"]}).json()["status"])


def portal(client: Client, **body: str) -> str:
    return str(client.post("/billing/portal", json=body).json()["portal_url"])


def do(url: str, what: str) -> httpx.Response:
    return web.post(url, params={"do": what})


def plan(client: Client) -> tuple[str, bool]:
    me = client.get("/users/me").json()
    return me["plan"], me["billing_blocked"]


def test_paying_changes_the_plan(dashboard: Client) -> None:
    made = checkout(dashboard)
    before = status(dashboard, made), plan(dashboard)
    assert do(made["checkout_url"], "pay").status_code == 200
    assert (before, status(dashboard, made), plan(dashboard)) == (
        ("open", ("pro", False)),
        "paid",
        ("business", False),
    )


def test_paying_lifts_the_block(behind: Client) -> None:
    assert code(behind.get("/brands")) == "billing.past_due"
    do(checkout(behind, tier="pro")["checkout_url"], "pay")
    assert behind.get("/brands").status_code == 200


def test_a_failed_payment_changes_nothing(behind: Client) -> None:
    made = checkout(behind)
    do(made["checkout_url"], "fail")
    assert (status(behind, made), plan(behind)) == ("failed", ("pro", True))


def test_a_checkout_ends_once(dashboard: Client) -> None:
    made = checkout(dashboard)
    statuses = [do(made["checkout_url"], what).status_code for what in ("gamble", "fail", "pay")]
    assert (statuses, status(dashboard, made)) == ([400, 200, 410], "failed")


@pytest.mark.usefixtures("reset_after")
def test_a_checkout_expires_after_a_day(url: str, dashboard: Client) -> None:
    made = checkout(dashboard)
    web.post(f"{url}/_mock/clock", json={"advance": 24 * 3600}).raise_for_status()
    assert (status(dashboard, made), web.get(made["checkout_url"]).status_code) == ("expired", 410)


def test_the_page_shows_what_is_bought(dashboard: Client) -> None:
    shown = web.get(checkout(dashboard, tier="pro", interval="year")["checkout_url"])
    assert all(words in shown.text for words in ("Full Send", "One year for 1044 US dollars", "?do=pay"))


def test_the_user_comes_back_to_where_it_came_from(dashboard: Client) -> None:
    answer = do(checkout(dashboard, return_url=HOME)["checkout_url"], "pay")
    assert (answer.status_code, answer.headers["Location"]) == (303, HOME)


def test_a_place_to_come_back_to_is_no_markup(dashboard: Client) -> None:
    shown = web.get(portal(dashboard, return_url='https://example.com/"><script>'))
    assert "<script>" not in shown.text


def test_a_checkout_of_another_workspace_is_unknown(dashboard: Client, behind: Client) -> None:
    answer = behind.get("/billing/checkout/status", params={"id": checkout(dashboard)["id"]})
    assert (answer.status_code, code(answer)) == (404, "resource.not_found")


def test_the_subscription_page_opens_once(dashboard: Client) -> None:
    address = portal(dashboard)
    assert [web.get(address).status_code for _ in range(2)] == [200, 410]
    assert do(address, "past_due").status_code == 200


@pytest.mark.usefixtures("reset_after")
def test_the_subscription_page_opens_for_a_short_time(url: str, dashboard: Client) -> None:
    address = portal(dashboard)
    web.post(f"{url}/_mock/clock", json={"advance": 600}).raise_for_status()
    assert (web.get(address).status_code, do(address, "cancel").status_code) == (410, 410)


def test_a_subscription_falls_behind_and_catches_up(dashboard: Client) -> None:
    address = portal(dashboard)
    seen = [(do(address, what).status_code, plan(dashboard)) for what in ("past_due", "resume", "dance")]
    assert seen == [(200, ("pro", True)), (200, ("pro", False)), (400, ("pro", False))]


def test_a_subscription_that_falls_behind_blocks_the_api(dashboard: Client) -> None:
    do(portal(dashboard), "past_due")
    assert code(dashboard.get("/brands")) == "billing.past_due"


def test_cancelling_leads_to_the_free_plan(behind: Client) -> None:
    address = portal(behind)
    assert (do(address, "cancel").status_code, plan(behind)) == (200, ("free", False))
    assert do(address, "past_due").status_code == 400


def test_the_portal_takes_no_body_at_all(dashboard: Client) -> None:
    assert dashboard.post("/billing/portal").status_code == 201
