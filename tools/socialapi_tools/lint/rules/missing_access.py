"""An operation does not say who may call it.

## What

Every operation has `x-scope` and `x-tokens`.

## Why

The stub and the checks decide by these two who is refused. An operation without a scope would be open to
every restricted key by accident.

## Bad

```yaml
# paths/brands/brands.yaml
get:  # <-
  operationId: list_brands
  x-tokens: [api_key, dashboard_jwt, oauth_token]
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-scope: accounts:read
  x-tokens: [api_key, dashboard_jwt, oauth_token]
```

## Fix

Write the scope, or `admin`, `ungated` or `unmapped`, and the kinds of token; `x-tokens: []` when none is
needed.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def missing_access(project: Project) -> Iterator[Defect]:
    """Report every operation without `x-scope` or `x-tokens`."""
    for operation in project.operations:
        for key in ("x-scope", "x-tokens"):
            if operation.node.get(key) is None:
                place = operation.node.key_place
                yield Defect(place, f"{operation.name} has no {key}", "Say who may call it.")
