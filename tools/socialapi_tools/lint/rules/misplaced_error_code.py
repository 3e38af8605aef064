"""An operation lists an error that no operation answers with.

## What

`x-errors` leaves out what can happen anywhere (the framework's `http.*` and `system.internal`) and codes
that occur only inside an answer, in `targets[].error` of a post (`where: target` in the catalogue).

## Why

`x-errors` is what the error envelope of this operation can hold. A code that never stands there promises
clients a failure they will never see, and no check could provoke it.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors:
    - bearer
    - http.{status}  # <-
    - system.internal  # <-
    - publishing.delivery.timeout  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors:
    - bearer
```

## Fix

Delete the entry.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import listed
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project

ANYWHERE = "system.internal"


def misplaced_error_code(project: Project) -> Iterator[Defect]:
    """Report every code that can happen anywhere or stands only inside an answer."""
    for operation in project.operations:
        for code, entry in listed(operation):
            facts = project.catalogues.error(code)
            if facts.get("layer") == "framework" or code == ANYWHERE:
                yield Defect(entry.place, f"{code} can happen anywhere and is never listed", "Delete it.")
            elif facts.get("where") == "target":
                hint = "Delete it; the catalogue says `where: target`."
                yield Defect(entry.place, f"{code} occurs only in targets[].error of a post", hint)
