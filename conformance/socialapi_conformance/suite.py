"""The suite as pytest sees it: files of checks, one item per check, one result per item."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from socialapi_conformance import baseline, console, target
from socialapi_conformance import checks as package
from socialapi_conformance.client import Client
from socialapi_conformance.inputs import InputError
from socialapi_conformance.judge import Result, judge
from socialapi_conformance.limits import Limits
from socialapi_conformance.profiles import Profile, chosen, usual
from socialapi_conformance.registry import Check, Level, UnknownSelectionError, discover, select
from socialapi_conformance.verdicts import Verdict

ROOT = Path(package.__file__).parent


class Suite:
    """The hooks of a run that judges a server with random choices made by `seed`."""

    def __init__(self, config: pytest.Config, seed: int) -> None:
        names = ("--sapi-read-only", "--sapi-rate")
        place = config.getoption("--sapi-url"), config.getoption("--sapi-target")
        self.run = console.Run(*place, seed, *map(config.getoption, names))
        timeout: float = config.getoption("--sapi-timeout")
        selections: list[str] = config.getoption("--sapi-select")
        about: list[str] = config.getoption("--sapi-about")
        profile = Profile(config.getoption("--sapi-profile") or usual([*selections, *about]))
        self.client = Client(self.run.url, timeout, _limits(config))
        try:
            self.target = target.load(self.run.target, self.run.url, timeout)
            found = select(discover(), selections, Level(config.getoption("--sapi-level")), about)
            self.checks = chosen(found, profile, seed)
            listed = config.getoption("--sapi-baseline")
            self.known = baseline.load(Path(listed)) if listed else []
        except InputError as error:
            raise pytest.UsageError(f"{error.message}\nhint: {error.hint}") from None
        except UnknownSelectionError as error:
            raise pytest.UsageError(str(error)) from None

    def pytest_report_header(self) -> str:
        """Name what is judged, and the seed that repeats the run."""
        return f"socialapi conformance: {self.run.url} (--sapi-seed {self.run.seed})"

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.File | None:
        """Collect the modules of checks."""
        if file_path.suffix == ".py" and file_path.is_relative_to(ROOT):
            return ChecksFile.from_parent(parent, path=file_path, suite=self)
        return None

    def pytest_collection_finish(self) -> None:
        """Spare the collector of garbage the checks and the contract, which stay to the end."""
        gc.collect()
        gc.freeze()

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_make_scheduler(self, config: pytest.Config, log: object) -> object | None:
        """Keep checks that need a workspace to themselves on one worker; leave a chosen distribution
        alone.
        """
        if config.getvalue("dist") != "load":
            return None
        from socialapi_conformance.scheduling import ChecksScheduling

        return ChecksScheduling(config, log, {check.id: check.alone_in for check in self.checks})

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[Any]
    ) -> Generator[None, Any, Any]:
        """Attach the result to the report, in a form that travels between processes."""
        report = yield
        if isinstance(item, CheckItem) and call.when == "call" and item.result is not None:
            report.sapi = item.result.as_dict()
            report.sapi_gone = item.suite.client.gone
        return report

    def pytest_unconfigure(self) -> None:
        """Close the connections."""
        self.client.close()


def _limits(config: pytest.Config) -> Limits:
    """Return what this process keeps to, which shares the rate with the other workers."""
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    rate: float | None = config.getoption("--sapi-rate")
    return Limits(read_only=config.getoption("--sapi-read-only"), rate=rate and rate / workers)


class ChecksFile(pytest.File):
    """One module of checks."""

    def __init__(self, *, suite: Suite, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.suite = suite

    def collect(self) -> Iterable[CheckItem]:
        """Yield the selected checks of the module."""
        module = self.path.relative_to(ROOT).with_suffix("").as_posix()
        for check in self.suite.checks:
            if check.module == module:
                yield CheckItem.from_parent(self, name=check.id, check=check, suite=self.suite)


class CheckItem(pytest.Item):
    """One check; pass, fail and error map to pytest's own, `not verified` to a skip."""

    def __init__(self, *, check: Check, suite: Suite, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.check = check
        self.suite = suite
        self.result: Result | None = None

    def runtest(self) -> None:
        """Judge the server."""
        self.result = self._judged()
        if self.suite.client.gone:
            self.session.shouldstop = self.suite.client.gone
        if self.result.verdict is Verdict.NOT_VERIFIED:
            pytest.skip(f"not verified: {self.result.reason}")
        if self.result.known:
            pytest.xfail(self.result.known)
        if self.result.verdict is not Verdict.PASS:
            raise UnsatisfiedError(self.result)

    def _judged(self) -> Result:
        suite = self.suite
        result = judge(self.check, suite.target, suite.client, suite.run.seed)
        if result.verdict is not Verdict.FAIL:
            return result
        return replace(result, known=baseline.reason_for(suite.known, self.check.id))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the result instead of a traceback."""
        if isinstance(excinfo.value, UnsatisfiedError):
            return console.failure(excinfo.value.result.as_dict(), self.suite.run)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return where the check is written, and its id."""
        return self.path, None, self.check.id


class UnsatisfiedError(Exception):
    """Carries a result that is no pass to pytest."""

    def __init__(self, result: Result) -> None:
        super().__init__(result.check.id)
        self.result = result
