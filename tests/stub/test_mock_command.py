"""`sapi mock` as a process: what it prints, survives, and says when it cannot run."""

import re
import shutil
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from mock_server import Mock
from socialapi_stub import seeds
from socialapi_stub.engines import DatabaseUnavailable
from socialapi_stub.settings import Settings
from stub.callers import account, caller, settled, web

SAPI = shutil.which("sapi") or "sapi"
Start = Callable[..., AbstractContextManager[Mock]]
Json = dict[str, Any]


@dataclass(frozen=True)
class Ended:
    """What is left of a server that was asked once and stopped by a signal."""

    printed: list[str]
    answers: list[int]
    exit_code: int
    talk: str


@pytest.fixture(scope="module", params=[signal.SIGINT, signal.SIGTERM])
def ended(request: pytest.FixtureRequest) -> Ended:
    command = [SAPI, "mock", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        printed = [running.stdout.readline().split()[-1] for _ in range(3)]
        root, docs, key = printed
        headers = {"Authorization": f"Bearer {key}", "X-Request-ID": "seen"}
        answers = [web.get(docs).status_code, web.get(f"{root}/v1/brands", headers=headers).status_code]
        running.send_signal(request.param)
        _, talk = running.communicate(timeout=20)
    return Ended(printed, answers, running.returncode, talk)


def test_it_prints_where_it_is_and_how_to_get_in(ended: Ended) -> None:
    assert (ended.printed[1], ended.answers) == (f"{ended.printed[0]}/docs", [200, 200])


def test_it_logs_one_line_per_request(ended: Ended) -> None:
    assert re.findall(r"GET /v1/brands 200 [0-9.]+ms list_brands seen", ended.talk) == [
        line.partition(" ")[2] for line in ended.talk.splitlines() if "seen" in line
    ]


def test_a_signal_stops_it_cleanly(ended: Ended) -> None:
    assert (ended.exit_code, "Traceback" in ended.talk) == (0, False)


@dataclass(frozen=True)
class Killed:
    """What a server had answered when it was killed, and what the next one on its database says."""

    brands_before: list[Json]
    brands_after: list[Json]
    post_after: Json


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory, new_mock: Start) -> Killed:
    database = f"sqlite:///{tmp_path_factory.mktemp('data') / 'kept.db'}"
    with new_mock("--database-url", database) as mock, caller(mock.url, mock.tokens()["api_key"]) as client:
        before = [client.post("/brands", json={"name": f"Brand {n}"}).json() for n in range(20)]
        post = client.post("/posts", json=_post(account(client, "linkedin"))).json()
        mock.process.kill()
        mock.process.wait()
    with new_mock("--database-url", database) as mock, caller(mock.url, mock.tokens()["api_key"]) as client:
        return Killed(before, client.get("/brands").json()["data"], settled(client, post["id"]))


def test_what_was_answered_survives_kill_9(killed: Killed) -> None:
    assert killed.brands_after[-20:] == killed.brands_before


def test_a_delivery_goes_on_after_kill_9(killed: Killed) -> None:
    assert killed.post_after["status"] == "published"


def test_a_kept_database_is_not_planted_again(killed: Killed) -> None:
    assert len(killed.brands_after) == 3 + 20


@pytest.fixture(scope="module")
def workers(new_mock: Start) -> Iterator[Mock]:
    with new_mock("--workers", "2") as mock:
        yield mock


def test_workers_share_their_data(workers: Mock) -> None:
    with caller(workers.url, workers.tokens()["api_key"]) as client:
        made = client.post("/brands", json={"name": "Shared"}).json()
    assert all(made in _once(workers, "GET", "/brands")["data"] for _ in range(10))


def test_workers_share_their_files(workers: Mock) -> None:
    with caller(workers.url, workers.tokens()["api_key"]) as client:
        client.post("/media/upload", files={"file": ("a.txt", b"shared")}).raise_for_status()
    addresses = [_once(workers, "GET", "/media")["data"][0]["url"] for _ in range(5)]
    assert {httpx.get(address).content for address in addresses} == {b"shared"}


