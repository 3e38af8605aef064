"""The tables of a database: making them, and changing those that an older stub has made.

Every module of `versions` is a step from the version before it; `v0001_…` is version `0001`. A new database
gets its tables at once, as `tables` has them. Alembic takes long to import, so that it is only where there is
a step to make.
"""

import pkgutil
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from socialapi_stub import text_index
from socialapi_stub.engines import DatabaseUnavailable, explain
from socialapi_stub.migrations import versions
from socialapi_stub.storage import Storage
from socialapi_stub.tables import ServerFact, Table

if TYPE_CHECKING:
    from alembic.config import Config

MARK = "alembic_version"
FIRST, BEFORE_FIRST = "0001", "3"
"""The first version, and what a database without Alembic's mark calls the same tables."""


def known() -> list[str]:
    """Return every version, the oldest first."""
    return sorted(module.name[1:].partition("_")[0] for module in pkgutil.iter_modules(versions.__path__))


def bring_up_to_date(storage: Storage) -> None:
    """Make the tables of a new database, or change those of an older one; only one process does at a time.

    Raises `DatabaseUnavailable`, also for a database that something else has made, or a newer stub.
    """
    try:
        with storage.writing() as connection:
            version = _version(connection, storage.shown_url)
            if version is None:
                Table.metadata.create_all(connection, checkfirst=False)
                text_index.make(connection)
                _mark(connection, known()[-1])
        if version not in (None, known()[-1]):
            _change(storage)
    except (SQLAlchemyError, OSError) as error:
        raise DatabaseUnavailable(*explain(error, storage.url)) from error


def config(connection: Connection) -> "Config":
    """Return what Alembic's commands have to be given."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", __path__[0].replace("%", "%%"))
    made.set_main_option("file_template", "v%%(rev)s_%%(slug)s")
    made.attributes["connection"] = connection
    return made


def compares(name: str | None, _kind: str, _parents: object) -> bool:
    """Tell Alembic whether `tables` describes what has a name in a database; indices of texts it does not."""
    return not (name or "").startswith(text_index.NAME)


def _change(storage: Storage) -> None:
    from alembic import command

    with storage.migrating() as connection:
        command.upgrade(config(connection), "head")


def _version(connection: Connection, url: str) -> str | None:
    """Return the version of the tables, None where there are none. Raises `DatabaseUnavailable`."""
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if MARK in names:
        found = connection.scalar(text(f"SELECT version_num FROM {MARK}"))  # noqa: S608 - a constant
        if found in known():
            return str(found)
        raise _refused(url, f"is of version {found}, which this stub does not know", "Update the stub")
    if ServerFact.__tablename__ in names:
        found = connection.scalar(select(ServerFact.value).where(ServerFact.name == "schema"))
        if found == BEFORE_FIRST:
            _mark(connection, FIRST)
            return FIRST
        raise _refused(url, f"was made by a stub that is too old (schema {found})", "Delete it")
    raise _refused(url, f"holds tables of something else, such as {names[0]}", "Give it a schema of its own")


def _refused(url: str, what: str, way_out: str) -> DatabaseUnavailable:
    hint = f"{way_out}, or give --database-url another database."
    return DatabaseUnavailable(f"The database {url} {what}", hint)


def _mark(connection: Connection, version: str) -> None:
    """Do what `alembic stamp` does, without importing Alembic."""
    key = f"CONSTRAINT {MARK}_pkc PRIMARY KEY (version_num)"
    connection.exec_driver_sql(f"CREATE TABLE {MARK} (version_num VARCHAR(32) NOT NULL, {key})")
    connection.execute(text(f"INSERT INTO {MARK} VALUES (:version)"), {"version": version})  # noqa: S608 - same
