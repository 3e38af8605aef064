"""A file of the specification is not reached from the root document.

## What

Every file in `paths/`, `schemas/`, `parameters/` and `headers/` is part of the contract: the root lists the
path files, and references lead from them to the rest.

## Why

A file that nobody refers to looks like contract, is edited like contract, and is not in the bundle.

## Bad

```yaml
# schemas/brands/BrandSummary.yaml  # <-
type: object
description: A brand in short.
```

## Good

```yaml
# schemas/brands/Brand.yaml
type: object
description: A brand.
properties:
  id: {$ref: ../common/Id.yaml}
  parent: {$ref: BrandSummary.yaml}
# schemas/brands/BrandSummary.yaml
type: object
description: A brand in short.
```

## Fix

Refer to the file where it belongs, list a path file in the root, or delete the file.
"""

from collections.abc import Iterator
from pathlib import Path

from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Project

WRITTEN_BY_THE_BUNDLER = (
    "schemas/common/ErrorResponse.yaml",
    "schemas/common/Cursor.yaml",
    "headers/RequestId.yaml",
)
"""Files that only expanded `x-errors` and `x-pagination` refer to, and the header of every response."""


def unused_file(project: Project) -> Iterator[Defect]:
    """Report the files that are not reached; nothing while a file that might refer to them cannot be read."""
    if project.broken:
        return
    reached = _reached(project)
    for path, source in project.sources.items():
        if path not in reached:
            shown = path.relative_to(project.folder).as_posix()
            yield Defect(
                Node.top(source).file_place, f"{shown} is not reached from {project.root.name}", _hint(path)
            )


def _reached(project: Project) -> set[Path]:
    leads: dict[Path, set[Path]] = {}
    for element in project.all("Reference"):
        if (target := project.target(element.node)) is not None:
            leads.setdefault(element.node.source.path, set()).add(target)
    reached: set[Path] = set()
    waiting = {*project.roots, *(project.folder / name for name in WRITTEN_BY_THE_BUNDLER)}
    while waiting:
        path = waiting.pop()
        reached.add(path)
        waiting |= leads.get(path, set()) - reached
    return reached


def _hint(path: Path) -> str:
    return "List it under paths in the root." if "paths" in path.parts else "Refer to it, or delete it."
