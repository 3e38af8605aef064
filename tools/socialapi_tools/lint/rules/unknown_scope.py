"""An operation needs a scope that the catalogue does not have.

## What

`x-scope` is a scope of `catalogues/scopes.yaml`, or one of `admin`, `ungated`, `unmapped`.

## Why

No key can hold a scope that does not exist, so every restricted key would be refused.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-scope: account:read  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-scope: accounts:read
```

## Fix

Take the suggested scope, or add the new one to the catalogue.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.suggestions import did_you_mean

CLASSES = ("admin", "ungated", "unmapped")


def unknown_scope(project: Project) -> Iterator[Defect]:
    """Report every scope that is neither in the catalogue nor a class of operations."""
    if "scopes" not in project.catalogues.sources:
        return
    known = (*project.catalogues["scopes"]["entries"], *CLASSES)
    for operation in project.operations:
        scope = operation.node.get("x-scope")
        if scope is not None and isinstance(scope.value, str) and scope.value not in known:
            hint = did_you_mean(scope.value, known, f"Known: {', '.join(known)}.")
            yield Defect(scope.place, f"no such scope: {scope.value}", hint)
