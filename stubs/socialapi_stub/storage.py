"""The database: opening it, and transactions that are all or nothing."""

import atexit
import itertools
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from socialapi_stub.files import Files
from socialapi_stub.tables import Table

LOCKED_SECONDS = 20
PRAGMAS = (
    f"busy_timeout = {LOCKED_SECONDS * 1000}",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
)


class DatabaseUnavailable(Exception):
    """The database cannot be used. `reason` says why, `hint` how to mend it."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


class Busy(Exception):
    """It is somebody else's turn to write."""


class Storage:
    """One database, and the folder of media files that belongs to it.

    Without a URL, or with one in memory, it is a temporary file. Without a folder the files lie beside a
    database that is a file, and in a temporary folder otherwise. What is temporary goes with `close`, or with
    this process where it is `lasting`. `read` and `write` give sessions; a write is alone and is committed
    when its block ends.
    """

    def __init__(self, url: str = "", media_dir: str = "", *, lasting: bool = False) -> None:
        named = url and not _is_in_memory(url)
        self.engine = _engine(url if named else temporary_url())
        self.url = self.engine.url.render_as_string(hide_password=False)
        self._writer = self.engine.execution_options(writes=True)
        self._writes = itertools.count(1)
        self.at_once = self.engine.dialect.name == "sqlite"
        """Whether transactions wait for nothing but each other, and no reader waits for a writer."""
        self._turn = threading.Lock()
        self._watch: Any = None
        self.changes = 0
        """Another number after every write of this process, which tells background work to look again."""
        beside = _beside(self.engine.url)
        self.files = Files(Path(media_dir) if media_dir else beside or _temporary_folder())
        database = [] if named else [Path(self.engine.url.database or "").parent]
        files = [] if media_dir or beside else [self.files.folder]
        self._temporary = [] if lasting else [*database, *files]

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one state of the data and changes nothing."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the data and changes nothing."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self, *, wakes: bool = True, wait: bool = True) -> Iterator[Session]:
        """Give a session whose changes are on disk when the block ends, or undone when it raises.

        `wakes` is false for what no background work waits for. Without `wait` it raises `Busy` if it is
        somebody else's turn.
        """
        with (
            self._alone(wait),
            Session(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session
        if wakes:
            self.changes = next(self._writes)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are on disk when the block ends, or undone when it raises."""
        with self._alone(wait=True), self._writer.begin() as connection:
            yield connection
        self.changes = next(self._writes)

    @contextmanager
    def _alone(self, wait: bool) -> Iterator[None]:
        """Let the writers of this process take turns where the database has one at a time anyway.

        SQLite sleeps while it waits, for longer and longer.
        """
        if not self.at_once:
            yield
            return
        if not self._turn.acquire(blocking=wait):
            raise Busy
        try:
            yield
        finally:
            self._turn.release()

    def state(self) -> int | None:
        """Return another number after every change of the data by any process; None where that is unknown."""
        if not self.at_once:
            return None
        if self._watch is None:
            self._watch = self.engine.raw_connection()
            self._watch.detach()  # it is told of the changes of others only, so that nobody else may have it
        (number,) = self._watch.dbapi_connection.execute("PRAGMA data_version").fetchone()
        return int(number)

    def create(self) -> None:
        """Make the tables that are missing. Raises `DatabaseUnavailable`."""
        try:
            with self._writer.begin() as connection:
                Table.metadata.create_all(connection)
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            raise DatabaseUnavailable(*explain(error, self.url)) from error

    def close(self) -> None:
        """Let go of every connection, and of the data if they are temporary."""
        if self._watch is not None:
            self._watch.close()
        self.engine.dispose()
        for folder in self._temporary:
            shutil.rmtree(folder, ignore_errors=True)


def temporary_url() -> str:
    """Return the URL of a new SQLite file that is removed when this process ends."""
    return _file_in(_temporary_folder())


def _temporary_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="socialapi-mock-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _file_in(folder: Path) -> str:
    return f"sqlite:///{folder / 'mock.db'}"


def _beside(url: URL) -> Path | None:
    """Return the folder beside a database that is a file."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(f"{url.database}-media")


def _is_in_memory(url: str) -> bool:
    # Every thread would have a memory of its own, so that a file that is soon gone takes its place.
    return url in ("sqlite://", "sqlite:///", "sqlite:///:memory:")


def _engine(url: str) -> Engine:
    try:
        engine = create_engine(url, pool_size=10, max_overflow=40)
    except (SQLAlchemyError, ImportError, ValueError) as error:
        raise DatabaseUnavailable(*explain(error, url)) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A read that turns into a write can fail with "database is locked" at once, so writers take the lock up
    # front. SQLAlchemy would take thirty times as long to say so little.
    writes = connection.get_execution_options().get("writes")
    driver: Any = connection.connection.dbapi_connection
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def explain(error: Exception, url: str) -> tuple[str, str]:
    """Return why a database cannot be used, and what to do about it."""
    cause = str(getattr(error, "orig", None) or error).splitlines()[0]
    reason = f"The database {_without_password(url)} cannot be used: {cause}"
    if isinstance(error, ModuleNotFoundError):
        return reason, f"Install its driver: pip install {error.name}"
    return reason, "Give --database-url the URL of a database that can be written, such as sqlite:///mock.db."


def _without_password(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except SQLAlchemyError:
        return repr(url)
