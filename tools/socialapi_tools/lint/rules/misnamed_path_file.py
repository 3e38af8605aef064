"""A path file is not named like its path.

## What

A path's file lies in the folder of its resource and is named after the path: slashes become underscores,
braces go. `/brands/{id}` is `paths/brands/brands_id.yaml`.

## Why

Whoever knows a path knows its file, and the folder is the resource's name everywhere else: in the stub, the
checks and the tests.

## Bad

```yaml
# openapi.yaml
openapi: 3.0.3
paths:
  /brands/{id}:
    $ref: paths/brands/brand.yaml  # <-
# paths/brands/brand.yaml
delete:
  operationId: delete_brand
```

## Good

```yaml
# openapi.yaml
openapi: 3.0.3
paths:
  /brands/{id}:
    $ref: paths/brands/brands_id.yaml
```

## Fix

Rename the file and the reference.
"""

from collections.abc import Iterator
from pathlib import Path

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project

PARTS = 3
"""`paths`, the resource, the file."""


def misnamed_path_file(project: Project) -> Iterator[Defect]:
    """Report every path of a root whose file has another name or lies elsewhere."""
    for path, item in (entry for document in project.documents for entry in document.items("paths")):
        reference = item.get("$ref")
        target, folder_of_root = project.target(item), item.source.path.parent
        if reference is None or target is None or not target.is_relative_to(folder_of_root):
            continue
        found = target.relative_to(folder_of_root)
        name = f"{path.strip('/').replace('/', '_').replace('{', '').replace('}', '')}.yaml"
        if found.name != name or len(found.parts) != PARTS or found.parts[0] != "paths":
            folder = (
                found.parent.name
                if len(found.parts) == PARTS
                else name.removesuffix(".yaml").partition("_")[0]
            )
            wanted = Path("paths") / folder / name
            yield Defect(
                reference.place, f"{path} stands in {found.as_posix()}", f"Name it {wanted.as_posix()}."
            )
