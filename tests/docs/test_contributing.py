"""The worked examples of CONTRIBUTING.md, applied to a copy of the project and run."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from mock_server import ROOT, Mock, start_mock

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
VERSION_3 = ROOT / "tests/stub/version_3.sql"
STEP = (sys.executable, "-m", "socialapi_stub.migrations")
PACKAGES = ("generated", "stubs", "conformance", "tools")
EXAMPLE = re.compile(
    r"`(?P<path>[\w./-]+\.(?:py|yaml))`:\n\n(?P<fence>`{3,4})(?:python|yaml)\n(?P<text>.*?)^(?P=fence)$",
    re.M | re.S,
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with every example of the guide in its place, generated anew."""
    root = tmp_path_factory.mktemp("project")
    for folder in (*PACKAGES, "spec", "tests/tools/lint"):
        shutil.copytree(ROOT / folder, root / folder)
    for example in EXAMPLE.finditer(GUIDE):
        with (root / example["path"]).open("a", encoding="utf-8") as file:
            file.write(("\n\n" if example["path"].endswith(".py") and file.tell() else "") + example["text"])
    assert run(root, "generate").returncode == 0
    return root


def environment(root: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(str(root / folder) for folder in PACKAGES)}


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "socialapi_tools", *arguments]
    return subprocess.run(
        command, cwd=root, env=environment(root), capture_output=True, text=True, check=False
    )


def mocked(root: Path, *options: str) -> AbstractContextManager[Mock]:
    command = [sys.executable, "-m", "socialapi_tools"]
    return start_mock(*options, command=command, cwd=root, env=environment(root))


def test_the_guide_has_an_example_of_each_kind() -> None:
    assert [example["path"].partition("/")[0] for example in EXAMPLE.finditer(GUIDE)] == [
        "spec",
        "stubs",
        "conformance",
        "tools",
    ]


def test_the_new_operation_passes_lint(copy: Path) -> None:
    done = run(copy, "lint")
    assert (done.returncode, done.stdout) == (0, done.stdout)


def test_the_new_operation_is_served_and_judged(copy: Path) -> None:
    with mocked(copy) as mock:
        done = run(copy, "check", mock.url, "--select", "brands/get_brand")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_new_rule_is_explained_and_fires_on_its_example(copy: Path) -> None:
    assert run(copy, "lint", "--explain", "shouting_summary").returncode == 0
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/tools/lint",
        "-k",
        "shouting",
    ]
    done = subprocess.run(
        command, cwd=copy, env=environment(copy), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_a_step_that_is_written_changes_older_databases(copy: Path, tmp_path: Path) -> None:
    table = copy / "stubs/socialapi_stub/tables/feedback.py"
    table.write_text(table.read_text("utf-8") + "    mood: Mapped[str | None]\n", "utf-8")
    subprocess.run([*STEP, "Feedback has a mood"], env=environment(copy), capture_output=True, check=True)
    with closing(sqlite3.connect(tmp_path / "kept.db")) as kept:
        kept.executescript(VERSION_3.read_text("utf-8"))
        with mocked(copy, "--database-url", f"sqlite:///{tmp_path / 'kept.db'}") as mock:
            assert mock.tokens()
        columns = [name for _, name, *_ in kept.execute("PRAGMA table_info(feedback)")]
    assert columns[-1] == "mood"
