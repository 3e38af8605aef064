"""An operation is closed to API keys, but cannot refuse them.

## What

`x-errors` of every operation that takes tokens, but not `api_key`, holds `auth.dashboard_only` or
`auth.requires_dashboard_auth`; no other operation lists them.

## Why

A good key on an operation of the dashboard is refused with 403, not with 401, and never otherwise.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-tokens: [dashboard_jwt]
  x-errors: [bearer]  # <-
post:
  operationId: create_brand
  x-tokens: [api_key, dashboard_jwt]
  x-errors: [bearer, auth.dashboard_only]  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-tokens: [dashboard_jwt]
  x-errors: [bearer, auth.dashboard_only]
post:
  operationId: create_brand
  x-tokens: [api_key, dashboard_jwt]
  x-errors: [bearer]
```

## Fix

Add `auth.dashboard_only`, delete it, or correct `x-tokens`.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import judged, lacking, listed
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project

REFUSALS = {"auth.dashboard_only", "auth.requires_dashboard_auth"}


def missing_dashboard_refusal(project: Project) -> Iterator[Defect]:
    """Report every operation whose tokens and refusals do not fit."""
    for operation in judged(project):
        tokens = {token for token, _ in operation.node.texts("x-tokens")}
        refuses = bool(REFUSALS & {code for code, _ in listed(operation)})
        if tokens and "api_key" not in tokens and not refuses:
            yield lacking(operation, "takes no API key, but lists no refusal", "Add auth.dashboard_only.")
        elif "api_key" in tokens and refuses:
            yield lacking(operation, "takes API keys, yet refuses them", "Delete auth.dashboard_only.")
