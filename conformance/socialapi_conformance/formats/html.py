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
from socialapi_contract.operations import OPERATIONS

from socialapi_conformance import console, outcomes, places
from socialapi_conformance.causes import Cause, grouped
from socialapi_conformance.console import Line
from socialapi_conformance.formats import Report
from socialapi_conformance.registry import Check

DETAILED_BYTES = 2_000_000
"""How much of the page failures may fill that are shown in full; the rest are listed with their cause."""

_FRAME_BYTES = 1_200
"""What a failure takes beside its exchange."""

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
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":"), "ensure_ascii": False}
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
        left -= _FRAME_BYTES + len(line["curl"] or "") + len(str(line["exchange"]))
        if left > 0:
            found.add(str(line["id"]))
    return found


def _data(report: Report) -> dict[str, Any]:
    """Return what the script of the page knows: the checks, and apart from them what many share."""
    checks = {line["id"]: report.checks[line["id"]] for line in report.lines}
    families = {check.family: check for check in checks.values()}
    cites = list(dict.fromkeys(tuple(line["cites"]) for line in report.lines))
    before, _, after = report.run.rerun(_ANY).partition(_ANY)
    indexes = {family: index for index, family in enumerate(families)}
    places_of_cites = {each: index for index, each in enumerate(cites)}
    return {
        "rerun": [before, after],
        "families": [_family(check) for check in families.values()],
        "cites": [", ".join(map(console.contract_place, each)) for each in cites],
        "operations": {name: console.contract_place(name) for name in OPERATIONS},
        "resources": {name: operation.resource for name, operation in OPERATIONS.items()},
        "checks": [
            _check(line, checks[line["id"]])
            | {"family": indexes[checks[line["id"]].family], "cites": places_of_cites[tuple(line["cites"])]}
            for line in report.lines
        ],
    }


def _family(check: Check) -> dict[str, Any]:
    place = places.place(check)
    return {
        "id": check.family,
        "requirement": " ".join(check.requirement.split()),
        "level": check.level,
        "resource": place.resource,
        "topic": place.topic,
    }


def _check(line: Line, check: Check) -> dict[str, Any]:
    said = {name: (line.get(name) or "")[:_SAID] for name in ("known", "reason", "expected", "received")}
    return {
        "case": check.id.removeprefix(check.family),
        "outcome": outcomes.outcome(line),
        "operation": places.place(check).operation,
        "seconds": round(line["seconds"], 2),
        "requests": line["requests"],
    } | {name: text for name, text in said.items() if text}
