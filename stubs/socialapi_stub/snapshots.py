"""Snapshots: every table copied beside itself under a name, and the files of the media library with it."""

from sqlalchemy import Connection, inspect

from socialapi_stub.storage import Storage
from socialapi_stub.tables import Table
from socialapi_stub.tables.requests import LoggedRequest

PREFIX = "snapshot_"
LEFT_OUT = frozenset({LoggedRequest.__tablename__})


def names(storage: Storage) -> list[str]:
    """Return the names of all snapshots."""
    with storage.engine.connect() as connection:
        return sorted({copy.removeprefix(PREFIX).partition("__")[0] for copy in _copies(connection)})


def take(storage: Storage, name: str) -> None:
    """Copy all data; a snapshot of the same name is replaced. The name has to be safe in SQL and in paths."""
    with storage.writing() as connection:
        _drop(connection, name)
        storage.files.take(name)
        for table in _tables():
            copied = f'CREATE TABLE "{_copy(name, table)}" AS SELECT * FROM "{table}"'  # noqa: S608 - our own tables
            connection.exec_driver_sql(copied)


def restore(storage: Storage, name: str) -> None:
    """Replace all data by those of a snapshot, all or nothing."""
    with storage.writing() as connection:
        for table in reversed(_tables()):
            connection.exec_driver_sql(f'DELETE FROM "{table}"')  # noqa: S608 - our own tables
        for table in _tables():
            copied = f'INSERT INTO "{table}" SELECT * FROM "{_copy(name, table)}"'  # noqa: S608 - our own tables
            connection.exec_driver_sql(copied)
        storage.files.restore(name)


def drop(storage: Storage, name: str) -> None:
    """Forget a snapshot."""
    with storage.writing() as connection:
        _drop(connection, name)
        storage.files.drop(name)


def _drop(connection: Connection, name: str) -> None:
    for copy in _copies(connection):
        if copy.startswith(f"{PREFIX}{name}__"):
            connection.exec_driver_sql(f'DROP TABLE "{copy}"')


def _tables() -> list[str]:
    return [one.name for one in Table.metadata.sorted_tables if one.name not in LEFT_OUT]


def _copies(connection: Connection) -> list[str]:
    return [name for name in inspect(connection).get_table_names() if name.startswith(PREFIX)]


def _copy(name: str, table: str) -> str:
    return f"{PREFIX}{name}__{table}"
