"""The keys of an operation are not in the fixed order.

## What

Every operation reads like a filled form: operationId, tags, summary, description, the x- keys, parameters,
requestBody, responses, callbacks; the operation of a callback does too.

## Why

Whoever has read one operation finds everything in the next one, and a comparison of two shows what differs.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  summary: List brands
  operationId: list_brands  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  summary: List brands
```

## Fix

Move the key to the place that the message names.
"""

from collections.abc import Iterator
from itertools import pairwise

from socialapi_tools.bundle import ORDER
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def key_out_of_order(project: Project) -> Iterator[Defect]:
    """Report the first key of an operation that stands after one it should precede."""
    for operation in project.all("Operation"):
        keys = [(key, value) for key, value in operation.node.items() if key in ORDER]
        for (before, _), (key, value) in pairwise(keys):
            if ORDER.index(key) < ORDER.index(before):
                yield Defect(
                    value.key_place, f"{key} stands after {before}", f"The order is: {', '.join(ORDER)}."
                )
                break
