"""Something that readers meet has no description.

## What

Every operation has a `summary` and a `description`; every parameter, header, response, link and property,
and every schema that is a file of its own, has a `description`.

## Why

The reference is generated from these texts. A name alone leaves the reader guessing units, time zones and
what absence means.

## Bad

```yaml
# schemas/brands/Brand.yaml
type: object
description: A workspace for one client or product.
properties:
  name:  # <-
    type: string
```

## Good

```yaml
# schemas/brands/Brand.yaml
type: object
description: A workspace for one client or product.
properties:
  name:
    type: string
    description: The name shown to people. Not unique.
```

## Fix

Say what a reader cannot guess from the name.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.openapi import Element
from socialapi_tools.lint.project import Project

NEEDED = {
    "Operation": ("summary", "description"),
    **dict.fromkeys(("Parameter", "Header", "Response", "Link", "Schema"), ("description",)),
}


def missing_description(project: Project) -> Iterator[Defect]:
    """Report every element without the texts it needs."""
    for element in project.all(*NEEDED):
        if element.kind == "Schema" and not _is_met(element):
            continue
        for key in NEEDED[element.kind]:
            if isinstance(element.node.value, dict) and not (element.node.text(key) or "").strip():
                name = element.node.pointer[-1] if element.node.pointer else element.node.source.path.stem
                hint = "Say what a reader cannot guess from the name."
                yield Defect(element.node.key_place, f"the {element.kind.lower()} {name} has no {key}", hint)


def _is_met(schema: Element) -> bool:
    """Tell whether readers meet the schema under a name: as a file, or as a property."""
    pointer = schema.node.pointer
    return not pointer or pointer[-2:-1] == ("properties",)
