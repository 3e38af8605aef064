"""A line of a source file is wider than 120 characters.

## What

No line of the contract has more than 120 characters. A line that is one unbreakable word, such as an
address, is left alone.

## Why

Reviews show two versions side by side. A line that does not fit is read by nobody.

## Bad

```yaml
# schemas/brands/Brand.yaml
type: object
description: A brand groups accounts by client or product, and a new user starts with one that is called Default and can be renamed.  # <-
```

## Good

```yaml
# schemas/brands/Brand.yaml
type: object
description: >-
  A brand groups accounts by client or product, and a new user starts with one that is called Default.
```

## Fix

Fold text with `>-`, or write a mapping in several lines.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect, Place
from socialapi_tools.lint.project import Project

WIDTH = 120


def overlong_line(project: Project) -> Iterator[Defect]:
    """Report every line that is too wide and could be broken."""
    for source in (*project.sources.values(), *project.catalogue_sources.values()):
        for number, line in enumerate(source.text.splitlines(), 1):
            text = line.partition("  # <-")[0]
            if len(text) > WIDTH and " " in text.strip():
                place = Place(source.path, number, WIDTH + 1)
                yield Defect(place, f"the line has {len(text)} characters", "Break it.")
