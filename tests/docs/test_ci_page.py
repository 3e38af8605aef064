"""The recipes for CI are well formed, and their commands judge a server."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from mock_server import ROOT, SAPI, Mock

PAGE = (ROOT / "conformance/ci.md").read_text(encoding="utf-8")
RECIPES = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]
SHELL = "".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)).replace("\\\n", " ")
FEW = {"sapi": "--select usage/get_usage", "pytest": "--sapi-select usage/get_usage"}


def steps(node: Any) -> Iterator[dict[str, Any]]:
    """Yield the parts of a recipe that are run or used, wherever they stand."""
    if isinstance(node, dict) and {"run", "script", "uses"} & node.keys():
        yield node
    for item in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from steps(item)


def lines() -> Iterator[str]:
    """Yield every line of the page that a shell is given."""
    for step in steps(RECIPES):
        yield from [*step.get("run", "").splitlines(), *step.get("script", [])]
    yield from SHELL.splitlines()


JUDGING = [line for line in lines() if re.match(r"(\S*/)?sapi check |pytest ", line)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the target file that the page begins with."""
    subprocess.run([SAPI, "check", "--init", "staging.yaml"], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def test_every_kind_of_ci_has_a_command() -> None:
    assert len(JUDGING) == 6


@pytest.mark.parametrize("command", JUDGING)
def test_a_command_judges_a_server(command: str, fresh_mock: Mock, folder: Path) -> None:
    told = command.replace("https://staging.example.com", fresh_mock.url).replace("sapi/bin/", "")
    environment = {**os.environ, "DEMO_API_KEY": fresh_mock.tokens()["api_key"]}
    few = FEW[told.split()[0]]
    done = subprocess.run(
        ["bash", "-euc", f"{told} {few}"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_is_given_inputs_and_asked_for_outputs_that_it_has() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (used,) = (step for step in steps(RECIPES) if "socialapi-contract@" in step.get("uses", ""))
    assert set(used["with"]) <= set(action["inputs"])
    assert set(re.findall(r"steps\.judge\.outputs\.([\w-]+)", PAGE)) <= set(action["outputs"])


def test_the_hook_it_names_exists() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    named = re.findall(r"- id: (sapi-\S+)", PAGE)
    assert named == [hook["id"] for hook in hooks]


def test_every_link_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", PAGE) if "://" not in link]
    assert [link for link in links if not (ROOT / "conformance" / link).exists()] == []
