"""Waivers: findings that the project accepts, as rows `{rule, file, reason}` of `lint-waivers.yaml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from socialapi_tools.lint.node import Node
from socialapi_tools.lint.project import Project, normal

KEYS = ("rule", "file", "reason")

FOREVER = ("yaml_syntax", "malformed_waiver", "stale_waiver")
"""Rules that cannot be waived: nothing can be trusted while they find something."""


@dataclass(frozen=True)
class Waiver:
    """One row: a rule, the file in which its findings are accepted, and the row's place."""

    rule: str
    path: Path
    node: Node


def rows(project: Project) -> Iterator[Node]:
    """Yield the rows as they are written, right or wrong."""
    if project.waivers is not None:
        yield from Node.top(project.waivers).entries()


def waivers(project: Project) -> Iterator[Waiver]:
    """Yield the rows that name a rule and a file and give a reason."""
    for row in rows(project):
        rule, file, reason = (row.text(key) for key in KEYS)
        if rule and file and reason and rule not in FOREVER:
            yield Waiver(rule, normal(project.folder / file), row)
