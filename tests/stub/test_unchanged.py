"""What is remembered of the data holds no longer than they do."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from socialapi_stub import clock, workspaces
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import ApiKey, Brand
from sqlalchemy import update
from stub.callers import Client, caller, code


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'mock.db'}"


@pytest.fixture
def demo(database: str) -> Iterator[Client]:
    """A caller of a server that has answered already what it will be asked."""
    token = workspaces.stable_key("demo", "api_key")
    with running(Settings(database_url=database)) as url, caller(url, token) as client:
        for path in ("/brands", "/brands", "/media"):
            assert client.get(path).status_code == 200
        yield client


@pytest.fixture
def elsewhere(database: str) -> Iterator[Storage]:
    """The same database as another process has it."""
    storage = Storage(database)
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
