"""What several folders of tests share."""

from __future__ import annotations

import gc
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import postgres as postgres_server
import pytest
from mock_server import Mock, start_mock

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def pytest_configure(config: pytest.Config) -> None:
    """Let a run in the background of a script be interrupted, as tests interrupt it, and pin its workers."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    _keep_to_one_processor(config)


def _keep_to_one_processor(config: pytest.Config) -> None:
    """Keep the threads of a worker on one processor.

    They take turns anyway, a server and who asks it, and to change processors costs them half of their time.
    """
    worker = getattr(config, "workerinput", None)
    if worker and hasattr(os, "sched_setaffinity"):
        processors = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {processors[int(worker["workerid"].lstrip("gw")) % len(processors)]})


def pytest_collection_finish() -> None:
    """Spare the collector of garbage what stays to the end, which is most of what there is."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def mock() -> Iterator[Mock]:
    """One mock server for the whole run; tests that change its demo data take `fresh_mock`."""
    with start_mock() as running:
        running.keep()
        yield running


@pytest.fixture
def fresh_mock(mock: Mock) -> Iterator[Mock]:
    """The shared mock server with its demo data as they were at the start, and will be again."""
    mock.restore()
    yield mock
    mock.restore()


@pytest.fixture(scope="session")
def new_mock() -> Callable[..., AbstractContextManager[Mock]]:
    """Start a mock server of one's own, with options of `sapi mock`."""
    return start_mock


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_server.NewDatabase]:
    """Makes databases of a PostgreSQL, each empty, and gives their URLs."""
    with postgres_server.running() as new_database:
        yield new_database


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. What needs it is skipped where it is not installed, unless CI insists."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None and os.environ.get("SAPI_NEEDS_BROWSER") != "1":
        pytest.skip("Chromium is not installed; `apt-get install chromium` lets these run")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()
