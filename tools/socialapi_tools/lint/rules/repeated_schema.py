"""Two schema files say the same.

## What

No two files in `schemas/` have the same keys, types, bounds and required fields; descriptions and examples do
not count.

## Why

What is said twice is changed once. Clients get two types for one thing.

## Bad

```yaml
# schemas/brands/Brand.yaml
type: object
description: A brand.
required: [name]
properties:
  name: {type: string}
  contact: {$ref: BrandContact.yaml}
  owner: {$ref: BrandOwner.yaml}
# schemas/brands/BrandContact.yaml
type: object
description: Whom to ask.
required: [email]
properties:
  email: {type: string}
  phone: {type: string}
# schemas/brands/BrandOwner.yaml  # <-
type: object
description: Whoever owns it.
required: [email]
properties:
  email: {type: string}
  phone: {type: string}
```

## Good

```yaml
# schemas/brands/Brand.yaml
type: object
description: A brand.
required: [name]
properties:
  name: {type: string}
  owner: {$ref: BrandContact.yaml}
# schemas/brands/BrandContact.yaml
type: object
description: Whom to ask.
required: [email]
properties:
  email: {type: string}
  phone: {type: string}
```

## Fix

Keep one file, in `schemas/common` if two resources use it, and refer to it.
"""

import json
from collections.abc import Iterator
from typing import Any

from socialapi_tools.lint.node import Defect, Node
from socialapi_tools.lint.project import Project

WORDS = ("description", "example", "title")
LEAST = 2
"""Fields below which objects may look alike by chance."""


def repeated_schema(project: Project) -> Iterator[Defect]:
    """Report the second of two files whose objects are the same."""
    first: dict[str, str] = {}
    for path, source in sorted(project.sources.items()):
        if project.kinds[path] != "Schema" or len(list(Node.top(source).items("properties"))) < LEAST:
            continue
        other = first.setdefault(json.dumps(_bare(source.data), sort_keys=True, default=str), path.stem)
        if other != path.stem:
            yield Defect(Node.top(source).file_place, f"says the same as {other}", f"Refer to {other}.")


def _bare(value: Any) -> Any:
    """Return a schema without its words; a property that is called like one of them stays."""
    if not isinstance(value, dict):
        return value
    kept = {key: part for key, part in value.items() if key not in WORDS or isinstance(part, dict)}
    return {key: _bare(part) for key, part in kept.items()}
