"""A value that readers meet has no example.

## What

Every parameter, header and property that holds a plain value has an `example`; every body in a path file
has named `examples`.

## Why

Most readers copy the example first and read the text later. The stub's reference page, the tests and the
checks draw on examples too.

## Bad

```yaml
# schemas/brands/Brand.yaml
type: object
properties:
  name:  # <-
    type: string
    description: The name shown to people.
```

## Good

```yaml
# schemas/brands/Brand.yaml
type: object
properties:
  name:
    type: string
    description: The name shown to people.
    example: Acme Coffee
```

## Fix

Write a value that could really occur.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.openapi import Element
from socialapi_tools.lint.project import Project

PLAIN = ("string", "integer", "number", "boolean")


def missing_example(project: Project) -> Iterator[Defect]:
    """Report every plain value and every body without an example."""
    for element in project.all("Parameter", "Header", "Schema", "MediaType"):
        if _needs_example(element) and not _has_example(project, element.node):
            name = element.node.pointer[-1] if element.node.pointer else element.node.source.path.stem
            yield Defect(
                element.node.key_place, f"{name} has no example", "Write a value that could really occur."
            )


def _needs_example(element: Element) -> bool:
    if element.kind != "Schema":
        return isinstance(element.node.value, dict)
    pointer = element.node.pointer
    is_met = not pointer or pointer[-2:-1] == ("properties",)
    return is_met and element.node.text("type") in PLAIN


def _has_example(project: Project, node: Node) -> bool:
    if node.get("example") is not None or any(True for _ in node.items("examples")):
        return True
    schema = node.get("schema")
    # A parameter of a shared schema shows that schema's example.
    is_shared = schema is not None and schema.text("$ref") is not None
    target = project.resolve(schema) if is_shared else None
    return node.text("in") is not None and target is not None and target.get("example") is not None
