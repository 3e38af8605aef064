"""The parameters in a path and the declared path parameters are not the same.

## What

Every `{name}` of a path is declared as a parameter with `in: path` and `required: true`, and every declared
path parameter occurs in the path.

## Why

Servers route by the path and hand over what is declared; a parameter that is only in one of the two never
arrives.

## Bad

```yaml
# paths/brands/brands_id.yaml
delete:  # <-
  operationId: delete_brand
  parameters:
    - name: brandId  # <-
      in: path
      required: true
      schema: {type: string}
```

## Good

```yaml
# paths/brands/brands_id.yaml
delete:
  operationId: delete_brand
  parameters:
    - name: id
      in: path
      required: true
      schema: {type: string}
```

## Fix

Use one name in both places.
"""

import re
from collections.abc import Iterator

from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Operation, Project


def undefined_path_parameter(project: Project) -> Iterator[Defect]:
    """Report what is only in the path, and what is only declared."""
    for operation in project.operations:
        if not operation.path or _is_unclear(project, operation):
            continue
        in_path = re.findall(r"\{([^}]*)\}", operation.path)
        declared = dict(_declared(project, operation))
        for name in in_path:
            if name not in declared:
                hint = "Declare it with in: path and required: true."
                yield Defect(
                    operation.node.key_place, f"{{{name}}} of {operation.path} is not declared", hint
                )
        for name, entry in declared.items():
            if name not in in_path:
                yield Defect(
                    entry.place, f"{name} is not in the path {operation.path}", "Use the name of the path."
                )
            elif (found := project.resolve(entry)) and (required := found.get("required")) is None:
                yield Defect(
                    found.key_place, f"{name} is in the path, but not required", "Write required: true."
                )
            elif found and required and required.value is not True:
                yield Defect(
                    required.place, f"{name} is in the path, but not required", "Write required: true."
                )


def _entries(operation: Operation) -> Iterator[Node]:
    yield from operation.item.entries("parameters")
    yield from operation.node.entries("parameters")


def _is_unclear(project: Project, operation: Operation) -> bool:
    return any(project.resolve(entry) is None for entry in _entries(operation))


def _declared(project: Project, operation: Operation) -> Iterator[tuple[str, Node]]:
    for entry in _entries(operation):
        found = project.resolve(entry)
        if found and found.text("in") == "path" and (name := found.text("name")):
            yield name, entry
