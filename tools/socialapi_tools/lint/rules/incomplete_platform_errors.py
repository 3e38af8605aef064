"""An operation can fail at a platform in one way, but not in the others.

## What

An operation that lists one of `platform.….auth`, `platform.….rate_limit` and `platform.….api_error` lists all
three, of the same platform or family.

## Why

Whoever calls a platform can be refused, throttled and failed by it. A list that names one of them was written
from an example, not from what can happen.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors: [bearer, "platform.{platform}.auth"]  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors:
    - bearer
    - platform.{platform}.auth
    - platform.{platform}.rate_limit
    - platform.{platform}.api_error
```

## Fix

Add the others, or delete the one that cannot happen.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import judged, lacking, listed
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project

TOGETHER = ("auth", "rate_limit", "api_error")


def incomplete_platform_errors(project: Project) -> Iterator[Defect]:
    """Report every operation that lists only some of the three."""
    for operation in judged(project):
        codes = {code for code, _ in listed(operation)}
        parts = (code.rpartition(".") for code in codes if code.startswith("platform."))
        platforms = {head for head, _, reason in parts if reason in TOGETHER}
        missing = [f"{head}.{reason}" for head in platforms for reason in TOGETHER]
        if lacks := sorted(code for code in missing if code not in codes):
            yield lacking(operation, f"lacks {', '.join(lacks)}", "List all three.")
