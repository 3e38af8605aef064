"""`sapi schemathesis`: what it writes, and what it leaves alone."""

import subprocess
from pathlib import Path

from mock_server import SAPI

FILES = ["schemathesis.toml", "openapi.json"]


def sapi_schemathesis(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SAPI, "schemathesis"], cwd=folder, capture_output=True, text=True, check=False)


def test_it_writes_a_configuration_and_the_bundle_and_names_them(tmp_path: Path) -> None:
    done = sapi_schemathesis(tmp_path)
    assert (done.returncode, done.stdout.split()) == (0, FILES)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)


def test_it_can_be_repeated(tmp_path: Path) -> None:
    assert [sapi_schemathesis(tmp_path).returncode for _ in range(2)] == [0, 0]


def test_a_configuration_of_ones_own_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "schemathesis.toml").write_text("workers = 2\n")
    done = sapi_schemathesis(tmp_path)
    assert (done.returncode, (tmp_path / "schemathesis.toml").read_text()) == (2, "workers = 2\n")
    assert "schemathesis.toml exists and is another file" in done.stderr
    assert not (tmp_path / "openapi.json").exists()
