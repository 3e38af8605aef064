"""Two files would become the same component.

## What

The name of a file in `schemas/`, `parameters/` or `headers/` is the component's name in the bundle,
whatever folder it lies in. Names that differ only in the case of letters count as the same.

## Why

Clients are generated from the bundle, and one class can only have one meaning.

## Bad

```yaml
# schemas/common/Brand.yaml  # <-
type: string
description: The name of a brand.
```

## Good

```yaml
# schemas/common/BrandName.yaml
type: string
description: The name of a brand.
```

## Fix

Rename one of the two, or use one of them for both.
"""

from collections.abc import Iterator

from socialapi_tools.lint.loading import folder_kind
from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Project


def duplicate_component_name(project: Project) -> Iterator[Defect]:
    """Report the second file of each name."""
    first: dict[tuple[str | None, str], str] = {}
    for path in sorted(project.sources):
        kind = folder_kind(project.root, path)
        if kind in (None, "PathItem"):
            continue
        shown = path.relative_to(project.folder).as_posix()
        other = first.setdefault((kind, path.stem.lower()), shown)
        if other != shown:
            place = Node.top(project.sources[path]).file_place
            yield Defect(place, f"{other} is called {path.stem} too", "Rename one of the two files.")
