"""kill -9 in the middle of work: what was answered is there, and what was begun is done once."""

import time
from pathlib import Path

from mock_server import start_mock
from postgres import NewDatabase
from replicas import balanced
from stub.load import lost, new_workspace, working

ROUNDS = 2
AMID_SECONDS = 0.8
NOTHING = {
    "brands that are gone": [],
    "posts that are not published": [],
    "posts that were published twice": [],
    "what was refused": [],
}


def test_a_server_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    options = ("--database-url", f"sqlite:///{tmp_path / 'kept.db'}", "--workers", "2")
    workspace = None
    for _ in range(ROUNDS):
        with start_mock(*options) as mock:
            workspace = workspace or new_workspace(mock.url)
            with working(mock.url, workspace):
                time.sleep(AMID_SECONDS)
                mock.kill()
    assert workspace is not None
    with start_mock(*options) as mock:
        assert (lost(mock.url, workspace), len(workspace.posts) > ROUNDS) == (NOTHING, True)


def test_a_replica_that_is_killed_is_stood_in_for(postgres: NewDatabase) -> None:
    options = ("--database-url", postgres())
    with start_mock(*options) as steady:
        workspace = new_workspace(steady.url)
        for _ in range(ROUNDS):
            with (
                start_mock(*options) as mock,
                balanced([steady.url, mock.url]) as url,
                working(url, workspace),
            ):
                time.sleep(AMID_SECONDS)
                mock.kill()
                time.sleep(AMID_SECONDS / 2)
        assert (lost(steady.url, workspace), len(workspace.posts) > ROUNDS) == (NOTHING, True)
