"""What a run must not do to the server: change anything, be too fast, leave something behind."""

import json
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from conformance.running import sapi_check
from mock_server import SAPI, Mock
from socialapi_conformance.console import Run
from socialapi_conformance.limits import Limits
from socialapi_conformance.verdicts import NotVerified


def requests(mock: Mock) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{mock.url}/_mock/requests?limit=1000") as answer:
        found: dict[str, Any] = json.load(answer)
    return list(found["data"])


@pytest.fixture
def silent_mock(fresh_mock: Mock) -> Mock:
    """The mock server with an empty log of requests."""
    forget = urllib.request.Request(f"{fresh_mock.url}/_mock/requests", method="DELETE")
    urllib.request.urlopen(forget).close()
    return fresh_mock


def test_a_read_only_run_sends_nothing_that_changes_anything(silent_mock: Mock) -> None:
    done = sapi_check(silent_mock.url, "--select", "brands", "--select", "media", "--read-only")
    sent = [(each["method"], each["operation"]) for each in requests(silent_mock)]
    assert {method for method, _ in sent} == {"GET"}
    assert "get_media_upload_url" not in {operation for _, operation in sent}
    assert "the run is read-only" in done.out


def test_a_read_only_run_judges_what_can_be_read(fresh_mock: Mock) -> None:
    done = sapi_check(fresh_mock.url, "--select", "across/formats", "--read-only", "--profile", "standard")
    assert done.code == 0
    assert " 0 fail" in done.out


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_read_only_run_keeps_every_method_back_that_writes(method: str) -> None:
    with pytest.raises(NotVerified, match="read-only"):
        Limits(read_only=True).allow(method)


def test_a_rate_spaces_requests() -> None:
    limits, started = Limits(rate=50), time.monotonic()
    for _ in range(6):
        limits.allow("GET")
    assert time.monotonic() - started >= 5 / 50


def test_workers_share_a_rate(silent_mock: Mock) -> None:
    of_two = ("--about", "brands", "--about", "keys", "--select", "across/auth/refuses_missing_header")
    sapi_check(silent_mock.url, *of_two, "--rate", "4", "-n", "2")
    sent = sorted(
        datetime.fromisoformat(each["at"]) for each in requests(silent_mock) if each["status"] == 401
    )
    assert sent[-1] - sent[0] >= timedelta(seconds=(len(sent) - 2) / 4)


def test_a_failure_is_judged_again_as_gently() -> None:
    again = Run("http://x", None, 1, read_only=True, rate=2.5).rerun("brands")
    assert again == "sapi check http://x --select brands --seed 1 --read-only --rate 2.5"


@pytest.fixture
def interrupted(silent_mock: Mock) -> Iterator[tuple[Mock, str, int]]:
    """A run that somebody ends while it is making brands: the server, what it printed, its exit code."""
    command = [SAPI, "check", silent_mock.url, "--select", "brands", "--select", "keys", "--rate", "5"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as run:
        deadline = time.monotonic() + 30
        while not _has_made(silent_mock) and time.monotonic() < deadline:
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        out, _ = run.communicate(timeout=30)
        yield silent_mock, out, run.returncode


def test_an_interrupted_run_removes_what_it_made_and_tells_what_it_knows(
    interrupted: tuple[Mock, str, int],
) -> None:
    mock, out, code = interrupted
    made = sum(each["method"] == "POST" and each["status"] == 201 for each in requests(mock))
    removed = sum(each["method"] == "DELETE" and each["status"] < 300 for each in requests(mock))
    assert (made, code) == (removed, 130)
    assert "checks: " in out


def _has_made(mock: Mock) -> bool:
    return any(each["method"] == "POST" and each["status"] == 201 for each in requests(mock))
