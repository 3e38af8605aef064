"""An operation takes the same parameter twice.

## What

A name occurs once per place (`path`, `query`, `header`). `limit` and `cursor` of a paginated list come from
`x-pagination` and are not written as well.

## Why

The bundle would declare it twice, which is not valid OpenAPI, and the two declarations may differ.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-pagination: {envelope: nested, items: data, default_limit: 25, max_limit: 100, sort: created_asc}
  parameters:
    - name: limit  # <-
      in: query
      schema: {type: integer}
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-pagination: {envelope: nested, items: data, default_limit: 25, max_limit: 100, sort: created_asc}
```

## Fix

Delete one of the two.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Operation, Project

PAGING = {("query", "limit"), ("query", "cursor")}


def duplicate_parameter(project: Project) -> Iterator[Defect]:
    """Report every parameter of an operation that it has already."""
    for operation in project.operations:
        yield from _repeated(project, operation)


def _repeated(project: Project, operation: Operation) -> Iterator[Defect]:
    paging = operation.node.get("x-pagination") is not None
    seen = set(PAGING) if paging else set()
    for entry in operation.node.entries("parameters"):
        parameter = project.resolve(entry)
        if parameter is None:
            continue
        key = (parameter.text("in") or "", parameter.text("name") or "")
        if key in seen:
            source = (
                "x-pagination adds it already" if paging and key in PAGING else "it is in this list already"
            )
            yield Defect(entry.place, f"{key[1]} occurs twice: {source}", "Delete one of the two.")
        seen.add(key)