def test_workers_deliver_every_post_once(workers: Mock) -> None:
    with caller(workers.url, workers.tokens()["api_key"]) as client:
        given = _post(account(client, "linkedin"))
        with ThreadPoolExecutor(4) as pool:
            made = [*pool.map(lambda _: _once(workers, "POST", "/posts", given), range(12))]
        first = [settled(client, post["id"]) for post in made]
        again = [settled(client, post["id"]) for post in made]
    assert {post["status"] for post in first} == {"published"}
    assert first == again


def test_workers_stop_together(workers: Mock) -> None:  # the last to use them
    workers.process.send_signal(signal.SIGTERM)
    assert workers.process.wait(timeout=20) == 0


def test_a_taken_port_is_named_with_a_way_out() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = _run("--port", str(port))
    assert (ended.returncode, f"Port {port} is taken" in ended.stderr, "--port" in ended.stderr) == (
        3,
        True,
        True,
    )


def test_an_address_of_another_machine_is_refused() -> None:
    ended = _run("--host", "192.0.2.1")
    assert (ended.returncode, "192.0.2.1" in ended.stderr) == (3, True)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_database_that_cannot_be_used_ends_with_a_message(workers: str) -> None:
    ended = _run("--port", "0", "--workers", workers, "--database-url", "sqlite:////nowhere/at/all.db")
    assert (ended.returncode, "/nowhere/at/all.db cannot be used" in ended.stderr) == (3, True)
    assert "Traceback" not in ended.stderr


def test_its_connections_can_be_bounded(new_mock: Start) -> None:
    with new_mock("--max-connections", "1", "--seed", "empty") as mock, httpx.Client() as first:
        first.get(f"{mock.url}/_mock/clock")
        assert httpx.get(f"{mock.url}/_mock/clock").status_code == 503


@pytest.mark.parametrize(
    "options",
    [
        ["--port", "70000"],
        ["--seed", "weeds"],
        ["--workers", "0"],
        ["--max-connections", "0"],
        ["--colour"],
    ],
)
def test_wrong_options_are_wrong_usage(options: list[str]) -> None:
    assert _run(*options).returncode == 2


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "oracle://x",
        "sqlite+nothing://",
        "postgresql://user:secret@127.0.0.1:1/x",
        "sqlite:///{folder}",
        "sqlite:///{folder}/no.db",
    ],
)
def test_a_database_that_cannot_be_used_is_named(tmp_path: Path, url: str) -> None:
    (tmp_path / "no.db").write_text(
        "This is no database, though it is long enough to be a header of one." * 9
    )
    with pytest.raises(DatabaseUnavailable, match="cannot be used"):
        seeds.prepared(Settings(url.format(folder=tmp_path)))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    run = _run("--port", "0", "--media-dir", f"{tmp_path / 'file' / 'media'}")
    assert (run.returncode, re.findall("file/media|--media-dir", run.stderr)) == (
        3,
        ["file/media", "--media-dir"],
    )


def test_the_password_of_a_database_is_not_shown() -> None:
    with pytest.raises(DatabaseUnavailable, match=r"^((?!secret).)*$"):
        seeds.prepared(Settings("nothing://user:secret@host/name"))


def _run(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SAPI, "mock", *options], capture_output=True, text=True, timeout=30, check=False)


def _post(account_id: str) -> Json:
    return {"text": "X", "publish_now": True, "targets": [{"account_id": account_id}]}


def _once(mock: Mock, method: str, path: str, given: Json | None = None) -> Json:
    """Make one call on a connection of its own, so that any of the workers may take it."""
    with caller(mock.url, mock.tokens()["api_key"]) as client:
        return dict(client.request(method, path, json=given).json())
