"""The page of the payment provider where a subscription falls behind, is paid again, or ends."""

from typing import cast

from socialapi_contract.plans import PLANS
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from socialapi_stub import clock, paying
from socialapi_stub.control import Plane
from socialapi_stub.payment_html import Page, gone
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Workspace
from socialapi_stub.tables.checkout import PortalSession

BUTTONS = {
    "past_due": "Let two payments fail",
    "resume": "Pay what is due",
    "cancel": "Cancel the subscription",
}


def routes(plane: Plane) -> list[BaseRoute]:
    """Return the route of the subscription page."""

    async def portal(request: Request) -> Response:
        """Show a subscription, once; POST with `do=past_due`, `do=resume` or `do=cancel` changes it."""
        wish = request.query_params.get("do", "") if request.method == "POST" else None
        return await run_in_threadpool(_answer, plane.storage, request.path_params["id"], wish)

    return [Route(f"{paying.PORTAL_PATH}/{{id}}", portal, methods=["GET", "POST"])]


def _answer(storage: Storage, portal_id: str, wish: str | None) -> Response:
    now = clock.now()
    with storage.write() as session:
        portal = session.get(PortalSession, portal_id)
        if portal is None or portal.expires_at <= now or (portal.is_opened and wish is None):
            return gone("This page is closed", "POST /v1/billing/portal")
        portal.is_opened = True
        workspace = session.get_one(Workspace, portal.workspace_id, with_for_update=True)
        possible = BUTTONS if paying.is_subscribed(workspace) else {}
        if wish in possible:
            paying.change(workspace, cast("paying.Action", wish), now)
        return _overview(workspace, portal).response(200 if wish is None or wish in possible else 400)


def _overview(workspace: Workspace, portal: PortalSession) -> Page:
    plan = PLANS[workspace.plan].name
    if not paying.is_subscribed(workspace):
        return Page(plan, "There is no subscription.", back=portal.return_url)
    blocked = workspace.billing_blocked_at is not None
    text = "The payment is past due, and the API is blocked." if blocked else "Everything is paid."
    return Page(plan, text, BUTTONS, portal.return_url)
