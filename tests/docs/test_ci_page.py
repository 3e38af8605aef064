"""The recipes for CI are well formed, and their commands judge a server."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from mock_server import ROOT, SAPI, Mock

PAGE = (ROOT / "conformance/ci.md").read_text(encoding="utf-8")
WRITTEN = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]
TYPED = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)


def commands(node: Any) -> Iterator[str]:
    """Yield the shell lines of a recipe, wherever it has them."""
    if isinstance(node, dict):
        run, script = node.get("run", ""), node.get("script", [])
        yield from [*run.splitlines(), *script] if isinstance(run, str) else ()
    for item in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from commands(item)


JUDGING = [
    line
    for line in (
        *(line for recipe in WRITTEN for line in commands(recipe)),
        *"".join(TYPED).replace("\\\n", " ").splitlines(),
    )
    if re.search(r"\b(sapi check|pytest) ", line)
]


@pytest.fixture
def folder(fresh_mock: Mock, tmp_path: Path) -> Path:
    """A folder with the target file that the page tells to begin."""
    subprocess.run([SAPI, "check", "--init", "staging.yaml"], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


@pytest.mark.parametrize("command", JUDGING)
def test_a_command_judges_a_server(command: str, fresh_mock: Mock, folder: Path) -> None:
    few = "--sapi-select usage/get_usage" if command.startswith("pytest") else "--select usage/get_usage"
    told = command.replace("https://staging.example.com", fresh_mock.url).replace("sapi/bin/sapi", "sapi")
    key = fresh_mock.tokens()["api_key"]
    done = subprocess.run(
        ["bash", "-euc", f"{told} {few}"],
        cwd=folder,
        env={**os.environ, "DEMO_API_KEY": key},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_recipe_with_the_action_gives_it_what_it_takes() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (given,) = re.findall(r"socialapi-contract@.*?\n\n", PAGE, re.DOTALL)
