"""A closed set of values is written out although it has a home.

## What

The values of an inline `enum` are not those of a catalogue's list, and no other file has the same `enum`.

## Why

A set that is typed twice grows in one place only.

## Bad

```yaml
# schemas/brands/Brand.yaml
type: object
description: A brand.
properties:
  tone: {type: string, enum: [warm, dry]}
  owner: {$ref: BrandOwner.yaml}
# schemas/brands/BrandOwner.yaml
type: object
description: Whoever owns it.
properties:
  tone: {type: string, enum: [warm, dry]}  # <-
```

## Good

```yaml
# schemas/brands/Brand.yaml
type: object
description: A brand.
properties:
  tone: {$ref: BrandTone.yaml}
  owner: {$ref: BrandOwner.yaml}
# schemas/brands/BrandOwner.yaml
type: object
description: Whoever owns it.
properties:
  tone: {$ref: BrandTone.yaml}
# schemas/brands/BrandTone.yaml
type: string
enum: [warm, dry]
description: How the brand speaks.
```

## Fix

Name the catalogue's list with `x-enum`, or put the set into a schema of its own.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project

LEAST = 2
"""A set of one is a constant."""


def repeated_enum(project: Project) -> Iterator[Defect]:
    """Report every inline set that a catalogue or another file holds."""
    lists = {frozenset(values): name for name, values in project.catalogues.names().items()}
    first: dict[frozenset[str], str] = {}
    for element in project.all("Schema"):
        values = frozenset(value for value, _ in element.node.texts("enum"))
        enum = element.node.get("enum")
        if enum is None or len(values) < LEAST:
            continue
        stem = enum.source.path.stem
        if name := lists.get(values):
            yield Defect(enum.key_place, f"the list {name} of the catalogues", f"Write x-enum: {name}.")
        elif (other := first.setdefault(values, stem)) != stem:
            yield Defect(enum.key_place, f"{other} has the same values", "Put them into one schema.")
