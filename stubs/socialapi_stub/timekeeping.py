"""Setting the clock: it is kept in the database, so that every process and a restart show the same time."""

import asyncio
import json
import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import Connection

from socialapi_stub import clock, jobs
from socialapi_stub.clock import Setting
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import ServerFact

log = logging.getLogger(__name__)

FACT = "clock"
KEPT = f"SELECT value FROM {ServerFact.__tablename__} WHERE name = '{FACT}'"  # noqa: S608 - constants
"""Plain SQL, since it is a part of every request."""
MOST_ROUNDS = 50


class _Shown:
    """How often this process has set its clock: what was read before the last time is not shown after it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.turn = 0

    def show(self, storage: Storage, value: str | None) -> None:
        """Show the time of a setting; whoever calls holds the lock."""
        self.turn += 1
        storage.clock = value
        clock.use(_parsed(value))


_shown = _Shown()


def load(storage: Storage) -> None:
    """Let this process show the time that the database says."""
    with _shown.lock, storage.reading() as connection:
        _shown.show(storage, connection.exec_driver_sql(KEPT).scalar())


def look(storage: Storage, connection: Connection) -> None:
    """Show what the database says if another process has set the clock since it was last looked at."""
    before_reading(storage)(connection.exec_driver_sql(KEPT).scalar())


def before_reading(storage: Storage) -> Callable[[str | None], None]:
    """Return what is told the setting that is read next, to show it as `look` does."""
    turn = _shown.turn

    def show(value: str | None) -> None:
        if value != storage.clock:
            with _shown.lock:
                if turn == _shown.turn:
                    _shown.show(storage, value)

    return show


def catch_sight(storage: Storage) -> None:
    """Do the same on a connection of its own."""
    with storage.reading() as connection:
        look(storage, connection)


def keep(storage: Storage, change: Callable[[Setting], Setting]) -> None:
    """Set the clock to what `change` makes of its setting; the others see it when they are asked next."""
    with _shown.lock:
        with storage.write() as session:
            fact = session.get(ServerFact, FACT)
            value = _written(change(_parsed(fact.value if fact else None)))
            session.merge(ServerFact(name=FACT, value=value))
        _shown.show(storage, value)


async def follow(storage: Storage) -> None:
    """Follow what other processes set, for ever."""
    while True:
        await asyncio.sleep(jobs.IDLE_SECONDS)
        try:
            await asyncio.to_thread(catch_sight, storage)
        except Exception:
            log.exception("the clock could not be read; the next round tries again")


def catch_up(storage: Storage, settings: Settings) -> None:
    """Do all background work that is due now, so that a caller who moved the clock sees its effects."""
    for _ in range(MOST_ROUNDS):
        moved = [job(storage, settings, clock.now()) for job in jobs.discover().values()]
        if not any(moved):
            return


def _written(setting: Setting) -> str:
    ahead = setting.ahead // timedelta(microseconds=1)
    return json.dumps({"ahead": ahead, "stopped_at": clock.optional_text(setting.stopped_at)})


def _parsed(value: str | None) -> Setting:
    if value is None:
        return Setting()
    kept = json.loads(value)
    stopped = kept["stopped_at"]
    return Setting(timedelta(microseconds=kept["ahead"]), clock.parse(stopped) if stopped else None)
