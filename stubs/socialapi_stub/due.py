"""Moving rows whose time has come: the one way in which background work claims what it works on."""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import ColumnExpressionArgument, Select, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from socialapi_stub import collisions
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Workspace

Row = TypeVar("Row")

BATCH = 50


def move(
    storage: Storage,
    due: Select[Row],
    owner: InstrumentedAttribute[str],
    step: Callable[[Session, Row], None],
) -> int:
    """Give every row that is selected, a batch at most, to `step`, and return how many are due.

    `owner` is the column with the workspace of a row. The workspaces are locked meanwhile, as an operation
    locks its own, so that nobody else changes what is in them; those that are locked already have to wait
    for the next round. Nothing is locked when nothing is due, so `due` has to be quick to find nothing.
    """
    if not is_any(storage, due):
        return 0
    return max(1, collisions.again(lambda: _move(storage, due, owner, step)))


def is_any(storage: Storage, due: Select[Any]) -> bool:
    """Tell whether anything is selected, as quickly as that can be found out."""
    with storage.reading() as connection:
        return (
            connection.scalar(due.with_only_columns(literal(1), maintain_column_froms=True).limit(1))
            is not None
        )


def hold(session: Session, *which: ColumnExpressionArgument[bool]) -> list[str]:
    """Lock the workspaces that nobody else has locked, and return their ids."""
    free = select(Workspace.id).where(*which).limit(BATCH).with_for_update(skip_locked=True)
    return list(session.scalars(free))


def _move(
    storage: Storage,
    due: Select[Row],
    owner: InstrumentedAttribute[str],
    step: Callable[[Session, Row], None],
) -> int:
    with storage.write(beside=True) as session:
        owners = due.order_by(None).with_only_columns(owner, maintain_column_froms=True)
        held = hold(session, Workspace.id.in_(owners))
        rows = session.scalars(due.where(owner.in_(held)).limit(BATCH)).all()
        for row in rows:
            step(session, row)
        return len(rows)
