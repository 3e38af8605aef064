"""A page for people: a picture of the run, each cause of failures, and every check behind its cell.

The page is one file that asks nobody for anything. What servers answered is text to it, never markup.
"""

from __future__ import annotations

import functools
import itertools
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import jinja2

from socialapi_conformance import console, outcomes, places
from socialapi_conformance.causes import Cause, grouped
from socialapi_conformance.console import Line
from socialapi_conformance.formats import Report

DETAILED_BYTES = 2_500_000
"""How much of exchanges the page holds; failures beyond it are listed, as others of their cause show it."""

_SAID = 300
"""How much of an answer is searched, and shown of a failure without its exchange."""
_ANY = "any-check-at-all"


@dataclass(frozen=True)
class Requirement:
    """What a family of checks asks for, and the causes of its failures."""

    line: Line
    causes: Sequence[Cause]

    @property
    def count(self) -> int:
        """How many checks failed."""
        return sum(len(cause.lines) for cause in self.causes)


def render(report: Report) -> str:
    """Return the page."""
    counted = outcomes.counts(report.lines)
    sections = {
        "Failures": _requirements(report, outcomes.failed(report.lines)),
        "Known failures": _requirements(report, outcomes.known(report.lines)),
    }
    every = [cause for found in sections.values() for each in found for cause in each.causes]
    return _page().render(
        report=report,
        now=datetime.now(UTC),
        counts=counted,
        sections={name: found for name, found in sections.items() if found},
        picture=places.picture(report.lines, report.checks),
        reasons=_reasons(report.lines),
        detailed=_detailed(every),
        data=_data(report),
    )


@functools.cache
def _page() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("socialapi_conformance.formats"),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"outcomes": outcomes, "console": console, "meaning": places.meaning}
    environment.filters |= {"pretty": pretty}
    return environment.get_template("page.html.j2")


def pretty(text: str) -> str:
    """Return a body for reading: JSON indented, anything else as it is."""
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except ValueError:
        return text


def _requirements(report: Report, lines: Sequence[Line]) -> list[Requirement]:
    families = {line["id"]: report.checks[line["id"]].family for line in lines}
    groups = itertools.groupby(grouped(lines, families), key=lambda cause: cause.family)
    return [Requirement(causes[0].first, causes) for _, group in groups if (causes := list(group))]


def _reasons(lines: Iterable[Line]) -> list[tuple[str, int]]:
    unverified = (line for line in lines if outcomes.outcome(line) == "not verified")
    return Counter(str(line["reason"]) for line in unverified).most_common()


def _detailed(causes: Sequence[Cause]) -> set[str]:
    """Return the failures that are shown in full: the first of every cause, then the second, and so on."""
    found, left = set(), DETAILED_BYTES
    for line in filter(None, itertools.chain(*itertools.zip_longest(*(cause.lines for cause in causes)))):
        left -= len(json.dumps([line["exchange"], line["curl"], line["steps"]]))
        if left > 0:
            found.add(str(line["id"]))
    return found


def _data(report: Report) -> dict[str, Any]:
    """Return what the script of the page knows: the checks, and what many of them share."""
    families: dict[str, int] = {}
    checks = [_check(report, line, families) for line in report.lines]
    firsts = {family: next(c for c in report.checks.values() if c.family == family) for family in families}
    before, _, after = report.run.rerun(_ANY).partition(_ANY)
    cited = {each for line in report.lines for each in line["cites"]}
    return {
        "rerun": [before, after],
        "families": [
            {"id": family, "requirement": " ".join(first.requirement.split()), "level": str(first.level)}
            for family, first in firsts.items()
        ],
        "places": {each: console.contract_place(each) for each in sorted(cited)},
        "checks": checks,
    }


def _check(report: Report, line: Line, families: dict[str, int]) -> dict[str, Any]:
    check = report.checks[line["id"]]
    place = places.place(check)
    said = {name: (line.get(name) or "")[:_SAID] for name in ("known", "reason", "expected", "received")}
    return {
        "id": line["id"],
        "family": families.setdefault(check.family, len(families)),
        "outcome": outcomes.outcome(line),
        "resource": place.resource,
        "operation": place.operation,
        "topic": place.topic,
        "cites": line["cites"],
        "seconds": round(line["seconds"], 2),
        "requests": line["requests"],
    } | {name: text for name, text in said.items() if text}
