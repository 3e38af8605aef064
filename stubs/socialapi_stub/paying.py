"""Paying and not paying: what becomes of a checkout, of a subscription, and of the block that follows."""

from datetime import datetime
from typing import Literal

from socialapi_contract.plans import PLANS
from sqlalchemy.orm import Session

from socialapi_stub.tables import Workspace
from socialapi_stub.tables.checkout import Checkout

CHECKOUT_PATH = "/_mock/checkout"
PORTAL_PATH = "/_mock/portal"
FREE = "free"

Outcome = Literal["pay", "fail"]
Action = Literal["past_due", "resume", "cancel"]


def status(checkout: Checkout, now: datetime) -> str:
    """Return the state of a checkout: an open one expires by itself."""
    return "expired" if checkout.status == "open" and checkout.expires_at <= now else checkout.status


def close(session: Session, checkout: Checkout, outcome: Outcome) -> None:
    """End a checkout; once it is paid, the workspace is on the plan and not blocked any more."""
    if outcome == "fail":
        checkout.status = "failed"
        return
    checkout.status = "paid"
    workspace = session.get_one(Workspace, checkout.workspace_id, with_for_update=True)
    workspace.plan = checkout.tier
    workspace.billing_blocked_at = None


def change(workspace: Workspace, action: Action, now: datetime) -> None:
    """Let a subscription fall behind, which blocks the workspace; catch up; or end, which leads to `free`."""
    if action == "past_due":
        workspace.billing_blocked_at = workspace.billing_blocked_at or now
        return
    workspace.billing_blocked_at = None
    if action == "cancel":
        workspace.plan = FREE


def is_subscribed(workspace: Workspace) -> bool:
    """Tell whether there is a subscription that could be paid or not."""
    return PLANS[workspace.plan].monthly_price_usd != 0
