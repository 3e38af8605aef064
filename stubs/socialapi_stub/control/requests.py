"""What clients have sent."""

from typing import Any

from sqlalchemy import Select, func, select

from socialapi_stub import clock, workspaces
from socialapi_stub.control import Order, Plane
from socialapi_stub.tables.requests import LoggedRequest

COLUMNS = (
    "method",
    "path",
    "query",
    "operation",
    "status",
    "ms",
    "request_id",
    "workspace_id",
    "error",
    "violations",
)


def list_requests(plane: Plane, order: Order) -> dict[str, Any]:
    """Return the last requests that meet the filters, newest first."""
    plane.requests.store()
    wanted = dict(order.parameters)
    with plane.storage.read() as session:
        if "workspace" in wanted:
            workspace = workspaces.find(session, wanted["workspace"])
            wanted["workspace"] = workspace.id if workspace else wanted["workspace"]
        return {"data": [_document(row) for row in session.scalars(_matching(wanted))]}


def clear_requests(plane: Plane, _order: Order) -> None:
    """Forget all requests."""
    plane.requests.clear()


def _matching(wanted: dict[str, Any]) -> Select[LoggedRequest]:
    statement = select(LoggedRequest).order_by(LoggedRequest.id.desc()).limit(wanted["limit"])
    for name, column in (
        ("operation", LoggedRequest.operation),
        ("request_id", LoggedRequest.request_id),
        ("workspace", LoggedRequest.workspace_id),
    ):
        if name in wanted:
            statement = statement.where(column == wanted[name])
    if "status" in wanted:
        low, high = wanted["status"].replace("xx", "00"), wanted["status"].replace("xx", "99")
        statement = statement.where(LoggedRequest.status.between(int(low), int(high)))
    if "violations" in wanted:
        count = func.json_array_length(LoggedRequest.violations)
        statement = statement.where(count > 0 if wanted["violations"] else count == 0)
    return statement


def _document(row: LoggedRequest) -> dict[str, Any]:
    return {"at": clock.text(row.at), **{name: getattr(row, name) for name in COLUMNS}}
