"""A file cannot be read as YAML.

## What

Every file of the specification is UTF-8 text, plain YAML without anchors and aliases, and no mapping
repeats a key.

## Why

YAML readers disagree about repeated keys and expand aliases into copies that then drift apart. The other
rules cannot look into a file that cannot be read, so this one comes first.

## Bad

```yaml
# schemas/brands/Brand.yaml
type: object
description: Names: they need not be unique.  # <-
```

## Good

```yaml
# schemas/brands/Brand.yaml
type: object
description: "Names: they need not be unique."
```

## Fix

Go to the line. Usual causes: a colon and a space inside text that is not quoted, a tab, a quote that is not
closed, a key that occurs twice.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect, Place
from socialapi_tools.lint.project import Project


def yaml_syntax(project: Project) -> Iterator[Defect]:
    """Report every file that could not be read."""
    for error in project.broken:
        hint = (
            error.hint or "Text that holds `: ` or ` #`, or starts with a special character, goes in quotes."
        )
        yield Defect(Place(error.path, error.line, error.column), error.problem, hint)
