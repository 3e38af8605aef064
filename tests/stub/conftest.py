"""A stub server for the whole folder, and callers for its workspaces.

Tests marked with `every_database` run against a server on SQLite and one on PostgreSQL, the others against
one on SAPI_TEST_DATABASE, which is SQLite if it is not set.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest
from postgres import NewDatabase
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from stub.callers import Client, caller, web

QUICK = Settings(publish_seconds=0.15, poll_seconds=0.02)
START = "/_mock/snapshots/start"
"""The data at the start; going back to them is far quicker than planting them anew."""


DATABASES = ("sqlite", "postgresql")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database" in metafunc.fixturenames and metafunc.definition.get_closest_marker("every_database"):
        metafunc.parametrize("database", DATABASES, indirect=True, scope="session")


@pytest.fixture(scope="session")
def database(request: pytest.FixtureRequest) -> str:
    """Which kind of database a test is about."""
    return str(getattr(request, "param", os.environ.get("SAPI_TEST_DATABASE", DATABASES[0])))


@pytest.fixture(scope="session")
def new_database(database: str, request: pytest.FixtureRequest) -> NewDatabase:
    """Makes databases for tests that open them by themselves, and gives their URLs."""
    return (lambda: "") if database == "sqlite" else request.getfixturevalue("postgres")


@dataclass(frozen=True)
class Server:
    """A running stub and the credentials it began with."""

    url: str
    credentials: dict[str, Any]


@pytest.fixture(scope="session")
def stub_server(database: str, request: pytest.FixtureRequest) -> Server:
    found: Server = request.getfixturevalue(f"on_{database}")
    return found


@pytest.fixture(scope="session")
def url(stub_server: Server) -> str:
    return stub_server.url


@pytest.fixture(scope="session")
def credentials(stub_server: Server) -> dict[str, Any]:
    return stub_server.credentials


@pytest.fixture(scope="session")
def on_sqlite() -> Iterator[Server]:
    with serving(QUICK) as server:
        yield server


@pytest.fixture(scope="session")
def on_postgresql(postgres: NewDatabase) -> Iterator[Server]:
    with serving(replace(QUICK, database_url=postgres())) as server:
        yield server


@contextmanager
def serving(settings: Settings) -> Iterator[Server]:
    with running(settings) as root:
        web.put(f"{root}{START}").raise_for_status()
        yield Server(root, web.get(f"{root}/_mock/credentials").json()["workspaces"])


@pytest.fixture(scope="module")
def quiet(new_database: NewDatabase) -> Iterator[Client]:
    """A caller of a server of its own, whose posts nobody else changes."""
    with running(Settings(database_url=new_database(), seed="empty")) as root:
        tokens = web.get(f"{root}/_mock/credentials").json()["workspaces"]["demo"]["tokens"]
        with caller(root, tokens["api_key"]) as client:
            yield client


@pytest.fixture
def reset(url: str) -> None:
    """The data as they were at the start."""
    web.post(f"{url}{START}/restore").raise_for_status()


@pytest.fixture
def reset_after(url: str) -> Iterator[None]:
    """For a test that breaks what its neighbors use."""
    yield
    web.post(f"{url}{START}/restore").raise_for_status()


@pytest.fixture(scope="module")
def reset_once(url: str) -> None:
    """For a module whose tests make what they need."""
    web.post(f"{url}{START}/restore").raise_for_status()


@pytest.fixture(autouse=True)
def no_defects(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that makes the stub answer an undeclared code or fall over, unless it is about that."""
    yield
    found = [record for record in caplog.get_records("call") if record.name == "socialapi_stub.problems"]
    assert not found or request.node.get_closest_marker("defects"), [record.message for record in found]


@pytest.fixture
def as_role(url: str, credentials: dict[str, Any]) -> Iterator[Callable[..., Client]]:
    opened: list[Client] = []

    def open_client(workspace: str, role: str = "api_key") -> Client:
        opened.append(caller(url, credentials[workspace]["tokens"][role]))
        return opened[-1]

    yield open_client
    for client in opened:
        client.close()


@pytest.fixture
def fresh(url: str) -> Iterator[Callable[..., Client]]:
    """Makes callers, each with a workspace to itself."""
    opened: list[Client] = []

    def open_client(role: str = "dashboard_jwt", **facts: Any) -> Client:
        made = web.post(f"{url}/_mock/workspaces", json=facts).json()["workspaces"]
        (workspace,) = made.values()
        opened.append(caller(url, workspace["tokens"][role]))
        return opened[-1]

    yield open_client
    for client in opened:
        client.close()


@pytest.fixture
def demo(as_role: Callable[..., Client]) -> Client:
    return as_role("demo")


@pytest.fixture
def other(as_role: Callable[..., Client]) -> Client:
    return as_role("other")


@pytest.fixture
def free(as_role: Callable[..., Client], request: pytest.FixtureRequest) -> Client:
    """A caller on the free plan with all its credits."""
    request.getfixturevalue("reset")
    return as_role("free")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "defects: the test makes the stub fail on purpose")
    config.addinivalue_line("markers", "every_database: the test runs on SQLite and on PostgreSQL")
