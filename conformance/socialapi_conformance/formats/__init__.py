"""The reports of a whole run that other tools and people read; a module here is a format with its name.

Each has a function `render(report)` that returns the text of the file.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socialapi_conformance.console import Line, Run
from socialapi_conformance.registry import Check


@dataclass(frozen=True)
class Report:
    """A run that has ended: its results as lines of `result.schema.json`, and the checks they are about."""

    run: Run
    lines: Sequence[Line]
    checks: Mapping[str, Check]
    seconds: float
    exit_code: int


@functools.cache
def names() -> tuple[str, ...]:
    """Return the names of the formats."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def render(name: str, report: Report) -> str:
    """Return a report in a format."""
    text: str = importlib.import_module(f"{__name__}.{name}").render(report)
    return text
