"""Two operations have the same operationId.

## What

An `operationId` names one operation of the whole document.

## Why

The stub, the checks and generated clients have one function per name, and links find operations by it.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
post:
  operationId: list_brands  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
post:
  operationId: create_brand
```

## Fix

Rename the one that was copied.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Operation, Project


def duplicate_operation_id(project: Project) -> Iterator[Defect]:
    """Report every operation whose name another one, read before it, has already."""
    first: dict[str, Operation] = {}
    for operation in sorted(project.operations, key=lambda found: str(found.node.source.path)):
        name = operation.node.get("operationId")
        if name is None or not isinstance(name.value, str):
            continue
        other = first.setdefault(name.value, operation)
        if other is not operation:
            where = f"{other.method.upper()} {other.path}".strip()
            yield Defect(name.place, f"{name.value} is the name of {where} already", "Choose another name.")
