"""An x- key stands on an object where nobody reads it.

## What

Each x- key stands only on the objects that its row in `extensions.md` names.

## Why

Readers look for a key in one place. `x-errors` beside an operation instead of inside it changes nothing.

## Bad

```yaml
# paths/brands/brands.yaml
x-errors: [bearer]  # <-
get:
  operationId: list_brands
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors: [bearer]
```

## Fix

Move the key, or add the object to the row when its readers have learned to look there.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.openapi import KEYWORDS
from socialapi_tools.lint.project import Project


def misplaced_extension(project: Project) -> Iterator[Defect]:
    """Report every documented key on an object its row does not name."""
    rows = {extension.name: extension for extension in project.extensions}
    for element in project.all(*KEYWORDS):
        for key, value in element.node.items():
            if key in rows and element.kind not in rows[key].objects:
                hint = f"It belongs on: {', '.join(rows[key].objects)}."
                yield Defect(value.key_place, f"{key} means nothing on a {element.kind}", hint)
