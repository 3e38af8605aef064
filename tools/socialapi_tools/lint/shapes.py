"""The fields of a schema, with references and `allOf` followed."""

from collections.abc import Sequence

from socialapi_tools.lint.node import Node
from socialapi_tools.lint.project import Project

DEPTH = 20
"""Schemas nested deeper in `allOf` count as unknown, so that circles end."""


def properties(project: Project, schema: Node | None, depth: int = DEPTH) -> dict[str, Node] | None:
    """Return the properties by name; None when they cannot be told: alternatives, a broken reference."""
    found = project.resolve(schema)
    if found is None or not depth or found.get("oneOf") or found.get("anyOf"):
        return None
    fields = dict(found.items("properties"))
    for part in found.entries("allOf"):
        inherited = properties(project, part, depth - 1)
        if inherited is None:
            return None
        fields |= inherited
    return fields


def has_field(project: Project, schema: Node, keys: Sequence[str]) -> bool:
    """Tell whether a pointer into a value of this schema can lead to something; true when in doubt."""
    found: Node | None = schema
    for key in keys:
        found = project.resolve(found)
        if found is None:
            return True
        if found.text("type") == "array":
            found = found.get("items")
            if not key.isdecimal():
                return False
            continue
        fields = properties(project, found)
        if fields is None:
            return True
        if key not in fields:
            return found.get("additionalProperties") is not None
        found = fields[key]
    return True
