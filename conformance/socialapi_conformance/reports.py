"""Collects the results of a run: for the console, and line by line for a JSON Lines report."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Sequence
from typing import IO, Any

import pytest
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from socialapi_conformance.console import Line, Run
from socialapi_conformance.outcomes import is_new_failure
from socialapi_conformance.registry import Check
from socialapi_conformance.verdicts import Verdict

SAID_EVERY = 10
"""Seconds between lines of progress where there is no terminal."""

CONFORMS, VIOLATIONS, USAGE, COULD_NOT_RUN = 0, 1, 2, 3


class Reporter:
    """A pytest plugin that keeps every result of the run and shows on stderr how far it has come.

    `gone` says why the run ended early, if the server died.
    """

    def __init__(self, run: Run, checks: Sequence[Check], jsonl: IO[str] | None = None) -> None:
        self.lines: list[Line] = []
        self.crashes: list[str] = []
        self.gone = ""
        self._families = {check.id: check.family for check in checks}
        self._failed = 0
        self._told: set[str] = set()
        self._jsonl = jsonl
        self._started = self._said = time.monotonic()
        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task("", total=len(checks))
        self._write({"type": "run", "url": run.url, "seed": run.seed, "checks": len(checks)})

    @property
    def seconds(self) -> float:
        """How long the run has taken so far."""
        return time.monotonic() - self._started

    @property
    def exit_code(self) -> int:
        """0 conforms, 1 violations, 3 something could not be judged, or nothing was."""
        counts = Counter(line["verdict"] for line in self.lines)
        if any(line["verdict"] == Verdict.FAIL and is_new_failure(line) for line in self.lines):
            return VIOLATIONS
        unjudged = counts[Verdict.ERROR] or self.crashes or len(self.lines) < len(self._families)
        judged = counts[Verdict.PASS] + counts[Verdict.FAIL]
        return COULD_NOT_RUN if unjudged or not judged else CONFORMS

    def pytest_sessionstart(self) -> None:
        """Start the progress display, which a terminal alone gets."""
        if self._progress.console.is_terminal:
            self._progress.start()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the result."""
        line: Line | None = getattr(report, "sapi", None)
        if line is None:
            if report.failed:
                self.crashes.append(f"{report.nodeid}: {report.longreprtext}")
            return
        self.gone = self.gone or getattr(report, "sapi_gone", "")
        self.lines.append(line)
        self._write(line)
        self._show(line)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what could not be collected."""
        if report.failed:
            self.crashes.append(f"{report.nodeid}: {report.longreprtext}")

    def pytest_internalerror(self, excrepr: object) -> None:
        """Keep a failure of the runner itself."""
        self.crashes.append(str(excrepr).strip().splitlines()[-1])

    def finish(self) -> None:
        """End the display and the report."""
        self._progress.stop()
        counts = Counter(line["verdict"] for line in self.lines)
        totals = {str(verdict): counts[verdict] for verdict in Verdict}
        seconds = round(self.seconds, 3)
        self._write({"type": "summary", "verdicts": totals, "seconds": seconds, "exit_code": self.exit_code})

    def _show(self, line: Line) -> None:
        """Say how far the run is: on a terminal always, elsewhere now and then; name what fails at once."""
        self._failed += is_new_failure(line)
        self._progress.update(self._task, advance=1, description=f"{self._failed} failed")
        family = self._families[line["id"]]
        if is_new_failure(line) and family not in self._told:
            self._told.add(family)
            self._say(f"{line['verdict'].upper()} {line['id']}: {line['received'] or line['reason']}")
        if not self._progress.console.is_terminal and time.monotonic() > self._said + SAID_EVERY:
            self._said = time.monotonic()
            done, total = len(self.lines), len(self._families)
            left = self.seconds / done * (total - done)
            self._say(f"{done} of {total} checks, {self._failed} failed, about {left:.0f} s left")

    def _say(self, text: str) -> None:
        self._progress.console.print(text, markup=False, highlight=False, soft_wrap=True)

    def _write(self, line: dict[str, Any]) -> None:
        if self._jsonl is not None:
            self._jsonl.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._jsonl.flush()
