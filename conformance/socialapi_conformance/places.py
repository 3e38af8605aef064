"""Where a check stands in the picture of a run: at an operation, which belongs to a resource, in a topic."""

from __future__ import annotations

import importlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance.outcomes import outcome
from socialapi_conformance.registry import ACROSS, PACKAGE, Check

if TYPE_CHECKING:
    from socialapi_conformance.console import Line

OWN = "own behavior"
"""The topic of checks that are about one resource alone."""
WHOLE = "api"
"""In place of a resource: what is about no operation at all."""


@dataclass(frozen=True)
class Place:
    """A place in the picture; `operation` is None for checks that are about no single one."""

    resource: str
    operation: str | None
    topic: str


@dataclass(frozen=True)
class Picture:
    """A run as a table: its topics, the operations of each resource, and the outcomes counted by the
    resource, or the operation, and the topic.
    """

    topics: tuple[str, ...]
    operations: Mapping[str, tuple[str, ...]]
    counts: Mapping[tuple[str, str], Counter[str]]

    def row(self, name: str) -> Counter[str]:
        """Return the outcomes of a resource or operation in all topics."""
        return sum(
            (self.counts[name, topic] for topic in self.topics if (name, topic) in self.counts), Counter()
        )


def place(check: Check) -> Place:
    """Return where a check stands: its id names the operation, or it cites it first."""
    named = (part for part in (*check.id.split("/"), *check.cites) if part in OPERATIONS)
    operation = next(named, None)
    across = check.module.startswith(ACROSS)
    topic = check.module.removeprefix(ACROSS).replace("_", " ") if across else OWN
    alone = WHOLE if across else check.module.partition("/")[0]
    resource = OPERATIONS[operation].resource if operation else alone
    return Place(resource, operation, topic)


def picture(lines: Iterable[Line], checks: Mapping[str, Check]) -> Picture:
    """Return the picture of results, in the contract's order of resources and operations."""
    counted: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    rows: set[str] = set()
    for line in lines:
        found = place(checks[line["id"]])
        rows |= {found.resource, found.operation or found.resource}
        for row in {found.resource, found.operation} - {None}:
            counted[str(row), found.topic][outcome(line)] += 1
    topics = sorted({topic for _, topic in counted}, key=lambda topic: (topic != OWN, topic))
    return Picture(tuple(topics), _operations(rows), dict(counted))


def meaning(topic: str) -> str:
    """Return what a topic is about: the first line of the module that holds its checks."""
    if topic == OWN:
        return "What a resource does that no other does."
    module = importlib.import_module(f"{PACKAGE}.{ACROSS}{topic}".replace("/", ".").replace(" ", "_"))
    return (module.__doc__ or "").partition("\n")[0]


def source(operation: Operation) -> str:
    """Return the file of the contract that describes an operation, from the root of the project."""
    root = "spec" if operation.document == "api" else f"spec/{operation.document}"
    name = operation.path.strip("/").translate(str.maketrans("/", "_", "{}"))
    return f"{root}/paths/{operation.resource}/{name}.yaml"


def _operations(rows: set[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for operation in OPERATIONS.values():
        if operation.resource in rows:
            found.setdefault(operation.resource, [])
        if operation.operation_id in rows:
            found[operation.resource].append(operation.operation_id)
    others = sorted(row for row in rows if row not in found and row not in OPERATIONS)
    return {resource: tuple(names) for resource, names in found.items()} | dict.fromkeys(others, ())
