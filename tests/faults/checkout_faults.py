"""Faults in checkouts and the subscription page."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces

from datetime import timedelta
from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault
from faults.key_faults import blind, changed
from socialapi_stub import paying
from socialapi_stub.resources import checkout
from socialapi_stub.tables.checkout import Checkout


@fault("checkout/create_checkout/opens_a_checkout")
def is_in_a_hurry(patch: pytest.MonkeyPatch) -> None:
    """A checkout is open for an hour."""
    patch.setattr(checkout, "CHECKOUT_LIFE", timedelta(hours=1))


@fault(
    "checkout/create_checkout/changes_nothing_before_payment",
    "checkout/create_checkout/opens_a_checkout",
)
def takes_the_wish_for_the_payment(patch: pytest.MonkeyPatch) -> None:
    """A checkout is paid as soon as it is opened."""
    original = checkout.create_checkout

    def create_checkout(call: Any, body: Any) -> Any:
        made = original(call, body)
        call.session.flush()
        paying.close(call.session, call.session.get(Checkout, made["id"]), "pay")
        return made

    patch.setattr(checkout, "create_checkout", create_checkout)


@fault(
    "checkout/create_checkout/sells_nothing_else",
    "checkout/create_portal_session/comes_back_to_web_addresses_alone",
)
def blames_the_body_for_its_fields(patch: pytest.MonkeyPatch) -> Middleware:
    """Bad fields of a checkout and of the subscription page are called a bad body."""

    def spoil(reply: Reply) -> None:
        reply.json = {**reply.json, "error": {**reply.json["error"], "code": "validation.body_invalid"}}

    def bad_field(reply: Reply) -> bool:
        pages = ("/v1/billing/checkout", "/v1/billing/portal")
        return reply.path in pages and reply.code == "validation.field_invalid"

    return blind(spoil, bad_field)


@fault(
    "checkout/get_checkout_status/hides_foreign_checkouts",
    "checkout/get_checkout_status/needs_an_id",
    "across/bounds/refuses_missing_fields/get_checkout_status",
)
def knows_every_checkout(patch: pytest.MonkeyPatch) -> Middleware:
    """A status that cannot be told is told all the same."""

    def spoil(reply: Reply) -> None:
        reply.status, reply.json = 200, {"id": "x", "status": "open", "tier": "pro"}

    asked = "/v1/billing/checkout/status"
    codes = ("resource.not_found", "validation.field_required")
    return blind(spoil, lambda reply: reply.path == asked and reply.code in codes)


@fault("checkout/create_portal_session/opens_the_portal")
def shows_everybody_in_by_one_door(patch: pytest.MonkeyPatch) -> None:
    """The address of the subscription page is always the same."""
    changed(patch, checkout, "create_portal_session", lambda _: {"portal_url": "https://example.com/"})
