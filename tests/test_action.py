"""The action judges a server as GitHub would run it: its own steps, in a folder where nothing else is."""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml
from mock_server import ROOT, Mock

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


class Job:
    """A job with the action as its only step; the Python of the tests stands in for the one it sets up."""

    def __init__(self, folder: Path, **inputs: str) -> None:
        self._inputs = {
            name: str(each.get("default", "")) for name, each in ACTION["inputs"].items()
        } | inputs
        self.folder = folder
        self.summary, self._output = folder / "summary.md", folder / "output"
        self.environment = {
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "PYTHONPATH": sysconfig.get_path("purelib"),
            "RUNNER_TEMP": str(folder),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(self._output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
        }

    def run(self) -> int:
        """Run the steps until one fails, and return the exit code of the last."""
        code = 0
        for step in ACTION["runs"]["steps"]:
            if code == 0 and "run" in step:
                own = {name: self._filled(value) for name, value in step.get("env", {}).items()}
                command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
                code = subprocess.run(
                    command, cwd=self.folder, env={**self.environment, **own}, check=False
                ).returncode
        return code

    @property
    def outputs(self) -> dict[str, str]:
        """What the step that judges hands on."""
        return dict(line.split("=", 1) for line in self._output.read_text(encoding="utf-8").splitlines())

    def _filled(self, value: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: self._inputs[found[1]], value)


@pytest.fixture(scope="module")
def judged(mock: Mock, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, Job]:
    """The exit code of a job that judged two families of checks, and the job."""
    mock.reset()
    job = Job(tmp_path_factory.mktemp("job"), url=mock.url, select="brands/create_brand\nkeys/list_keys\n")
    return job.run(), job


def test_it_ends_as_the_suite_does(judged: tuple[int, Job]) -> None:
    code, job = judged
    assert (code, job.outputs) == (0, {"exit-code": "0"})


def test_it_tells_on_the_page_of_the_job(judged: tuple[int, Job]) -> None:
    assert "0 fail" in judged[1].summary.read_text(encoding="utf-8")


def test_it_leaves_the_reports_that_it_names(judged: tuple[int, Job]) -> None:
    reports = judged[1].folder / ACTION["inputs"]["reports"]["default"]
    assert sorted(path.name for path in reports.iterdir()) == [
        "report.jsonl",
        "report.md",
        "report.sarif",
        "report.xml",
    ]


def test_what_cannot_be_judged_fails_the_job(judged: tuple[int, Job], tmp_path: Path) -> None:
    job = Job(tmp_path, url="http://127.0.0.1:1")
    (tmp_path / "sapi").symlink_to(judged[1].folder / "sapi")
    assert (job.run(), job.outputs) == (3, {"exit-code": "3"})


def test_every_input_is_used_and_described() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"])))
    assert used == set(ACTION["inputs"])
    assert all(each["description"] for each in (*ACTION["inputs"].values(), *ACTION["outputs"].values()))
