"""An operation on one object lists no 404.

## What

`x-errors` of every operation with an opaque id in its path (`x-opaque: id`) holds a code with status 404.

## Why

Any text satisfies the id's schema, but only issued ids are known, and those of other workspaces are
answered as if they did not exist. If the contract does not say so, a correct refusal breaks it.

## Bad

```yaml
# paths/brands/brands_id.yaml
parameters:
  - $ref: ../../parameters/BrandIdInPath.yaml
delete:
  operationId: delete_brand
  x-errors: [bearer]  # <-
```

## Good

```yaml
# paths/brands/brands_id.yaml
parameters:
  - $ref: ../../parameters/BrandIdInPath.yaml
delete:
  operationId: delete_brand
  x-errors: [bearer, brand.not_found]
```

## Fix

Add the object's own code, such as `brand.not_found`, or `resource.not_found`.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import judged, lacking, statuses
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Operation, Project


def missing_not_found(project: Project) -> Iterator[Defect]:
    """Report every operation that takes an id in its path and cannot say that it is unknown."""
    for operation in judged(project):
        if _takes_id(operation) and 404 not in statuses(operation):
            yield lacking(
                operation, "takes an id, but lists no 404 for an unknown one", "Add its *.not_found."
            )


def _takes_id(operation: Operation) -> bool:
    for parameter in operation.parameters:
        schema = operation.project.resolve(parameter.get("schema"))
        if parameter.text("in") == "path" and schema and schema.text("x-opaque") == "id":
            return True
    return False
