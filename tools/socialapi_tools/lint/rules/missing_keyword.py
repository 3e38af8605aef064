"""An object lacks a keyword without which it means nothing.

## What

OpenAPI 3.0 requires some keywords: a parameter has `name`, `in` and a `schema`, a response a `description`,
an array `items`.

## Why

Without them the bundle is not valid OpenAPI, and `sapi generate` refuses to write it.

## Bad

```yaml
# parameters/BrandIdInPath.yaml
name: id  # <-
required: true
schema: {$ref: ../schemas/common/Id.yaml}
```

## Good

```yaml
# parameters/BrandIdInPath.yaml
name: id
in: path
required: true
schema: {$ref: ../schemas/common/Id.yaml}
```

## Fix

Write the keyword.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.openapi import KEYWORDS, REQUIRED, Element
from socialapi_tools.lint.project import Project


def missing_keyword(project: Project) -> Iterator[Defect]:
    """Report every object without a keyword it needs."""
    for element in project.all(*KEYWORDS):
        if isinstance(element.node.value, dict):
            for keyword in _missing(element):
                yield Defect(element.node.key_place, f"a {element.kind} needs {keyword}", f"Write {keyword}.")


def _missing(element: Element) -> Iterator[str]:
    value = element.node.value
    yield from (keyword for keyword in REQUIRED[element.kind] if keyword not in value)
    if element.kind in ("Parameter", "Header") and not {"schema", "content"} & set(value):
        yield "schema"
    if element.kind == "Schema" and value.get("type") == "array" and "items" not in value:
        yield "items"
