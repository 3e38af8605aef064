"""An operation that not every key may call lists no 403 of `auth.*`.

## What

`x-errors` of every operation whose `x-scope` is not `ungated`, and which accepts API keys, holds a code of
`auth.*` with status 403.

## Why

A restricted key without the scope is refused with 403. If the contract does not say so, a correct refusal
breaks it.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-scope: accounts:read
  x-tokens: [api_key]
  x-errors: [bearer]  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-scope: accounts:read
  x-tokens: [api_key]
  x-errors: [bearer, auth.insufficient_scope]
```

## Fix

Add `auth.insufficient_scope`, or say `x-scope: ungated`.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import judged, lacking, statuses
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def missing_forbidden(project: Project) -> Iterator[Defect]:
    """Report every operation that restricts keys and cannot refuse one."""
    for operation in judged(project):
        scope = operation.node.text("x-scope") or "ungated"
        if scope != "ungated" and operation.needs_token and 403 not in statuses(operation, "auth"):
            problem = f"needs the scope {scope}, but lists no 403 of auth.* for a key without it"
            yield lacking(operation, problem, "Add auth.insufficient_scope.")
