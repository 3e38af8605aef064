"""A field refers to a list that does not exist.

## What

`x-refers-to` holds the operationId of a GET, and after a slash, where it is not `id`, the field of the items
that the value names.

## Why

The checks of isolation take ids of another workspace from this list. A list nobody knows is no list, so the
field would go unchecked without a word.

## Bad

```yaml
# schemas/brands/BrandChoice.yaml
type: object
description: The brand to work in.
properties:
  brand_id:
    type: string
    maxLength: 255
    x-opaque: id
    x-refers-to: brands  # <-
    description: The id of a brand.
    example: 0b9f0c2e-6f0e-4d53-9a55-3f1f6f3b8a10
```

## Good

```yaml
# schemas/brands/BrandChoice.yaml
type: object
description: The brand to work in.
properties:
  brand_id:
    type: string
    maxLength: 255
    x-opaque: id
    x-refers-to: list_brands
    description: The id of a brand.
    example: 0b9f0c2e-6f0e-4d53-9a55-3f1f6f3b8a10
```

## Fix

Name the operation that lists what the id is of.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.suggestions import did_you_mean


def unknown_referred_list(project: Project) -> Iterator[Defect]:
    """Report every reference to something else than a GET; values that are no text are left to others."""
    lists = [operation.name for operation in project.operations if operation.method == "get"]
    for element in project.all("Schema"):
        named = element.node.get("x-refers-to")
        if named is None or not isinstance(named.value, str):
            continue
        if named.value.partition("/")[0] not in lists:
            hint = did_you_mean(named.value, lists, "Name the operation that lists what the id is of.")
            yield Defect(named.place, f"{named.value} is no list of the contract", hint)
