"""A list has pages, but no `x-pagination`.

## What

An operation has `x-pagination` when it takes a `cursor`, or its answer has `next_cursor`, at the top or
under `pagination`, or `paging.cursors.after`.

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

```yaml
# paths/brands/brands_archived.yaml
get:  # <-
  operationId: list_archived_brands
  responses:
    "200":
      description: One page of brands.
      content:
        application/json:
          schema:
            type: object
            properties:
              data: {type: array, items: {$ref: ../../schemas/brands/Brand.yaml}}
              paging:
                type: object
                properties:
                  cursors: {type: object, properties: {after: {type: string}}}
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

```yaml
# paths/brands/brands_archived.yaml
get:
  operationId: list_archived_brands
  x-pagination: {envelope: paging, items: data, default_limit: 25, max_limit: 100, sort: created_asc}
  responses:
    "200":
      description: One page of brands.
      content:
        application/json:
          schema:
            type: object
            properties:
              data: {type: array, items: {$ref: ../../schemas/brands/Brand.yaml}}
              paging:
                type: object
                properties:
                  cursors: {type: object, properties: {after: {type: string}}}
                  next: {type: string}
```

## Fix

Write `x-pagination`, and delete `limit` and `cursor` from the parameters.
"""

from collections.abc import Iterator

from socialapi_tools.expand import CURSOR_FIELDS
from socialapi_tools.lint.node import Defect, Node
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
        for field in CURSOR_FIELDS.values():
            if _certainly_has(project, fields, field.split(".")):
                return f"answers with {field}"
    return ""


def _certainly_has(project: Project, fields: dict[str, Node], keys: list[str]) -> bool:
    key, *rest = keys
    if key not in fields or not rest:
        return key in fields
    return _certainly_has(project, properties(project, fields[key]) or {}, rest)
