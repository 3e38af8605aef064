"""A link leads to an operation or a value that does not exist.

## What

A link names an existing operation, only parameters which that operation has, and takes them from fields
that the response has.

## Why

Links are how the checks walk from one answer to the next request. A link with a wrong name is never
followed, and nothing tells.

## Bad

```yaml
# paths/brands/brands.yaml
post:
  operationId: create_brand
  responses:
    "201":
      description: The new brand.
      content:
        application/json:
          schema: {$ref: ../../schemas/brands/Brand.yaml}
      links:
        rename:
          operationId: rename_brand  # <-
          parameters: {id: $response.body#/id}
        remove:
          operationId: delete_brand
          parameters: {brandId: $response.body#/id}  # <-
        inspect:
          operationId: delete_brand
          parameters: {id: $response.body#/brand/id}  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
post:
  operationId: create_brand
  responses:
    "201":
      description: The new brand.
      content:
        application/json:
          schema: {$ref: ../../schemas/brands/Brand.yaml}
      links:
        rename:
          operationId: update_brand
          parameters: {id: $response.body#/id}
```

## Fix

Take the names from the operation that the link leads to and from the schema of the response.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Operation, Project
from socialapi_tools.lint.shapes import has_field
from socialapi_tools.lint.suggestions import did_you_mean

BODY = "$response.body#/"


def broken_link(project: Project) -> Iterator[Defect]:
    """Report links to unknown operations, with unknown parameters, or from unknown fields."""
    operations = {name: found for found in project.operations if (name := found.node.text("operationId"))}
    for response in project.all("Response"):
        for _, link in response.node.items("links"):
            target = link.get("operationId")
            if target is None or not isinstance(target.value, str):
                continue
            if target.value in operations:
                yield from _parameters(project, link, operations[target.value], response.node)
            else:
                hint = did_you_mean(target.value, operations, "Name an operationId.")
                yield Defect(target.place, f"no such operation: {target.value}", hint)


def _parameters(project: Project, link: Node, target: Operation, response: Node) -> Iterator[Defect]:
    known = {name for parameter in target.parameters if (name := parameter.text("name"))}
    if target.node.get("x-pagination") is not None:
        known |= {"limit", "cursor"}
    schema = response.get("content", "application/json", "schema")
    for key, value in link.items("parameters"):
        # A parameter may be written with its place: `path.id`.
        if key.rpartition(".")[2] not in known:
            hint = did_you_mean(key, known, f"It takes: {', '.join(sorted(known)) or 'no parameters'}.")
            yield Defect(value.key_place, f"{target.name} has no parameter {key}", hint)
        elif schema and isinstance(value.value, str) and value.value.startswith(BODY):
            field = value.value.removeprefix(BODY)
            if not has_field(project, schema, field.split("/")):
                yield Defect(value.place, f"the response has no field {field}", "Take a field of its schema.")
