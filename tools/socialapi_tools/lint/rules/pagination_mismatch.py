"""`x-pagination` and the answer of the operation do not agree.

## What

The answer has the field that `items` names, a list. With `envelope: nested` it has `pagination` with
`has_more` and `next_cursor`; with `envelope: flat` it has `next_cursor` itself; with `envelope: paging` it
has `paging` with `cursors.after` and `next`. `default_limit` lies between 1 and `max_limit`.

## Why

The checks walk through the pages by what `x-pagination` says. If the answer looks otherwise they report the
implementation, which did nothing wrong.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-pagination:
    envelope: flat  # <-
    items: brands  # <-
    default_limit: 250  # <-
    max_limit: 100
    sort: created_asc
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
  x-pagination:
    envelope: paging  # <-
    items: data
    default_limit: 25
    max_limit: 100
    sort: created_asc
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

Correct `x-pagination` or the schema of the answer, whichever is wrong.
"""

from collections.abc import Iterator

from socialapi_tools.expand import CURSOR_FIELDS
from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Operation, Project
from socialapi_tools.lint.shapes import has_field

ENVELOPES = {
    "nested": ("pagination.has_more", CURSOR_FIELDS["nested"]),
    "flat": (CURSOR_FIELDS["flat"],),
    "paging": (CURSOR_FIELDS["paging"], "paging.next"),
}
"""The fields by which an answer is recognized."""


def pagination_mismatch(project: Project) -> Iterator[Defect]:
    """Report every value of `x-pagination` that the answer contradicts."""
    for operation in project.operations:
        paging = operation.node.get("x-pagination")
        if paging is not None:
            yield from _limits(paging)
            yield from _answer(project, operation, paging)


def _limits(paging: Node) -> Iterator[Defect]:
    default, maximum = paging.get("default_limit"), paging.get("max_limit")
    if not (default and maximum and isinstance(default.value, int) and isinstance(maximum.value, int)):
        return
    if not 1 <= default.value <= maximum.value:
        problem = f"default_limit is not between 1 and {maximum.value}"
        yield Defect(default.place, problem, "Correct default_limit or max_limit.")


def _answer(project: Project, operation: Operation, paging: Node) -> Iterator[Defect]:
    envelope, items = paging.get("envelope"), paging.get("items")
    if envelope is not None and envelope.text() not in ENVELOPES:
        yield Defect(envelope.place, f"no such envelope: {envelope.value}", f"Known: {', '.join(ENVELOPES)}.")
        return
    for schema in operation.successes:
        if items is not None and not has_field(project, schema, [str(items.value), "0"]):
            yield Defect(items.place, f"the answer has no list {items.value}", "Name the field of the items.")
        for field in ENVELOPES[str(envelope.value)] if envelope else ():
            if envelope and not has_field(project, schema, field.split(".")):
                problem = f"the answer is not {envelope.value}: it has no {field}"
                yield Defect(envelope.place, problem, "Name the envelope that the answer has.")
                break
