"""A keyword is not one that OpenAPI 3.0 knows at its place.

## What

Every key of an OpenAPI object is a keyword of OpenAPI 3.0.3, or starts with `x-`.

## Why

Readers skip what they do not know: a misspelt `maxLenght` limits nothing, and nobody is told.

## Bad

```yaml
# schemas/brands/CreateBrand.yaml
type: object
properties:
  name:
    type: string
    maxLenght: 255  # <-
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

Correct the spelling, move the keyword to the object it belongs to, or find what OpenAPI 3.0 says instead:
`nullable` instead of a list of types, `enum` with one value instead of `const`.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.openapi import KEYWORDS
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.suggestions import did_you_mean


def unknown_keyword(project: Project) -> Iterator[Defect]:
    """Report every key that is neither a keyword of its object nor an extension."""
    for element in project.all(*KEYWORDS):
        known = KEYWORDS[element.kind]
        for key, value in element.node.items():
            if key not in known and not key.startswith("x-"):
                hint = did_you_mean(key, known, f"A {element.kind} has: {', '.join(known)}.")
                yield Defect(value.key_place, f"{key} is not a keyword of a {element.kind}", hint)
