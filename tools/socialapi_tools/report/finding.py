"""Findings: one thing that is wrong at one place of a source file."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Finding:
    """One defect and its place, by which it is ordered. Line and column count from 1; `hint` may be empty."""

    path: Path
    line: int
    column: int
    rule: str
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Report:
    """What one run found, in order of place, and how many files it looked at."""

    findings: tuple[Finding, ...]
    files: int

    def summary(self) -> str:
        """Return the result in one line."""
        files = _count(self.files, "file")
        if not self.findings:
            return f"no findings in {files}"
        touched = _count(len({finding.path for finding in self.findings}), "file")
        return f"{_count(len(self.findings), 'finding')} in {touched} of {files}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
