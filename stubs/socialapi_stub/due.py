"""Moving rows whose time has come: the one way in which background work claims what it works on."""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Select, literal
from sqlalchemy.orm import Session

from socialapi_stub.storage import Storage

Row = TypeVar("Row")

BATCH = 50


def move(storage: Storage, due: Select[Row], step: Callable[[Session, Row], None]) -> int:
    """Give every row that is selected, a batch at most, to `step`, and return how many those were.

    The rows are locked meanwhile, so that several processes never move one twice. Nothing is locked when
    nothing is due, so `due` has to be quick to find nothing.
    """
    if not is_any(storage, due):
        return 0
    with storage.write() as session:
        rows = session.scalars(due.limit(BATCH).with_for_update(skip_locked=True)).all()
        for row in rows:
            step(session, row)
        return len(rows)


def is_any(storage: Storage, due: Select[Any]) -> bool:
    """Tell whether anything is selected, as quickly as that can be found out."""
    with storage.reading() as connection:
        return (
            connection.scalar(due.with_only_columns(literal(1), maintain_column_froms=True).limit(1))
            is not None
        )
