"""Work that waits in rows of the database and is done in the background.

Every module here has a function `run_due(storage, settings, now)` that does what is due at `now` and returns
how many rows it moved. It claims rows before it works on them, so that several processes never do the same
work, and it keeps nothing in memory, so that a restart forgets nothing.
"""

import asyncio
import importlib
import logging
import pkgutil
from collections.abc import Callable
from datetime import datetime

from socialapi_stub import clock
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage

log = logging.getLogger(__name__)

IDLE_SECONDS = 1.0
SLOWER = 1.25

Job = Callable[[Storage, Settings, datetime], int]


def discover() -> dict[str, Job]:
    """Return every job by the name of its module."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").run_due for name in names}


async def run(storage: Storage, settings: Settings) -> None:
    """Do what is due, for ever, each job at its own pace so that a slow one holds nobody up."""
    await asyncio.gather(*(_repeat(name, job, storage, settings) for name, job in discover().items()))


class Pace:
    """How long to wait before looking for due work again.

    Soon after something was written, then ever more rarely up to a second: what is due later than a write is
    late by a quarter of that time at most.
    """

    def __init__(self, storage: Storage, settings: Settings) -> None:
        self._storage = storage
        self._shortest = self._wait = settings.poll_seconds
        self._seen = storage.changes

    async def pause(self) -> None:
        """Wait until it is worth looking again."""
        waited = 0.0
        while waited < self._wait:
            await asyncio.sleep(self._shortest)
            waited += self._shortest
            if self._seen != self._storage.changes:
                self._seen, self._wait = self._storage.changes, self._shortest
                return
        self._wait = min(self._wait * SLOWER, IDLE_SECONDS)


async def _repeat(name: str, job: Job, storage: Storage, settings: Settings) -> None:
    pace = Pace(storage, settings)
    while True:
        try:
            await asyncio.to_thread(job, storage, settings, clock.now())
        except Exception:
            log.exception("a round of %s failed; the next one tries again", name)
        await pace.pause()
