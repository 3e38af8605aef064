"""Reading the events log: its filters, its documents, its numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any

from socialapi_contract.plans import PLANS
from sqlalchemy import ColumnElement, Select, func, select

from socialapi_stub import clock, drafting
from socialapi_stub.call import Body, Call
from socialapi_stub.documents import present
from socialapi_stub.pages import Order
from socialapi_stub.tables.events import LoggedEvent

NEWEST_FIRST = Order(LoggedEvent.created_at, LoggedEvent.id, attrgetter("created_at", "id"), descending=True)
COLUMNS = {
    "category": LoggedEvent.category,
    "status": LoggedEvent.status,
    "action": LoggedEvent.action,
    "resource_id": LoggedEvent.resource_id,
    "platform": LoggedEvent.platform,
    "account_id": LoggedEvent.account_id,
}
OPTIONAL = (
    "platform",
    "account_id",
    "resource_id",
    "error_category",
    "error_message",
    "status_code",
    "duration_ms",
)


def retention(call: Call) -> timedelta:
    """Return how long the plan keeps events."""
    return timedelta(days=PLANS[call.workspace.plan].event_retention_days)


def matching(call: Call, query: Mapping[str, Any]) -> Select[LoggedEvent]:
    """Select the events that are kept and meet every filter. Raises `validation.field_invalid`."""
    statement = select(LoggedEvent).where(*_kept(call))
    for name, column in COLUMNS.items():
        if name in query:
            wanted = "ok" if (name, query[name]) == ("status", "success") else query[name]
            statement = statement.where(column == wanted)
    if "from" in query:
        statement = statement.where(LoggedEvent.created_at >= drafting.instant(query, "from", "from"))
    if "to" in query:
        statement = statement.where(LoggedEvent.created_at <= drafting.instant(query, "to", "to"))
    return statement


def document(row: LoggedEvent) -> Body:
    """Return an event as the API shows it; what is not set is left out."""
    optional = {name: getattr(row, name) for name in OPTIONAL}
    return {
        "id": row.id,
        "category": row.category,
        "action": row.action,
        "status": row.status,
        "summary": row.summary,
        **present(optional),
        "metadata": row.details,
        "created_at": clock.text(row.created_at),
    }


def summary(call: Call, query: Mapping[str, Any]) -> Body:
    """Count the events of a span of time by kind, and all of the span of equal length before it.

    Without bounds the span is all that is kept. Raises `validation.field_invalid`.
    """
    kept_since = call.now - retention(call)
    start = drafting.instant(query, "from", "from") or kept_since
    end = drafting.instant(query, "to", "to") or call.now
    length = max(end - start, timedelta())
    rows = _counted(call, LoggedEvent.created_at.between(start, end))
    is_known = start - kept_since >= length
    return {
        "total": _total(rows),
        "total_previous": _before(call, start, length) if is_known else None,
        "failed": _total(row for row in rows if row.status == "failed"),
        "by_category": _by(rows, lambda row: row.category),
        "by_error_category": _by(rows, lambda row: row.error_category),
        "inbox_breakdown": _by(rows, lambda row: row.category == "inbox" and row.action.partition(".")[0]),
    }


def _kept(call: Call) -> tuple[ColumnElement[bool], ...]:
    since = call.now - retention(call)
    return LoggedEvent.workspace_id == call.workspace_id, LoggedEvent.created_at >= since


def _counted(call: Call, inside: ColumnElement[bool]) -> Sequence[Any]:
    """Return how many events there are of each combination of what they are counted by."""
    kind = (LoggedEvent.category, LoggedEvent.action, LoggedEvent.status, LoggedEvent.error_category)
    counting = select(*kind, func.count().label("number")).where(*_kept(call), inside).group_by(*kind)
    return call.session.execute(counting).all()


def _before(call: Call, start: datetime, length: timedelta) -> int:
    earlier = (LoggedEvent.created_at >= start - length, LoggedEvent.created_at < start)
    counting = select(func.count()).select_from(LoggedEvent)
    return call.session.scalar(counting.where(*_kept(call), *earlier)) or 0


def _total(rows: Iterable[Any]) -> int:
    return sum(row.number for row in rows)


def _by(rows: Iterable[Any], kind: Callable[[Any], Any]) -> dict[str, int]:
    """Add up what has a kind, by it."""
    totals: Counter[str] = Counter()
    for row in rows:
        if name := kind(row):
            totals[name] += row.number
    return dict(totals)
