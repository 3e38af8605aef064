"""The database: SQLite, a connection per request, committed unless the request fails."""

import json
import sqlite3
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask, current_app, g

SCHEMA = """
create table if not exists users (
    id text primary key, subject text unique not null, plan text not null,
    past_due_since text, deleted_at text
);
create table if not exists brands (
    id text primary key, user_id text not null references users, name text not null,
    created_at text not null, updated_at text not null
);
create table if not exists keys (
    id text primary key, user_id text not null references users, name text not null,
    digest text unique not null, preview text not null, scopes text not null, brand_ids text not null,
    is_active integer not null default 1, created_at text not null
);
"""


def keep_in(app: Flask) -> None:
    """Make the tables, and let every request end with its connection closed."""
    with _connected(app.config["DATABASE"]) as connection:
        connection.execute("pragma journal_mode = wal")
        connection.executescript(SCHEMA)
    connection.close()
    app.teardown_appcontext(_close)


def run(statement: str, *values: Any) -> sqlite3.Cursor:
    """Run a statement for the current request; lists are kept as JSON."""
    if "database" not in g:
        g.database = _connected(current_app.config["DATABASE"])
    kept = [json.dumps(value) if isinstance(value, list) else value for value in values]
    cursor: sqlite3.Cursor = g.database.execute(statement, kept)
    return cursor


def undo() -> None:
    """Forget what the current request has changed so far."""
    if "database" in g:
        g.database.rollback()


def new_id() -> str:
    """Return an id that nothing else has."""
    return str(uuid.uuid4())


def now() -> str:
    """Return this moment as the API writes it."""
    return datetime.now(UTC).isoformat().replace("+00:00", "Z")


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10)
    connection.row_factory = sqlite3.Row
    return connection


def _close(failure: BaseException | None) -> None:
    database = g.pop("database", None)
    if database is not None:
        if failure is None:
            database.commit()
        database.close()
