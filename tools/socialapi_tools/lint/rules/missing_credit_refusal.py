"""An operation costs a credit, but lists no 429 for when none is left.

## What

`x-errors` of every operation with `x-credits` holds a code of `validation.*` or `billing.*` with status 429.

## Why

On a plan with limits the call is refused once the credits are used up. If the contract does not say so,
clients do not expect it and a correct refusal breaks it.

## Bad

```yaml
# paths/brands/brands.yaml
post:
  operationId: create_brand
  x-tokens: [api_key]
  x-credits: {kind: post, when: always}
  x-errors: [bearer]  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
post:
  operationId: create_brand
  x-tokens: [api_key]
  x-credits: {kind: post, when: always}
  x-errors: [bearer, validation.post_limit_exhausted]
```

## Fix

Add the code of the credit's kind, such as `validation.interaction_limit_exhausted`.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import judged, lacking, statuses
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project

USED_UP = 429


def missing_credit_refusal(project: Project) -> Iterator[Defect]:
    """Report every operation that costs credits and cannot run out of them."""
    for operation in judged(project):
        refusals = statuses(operation, "validation") | statuses(operation, "billing")
        if operation.node.get("x-credits") is not None and USED_UP not in refusals:
            problem = "costs a credit, but lists no 429 for when none is left"
            yield lacking(operation, problem, "Add the code of the credit's kind.")
