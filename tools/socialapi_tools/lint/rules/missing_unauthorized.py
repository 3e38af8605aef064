"""An operation that needs a token lists no 401 of `auth.*`.

## What

`x-errors` of every operation that accepts tokens holds the codes for a missing and for a refused token; the
set `bearer` has them all. An operation without tokens says `x-tokens: []`.

## Why

Refusing a token is the first thing an implementation does. If the contract does not say so, a correct
refusal breaks it. A `platform.*.auth` is a 401 as well, but about the platform's grant, not about the
caller's token.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-tokens: [api_key]
  x-errors: [billing.past_due]  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-tokens: [api_key]
  x-errors: [bearer, billing.past_due]
```

## Fix

Add `bearer` to `x-errors`.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import judged, lacking, statuses
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def missing_unauthorized(project: Project) -> Iterator[Defect]:
    """Report every operation that needs a token and cannot refuse one."""
    for operation in judged(project):
        if operation.needs_token and 401 not in statuses(operation, "auth"):
            yield lacking(operation, "needs a token, but lists no 401 for a refused one", "Add bearer.")
