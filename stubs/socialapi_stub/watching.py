"""Whether the data are still what they were: a mark of their state that no later state has."""

from collections.abc import Hashable
from typing import Any, Protocol

from sqlalchemy import Engine


class Watch(Protocol):
    """Tells the state of the data in a database; `costly` is whether that takes longer than to do without."""

    costly: bool

    async def mark(self) -> Hashable:
        """Return what marks the state that a request sees which asks now; None where that is unknown."""

    def close(self) -> None:
        """Let go of the connection."""


def over(engine: Engine) -> Watch:
    """Return what watches a database, for one event loop."""
    if engine.dialect.name == "sqlite":
        return SQLiteWatch(engine)
    from socialapi_stub.postgresql_watch import PostgreSQLWatch

    return PostgreSQLWatch(engine)


class SQLiteWatch:
    """SQLite counts the commits of all connections but the one that asks, so that nobody else may have it."""

    costly = False

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Any = None

    async def mark(self) -> Hashable:
        """Return the number of commits."""
        if self._connection is None:
            self._connection = self._engine.raw_connection()
            self._connection.detach()
        (count,) = self._connection.dbapi_connection.execute("PRAGMA data_version").fetchone()
        return int(count)

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
