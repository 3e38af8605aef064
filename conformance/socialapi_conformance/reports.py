"""Collects the results of a run: for the console, and line by line for a JSON Lines report."""

from __future__ import annotations

import json
import time
from collections import Counter
from typing import IO, Any

import pytest
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from socialapi_conformance.console import Line, Run
from socialapi_conformance.verdicts import Verdict

CONFORMS, VIOLATIONS, USAGE, COULD_NOT_RUN = 0, 1, 2, 3


class Reporter:
    """A pytest plugin that keeps every result of the run and shows on stderr how far it has come.

    `gone` says why the run ended early, if the server died.
    """

    def __init__(self, run: Run, total: int, jsonl: IO[str] | None = None) -> None:
        self.lines: list[Line] = []
        self.crashes: list[str] = []
        self.gone = ""
        self._total = total
        self._jsonl = jsonl
        self._started = time.monotonic()
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task("", total=total)
        self._write({"type": "run", "url": run.url, "seed": run.seed, "checks": total})

    @property
    def seconds(self) -> float:
        """How long the run has taken so far."""
        return time.monotonic() - self._started

    @property
    def exit_code(self) -> int:
        """0 conforms, 1 violations, 3 something could not be judged, or nothing was."""
        counts = Counter(line["verdict"] for line in self.lines)
        if counts[Verdict.FAIL]:
            return VIOLATIONS
        unjudged = counts[Verdict.ERROR] or self.crashes or len(self.lines) < self._total
        return COULD_NOT_RUN if unjudged or not counts[Verdict.PASS] else CONFORMS

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
        failed = sum(each["verdict"] in (Verdict.FAIL, Verdict.ERROR) for each in self.lines)
        self._progress.update(self._task, advance=1, description=f"{failed} failed" if failed else "")

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

    def _write(self, line: dict[str, Any]) -> None:
        if self._jsonl is not None:
            self._jsonl.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._jsonl.flush()
