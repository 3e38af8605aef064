"""A schema requires a property that it does not define.

## What

Every name in `required` is a name in `properties`.

## Why

The misspelt name makes every real answer invalid, and the property that was meant becomes optional.

## Bad

```yaml
# schemas/brands/Brand.yaml
type: object
required:
  - id
  - nmae  # <-
properties:
  id: {$ref: ../common/Id.yaml}
  name: {type: string}
```

## Good

```yaml
# schemas/brands/Brand.yaml
type: object
required:
  - id
  - name
properties:
  id: {$ref: ../common/Id.yaml}
  name: {type: string}
```

## Fix

Correct the name, or define the property.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.shapes import properties
from socialapi_tools.lint.suggestions import did_you_mean


def undefined_required_property(project: Project) -> Iterator[Defect]:
    """Report every required name without a property, in schemas that define properties."""
    for element in project.all("Schema"):
        fields = properties(project, element.node)
        if not fields:
            continue
        for name, entry in element.node.texts("required"):
            if name not in fields:
                hint = did_you_mean(name, fields, "Define the property.")
                yield Defect(entry.place, f"{name} is required, but not defined", hint)
