"""An operation makes something, and its answer leads nowhere.

## What

A 201 or 202 answer whose object has an `id` has `links` to the operations that can follow, unless no
operation takes such an id.

## Why

Links are how a reader, and a stateful tester, learns what to do with the new id.

## Bad

```yaml
# paths/brands/brands.yaml
post:
  operationId: create_brand
  responses:
    "201":  # <-
      description: The new brand.
      content:
        application/json:
          schema: {$ref: ../../schemas/brands/Brand.yaml}
# paths/brands/brands_id.yaml
delete:
  operationId: delete_brand
# schemas/brands/Brand.yaml
type: object
description: A brand.
properties:
  id: {type: string}
```

## Good

```yaml
# paths/brands/brands.yaml
post:
  operationId: create_brand
  responses:
    "201":
      description: The new brand.
      content:
        application/json:
          schema: {$ref: ../../schemas/brands/Brand.yaml}
      links:
        delete:
          operationId: delete_brand
          description: Delete the brand just made.
          parameters: {id: $response.body#/id}
# paths/brands/brands_id.yaml
delete:
  operationId: delete_brand
# schemas/brands/Brand.yaml
type: object
description: A brand.
properties:
  id: {type: string}
```

## Fix

Link the operations that read, change and delete what was made.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Operation, Project
from socialapi_tools.lint.shapes import properties

MAKING = ("201", "202")


def missing_links(project: Project) -> Iterator[Defect]:
    """Report every answer with a new id and without links."""
    for operation in project.operations:
        for status, response in operation.node.items("responses"):
            schema = response.get("content", "application/json", "schema")
            made = status in MAKING and "id" in (properties(project, schema) or {})
            if made and response.get("links") is None and _takes_ids(operation):
                hint = "Link what can be done with the new id."
                yield Defect(response.key_place, f"{operation.name} makes something, but has no links", hint)


def _takes_ids(operation: Operation) -> bool:
    below = operation.path + "/{"
    return any(path.startswith(below) for path in operation.project.api_paths.values())
