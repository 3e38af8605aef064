"""Checkout: opened, read, and of no effect until somebody pays."""

from datetime import UTC, datetime, timedelta
from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.callers import ABSENT, Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, has, ok, problem, that, unchanged
from socialapi_conformance.registry import MUST, check

_LIFE, _TOLERANCE = timedelta(hours=24), timedelta(minutes=10)


@check(
    MUST,
    "create_checkout",
    "get_checkout_status",
    over={
        "month": {"tier": "starter"},
        "year": {"tier": "pro", "interval": "year", "return_url": "https://example.com/billing"},
        "business": {"tier": "business", "interval": "month"},
    },
)
def opens_a_checkout(api: Api, body: dict[str, Any]) -> None:
    """A checkout is open for 24 hours at an address of its own, and its status names the plan."""
    caller = _dashboard(api.demo)
    answer, made = _opened(caller, body)
    left = datetime.fromisoformat(made["expires_at"]) - datetime.now(UTC)
    that(answer, abs(left - _LIFE) < _TOLERANCE, "expires_at 24 hours from now", made["expires_at"])
    that(answer, "://" in made["checkout_url"], "checkout_url to be a URL", made["checkout_url"])
    read = caller.call("get_checkout_status", query={"id": made["id"]})
    has(read, "the status", ok(read, 200), {"id": made["id"], "status": "open", "tier": body["tier"]})


@check(
    MUST,
    "create_checkout",
    over={
        "free": {"tier": "free"},
        "enterprise": {"tier": "enterprise"},
        "interval": {"tier": "pro", "interval": "week"},
        "return_url": {"tier": "pro", "return_url": "javascript:alert(1)"},
    },
)
def sells_nothing_else(api: Api, body: dict[str, Any]) -> None:
    """A plan that is not sold, another interval and an address that is no web address are refused with 400
    validation.field_invalid.
    """
    answer = _dashboard(api.demo).call("create_checkout", body=body)
    problem(answer, 400, "validation.field_invalid")


@check(MUST, "create_checkout", "get_me", needs=("past_due",))
def changes_nothing_before_payment(api: Api) -> None:
    """Opening a checkout changes neither the plan nor the block; only paying does."""
    caller = _dashboard(api.past_due)
    before = ok(caller.call("get_me"), 200)
    _opened(caller, {"tier": "business"})
    answer = caller.call("get_me")
    unchanged(answer, before, ok(answer, 200), "the profile")


@check(MUST, "get_checkout_status", "create_checkout", needs=("demo", "other"))
def hides_foreign_checkouts(api: Api) -> None:
    """A checkout that does not exist, or is another workspace's, is answered with 404 resource.not_found."""
    _, made = _opened(_dashboard(api.demo), {"tier": "pro"})
    for unknown in (made["id"], api.unknown_id()):
        answer = _dashboard(api.other).call("get_checkout_status", query={"id": unknown})
        problem(answer, 404, "resource.not_found")


@check(MUST, "get_checkout_status")
def needs_an_id(api: Api) -> None:
    """Asking for a status without an id is refused with 400."""
    answer = _dashboard(api.demo).call("get_checkout_status")
    problem(answer, 400, "validation.field_required", "validation.field_invalid")


@check(MUST, "create_portal_session")
def opens_the_portal(api: Api) -> None:
    """Each call gives a fresh address, with and without a place to come back to."""
    caller, addresses = _dashboard(api.demo), set()
    for body in (ABSENT, {}, {"return_url": "https://example.com/billing"}):
        answer = caller.call("create_portal_session", body=body)
        addresses.add(ok(answer, 201)["portal_url"])
    equal(answer, "the number of addresses", len(addresses), 3)


@check(MUST, "create_portal_session")
def comes_back_to_web_addresses_alone(api: Api) -> None:
    """A place to come back to that is no web address is refused with 400 validation.field_invalid."""
    body = {"return_url": "javascript:alert(1)"}
    answer = _dashboard(api.demo).call("create_portal_session", body=body)
    problem(answer, 400, "validation.field_invalid")


def _dashboard(caller: Caller) -> Caller:
    return caller.using("dashboard_jwt")


def _opened(caller: Caller, body: dict[str, Any]) -> tuple[Answer, dict[str, Any]]:
    answer = caller.call("create_checkout", body=body)
    return answer, ok(answer, 201)
