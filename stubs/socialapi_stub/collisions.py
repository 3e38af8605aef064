"""Doing a transaction again that another one got in the way of.

PostgreSQL lets writes run side by side. Two of them may take the same unique value, or wait for each other;
the one that is undone then sees on its next try what the other has done, and answers to that.
"""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, IntegrityError

Result = TypeVar("Result")

TRIES = 5
UNDONE = frozenset({"40001", "40P01"})
"""What PostgreSQL calls a write that it has undone for the sake of another one."""


def again(work: Callable[[], Result]) -> Result:
    """Do what is one transaction, and anew while others get in its way, `TRIES` times at most."""
    for _ in range(TRIES - 1):
        try:
            return work()
        except DBAPIError as error:
            if not _is_collision(error):
                raise
    return work()


def _is_collision(error: DBAPIError) -> bool:
    return isinstance(error, IntegrityError) or getattr(error.orig, "sqlstate", None) in UNDONE
