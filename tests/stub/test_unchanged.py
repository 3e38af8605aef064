"""What is remembered of the data holds no longer than they do."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from postgres import NewDatabase
from socialapi_stub import clock, workspaces
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import ApiKey, Brand
from sqlalchemy import text, update
from stub.callers import Client, caller, code

pytestmark = pytest.mark.every_database

HANG_UP = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""


@pytest.fixture
def shared(new_database: NewDatabase, tmp_path: Path) -> str:
    """The URL of a database that somebody else can open, too."""
    return new_database() or f"sqlite:///{tmp_path / 'mock.db'}"


@pytest.fixture
def demo(shared: str) -> Iterator[Client]:
    """A caller of a server that has answered already what it will be asked."""
    token = workspaces.stable_key("demo", "api_key")
    with running(Settings(database_url=shared)) as url, caller(url, token) as client:
        for path in ("/brands", "/brands", "/media"):
            assert client.get(path).status_code == 200
        yield client


@pytest.fixture
def elsewhere(shared: str) -> Iterator[Storage]:
    """The same database as another process has it."""
    storage = Storage(shared)
    yield storage
    storage.close()


def test_what_another_process_has_changed_is_seen_at_once(demo: Client, elsewhere: Storage) -> None:
    with elsewhere.write() as session:
        session.execute(update(Brand).values(name="Renamed elsewhere"))
    assert {one["name"] for one in demo.get("/brands").json()["data"]} == {"Renamed elsewhere"}


def test_a_key_that_another_process_has_revoked_is_refused_at_once(demo: Client, elsewhere: Storage) -> None:
    with elsewhere.write() as session:
        session.execute(update(ApiKey).values(is_active=False))
    assert code(demo.get("/brands")) == "auth.invalid_key"


def test_what_is_known_is_not_looked_up_again(demo: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    reads, read = [], Storage.read
    monkeypatch.setattr(Storage, "read", lambda *given, **options: reads.append(1) or read(*given, **options))
    assert {demo.get("/brands").status_code for _ in range(20)} == {200}
    assert len(reads) < 10, "only the log of requests changes the data, once a second"


def test_a_key_of_another_workspace_gets_other_answers(demo: Client) -> None:
    other = {"Authorization": f"Bearer {workspaces.stable_key('other', 'api_key')}"}
    assert demo.get("/brands", headers=other).json() != demo.get("/brands").json()


def test_a_server_that_postgresql_has_hung_up_on_connects_again(postgres: NewDatabase) -> None:
    shared = postgres()
    token = workspaces.stable_key("demo", "api_key")
    with running(Settings(database_url=shared)) as url, caller(url, token) as client:
        for path in ("/brands", "/posts"):
            client.get(path).raise_for_status()
        with Storage(shared).writing() as connection:
            connection.execute(text(HANG_UP))
        made = client.post("/brands", json={"name": "Still here"})
        assert [made.status_code, client.get("/brands").status_code] == [201, 200]


def test_what_depends_on_the_time_is_not_remembered(demo: Client) -> None:
    before = demo.get("/media").json()["data"][0]["url"]
    clock.use(clock.Setting(ahead=timedelta(seconds=30)))
    assert demo.get("/media").json()["data"][0]["url"] != before


def test_what_depends_on_the_address_is_not_remembered(demo: Client) -> None:
    named = demo.get("/media", headers={"Host": "mock.example.com"}).json()["data"][0]["url"]
    assert named.startswith("http://mock.example.com/")


@pytest.fixture(autouse=True)
def _real_time() -> Iterator[None]:
    yield
    clock.use(clock.Setting())
