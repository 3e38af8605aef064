"""An operation lists the same error twice.

## What

No code of `x-errors` occurs twice, by itself or as a part of a set.

## Why

Whoever removes one of the two believes that the operation no longer answers with it.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors:
    - bearer
    - auth.invalid_token  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors: [bearer]
```

## Fix

Delete the entry; the set holds the code.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import listed
from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Project


def repeated_error_code(project: Project) -> Iterator[Defect]:
    """Report every entry that brings a code which is listed already."""
    for operation in project.operations:
        first: dict[str, Node] = {}
        for code, entry in listed(operation):
            other = first.setdefault(code, entry)
            if other.pointer != entry.pointer:
                yield Defect(
                    entry.place, f"{code} is listed already, by {other.value}", "Delete one of the two."
                )
