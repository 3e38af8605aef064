"""Several servers on one PostgreSQL behind one address: nobody can tell that they are several."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from mock_server import SAPI, start_mock
from postgres import NewDatabase
from replicas import Replicas, replicated
from stub.callers import Client, caller, settled, web
from stub.load import new_workspace
from stub.world import new_world, order

POSTS = 12


@pytest.fixture(scope="module")
def pair(postgres: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replicas]:
    """Two servers that have started at the same moment on an empty database."""
    with replicated(postgres(), tmp_path_factory.mktemp("media")) as running:
        yield running


@pytest.fixture
def couple(tmp_path: Path) -> Iterator[Replicas]:
    """Two servers on one SQLite file."""
    with replicated(f"sqlite:///{tmp_path / 'mock.db'}", tmp_path) as running:
        yield running


@pytest.fixture
def each(pair: Replicas) -> Iterator[list[Client]]:
    """A caller of each server, past the balancer."""
    opened = [caller(mock.url, pair.tokens()["api_key"]) for mock in pair.mocks]
    yield opened
    for client in opened:
        client.close()


def judged(url: str) -> subprocess.CompletedProcess[str]:
    command = [SAPI, "check", url, "--profile", "standard"]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def test_only_one_of_them_plants_the_seed(pair: Replicas) -> None:
    with caller(pair.url, pair.tokens()["api_key"]) as client:
        names = [brand["name"] for brand in client.get("/brands").json()["data"]]
    assert names == ["Default", "Acme Coffee", "Harbour Books"]


def test_what_one_was_told_the_other_knows(each: list[Client]) -> None:
    made = each[0].post("/brands", json={"name": "Shared"}).json()
    assert made in each[1].get("/brands").json()["data"]


def test_the_time_is_the_same_everywhere(pair: Replicas) -> None:
    first, second = (mock.url for mock in pair.mocks)
    world = new_world(first, accounts=["linkedin"])
    post = {"text": "X", "targets": [{"account_id": world.accounts()[0]}], "scheduled_at": world.later(60)}
    made = world.client.post("/posts", json=post).json()
    order(first, "clock", advance=120)
    ahead, ended = web.get(f"{second}/_mock/clock").json()["ahead"], settled(world.client, made["id"])
    order(second, "clock", reset=True)
    assert (ahead, ended["status"]) == (120, "published")


@pytest.mark.parametrize("token", ["api_key", "dashboard_jwt"])
@pytest.mark.parametrize("servers", ["pair", "couple"])
def test_the_next_request_is_answered_at_the_time_another_was_set_to(
    request: pytest.FixtureRequest, servers: str, token: str
) -> None:
    replicas: Replicas = request.getfixturevalue(servers)
    first, second = (mock.url for mock in replicas.mocks)
    with caller(second, replicas.tokens()[token]) as client:
        client.get("/brands").raise_for_status()
        at = order(first, "clock", freeze=True, advance=3600)["now"]
        made = client.post("/brands", json={"name": "At another time"}).json()["created_at"]
    order(first, "clock", reset=True)
    assert made == at


def test_a_file_is_the_same_everywhere(each: list[Client]) -> None:
    each[0].post("/media/upload", files={"file": ("a.txt", b"shared")}).raise_for_status()
    addresses = [client.get("/media").json()["data"][0]["url"] for client in each]
    assert {web.get(address).content for address in addresses} == {b"shared"}


def test_every_post_goes_out_and_is_told_of_once(pair: Replicas) -> None:
    workspace = new_workspace(pair.url)
    post = {"text": "X", "publish_now": True, "targets": [{"account_id": workspace.account_id}]}
    with workspace.client(pair.url) as client:
        made = {client.post("/posts", json=post).json()["id"] for _ in range(POSTS)}
    workspace.mailbox.wait(POSTS, 20)
    workspace.mailbox.wait(POSTS + 1, 1)
    assert (set(workspace.told()), len(workspace.mailbox.events)) == (made, POSTS)


def test_a_snapshot_of_one_is_brought_back_by_the_other(pair: Replicas, each: list[Client]) -> None:
    first, second = (mock.url for mock in pair.mocks)
    web.put(f"{first}/_mock/snapshots/shared").raise_for_status()
    each[0].post("/brands", json={"name": "Later"})
    web.post(f"{second}/_mock/snapshots/shared/restore").raise_for_status()
    assert "Later" not in {brand["name"] for brand in each[0].get("/brands").json()["data"]}


def test_the_suite_cannot_tell_replicas_from_one_server(pair: Replicas) -> None:
    run = judged(pair.url)
    assert run.returncode == 0, run.stdout


def test_the_suite_cannot_tell_workers_from_one_server() -> None:
    with start_mock("--workers", "2") as mock:
        run = judged(mock.url)
    assert run.returncode == 0, run.stdout
