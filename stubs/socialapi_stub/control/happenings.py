"""Events from outside."""

from collections.abc import Collection
from typing import Any, get_args

from socialapi_contract.events import EVENTS, Event
from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from socialapi_stub import clock, triggers
from socialapi_stub.control import Order, OrderRefused, Plane
from socialapi_stub.control.choosing import account_of, workspace_of
from socialapi_stub.tables import Account, Instant, Target, Workspace
from socialapi_stub.tables.base import EPOCH
from socialapi_stub.triggers import CannotTrigger, Occasion

SEE = "GET /_mock/trigger lists the events."


def list_triggers(_plane: Plane, _order: Order) -> dict[str, Any]:
    """Return the events that can be triggered, in the order of the catalogue."""
    return {"data": [event for event in EVENTS if event in triggers.discover()]}


def trigger(plane: Plane, order: Order) -> dict[str, Any]:
    """Let an event happen."""
    name: Any = order.body["event"]
    known = triggers.discover()
    if name not in get_args(Event) or name not in known:
        raise OrderRefused(f"event: {name} is no event that can be triggered", SEE)
    with plane.storage.write() as session:
        workspace = workspace_of(session, order.body)
        account = _account(session, workspace, name, order)
        overrides = order.body.get("overrides", {})
        occasion = Occasion(session, workspace, account, overrides, clock.now(), plane.settings)
        try:
            return known[name](occasion)
        except CannotTrigger as error:
            raise OrderRefused(str(error), "Choose another account_id, or other overrides.") from error


def _account(session: Session, workspace: Workspace, event: Event, order: Order) -> Account | None:
    platforms = EVENTS[event].platforms
    if "account_id" in order.body:
        account = account_of(session, workspace, order.body["account_id"])
        if platforms is not None and account.platform not in platforms:
            raise OrderRefused(
                f"{event} does not happen on {account.platform}", f"It does on {', '.join(platforms)}."
            )
        return account
    return _liveliest(session, workspace, platforms)


def _liveliest(session: Session, workspace: Workspace, platforms: Collection[str] | None) -> Account | None:
    """Return the working account that was published on last, or else the oldest."""
    working = select(Account).where(Account.workspace_id == workspace.id, Account.status == "active")
    if platforms is not None:
        working = working.where(Account.platform.in_(platforms))
    published = select(func.max(Target.published_at)).where(Target.account_id == Account.id).scalar_subquery()
    latest_first = func.coalesce(published, literal(EPOCH, Instant)).desc()
    return session.scalar(working.order_by(latest_first, Account.created_at, Account.id).limit(1))
