"""The root document declares a tag that no operation carries.

## What

Every tag of the root document is carried by at least one operation.

## Why

The reference would show a chapter with a heading and nothing in it.

## Bad

```yaml
# openapi.yaml
openapi: 3.0.3
tags:
  - name: Brands
  - name: Invoices  # <-
paths:
  /brands:
    $ref: paths/brands/brands.yaml
```

## Good

```yaml
# openapi.yaml
openapi: 3.0.3
tags:
  - name: Brands
paths:
  /brands:
    $ref: paths/brands/brands.yaml
```

## Fix

Delete the tag, or give it to the operations it was meant for.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def unused_tag(project: Project) -> Iterator[Defect]:
    """Report every tag without operations; nothing while a file that might carry it cannot be read."""
    if project.broken:
        return
    used = {tag for operation in project.operations for tag, _ in operation.node.texts("tags")}
    for declared in project.declared_tags():
        name = declared.get("name")
        if name is not None and name.text() not in used:
            yield Defect(name.place, f"no operation carries the tag {name.value}", "Delete it, or use it.")
