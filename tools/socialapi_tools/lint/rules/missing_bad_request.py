"""An operation that takes input lists no 400.

## What

`x-errors` of every operation with a body, a query parameter other than an id, or `x-pagination` holds a
code with status 400.

## Why

Input can be wrong. If the contract does not say how that is answered, a correct refusal breaks it.

## Bad

```yaml
# paths/brands/brands.yaml
post:
  operationId: create_brand
  x-errors: [bearer]  # <-
  requestBody:
    content:
      application/json:
        schema: {$ref: ../../schemas/brands/CreateBrand.yaml}
```

## Good

```yaml
# paths/brands/brands.yaml
post:
  operationId: create_brand
  x-errors: [bearer, validation.body_invalid, validation.field_required]
  requestBody:
    content:
      application/json:
        schema: {$ref: ../../schemas/brands/CreateBrand.yaml}
```

## Fix

Add the `validation.*` codes that fit.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import judged, lacking, statuses
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Operation, Project


def missing_bad_request(project: Project) -> Iterator[Defect]:
    """Report every operation that takes input and cannot refuse it."""
    for operation in judged(project):
        if (source := _input(operation)) and 400 not in statuses(operation):
            yield lacking(operation, f"takes {source}, but lists no 400", "Add validation.field_invalid.")


def _input(operation: Operation) -> str:
    if operation.node.get("requestBody") is not None:
        return "a body"
    if operation.node.get("x-pagination") is not None:
        return "limit and cursor"
    for parameter in operation.parameters:
        schema = operation.project.resolve(parameter.get("schema"))
        # An unknown id in a filter matches nothing; it is not refused.
        if parameter.text("in") == "query" and schema and schema.get("x-opaque") is None:
            return f"the parameter {parameter.text('name')}"
    return ""
