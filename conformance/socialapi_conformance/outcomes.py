"""What became of checks, in the words of reports: the verdicts, with known failures told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from socialapi_conformance.verdicts import Verdict

if TYPE_CHECKING:
    from socialapi_conformance.console import Line

KNOWN = "known failure"
OUTCOMES = (Verdict.FAIL, Verdict.ERROR, KNOWN, Verdict.NOT_VERIFIED, Verdict.PASS)
"""From the worst to the best, which is how a group of checks is summed up: by its worst."""

MEANINGS = {
    0: "the server keeps the contract",
    1: "the server violates the contract",
    3: "the server could not be judged",
}
"""Exit codes in words."""


def outcome(line: Line) -> str:
    """Return the verdict of a check, or `known failure` where a baseline expects it to fail."""
    return KNOWN if line["verdict"] == Verdict.FAIL and line.get("known") else str(line["verdict"])


def is_new_failure(line: Line) -> bool:
    """Tell whether a check failed, or could not be judged, and no baseline expects it."""
    return line["verdict"] in (Verdict.FAIL, Verdict.ERROR) and not line.get("known")


def failed(lines: Iterable[Line]) -> list[Line]:
    """Return the checks that failed or broke, and were not expected to."""
    return [line for line in lines if is_new_failure(line)]


def known(lines: Iterable[Line]) -> list[Line]:
    """Return the checks that failed as a baseline expects."""
    return [line for line in lines if outcome(line) == KNOWN]


def counts(lines: Iterable[Line]) -> Counter[str]:
    """Return how many checks came to each outcome."""
    return Counter(outcome(line) for line in lines)


def worst(counted: Counter[str]) -> str:
    """Return the worst outcome that was counted at all."""
    return str(next(each for each in OUTCOMES if counted[each]))


def number(count: int, noun: str) -> str:
    """Return a count of things, for example `1 check` or `2 checks`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
