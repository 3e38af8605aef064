"""`extensions.md` describes an x- key that nothing uses.

## What

Every row of `extensions.md` is about a key that some file of the specification holds.

## Why

The table is what people learn the keys from. A row that is left over teaches a key that no longer does
anything.

## Bad

```markdown
# extensions.md
| key | object | type | example | meaning | read by |
|---|---|---|---|---|---|
| `x-errors` | Operation | list of strings | `[bearer]` | What it can answer. | bundler |
| `x-colour` | Operation | string | `blue` | The colour in the reference. | docs | # <-
```

## Good

```markdown
# extensions.md
| key | object | type | example | meaning | read by |
|---|---|---|---|---|---|
| `x-errors` | Operation | list of strings | `[bearer]` | What it can answer. | bundler |
```

## Fix

Delete the row.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.openapi import KEYWORDS
from socialapi_tools.lint.project import Project


def unused_extension(project: Project) -> Iterator[Defect]:
    """Report every row without a use; nothing while a file that might use it cannot be read."""
    if project.broken:
        return
    used = {key for element in project.all(*KEYWORDS) for key, _ in element.node.items()}
    for extension in project.extensions:
        if extension.name not in used:
            yield Defect(extension.place, f"nothing uses {extension.name}", "Delete the row.")
