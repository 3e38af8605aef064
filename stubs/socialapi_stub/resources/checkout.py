"""Checkout: buying a plan, and the way to the page of the subscription."""

from datetime import timedelta

from socialapi_stub import clock, ids, paying
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables.checkout import Checkout, PortalSession

CHECKOUT_LIFE = timedelta(hours=24)
PORTAL_LIFE = timedelta(minutes=10)


def create_checkout(call: Call, body: Body) -> Body:
    """Open a checkout page; nothing changes until somebody pays there."""
    checkout = Checkout(
        id=ids.new_uuid(),
        workspace_id=call.workspace_id,
        tier=body["tier"],
        interval=body.get("interval", "month"),
        return_url=body.get("return_url"),
        expires_at=call.now + CHECKOUT_LIFE,
    )
    call.session.add(checkout)
    return {
        "id": checkout.id,
        "checkout_url": f"{call.base_url}{paying.CHECKOUT_PATH}/{checkout.id}",
        "expires_at": clock.text(checkout.expires_at),
    }


def get_checkout_status(call: Call, query: Body) -> Body:
    """Return how far a checkout has come."""
    checkout = call.session.get(Checkout, query["id"])
    if checkout is None or checkout.workspace_id != call.workspace_id:
        raise Problem("resource.not_found", resource="checkout", id=query["id"])
    return {"id": checkout.id, "status": paying.status(checkout, call.now), "tier": checkout.tier}


def create_portal_session(call: Call, body: Body | None) -> Body:
    """Open the page of the subscription, for one visit."""
    portal = PortalSession(
        id=ids.new_state(),
        workspace_id=call.workspace_id,
        return_url=(body or {}).get("return_url"),
        expires_at=call.now + PORTAL_LIFE,
    )
    call.session.add(portal)
    return {"portal_url": f"{call.base_url}{paying.PORTAL_PATH}/{portal.id}"}
