"""An x- key is not described in `extensions.md`.

## What

`extensions.md` has one row per x- key: the objects it stands on, its type, an example, what it means and
who reads it. Every key in use has a row.

## Why

An extension means only what somebody wrote down. A misspelt `x-scpe` is ignored by every tool.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-scpe: accounts:read  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-scope: accounts:read
```

## Fix

Correct the spelling, or write the row.
"""

from collections.abc import Iterator

from socialapi_tools.lint.extensions import FILE
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.openapi import KEYWORDS
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.suggestions import did_you_mean


def undocumented_extension(project: Project) -> Iterator[Defect]:
    """Report every key without a row."""
    documented = {extension.name for extension in project.extensions}
    for element in project.all(*KEYWORDS):
        for key, value in element.node.items():
            if key.startswith("x-") and key not in documented:
                hint = did_you_mean(key, documented, f"Describe it in {FILE}.")
                yield Defect(value.key_place, f"{key} is not described in {FILE}", hint)
