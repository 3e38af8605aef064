"""An operation says nothing about success.

## What

Every operation writes at least one 2xx response, or a 3xx one if it only leads on.

## Why

Errors follow from `x-errors`, but what an operation is for stands in its success response: without it there
is nothing for clients to read and for checks to hold.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors: [bearer]
  responses: {}  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors: [bearer]
  responses:
    "200":
      description: All brands.
```

## Fix

Write the response with its schema and examples.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def missing_success_response(project: Project) -> Iterator[Defect]:
    """Report every operation without a response for success."""
    for operation in project.operations:
        if not any(status.startswith(("2", "3")) for status, _ in operation.node.items("responses")):
            place = (operation.node.get("responses") or operation.node).key_place
            yield Defect(
                place, f"{operation.name} has no 2xx or 3xx response", "Write what success looks like."
            )
