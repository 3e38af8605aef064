"""An x- key holds something else than `extensions.md` says.

## What

The value has the type of the key's row in `extensions.md`; an object has exactly the fields of the row's
example.

## Why

The tools read these keys without asking twice: a missing `max_limit` stops the generator, a misspelt field
is ignored.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors: bearer  # <-
  x-pagination: {envelope: nested, items: data, default: 25, max_limit: 100, sort: created_asc}  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors: [bearer]
  x-pagination: {envelope: nested, items: data, default_limit: 25, max_limit: 100, sort: created_asc}
```

## Fix

Write the value like the example in `extensions.md`.
"""

from collections.abc import Iterator

from socialapi_tools.lint.extensions import Extension
from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.openapi import KEYWORDS
from socialapi_tools.lint.project import Project

TYPES: dict[str, type] = {"string": str, "boolean": bool, "object": dict, "list of strings": list}


def malformed_extension(project: Project) -> Iterator[Defect]:
    """Report every value that is not like its row."""
    rows = {extension.name: extension for extension in project.extensions}
    for element in project.all(*KEYWORDS):
        for key, value in element.node.items():
            if key in rows and (problem := _problem(rows[key], value)):
                yield Defect(value.place, f"{key} {problem}", f"For example: {rows[key].example_text}")


def _problem(row: Extension, value: Node) -> str:
    if not isinstance(value.value, TYPES.get(row.type, object)):
        return f"has to be a {row.type}"
    if row.type == "list of strings" and not all(isinstance(entry.value, str) for entry in value.entries()):
        return f"has to be a {row.type}"
    if isinstance(value.value, dict) and isinstance(row.example, dict):
        if missing := row.example.keys() - value.value.keys():
            return f"lacks {', '.join(sorted(missing))}"
        if unknown := value.value.keys() - row.example.keys():
            return f"has an unknown field: {', '.join(sorted(unknown))}"
    return ""
