"""Snapshots: every table copied beside itself under a name, and the files of the media library with it."""

from sqlalchemy import Connection, Inspector, TableClause, column, inspect, select, table
from sqlalchemy.exc import DatabaseError

from socialapi_stub.storage import Storage
from socialapi_stub.tables import Table
from socialapi_stub.tables.requests import LoggedRequest

PREFIX = "snapshot_"
LEFT_OUT = frozenset({LoggedRequest.__tablename__})


class SnapshotOutdated(Exception):
    """The snapshot was taken before the tables changed."""


def names(storage: Storage) -> list[str]:
    """Return the names of all snapshots."""
    with storage.engine.connect() as connection:
        return sorted({copy.removeprefix(PREFIX).partition("__")[0] for copy in _copies(connection)})


def take(storage: Storage, name: str) -> None:
    """Copy all data; a snapshot of the same name is replaced. The name has to be safe in SQL and in paths."""
    with storage.writing() as connection:
        _drop(connection, name)
        storage.files.take(name)
        for original in _originals():
            copied = f'CREATE TABLE "{_copy(name, original.name)}" AS SELECT * FROM "{original.name}"'  # noqa: S608 - our own tables
            connection.exec_driver_sql(copied)


def restore(storage: Storage, name: str) -> None:
    """Replace all data by those of a snapshot, all or nothing. Raises `SnapshotOutdated`."""
    try:
        with storage.writing() as connection:
            _replace(connection, name)
            storage.files.restore(name)
    except DatabaseError as error:
        if not _fits(storage, name):
            raise SnapshotOutdated from error
        raise


def drop(storage: Storage, name: str) -> None:
    """Forget a snapshot."""
    with storage.writing() as connection:
        _drop(connection, name)
        storage.files.drop(name)


def _replace(connection: Connection, name: str) -> None:
    for original in reversed(_originals()):
        connection.execute(original.delete())
    for original in _originals():
        names = list(original.columns.keys())
        kept = table(_copy(name, original.name), *map(column, names))
        connection.execute(original.insert().from_select(names, select(*kept.columns)))


def _fits(storage: Storage, name: str) -> bool:
    """Tell whether a snapshot has the tables of today, with their columns."""
    with storage.engine.connect() as connection:
        inspector, copies = inspect(connection), set(_copies(connection))
        return all(
            _copy(name, original.name) in copies
            and set(original.columns.keys()) <= _columns(inspector, _copy(name, original.name))
            for original in _originals()
        )


def _drop(connection: Connection, name: str) -> None:
    for copy in _copies(connection):
        if copy.startswith(f"{PREFIX}{name}__"):
            connection.exec_driver_sql(f'DROP TABLE "{copy}"')


def _originals() -> list[TableClause]:
    return [one for one in Table.metadata.sorted_tables if one.name not in LEFT_OUT]


def _columns(inspector: Inspector, copy: str) -> set[str]:
    return {each["name"] for each in inspector.get_columns(copy)}


def _copies(connection: Connection) -> list[str]:
    return [name for name in inspect(connection).get_table_names() if name.startswith(PREFIX)]


def _copy(name: str, original: str) -> str:
    return f"{PREFIX}{name}__{original}"
