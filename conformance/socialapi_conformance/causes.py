"""Causes: failures of one requirement that say the same belong together, whatever they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialapi_contract.operations import OPERATIONS

if TYPE_CHECKING:
    from socialapi_conformance.console import Line

_WORD = re.compile(r"[\w-]+")
_STATUS = re.compile(r"[1-5]\d\d")


@dataclass(frozen=True)
class Cause:
    """Checks of one family that failed alike; the first of `lines` can speak for all."""

    family: str
    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        """The failure that is shown in full."""
        return self.lines[0]

    @property
    def others(self) -> list[str]:
        """The cases of the rest."""
        return [self.case(line) for line in self.lines[1:]]

    def case(self, line: Line) -> str:
        """Return what tells a check from the others of its family, such as an operationId."""
        return str(line["id"]).removeprefix(self.family).strip("/") or str(line["id"]).rpartition("/")[2]


def grouped(lines: Iterable[Line], families: Mapping[str, str]) -> list[Cause]:
    """Return the causes of failures in the order of their families (by id of the check), widest first."""
    found: dict[tuple[str, ...], list[Line]] = {}
    for line in sorted(lines, key=lambda line: str(line["id"])):
        found.setdefault((families[line["id"]], *_likeness(line)), []).append(line)
    causes = [Cause(family, tuple(alike)) for (family, *_), alike in found.items()]
    return sorted(causes, key=lambda cause: (cause.family, -len(cause.lines)))


def _likeness(line: Line) -> tuple[str, ...]:
    said = (line.get(name) for name in ("verdict", "reason", "expected", "received"))
    return tuple(_WORD.sub(_common, each or "") for each in said)


def _common(word: re.Match[str]) -> str:
    """Return a word, or `…` where it differs from case to case: ids, numbers, names of operations."""
    said = word.group()
    varies = said in OPERATIONS or (re.search(r"\d", said) and not _STATUS.fullmatch(said))
    return "…" if varies else said
