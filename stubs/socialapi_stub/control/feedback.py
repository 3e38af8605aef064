"""The feedback that arrived, which the API itself never shows."""

from typing import Any

from sqlalchemy import select

from socialapi_stub import clock
from socialapi_stub.control import Order, Plane
from socialapi_stub.tables import Workspace
from socialapi_stub.tables.feedback import Feedback


def list_feedback(plane: Plane, order: Order) -> dict[str, Any]:
    """Return the latest messages of all workspaces, newest first."""
    statement = select(Feedback, Workspace.name).join(Workspace, Feedback.workspace_id == Workspace.id)
    newest = statement.order_by(Feedback.sent_at.desc(), Feedback.id).limit(order.parameters["limit"])
    with plane.storage.read() as session:
        return {"data": [_document(row, sender) for row, sender in session.execute(newest)]}


def _document(row: Feedback, sender: str) -> dict[str, Any]:
    return {
        "workspace": sender,
        "type": row.kind,
        "message": row.message,
        "sent_at": clock.text(row.sent_at),
    }
