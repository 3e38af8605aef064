"""What happened: rows of the events log, and the deliveries to webhooks that follow from them."""

from dataclasses import dataclass
from datetime import datetime

from socialapi_contract.events import EVENTS, Event
from sqlalchemy.orm import Session

from socialapi_stub import deliveries, ids, telling
from socialapi_stub.call import Body
from socialapi_stub.tables import Account
from socialapi_stub.tables.events import LoggedEvent
from socialapi_stub.telling import Told

CATEGORIES = {"posts": "post", "inbox": "inbox", "accounts": "account"}
FAILURES = ("post.failed", "post.partial", "dm.status.failed", "account.disconnected", "page.removed")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event that happens in a workspace.

    `data` is the body that the contract gives the event (`EVENTS[event].payload`), without what all events
    share. `account` is the account it happens on, if it is one. `raw_payload` is what the platform itself
    reported, where the event has that.
    """

    workspace_id: str
    event: Event
    data: Body
    at: datetime
    account: Account | None = None
    raw_payload: Body | None = None


def emit(session: Session, occurrence: Occurrence) -> None:
    """Note an event within the transaction that makes it happen, for the log and for every webhook."""
    told = telling.tell(occurrence.event, occurrence.data, occurrence.account)
    session.add(_entry(occurrence, told))
    raw = {} if occurrence.raw_payload is None else {"raw_payload": occurrence.raw_payload}
    payload = {"event": occurrence.event, "data": occurrence.data, **raw}
    deliveries.queue(session, occurrence.workspace_id, payload, told.summary, occurrence.at)


def _entry(occurrence: Occurrence, told: Told) -> LoggedEvent:
    event, outcomes = occurrence.event, occurrence.data.get("results") or []
    error: Body = next((outcome["error"] for outcome in outcomes if outcome.get("error")), {})
    return LoggedEvent(
        id=ids.new_uuid(),
        workspace_id=occurrence.workspace_id,
        category=CATEGORIES[EVENTS[event].category],
        action=event,
        status="failed" if event in FAILURES else "ok",
        summary=told.summary,
        platform=told.platform,
        account_id=told.account_id,
        resource_id=told.resource_id,
        error_category=error.get("category"),
        error_message=error.get("message"),
        details={"error_code": error["code"]} if "code" in error else {},
        created_at=occurrence.at,
    )
