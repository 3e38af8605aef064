"""A keyword holds a value that OpenAPI 3.0 does not allow there.

## What

Every keyword holds the type of value that OpenAPI 3.0.3 gives it, and a `pattern` is a regular expression.

## Why

`required: true` on a property, `maxLength: "255"` or `type: [string, "null"]` look right, are refused by
some readers and silently skipped by others.

## Bad

```yaml
# schemas/brands/CreateBrand.yaml
type: object
required: true  # <-
properties:
  name:
    type: [string, "null"]  # <-
    maxLength: "255"  # <-
```

## Good

```yaml
# schemas/brands/CreateBrand.yaml
type: object
required: [name]
properties:
  name:
    type: string
    nullable: true
    maxLength: 255
```

## Fix

Write the type of value that the message names.
"""

from collections.abc import Iterator

import jsonschema_rs

from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.openapi import KEYWORDS, misfit
from socialapi_tools.lint.project import Project

HINT = "See https://spec.openapis.org/oas/v3.0.3#schema."


def malformed_keyword(project: Project) -> Iterator[Defect]:
    """Report every value of the wrong type."""
    for element in project.all(*KEYWORDS):
        if problem := misfit(element.node.value, element.kind):
            yield Defect(element.node.place, f"a {element.kind} has to be {problem}", HINT)
        for key, value in element.node.items():
            yield from _keyword(key, value, KEYWORDS[element.kind].get(key, "any"))


def _keyword(key: str, value: Node, kind: str) -> Iterator[Defect]:
    if kind.removeprefix("boolean or ") in KEYWORDS:
        return  # The walk visits the object itself.
    if problem := misfit(value.value, kind):
        yield Defect(value.place, f"{key} has to be {problem}", HINT)
    for entry in value.entries() if kind == "list of text" else ():
        if not isinstance(entry.value, str):
            yield Defect(entry.place, f"{key} has to hold text only", "Put the value in quotes.")
    if key == "pattern" and not _is_pattern(value.value):
        yield Defect(value.place, "pattern is not a regular expression", HINT)


def _is_pattern(value: object) -> bool:
    return jsonschema_rs.is_valid({"format": "regex"}, value, validate_formats=True)
