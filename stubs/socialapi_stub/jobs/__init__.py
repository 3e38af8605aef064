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

Job = Callable[[Storage, Settings, datetime], int]


def discover() -> dict[str, Job]:
    """Return every job by the name of its module."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").run_due for name in names}


async def run(storage: Storage, settings: Settings) -> None:
    """Do what is due, for ever, each job at its own pace so that a slow one holds nobody up."""
    await asyncio.gather(*(_repeat(name, job, storage, settings) for name, job in discover().items()))


async def _repeat(name: str, job: Job, storage: Storage, settings: Settings) -> None:
    while True:
        try:
            await asyncio.to_thread(job, storage, settings, clock.now())
        except Exception:
            log.exception("a round of %s failed; the next one tries again", name)
        await pause(storage, settings)


async def pause(storage: Storage, settings: Settings) -> None:
    """Wait until it is worth looking again: at the next poll while things change, every second otherwise."""
    waited = 0.0
    while waited < IDLE_SECONDS:
        await asyncio.sleep(settings.poll_seconds)
        waited += settings.poll_seconds
        if storage.is_busy:
            return
