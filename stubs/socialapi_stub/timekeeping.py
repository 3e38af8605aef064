"""Setting the clock: it is kept in the database, so that every process and a restart show the same time."""

import asyncio
import json
import logging
import threading
from datetime import timedelta

from socialapi_stub import clock, jobs
from socialapi_stub.clock import Setting
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import ServerFact

log = logging.getLogger(__name__)

FACT = "clock"
MOST_ROUNDS = 50

# What was read before the clock was set must not be shown after it.
_one_at_a_time = threading.Lock()


def load(storage: Storage) -> None:
    """Let this process show the time that the database says."""
    with _one_at_a_time:
        clock.use(_parsed(_kept(storage)))


def keep(storage: Storage, setting: Setting) -> None:
    """Set the clock, for this process at once and for the others within a second."""
    with _one_at_a_time:
        with storage.write() as session:
            session.merge(ServerFact(name=FACT, value=_written(setting)))
        clock.use(setting)


async def follow(storage: Storage) -> None:
    """Follow what other processes set, for ever."""
    known = _kept(storage)
    while True:
        await asyncio.sleep(jobs.IDLE_SECONDS)
        try:
            known = await asyncio.to_thread(_show_if_changed, storage, known)
        except Exception:
            log.exception("the clock could not be read; the next round tries again")


def catch_up(storage: Storage, settings: Settings) -> None:
    """Do all background work that is due now, so that a caller who moved the clock sees its effects."""
    for _ in range(MOST_ROUNDS):
        moved = [job(storage, settings, clock.now()) for job in jobs.discover().values()]
        if not any(moved):
            return


def _kept(storage: Storage) -> str | None:
    with storage.read() as session:
        fact = session.get(ServerFact, FACT)
    return fact.value if fact else None


def _show_if_changed(storage: Storage, known: str | None) -> str | None:
    """Show what the database says if that is news; other servers in this process may have set the clock."""
    with _one_at_a_time:
        value = _kept(storage)
        if value != known:
            clock.use(_parsed(value))
    return value


def _written(setting: Setting) -> str:
    ahead = setting.ahead // timedelta(microseconds=1)
    return json.dumps({"ahead": ahead, "stopped_at": clock.optional_text(setting.stopped_at)})


def _parsed(value: str | None) -> Setting:
    if value is None:
        return Setting()
    kept = json.loads(value)
    stopped = kept["stopped_at"]
    return Setting(timedelta(microseconds=kept["ahead"]), clock.parse(stopped) if stopped else None)
