"""A `$ref` leads nowhere, or to something that cannot stand in its place.

## What

A reference names a whole file of `paths/`, `schemas/`, `parameters/` or `headers/`, relative to the file it
stands in, with the case of its letters. The root document may also refer to its own `components`.

## Why

The bundler turns files into components and stops at the first reference it cannot follow. A reference out
of the specification would make the contract depend on something that is not in it.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  responses:
    "200":
      description: All brands.
      content:
        application/json:
          schema: {$ref: ../../schemas/brands/BrandLst.yaml}  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  responses:
    "200":
      description: All brands.
      content:
        application/json:
          schema: {$ref: ../../schemas/brands/BrandList.yaml}
```

## Fix

Take the suggested file, or write the missing one.
"""

import os
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from socialapi_tools.lint.loading import FOLDERS, folder_kind
from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.openapi import Element
from socialapi_tools.lint.project import Project


def broken_reference(project: Project) -> Iterator[Defect]:
    """Report every reference that the bundler could not follow."""
    existing = {*project.sources, *(error.path for error in project.broken)}
    for element in project.all("Reference"):
        if problem := _problem(project, element, existing):
            reference = element.node.get("$ref") or element.node
            yield Defect(reference.place, *problem)


def _problem(project: Project, element: Element, existing: set[Path]) -> tuple[str, str] | None:
    text = str(element.node.text("$ref"))
    if text.startswith("#"):
        return _inside(project, element, text)
    if "#" in text:
        return f"{text} points inside a file", "Refer to a whole file; put the part in a file of its own."
    target = project.target(element.node)
    if "://" in text or target is None or not target.is_relative_to(project.folder):
        return f"{text} leads out of the specification", "Put the file into the specification."
    return _outside(project, element, target, existing)


def _outside(project: Project, element: Element, target: Path, existing: set[Path]) -> tuple[str, str] | None:
    text, wanted = element.node.text("$ref"), element.wanted
    folder = next((name for name, kind in FOLDERS.items() if kind == wanted), "")
    if not folder:
        return f"a {wanted} cannot stand in a file of its own", f"Write the {wanted} out here."
    if target not in existing:
        return f"no such file: {text}", _suggestion(element.node.source.path, target, folder, existing)
    if (kind := folder_kind(project.root, target)) != wanted:
        return f"{text} is a {kind}, not a {wanted}", f"A {wanted} is a file in {folder}/."
    return None


def _inside(project: Project, element: Element, text: str) -> tuple[str, str] | None:
    if element.node.source.path not in project.roots:
        return f"{text} points inside its own file", "Put what it means into a file of its own."
    if project.resolve(element.node) is None:
        return f"no such place in this file: {text}", "Correct the pointer."
    return None


def _suggestion(source: Path, target: Path, folder: str, existing: set[Path]) -> str:
    candidates = {path.name: path for path in sorted(existing) if folder in path.parts}
    close = get_close_matches(target.name, candidates, n=1)
    if not close:
        return "References are relative to the file they stand in."
    return f"Did you mean {Path(os.path.relpath(candidates[close[0]], source.parent)).as_posix()}?"
