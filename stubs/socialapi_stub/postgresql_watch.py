"""The mark of a state of the data in PostgreSQL; the driver takes long to import, so that it is apart."""

import asyncio
from collections.abc import Hashable
from typing import Any

import psycopg
from sqlalchemy import Engine

PATIENCE_SECONDS = 5
"""How long PostgreSQL may take to tell, after which nothing is known of its data."""


class PostgreSQLWatch:
    """PostgreSQL tells which transactions are over and which are not: who sees the same sees the same data.

    Who comes while it is asked waits for the answer after that, which is one for all who wait.
    """

    costly = True

    def __init__(self, engine: Engine) -> None:
        self._given, self._options = engine.dialect.create_connect_args(engine.url)
        self._connection: Any = None
        self._asking = asyncio.Lock()
        self._next: asyncio.Task[Hashable] | None = None

    async def mark(self) -> Hashable:
        """Return what PostgreSQL calls a snapshot."""
        if self._next is None:
            self._next = asyncio.create_task(self._ask())
        return await asyncio.shield(self._next)

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.pgconn.finish()
            self._connection = None

    async def _ask(self) -> Hashable:
        async with self._asking:
            self._next = None
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    return await self._snapshot()
            except (psycopg.Error, TimeoutError):
                self.close()
                return None

    async def _snapshot(self) -> Hashable:
        if self._connection is None:
            connect = psycopg.AsyncConnection.connect
            self._connection = await connect(*self._given, **self._options, autocommit=True)
        asked = await self._connection.execute("SELECT pg_current_snapshot()::text")
        (snapshot,) = await asked.fetchone()
        return str(snapshot)
