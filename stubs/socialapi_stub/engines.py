"""Opening a database: what SQLite and PostgreSQL each need to be told, and why one cannot be used."""

import sqlite3
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError

LOCKED_SECONDS = 20
"""How long a write waits for those before it."""
STALLED_SECONDS = 60
"""How long PostgreSQL keeps the locks of a process that has stopped talking in the middle of a write."""
PRAGMAS = (
    f"busy_timeout = {LOCKED_SECONDS * 1000}",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "wal_autocheckpoint = 4000",  # pages: what is written often is copied into the database once
    "foreign_keys = ON",
)
SETTINGS = (
    f"lock_timeout = '{LOCKED_SECONDS}s'",
    f"idle_in_transaction_session_timeout = '{STALLED_SECONDS}s'",
)
DRIVERS = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}
POOLS = {"sqlite": (10, 40), "postgresql": (5, 10)}
"""Connections that are kept, and how many more there may be; PostgreSQL has 100 for everybody."""

WITHOUT_SEARCH = ("no such module", "no such tokenizer")
SEARCH_NEEDED = (
    "The SQLite of this Python cannot search texts: it needs FTS5 and version 3.34. "
    "Use another Python, or PostgreSQL with --database-url."
)
UNKNOWN = "it is neither SQLite nor PostgreSQL"

ALONE, BESIDE = "alone", "beside"
LOCK_KEY = 7641  # any number; it names the lock in which writes that are alone meet those that are not


class DatabaseUnavailable(Exception):
    """The database cannot be used. `reason` says why, `hint` how to mend it."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def open_engine(url: str) -> Engine:
    """Return the engine of a database; nothing is connected yet.

    A transaction with the option `writes` is `ALONE`, or `BESIDE` others that are. Raises
    `DatabaseUnavailable`.
    """
    try:
        full = _with_driver(make_url(url))
        prepare, begin = LISTENERS[full.get_backend_name()]
        size, more = POOLS[full.get_backend_name()]
        engine = create_engine(full, pool_size=size, max_overflow=more)
    except KeyError as error:
        raise DatabaseUnavailable(*explain(NotImplementedError(UNKNOWN), url)) from error
    except (SQLAlchemyError, ImportError, ValueError) as error:
        raise DatabaseUnavailable(*explain(error, url)) from error
    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def explain(error: Exception, url: str) -> tuple[str, str]:
    """Return why a database cannot be used, and what to do about it."""
    cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    reason = f"The database {_without_password(url)} cannot be used: {cause}"
    if isinstance(error, ModuleNotFoundError):
        return reason, f"Install its driver: pip install {error.name}"
    if cause.startswith(WITHOUT_SEARCH):
        return reason, SEARCH_NEEDED
    return reason, (
        "Give --database-url the URL of a database that can be written, such as sqlite:///mock.db "
        "or postgresql://user:password@host/name."
    )


def _with_driver(url: URL) -> URL:
    return url.set(drivername=DRIVERS.get(url.drivername, url.drivername))


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A read that turns into a write can fail with "database is locked" at once, so writers take the lock up
    # front.
    options = connection.get_execution_options()
    if options.get("unchecked"):
        # A table that is dropped to be replaced would take the rows with it that refer to its own.
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    statement = "BEGIN IMMEDIATE" if options.get("writes") else "BEGIN"
    driver: Any = connection.connection.dbapi_connection
    try:
        driver.execute(statement)  # SQLAlchemy would take thirty times as long to say so little
    except sqlite3.Error as error:
        raise OperationalError(statement, None, error) from error


def _prepare_postgresql(connection: Any, _record: Any) -> None:
    for setting in SETTINGS:
        connection.execute(f"SET SESSION {setting}")
    connection.commit()


def _begin_postgresql(connection: Connection) -> None:
    # Who is alone waits for all others, who is beside others only for who is alone.
    writes = connection.get_execution_options().get("writes")
    if writes is not None:
        lock = "pg_advisory_xact_lock" if writes == ALONE else "pg_advisory_xact_lock_shared"
        connection.exec_driver_sql(f"SELECT {lock}({LOCK_KEY})")


LISTENERS = {
    "sqlite": (_prepare_sqlite, _begin_sqlite),
    "postgresql": (_prepare_postgresql, _begin_postgresql),
}


def _without_password(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except SQLAlchemyError:
        return repr(url)
