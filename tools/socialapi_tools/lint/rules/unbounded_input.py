"""A client may send text or a list of any length.

## What

Every string that a client sends has `maxLength`, or is limited by `enum`, `x-enum` or a `format`; every
array has `maxItems`. What the API itself sends to a callback needs no bound.

## Why

Somebody will send ten megabytes. Without a bound in the contract an implementation that refuses breaks it,
and the generated requests never try.

## Bad

```yaml
# schemas/brands/CreateBrand.yaml
type: object
properties:
  name:  # <-
    type: string
```

## Good

```yaml
# schemas/brands/CreateBrand.yaml
type: object
properties:
  name:
    type: string
    maxLength: 255
```

## Fix

Write the limit; where none is known, one that no honest client reaches.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.openapi import Element, walk
from socialapi_tools.lint.project import Project

BOUNDS = {
    "string": ("maxLength", "enum", "x-enum", "format"),
    "array": ("maxItems",),
}


def unbounded_input(project: Project) -> Iterator[Defect]:
    """Report every string and array in bodies and parameters that has no bound."""
    seen: set[tuple[object, ...]] = set()
    waiting = [*_bodies(project), *_parameters(project)]
    while waiting:
        schema = project.resolve(waiting.pop())
        if schema is None or (identity := (schema.source.path, schema.pointer)) in seen:
            continue
        seen.add(identity)
        for element in walk(schema, "Schema"):
            if element.kind == "Reference":
                waiting.append(element.node)
            elif element.kind == "Schema" and (bound := _missing_bound(element.node)):
                yield Defect(
                    element.node.key_place, f"clients may send {bound} of any length", _hint(element.node)
                )


def _bodies(project: Project) -> Iterator[Node]:
    for element in _inbound(project, "RequestBody"):
        for _, media in element.node.items("content"):
            if (schema := media.get("schema")) is not None:
                yield schema


def _parameters(project: Project) -> Iterator[Node]:
    for element in _inbound(project, "Parameter"):
        if (schema := element.node.get("schema")) is not None:
            yield schema


def _inbound(project: Project, kind: str) -> Iterator[Element]:
    return (element for element in project.all(kind) if not element.is_outbound)


def _missing_bound(schema: Node) -> str:
    kind = schema.text("type") or ""
    if kind not in BOUNDS or any(schema.get(word) is not None for word in BOUNDS[kind]):
        return ""
    return "a list" if kind == "array" else "text"


def _hint(schema: Node) -> str:
    return f"Write {BOUNDS[schema.text('type') or 'string'][0]}."
