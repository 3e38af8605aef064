"""The page of the payment provider where a plan is paid, or not."""

from typing import cast

from socialapi_contract.plans import PLANS
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from socialapi_stub import clock, paying
from socialapi_stub.control import Plane
from socialapi_stub.payment_html import Page, gone
from socialapi_stub.storage import Storage
from socialapi_stub.tables.checkout import Checkout

BUTTONS = {"pay": "Pay", "fail": "Let the payment fail"}


def routes(plane: Plane) -> list[BaseRoute]:
    """Return the route of the checkout page."""

    async def checkout(request: Request) -> Response:
        """Show a checkout; POST with `do=pay` or `do=fail` ends it."""
        wish = request.query_params.get("do", "") if request.method == "POST" else None
        return await run_in_threadpool(_answer, plane.storage, request.path_params["id"], wish)

    return [Route(f"{paying.CHECKOUT_PATH}/{{id}}", checkout, methods=["GET", "POST"])]


def _answer(storage: Storage, checkout_id: str, wish: str | None) -> Response:
    with storage.write() as session:
        checkout = session.get(Checkout, checkout_id)
        if checkout is None or paying.status(checkout, clock.now()) != "open":
            return gone("This checkout is over", "POST /v1/billing/checkout")
        if wish not in BUTTONS:
            return _offer(checkout).response(200 if wish is None else 400)
        paying.close(session, checkout, cast("paying.Outcome", wish))
        if checkout.return_url:
            return RedirectResponse(checkout.return_url, 303)
        return Page(f"The checkout is {checkout.status}", "You can close this page.").response()


def _offer(checkout: Checkout) -> Page:
    plan = PLANS[checkout.tier]
    price = plan.monthly_price_usd if checkout.interval == "month" else plan.annual_price_usd
    cost = "at a price that is not published" if price is None else f"for {price} US dollars"
    text = f"One {checkout.interval} {cost}."
    return Page(plan.name, text, BUTTONS, checkout.return_url)
