"""The database: opening it, and transactions that are all or nothing."""

import atexit
import itertools
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.orm import Session

from socialapi_stub import watching
from socialapi_stub.engines import ALONE, BESIDE, DatabaseUnavailable, open_engine
from socialapi_stub.files import Files


class Busy(Exception):
    """It is somebody else's turn to write."""


class Storage:
    """One database, and the folder of media files that belongs to it.

    Without a URL, or with one in memory, it is a temporary file. Without a folder the files lie beside a
    database that is a file, and in a temporary folder otherwise. What is temporary goes with `close`, or with
    this process where it is `lasting`. `read` and `write` give sessions; a write is alone, unless it may
    happen beside others, and is committed when its block ends. Raises `DatabaseUnavailable`.
    """

    def __init__(self, url: str = "", media_dir: str = "", *, lasting: bool = False) -> None:
        named = url and not _is_in_memory(url)
        self.engine = open_engine(url if named else temporary_url())
        self.url = self.engine.url.render_as_string(hide_password=False)
        self._writers = {kind: self.engine.execution_options(writes=kind) for kind in (ALONE, BESIDE)}
        # PostgreSQL shows every statement the latest data otherwise; SQLite shows one state anyway.
        isolation = (
            {} if self._is_sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        )
        self._reader = self.engine.execution_options(**isolation)
        # A transaction for one statement would go to PostgreSQL and back three times.
        glance = {} if self._is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        self._glancer = self.engine.execution_options(**glance)
        self._writes = itertools.count(1)
        self.at_once = self._is_sqlite
        """Whether transactions wait for nothing but each other, and no reader waits for a writer."""
        self._turn = threading.Lock()
        self.watch = watching.over(self.engine)
        self._own: Connection | None = None
        self.changes = 0
        """Another number after every write of this process, which tells background work to look again."""
        self.clock: str | None = None
        """How the clock was set when this process last looked, in the words of `timekeeping`."""
        beside = _beside(self.engine.url)
        self.files = Files(_given_folder(media_dir) if media_dir else beside or _temporary_folder())
        database = [] if named else [Path(self.engine.url.database or "").parent]
        files = [] if media_dir or beside else [self.files.folder]
        self._temporary = [] if lasting else [*database, *files]

    @contextmanager
    def read(self, *, here: bool = False) -> Iterator[Session]:
        """Give a session that sees one state of the data and changes nothing; `here` as in `write`."""
        with Session(self._bind(None, here), expire_on_commit=False) as session:
            yield session

    @contextmanager
    def reading(self, *, here: bool = False) -> Iterator[Connection]:
        """Give a connection that changes nothing, for one statement at a time; `here` as in `write`."""
        bind = self._bind(None, here)
        if isinstance(bind, Connection):
            try:
                yield bind
            finally:
                bind.rollback()
        else:
            with self._glancer.connect() as connection:
                yield connection

    @contextmanager
    def write(self, *, beside: bool = False, wakes: bool = True, here: bool = False) -> Iterator[Session]:
        """Give a session whose changes are on disk when the block ends, or undone when it raises.

        `beside` is true for what locks the workspace that it changes, or changes a single row: where a
        database lets writers run side by side, it has to wait for nobody else. `wakes` is false for what no
        background work waits for. `here` is the thread of the event loop, which has a connection of its own
        and waits for nobody: it raises `Busy` if it is somebody else's turn.
        """
        with (
            self._in_turn(wait=not here),
            Session(self._bind(BESIDE if beside else ALONE, here), expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session
        if wakes:
            self.changes = next(self._writes)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection that is alone; its changes are on disk when the block ends, or undone."""
        with self._in_turn(wait=True), self._writers[ALONE].begin() as connection:
            yield connection
        self.changes = next(self._writes)

    def _bind(self, writes: str | None, here: bool) -> Engine | Connection:
        """Return what a transaction is made of; `writes` is None for one that changes nothing.

        What was read last is at hand in a connection of SQLite until another one changes the data.
        """
        if not (here and self.at_once):
            return self._writers[writes] if writes else self._reader
        self._own = self._own or self.engine.connect()
        return self._own.execution_options(writes=writes)

    @contextmanager
    def _in_turn(self, wait: bool) -> Iterator[None]:
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

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Give a connection as `writing` does, whose tables may be replaced by others of the same name."""
        unchecked = self._writers[ALONE].execution_options(unchecked=True)
        with self._in_turn(wait=True), unchecked.begin() as connection:
            yield connection
        self.engine.dispose()  # with the connection that does not check references

    @property
    def shown_url(self) -> str:
        """The URL for people to read, without the password in it."""
        return self.engine.url.render_as_string(hide_password=True)

    @property
    def _is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    def close(self) -> None:
        """Let go of every connection, and of the data if they are temporary."""
        self.watch.close()
        if self._own is not None:
            self._own.close()
        self.engine.dispose()
        for folder in self._temporary:
            shutil.rmtree(folder, ignore_errors=True)


def temporary_url() -> str:
    """Return the URL of a new SQLite file that is removed when this process ends."""
    return _file_in(_temporary_folder())


def _given_folder(name: str) -> Path:
    folder = Path(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"The folder for media files {name} cannot be used: {error.strerror}"
        raise DatabaseUnavailable(reason, "Give --media-dir a folder that can be written.") from error
    return folder


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
