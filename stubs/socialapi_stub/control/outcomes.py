"""Failures on order."""

from typing import Any

from socialapi_contract.operations import OPERATIONS
from sqlalchemy import delete, select
from ulid import ULID

from socialapi_stub.control import Order, OrderRefused, Plane
from socialapi_stub.control.choosing import account_of, workspace_of
from socialapi_stub.tables.outcomes import Outcome


def list_outcomes(plane: Plane, _order: Order) -> dict[str, Any]:
    """Return the outcomes that are still to come, oldest first."""
    waiting = select(Outcome).where(Outcome.remaining > 0).order_by(Outcome.id)
    with plane.storage.read() as session:
        return {"data": [_document(outcome) for outcome in session.scalars(waiting)]}


def order_outcome(plane: Plane, order: Order) -> dict[str, Any]:
    """Let the next calls fail."""
    operation = order.body.get("operation")
    if operation is not None and not _reaches_a_platform(operation):
        hint = "Give one whose errors have platform.… or account.reconnection_required."
        raise OrderRefused(f"operation: {operation} is no operation that calls a platform", hint)
    with plane.storage.write() as session:
        workspace = workspace_of(session, order.body)
        account_id = order.body.get("account_id")
        outcome = Outcome(
            id=str(ULID()),
            workspace_id=workspace.id,
            account_id=account_of(session, workspace, account_id).id if account_id else None,
            operation_id=operation,
            reason=order.body["outcome"],
            remaining=order.body.get("times", 1),
        )
        session.add(outcome)
        return _document(outcome)


def cancel_outcomes(plane: Plane, _order: Order) -> None:
    """Let no further call fail."""
    with plane.storage.write() as session:
        session.execute(delete(Outcome))


def _reaches_a_platform(operation_id: str) -> bool:
    operation = OPERATIONS.get(operation_id)
    signs = ("platform.", "account.reconnection_required")
    return operation is not None and any(code.startswith(signs) for code in operation.errors)


def _document(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.id,
        "workspace_id": outcome.workspace_id,
        "account_id": outcome.account_id,
        "operation": outcome.operation_id,
        "outcome": outcome.reason,
        "remaining": outcome.remaining,
    }
