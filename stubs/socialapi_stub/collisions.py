"""Transactions of several workspaces that are about the same thing, and those that a lost connection ends.

PostgreSQL lets them run side by side. Two of them may take the same unique value, or wait for each other; the
one that is undone then sees on its next try what the other has done, and answers to that. Where no unique
value keeps them apart they take turns.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from socialapi_stub.engines import LOCK_KEY

Result = TypeVar("Result")

TRIES = 5
UNDONE = frozenset({"40001", "40P01"})
"""What PostgreSQL calls a write that it has undone for the sake of another one."""


def again(work: Callable[[], Result]) -> Result:
    """Do what is one transaction, and anew while something gets in its way, `TRIES` times at most."""
    for _ in range(TRIES - 1):
        try:
            return work()
        except DBAPIError as error:
            if not _is_undone(error):
                raise
    return work()


def take_turns(session: Session, things: Iterable[str]) -> None:
    """Wait for the transactions that take turns about any of some things; on SQLite every write does."""
    if session.get_bind().dialect.name == "postgresql":
        for thing in sorted(things):
            session.execute(select(func.pg_advisory_xact_lock(LOCK_KEY, func.hashtext(thing))))


def _is_undone(error: DBAPIError) -> bool:
    """Tell whether a transaction has left nothing behind; of a commit that gets no answer nobody knows."""
    is_lost = error.connection_invalidated and error.statement is not None
    return is_lost or isinstance(error, IntegrityError) or getattr(error.orig, "sqlstate", None) in UNDONE
