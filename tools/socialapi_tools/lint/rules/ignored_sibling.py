"""A keyword stands beside `$ref`, where it has no effect.

## What

OpenAPI 3.0 reads only `$ref` of an object that holds one; every other keyword of it is ignored.

## Why

The writer meant something, for example that a field can be null, and no reader of the contract will ever
see it.

## Bad

```yaml
# schemas/brands/Brand.yaml
type: object
properties:
  id:
    $ref: ../common/Id.yaml
    nullable: true  # <-
```

## Good

```yaml
# schemas/brands/Brand.yaml
type: object
properties:
  id:
    nullable: true
    allOf:
      - $ref: ../common/Id.yaml
```

## Fix

Delete the keyword, write the schema out, or wrap the reference in `allOf` and put the keyword beside that.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def ignored_sibling(project: Project) -> Iterator[Defect]:
    """Report every key beside a `$ref`."""
    for element in project.all("Reference"):
        for key, value in element.node.items():
            if key != "$ref":
                hint = "Delete it, or put it beside an allOf that holds the reference."
                yield Defect(value.key_place, f"{key} has no effect beside $ref", hint)
