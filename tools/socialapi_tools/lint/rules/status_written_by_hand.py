"""An error response is written in a path file.

## What

A path file writes success responses only; errors follow from `x-errors`. The exception is a 4xx or 5xx that
answers with a schema of its own instead of the error envelope, such as a post whose deliveries all failed;
its status then has no codes in `x-errors`.

## Why

The bundler writes error responses with schema, codes and examples from the catalogue. One written by hand
says the same less well, and later something else.

## Bad

```yaml
# paths/brands/brands.yaml
post:
  operationId: create_brand
  x-errors: [bearer]
  responses:
    "201": {description: The new brand.}
    "400": {description: The name is missing.}  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
post:
  operationId: create_brand
  x-errors: [bearer, validation.field_required]
  responses:
    "201": {description: The new brand.}
```

## Fix

Delete the response and list its codes in `x-errors`.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import statuses
from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Operation, Project

ENVELOPE = "ErrorResponse"


def status_written_by_hand(project: Project) -> Iterator[Defect]:
    """Report every written error response, unless its body is something else than an error."""
    for operation in project.operations:
        for status, response in operation.node.items("responses"):
            if status[:1] not in "123" and (problem := _problem(operation, status, response)):
                yield Defect(
                    response.key_place, f"{status} {problem}", "Delete it and list its codes in x-errors."
                )


def _problem(operation: Operation, status: str, response: Node) -> str:
    schemas = [media.get("schema") for _, media in response.items("content")]
    if not schemas or any(schema is None or _is_envelope(schema) for schema in schemas):
        return "is written out"
    if status in map(str, statuses(operation)):
        return "is written out, and codes of x-errors have this status too"
    return ""


def _is_envelope(schema: Node) -> bool:
    reference = schema.text("$ref")
    return reference is None or ENVELOPE in reference
