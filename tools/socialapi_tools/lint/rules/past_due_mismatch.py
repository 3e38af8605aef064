"""An operation's 402 and its `x-past-due-exempt` do not agree.

## What

An operation works while the subscription is past due (`x-past-due-exempt: true`), or it lists a code with
status 402; never both, never neither. Operations without tokens have no subscription to ask about.

## Why

The block for overdue accounts applies to everything that is not exempt. The stub reads one key and the
error responses come from the other, so they have to say the same.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-tokens: [api_key]
  x-errors: [bearer]  # <-
post:
  operationId: create_brand
  x-tokens: [api_key]
  x-past-due-exempt: true
  x-errors: [bearer, billing.past_due]  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-tokens: [api_key]
  x-errors: [bearer, billing.past_due]
post:
  operationId: create_brand
  x-tokens: [api_key]
  x-past-due-exempt: true
  x-errors: [bearer]
```

## Fix

Decide whether an overdue account may call it; then add or delete `billing.past_due`.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import judged, lacking, statuses
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def past_due_mismatch(project: Project) -> Iterator[Defect]:
    """Report every operation that is neither or both."""
    for operation in judged(project):
        exempt = operation.node.get("x-past-due-exempt")
        is_exempt = exempt is not None and exempt.value is True
        blocked = 402 in statuses(operation)
        if is_exempt and blocked:
            yield lacking(operation, "is past-due exempt, yet lists a 402", "Delete one of the two.")
        elif operation.needs_token and not is_exempt and not blocked:
            hint = "Add billing.past_due, or say x-past-due-exempt: true."
            yield lacking(operation, "lists no 402 for an overdue account", hint)
