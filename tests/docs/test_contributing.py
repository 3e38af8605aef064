"""The worked examples of CONTRIBUTING.md, applied to a copy of the project and run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mock_server import ROOT, start_mock

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
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
    with start_mock(
        command=[sys.executable, "-m", "socialapi_tools"], cwd=copy, env=environment(copy)
    ) as mock:
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
