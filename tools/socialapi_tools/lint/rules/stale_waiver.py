"""A waiver covers nothing any more.

## What

The rule of a waiver has at least one finding in its file.

## Why

A waiver that is left over would hide the next mistake of the same kind.

## Bad

```yaml
# lint-waivers.yaml
- rule: missing_example  # <-
  file: schemas/brands/Brand.yaml
  reason: Examples would show real brands.
```

## Good

```yaml
# lint-waivers.yaml
- rule: missing_example
  file: schemas/brands/Brand.yaml
  reason: Every value would show somebody's real brand.
# schemas/brands/Brand.yaml
type: object
properties:
  name:
    type: string
```

## Fix

Delete the row.
"""

from collections.abc import Iterator

from socialapi_tools.lint import rules
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.waivers import waivers


def stale_waiver(project: Project) -> Iterator[Defect]:
    """Report every waiver whose rule finds nothing in its file."""
    for waiver in waivers(project):
        if waiver.rule not in rules.names():
            continue
        found = {defect.place.path for defect in rules.load(waiver.rule)(project)}
        if waiver.path not in found:
            yield Defect(waiver.node.place, f"{waiver.rule} finds nothing there any more", "Delete the row.")
