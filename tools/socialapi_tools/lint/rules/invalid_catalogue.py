"""A catalogue breaks its own schema.

## What

Every catalogue `catalogues/<name>.yaml` has a JSON Schema `<name>.schema.yaml` beside it, and keeps it.

## Why

The generator and the rules read catalogues without asking twice. As long as one is invalid, the rules that
need it are silent.

## Bad

```yaml
# catalogues/scopes.yaml
entries:
  accounts:read: {group: Accounts}  # <-
```

## Good

```yaml
# catalogues/scopes.yaml
entries:
  accounts:read: {group: Accounts, description: See brands and connected accounts.}
```

## Fix

Correct the entry; the schema says what each field means.
"""

from collections.abc import Iterator

from socialapi_tools.catalogues import SCHEMA_SUFFIX
from socialapi_tools.lint.loading import catalogue_errors
from socialapi_tools.lint.node import Defect, Node, Place
from socialapi_tools.lint.project import Project


def invalid_catalogue(project: Project) -> Iterator[Defect]:
    """Report everything that a catalogue's schema refuses, and catalogues without one."""
    unread = {error.path for error in project.broken}
    for name, source in project.catalogue_sources.items():
        schema = project.catalogue_schemas.get(name)
        beside = source.path.with_name(f"{name}{SCHEMA_SUFFIX}")
        if schema is None and beside not in unread:
            yield Defect(Node.top(source).file_place, "has no schema", f"Write {beside.name} beside it.")
        for pointer, message in catalogue_errors(source, schema) if schema else ():
            position = source.position(pointer)
            place = Place(source.path, position.line, position.column)
            yield Defect(place, message, f"See {beside.name}.")
