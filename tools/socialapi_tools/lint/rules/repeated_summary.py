"""Two operations have the same summary.

## What

The `summary` of an operation is its own.

## Why

The summary is the line in every index and menu. Two equal lines lead to two places.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  summary: List brands
post:
  operationId: create_brand
  summary: List brands  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  summary: List brands
post:
  operationId: create_brand
  summary: Create a brand
```

## Fix

Say what this operation does that the other does not.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def repeated_summary(project: Project) -> Iterator[Defect]:
    """Report the second operation of each summary."""
    first: dict[str, str] = {}
    for operation in project.operations:
        summary = operation.node.get("summary")
        if summary is None or not isinstance(summary.value, str):
            continue
        other = first.setdefault(summary.value.casefold(), operation.name)
        if other != operation.name:
            yield Defect(summary.place, f"{other} has the same summary", "Say what is different.")
