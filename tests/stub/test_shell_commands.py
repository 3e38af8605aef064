"""`sapi trigger`, `sapi token` and the options of `sapi mock` that need a process."""

import json
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from mock_server import SAPI, Mock
from stub.callers import caller, web

Start = Callable[..., AbstractContextManager[Mock]]


def sapi(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SAPI, *arguments], capture_output=True, text=True, check=False)


def test_a_trigger_prints_what_there_is_now(fresh_mock: Mock) -> None:
    done = sapi("trigger", "comment.received", "--set", "content.text=Nice", "--url", fresh_mock.url)
    comment = json.loads(done.stdout)
    with caller(fresh_mock.url, fresh_mock.tokens()["api_key"]) as client:
        data = client.get("/inbox/comments", params={"limit": 100}).json()["data"]
    assert comment["platform_post_id"] in str(data)


@pytest.mark.parametrize("kind", ["key", "dashboard", "oauth"])
def test_a_token_works(mock: Mock, kind: str) -> None:
    token = sapi("token", "--as", kind, "--workspace", "other", "--url", mock.url).stdout.strip()
    with caller(mock.url, token) as client:
        assert client.get("/users/me").json()["email"] == "other@example.com"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("trigger", "weather.changed"), "GET /_mock/trigger lists the events"),
        (("trigger", "comment.received", "--set", "text"), "--set content.text=Hello"),
        (("trigger", "comment.received", "--set", "a=1", "--set", "a.b=1"), "a part of what has none"),
        (("trigger", "comment.received", "--workspace", "nobody"), "no workspace nobody"),
        (("token", "--scope", "nothing"), "nothing is none of"),
        (("token", "--as", "oauth", "--scope", "posts:read"), "only keys can be restricted"),
    ],
)
def test_what_cannot_be_done_is_said_without_a_traceback(
    mock: Mock, arguments: tuple[str, ...], said: str
) -> None:
    done = sapi(*arguments, "--url", mock.url)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (2, True, False)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "nonsense"])
def test_no_mock_is_said(url: str) -> None:
    done = sapi("token", "--url", url)
    assert (done.returncode, "sapi mock" in done.stderr) == (3, True)


@pytest.mark.parametrize(
    ("option", "value"),
    [("--seed", "nothing.yaml"), ("--latency", "slow"), ("--cors-origin", "example.com"), ("--watch", "")],
)
def test_an_option_that_means_nothing_is_refused(tmp_path: Path, option: str, value: str) -> None:
    command = [SAPI, "mock", "--port", "0", option, *([value] if value else [])]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "hint:" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_a_fixture_is_planted_from_a_file(new_mock: Start, tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("workspaces: {shop: {brands: [{name: Corner}]}}")
    with new_mock("--seed", str(tmp_path / "shop.yaml")) as mock:
        client = caller(mock.url, mock.tokens("shop")["api_key"])
        assert [one["name"] for one in client.get("/brands").json()["data"]] == ["Default", "Corner"]


def test_requests_are_logged_as_json() -> None:
    command = [SAPI, "mock", "--port", "0", "--log-format", "json", "--seed", "empty"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        root = running.stdout.readline().split()[-1]
        web.get(f"{root}/v1/brands", headers={"X-Request-ID": "seen"})
        running.terminate()
        _, talk = running.communicate(timeout=20)
    (line,) = (json.loads(one) for one in talk.splitlines() if "seen" in one)
    assert (line["status"], line["operation"], line["error"]) == (401, "list_brands", "auth.missing_header")
