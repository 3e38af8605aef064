"""What several folders of tests share."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from mock_server import Mock, start_mock


def pytest_configure(config: pytest.Config) -> None:
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
