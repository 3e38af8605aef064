"""What clients have sent: one line per request on stderr, and the last thousand in the database."""

import asyncio
import logging
import secrets
import time
from collections import deque
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import SQLAlchemyError
from starlette.types import Scope

from socialapi_stub import clock
from socialapi_stub.logs import RequestLines
from socialapi_stub.storage import Storage
from socialapi_stub.tables.requests import LoggedRequest

log = logging.getLogger(__name__)

CAPACITY = 1000
LONGEST = 2000
MOST_VIOLATIONS = 20
KEEP_SECONDS = 1.0
# Problems that say that the request itself was wrong, rather than that what it asked for was not possible.
WRONG = ("validation.body_invalid", "validation.field_", "http.4")


class RequestLog:
    """The requests this process has answered and not stored yet.

    They are stored in batches, so that an answer never waits for its line in the log.
    """

    def __init__(self, storage: Storage, lines: RequestLines | None = None) -> None:
        self._storage = storage
        self._lines = lines
        self._waiting: deque[dict[str, Any]] = deque(maxlen=CAPACITY)
        self._process = secrets.token_hex(4)
        self._last = 0

    def note(self, scope: Scope, path: str, status: int, ms: float) -> None:
        """Log a request that is over."""
        extensions = scope["extensions"]
        operation = extensions.get("connexion_routing", {}).get("operation_id")
        caller = extensions.get("caller")
        problem = extensions.get("problem")
        row = {
            "id": self._next_id(),
            "at": clock.now(),
            "method": scope["method"][:LONGEST],
            "path": path[:LONGEST],
            "query": scope["query_string"].decode("latin-1")[:LONGEST],
            "operation": operation,
            "status": status,
            "ms": round(ms, 1),
            "request_id": extensions["request_id"],
            "workspace_id": caller.workspace_id if caller else None,
            "error": problem.code if problem else None,
            "violations": violations(scope),
        }
        if self._lines is not None:
            self._lines.add(row)
        if not path.startswith("/_mock/"):
            self._waiting.append(row)

    def _next_id(self) -> str:
        """Return a name that sorts behind all before it, and that no other process gives."""
        self._last = max(time.time_ns(), self._last + 1)
        return f"{self._last:020d}-{self._process}"

    def store(self) -> None:
        """Move what is waiting into the database, and the oldest out of it."""
        rows = [self._waiting.popleft() for _ in range(len(self._waiting))]
        if not rows:
            return
        try:
            with self._storage.write(wakes=False) as session:
                session.execute(insert(LoggedRequest), rows)
                newest = select(LoggedRequest.id).order_by(LoggedRequest.id.desc())
                last = session.scalar(newest.offset(CAPACITY).limit(1))
                if last is not None:
                    session.execute(delete(LoggedRequest).where(LoggedRequest.id <= last))
        except SQLAlchemyError:
            self._waiting.extendleft(reversed(rows))
            raise

    def end(self) -> None:
        """Write the lines that wait."""
        if self._lines is not None:
            self._lines.write()

    def clear(self) -> None:
        """Forget every request."""
        self._waiting.clear()
        with self._storage.write() as session:
            session.execute(delete(LoggedRequest))

    async def keep(self) -> None:
        """Store what comes in, for ever."""
        while True:
            await asyncio.sleep(KEEP_SECONDS)
            try:
                await asyncio.to_thread(self.store)
            except Exception:
                log.exception("requests could not be stored; the next round tries again")


def violate(scope: Scope, what: str) -> None:
    """Note that a client got something wrong that the API is lenient about, as far as there is room."""
    found = scope["extensions"].setdefault("violations", [])
    if len(found) < MOST_VIOLATIONS:
        found.append(what[:LONGEST])


def violations(scope: Scope) -> list[str]:
    """Return what a client got wrong in a request that is over."""
    found: list[str] = list(scope["extensions"].get("violations", ()))
    problem = scope["extensions"].get("problem")
    if problem is not None and problem.code.startswith(WRONG):
        found.append(f"{problem.code}: {problem.message}"[:LONGEST])
    return found
