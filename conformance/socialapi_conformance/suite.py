"""The suite as pytest sees it: files of checks, one item per check, one result per item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from socialapi_conformance import checks as package
from socialapi_conformance import console, target
from socialapi_conformance.client import Client
from socialapi_conformance.judge import Result, judge
from socialapi_conformance.registry import Check, Level, UnknownSelectionError, discover, select
from socialapi_conformance.verdicts import Verdict

ROOT = Path(package.__file__).parent


class Suite:
    """The hooks of a run that judges a server. `seed` is the run's own."""

    def __init__(self, config: pytest.Config, seed: int) -> None:
        self.seed = seed
        self.url: str = config.getoption("--sapi-url")
        timeout: float = config.getoption("--sapi-timeout")
        self.client = Client(self.url, timeout)
        try:
            self.target = target.load(config.getoption("--sapi-target"), self.url, timeout)
            self.checks = select(discover(), config.getoption("--sapi-select"), Level(config.getoption("--sapi-level")))
        except target.TargetError as error:
            raise pytest.UsageError(f"{error.message}\nhint: {error.hint}") from None
        except UnknownSelectionError as error:
            raise pytest.UsageError(str(error)) from None

    def pytest_report_header(self) -> str:
        """Name what is judged, and the seed that repeats the run."""
        return f"socialapi conformance: {self.url} (--sapi-seed {self.seed})"

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.File | None:
        """Collect the modules of checks."""
        if file_path.suffix == ".py" and file_path.is_relative_to(ROOT):
            return ChecksFile.from_parent(parent, path=file_path, suite=self)
        return None

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[Any]) -> Iterator[Any]:
        """Attach the result to the report, in a form that travels between processes."""
        report = yield
        if isinstance(item, CheckItem) and call.when == "call" and item.result is not None:
            report.sapi = item.result.as_dict()
        return report

    def pytest_unconfigure(self) -> None:
        """Close the connections."""
        self.client.close()


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
        if check.alone_in:
            self.add_marker(pytest.mark.xdist_group(check.alone_in))

    def runtest(self) -> None:
        """Judge the server."""
        self.result = judge(self.check, self.suite.target, self.suite.client, self.suite.seed)
        if self.result.verdict is Verdict.NOT_VERIFIED:
            pytest.skip(f"not verified: {self.result.reason}")
        if self.result.verdict is not Verdict.PASS:
            raise UnsatisfiedError(self.result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the result instead of a traceback."""
        if isinstance(excinfo.value, UnsatisfiedError):
            return console.failure(excinfo.value.result.as_dict(), self.suite.url, self.suite.seed)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return where the check is written, and its id."""
        return self.path, None, self.check.id


class UnsatisfiedError(Exception):
    """Carries a result that is no pass to pytest."""

    def __init__(self, result: Result) -> None:
        super().__init__(result.check.id)
        self.result = result
