"""An operation lists an error that the catalogue does not have.

## What

Each entry of `x-errors` is a code, a family or a set of `catalogues/errors.yaml`.

## Why

Status, message and meta keys of an error stand in the catalogue only, so a code that is not there has none
of them.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors: [bearer, billing.pastdue]  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  x-errors: [bearer, billing.past_due]
```

## Fix

Take the suggested code, or add the new one to the catalogue.
"""

from collections.abc import Iterator

from socialapi_tools.lint.answers import KEY
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.suggestions import did_you_mean


def unknown_error_code(project: Project) -> Iterator[Defect]:
    """Report every entry that the error catalogue does not have."""
    catalogues = project.catalogues
    if "errors" not in catalogues.sources or not project.has_every_catalogue:
        return
    known = {name for kind in ("codes", "families", "sets") for name in catalogues["errors"][kind]}
    known |= set(catalogues.expanded())
    for operation in project.operations:
        for name, entry in operation.node.texts(KEY):
            if name not in known:
                hint = did_you_mean(name, known, "Add it to catalogues/errors.yaml.")
                yield Defect(entry.place, f"no such error: {name}", hint)
