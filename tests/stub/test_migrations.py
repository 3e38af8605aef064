"""Databases that another stub has made: brought up to date, or refused with a reason."""

import sqlite3
from pathlib import Path

import httpx
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from postgres import NewDatabase
from socialapi_stub import migrations, seeds, text_index
from socialapi_stub.engines import DatabaseUnavailable
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Table
from sqlalchemy import text
from stub.callers import caller, web

VERSION_3 = Path(__file__).with_name("version_3.sql")
"""A database that a stub has made before there were migrations."""

MARKED = "CREATE TABLE alembic_version (version_num VARCHAR(32)); INSERT INTO alembic_version VALUES"
REFUSED = {
    "newer": (f"{MARKED} ('9999')", "is of version 9999, which this stub does not know"),
    "too old": (
        "CREATE TABLE server_facts (name TEXT, value TEXT); INSERT INTO server_facts VALUES ('schema', '2')",
        r"was made by a stub that is too old \(schema 2\)",
    ),
    "of something else": ("CREATE TABLE customers (id TEXT)", "holds tables of something else"),
}


@pytest.fixture
def version_3(tmp_path: Path) -> str:
    """The URL of such a database."""
    with sqlite3.connect(tmp_path / "kept.db") as connection:
        connection.executescript(VERSION_3.read_text(encoding="utf-8"))
    connection.close()
    return f"sqlite:///{tmp_path / 'kept.db'}"


def differences(storage: Storage) -> list[object]:
    """Return what a migrated database has and the tables have not, or the other way round."""
    with storage.reading() as connection:
        options = {"include_name": migrations.compares}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), Table.metadata))


def test_a_database_of_yesterday_answers_today(version_3: str) -> None:
    with running(Settings(database_url=version_3)) as url:
        key = httpx.get(f"{url}/_mock/credentials").json()["workspaces"]["demo"]["tokens"]["api_key"]
        with caller(url, key) as client:
            posts = client.get("/posts").json()["data"]
            made = client.post("/brands", json={"name": "New"})
    assert ({post["text"] for post in posts}, made.status_code) == ({"We are open", "Closed tomorrow"}, 201)


def test_a_database_of_yesterday_finds_its_posts(version_3: str) -> None:
    with running(Settings(database_url=version_3)) as url:
        key = httpx.get(f"{url}/_mock/credentials").json()["workspaces"]["demo"]["tokens"]["api_key"]
        with caller(url, key) as client:
            found = client.get("/posts", params={"search": "TOMORROW"}).json()["data"]
    assert [post["text"] for post in found] == ["Closed tomorrow"]


def test_a_database_of_yesterday_gets_the_tables_of_today(version_3: str) -> None:
    storage = Storage(version_3)
    migrations.bring_up_to_date(storage)
    assert differences(storage) == []


@pytest.mark.every_database
def test_the_steps_lead_to_the_tables(new_database: NewDatabase) -> None:
    storage = Storage(new_database())
    with storage.migrating() as connection:
        command.upgrade(migrations.config(connection), "head")
    assert differences(storage) == [], "change_tables: `python -m socialapi_stub.migrations WHY`"


@pytest.mark.every_database
def test_a_new_database_needs_no_step(new_database: NewDatabase) -> None:
    storage = Storage(new_database())
    migrations.bring_up_to_date(storage)
    with storage.reading() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == migrations.known()[-1]


@pytest.mark.every_database
@pytest.mark.parametrize("made", REFUSED)
def test_what_cannot_be_brought_up_to_date_is_refused(new_database: NewDatabase, made: str) -> None:
    script, reason = REFUSED[made]
    storage = Storage(new_database())
    with storage.writing() as connection:
        for statement in script.split(";"):
            connection.exec_driver_sql(statement)
    with pytest.raises(DatabaseUnavailable, match=reason):
        seeds.prepare(storage, "empty")


def test_the_password_is_not_shown_in_a_refusal(postgres: NewDatabase) -> None:
    storage = Storage(postgres().replace("postgres:@", "postgres:secret@"))
    with storage.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE customers (id TEXT)")
    with pytest.raises(DatabaseUnavailable, match=r"^((?!secret).)*$"):
        seeds.prepare(storage, "empty")


@pytest.mark.parametrize("lacking", ["fts5_of_tomorrow (search)", "fts5 (search, tokenize='of_tomorrow')"])
def test_a_sqlite_that_cannot_search_is_refused(lacking: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(text_index.MAKING, "sqlite", (f"CREATE VIRTUAL TABLE found USING {lacking}",))
    with pytest.raises(DatabaseUnavailable, match="no such") as refusal:
        seeds.prepare(Storage(), "empty")
    assert "needs FTS5" in refusal.value.hint


def test_a_snapshot_of_before_a_step_is_refused(version_3: str) -> None:
    with running(Settings(database_url=version_3)) as url:
        web.put(f"{url}/_mock/snapshots/old").raise_for_status()
        with Storage(version_3).writing() as connection:
            connection.exec_driver_sql("ALTER TABLE snapshot_old__posts DROP COLUMN text")
        refusal = web.post(f"{url}/_mock/snapshots/old/restore")
    assert (refusal.status_code, "an older stub" in refusal.text) == (400, True)


def test_a_step_keeps_the_rows_that_refer_to_a_table_it_replaces(version_3: str) -> None:
    storage = Storage(version_3)
    migrations.bring_up_to_date(storage)
    with storage.migrating() as connection:
        connection.exec_driver_sql("CREATE TABLE other AS SELECT * FROM posts")
        connection.exec_driver_sql("DROP TABLE posts")
    with storage.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM targets")) == 2
