"""An operation does not say what can go wrong.

## What

Every operation has `x-errors`, a list with at least one entry.

## Why

The bundler writes the error responses from it, the stub may raise nothing else, and the checks accept
nothing else. Without it every failure of the operation would break the contract.

## Bad

```yaml
# paths/brands/brands.yaml
get:  # <-
  operationId: list_brands
  responses:
    "200": {description: All brands.}
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors: [bearer, billing.past_due]
  responses:
    "200": {description: All brands.}
```

## Fix

List the codes, families and sets of `catalogues/errors.yaml` that the operation can answer with.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import KEY
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def missing_error_codes(project: Project) -> Iterator[Defect]:
    """Report every operation without codes."""
    for operation in project.operations:
        if not any(True for _ in operation.node.entries(KEY)):
            place = (operation.node.get(KEY) or operation.node).key_place
            hint = "List what it can answer in x-errors."
            yield Defect(place, f"{operation.name} does not say what can go wrong", hint)
