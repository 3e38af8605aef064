"""The example of an implementation is judged as its page says, and keeps the contract as far as it goes."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mock_server import ROOT

EXAMPLE = Path("examples/brands_and_keys")
TOLD = re.findall(r"```sh\n(.*?)```", (ROOT / EXAMPLE / "README.md").read_text(encoding="utf-8"), re.DOTALL)
PREPARING, JUDGING = TOLD


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the page's commands can be typed."""
    found = tmp_path_factory.mktemp("judging")
    (found / "examples").symlink_to(ROOT / "examples")
    return found


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The server as the page starts it, on a free port."""
    started = PREPARING.splitlines()[-1].split()[1:]
    with subprocess.Popen(
        [sys.executable, *started, "--port", "0"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        yield server.stdout.readline().split()[-1]
        server.terminate()


def typed(commands: str, address: str, folder: Path) -> subprocess.CompletedProcess[str]:
    told = commands.replace("http://127.0.0.1:5000", address)
    return subprocess.run(["bash", "-euc", told], cwd=folder, capture_output=True, text=True, check=False)


def test_it_keeps_the_contract_of_two_resources(address: str, folder: Path) -> None:
    done = typed(JUDGING, address, folder)
    assert (done.returncode, "0 fail, 0 not verified" in done.stdout) == (0, True), done.stdout + done.stderr
