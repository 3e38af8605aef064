"""A schema takes its values from a list that does not exist.

## What

`x-enum` and `x-known` name a catalogue with entries (`plans`, `platforms`) or the states of a machine
(`post_states`).

## Why

The bundler writes the values of the list; without the list there is nothing to write.

## Bad

```yaml
# schemas/brands/Brand.yaml
type: object
properties:
  status:
    type: string
    x-enum: post_state  # <-
```

## Good

```yaml
# schemas/brands/Brand.yaml
type: object
properties:
  status:
    type: string
    x-enum: post_states
```

## Fix

Take the suggested list, or write the catalogue.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.suggestions import did_you_mean


def unknown_enum_source(project: Project) -> Iterator[Defect]:
    """Report every list name that no catalogue provides; nothing while a catalogue cannot be used."""
    if not project.has_every_catalogue:
        return
    known = project.catalogues.names()
    for element in project.all("Schema"):
        for key in ("x-enum", "x-known"):
            source = element.node.get(key)
            if source is not None and isinstance(source.value, str) and source.value not in known:
                hint = did_you_mean(source.value, known, f"Known: {', '.join(sorted(known))}.")
                yield Defect(source.place, f"no such list: {source.value}", hint)
