"""A list has pages, but no `x-pagination`.

## What

An operation has `x-pagination` when it takes a `cursor` or its answer has `next_cursor`, at the top or
under `pagination`.

## Why

`x-pagination` is where the parameters come from and what the walk through the pages in the checks is driven
by. A list without it is never walked.

## Bad

```yaml
# paths/brands/brands.yaml
get:  # <-
  operationId: list_brands
  responses:
    "200":
      description: One page of brands.
      content:
        application/json:
          schema: {$ref: ../../schemas/brands/BrandList.yaml}
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-pagination: {envelope: nested, items: data, default_limit: 25, max_limit: 100, sort: created_asc}
  responses:
    "200":
      description: One page of brands.
      content:
        application/json:
          schema: {$ref: ../../schemas/brands/BrandList.yaml}
```

## Fix

Write `x-pagination`, and delete `limit` and `cursor` from the parameters.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Operation, Project
from socialapi_tools.lint.shapes import properties


def missing_pagination(project: Project) -> Iterator[Defect]:
    """Report every operation with pages and without the key."""
    for operation in project.operations:
        if operation.node.get("x-pagination") is None and (sign := _sign_of_pages(project, operation)):
            place = operation.node.key_place
            yield Defect(place, f"{operation.name} {sign}, but no x-pagination", "Write x-pagination.")


def _sign_of_pages(project: Project, operation: Operation) -> str:
    if any(parameter.text("name") == "cursor" for parameter in operation.parameters):
        return "has a parameter cursor"
    for schema in operation.successes:
        fields = properties(project, schema) or {}
        nested = properties(project, fields.get("pagination")) or {}
        if "next_cursor" in fields or "next_cursor" in nested:
            return "answers with next_cursor"
    return ""
