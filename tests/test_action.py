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
STEPS = [step for step in ACTION["runs"]["steps"] if "run" in step]
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")


class Job:
    """A job with the action as its only step, in the Python of the tests, which has its packages."""

    def __init__(self, folder: Path, **inputs: str) -> None:
        defaults = {name: str(each.get("default", "")) for name, each in ACTION["inputs"].items()}
        self.inputs = {**defaults, **inputs}
        self.folder = folder
        self.output, self.summary = folder / "output", folder / "summary.md"
        self.environment = {
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "PYTHONPATH": sysconfig.get_path("purelib"),
            "RUNNER_TEMP": str(folder),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
        }

    def run(self) -> int:
        """Run the steps until one fails, and return the exit code of the last."""
        codes = (self._run(step) for step in STEPS)
        return next((code for code in codes if code), 0)

    def _run(self, step: dict[str, Any]) -> int:
        given = {name: self._filled(value) for name, value in step.get("env", {}).items()}
        environment = {**self.environment, **given}
        return subprocess.run([*BASH, step["run"]], cwd=self.folder, env=environment, check=False).returncode

    def _filled(self, value: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: self.inputs[found[1]], value)


@pytest.fixture(scope="module")
def judged(mock: Mock, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, Job]:
    """The exit code of a job about two resources, and the job."""
    mock.restore()
    job = Job(tmp_path_factory.mktemp("job"), url=mock.url, select="brands/create_brand\nkeys/list_keys\n")
    return job.run(), job


def test_it_ends_as_the_suite_does(judged: tuple[int, Job]) -> None:
    code, job = judged
    assert (code, job.output.read_text(encoding="utf-8")) == (0, "exit-code=0\n")


def test_it_tells_on_the_page_of_the_job(judged: tuple[int, Job]) -> None:
    assert re.search(r"\b7\W+pass", judged[1].summary.read_text(encoding="utf-8"))


def test_it_leaves_the_reports_that_it_names(judged: tuple[int, Job]) -> None:
    reports = judged[1].folder / judged[1].inputs["reports"]
    names = sorted(path.name for path in reports.iterdir())
    assert names == ["report.html", "report.jsonl", "report.md", "report.sarif", "report.xml"]


def test_what_cannot_be_judged_fails_the_job(
    judged: tuple[int, Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = judged[1]
    monkeypatch.setitem(job.inputs, "url", "http://127.0.0.1:1")
    monkeypatch.setattr("test_action.STEPS", STEPS[-1:])
    assert (job.run(), job.output.read_text(encoding="utf-8")) == (3, "exit-code=0\nexit-code=3\n")


def test_every_input_is_used_and_described() -> None:
    assert set(re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"]))) == set(ACTION["inputs"])
    assert all(each["description"] for each in (*ACTION["inputs"].values(), *ACTION["outputs"].values()))
