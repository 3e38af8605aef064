"""An operation has no operationId.

## What

Every operation has an `operationId`.

## Why

It is the one word for the operation in every folder: the function in the stub, the group of checks, the
method of a generated client, the target of a link.

## Bad

```yaml
# paths/brands/brands.yaml
get:  # <-
  summary: List brands
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  summary: List brands
```

## Fix

Name the operation, as a verb and a noun.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def missing_operation_id(project: Project) -> Iterator[Defect]:
    """Report every operation without a name."""
    for operation in project.operations:
        if not operation.node.text("operationId"):
            hint = "Name it as a verb and a noun, such as list_brands."
            yield Defect(operation.node.key_place, f"{operation.name} has no operationId", hint)
