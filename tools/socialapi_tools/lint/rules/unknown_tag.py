"""An operation has no tag, or one that the root document does not declare.

## What

Every operation carries exactly one tag, and the root document declares the tags, with descriptions, in
reading order.

## Why

Tags are the chapters of the reference. A tag that is not declared opens a chapter without a text, at the
end.

## Bad

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  tags: [Brand]  # <-
```

## Good

```yaml
# paths/brands/brands.yaml
get:
  operationId: list_brands
  tags: [Brands]
```

## Fix

Take a declared tag, or declare the new one in the root document.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.suggestions import did_you_mean


def unknown_tag(project: Project) -> Iterator[Defect]:
    """Report missing, additional and undeclared tags."""
    if not project.documents:
        return
    declared = [name for tag in project.declared_tags() if (name := tag.text("name"))]
    for operation in project.operations:
        tags = list(operation.node.texts("tags"))
        if len(tags) != 1:
            place = (operation.node.get("tags") or operation.node).key_place
            yield Defect(place, f"{operation.name} has {len(tags) or 'no'} tags", "Give it exactly one.")
        for tag, entry in tags:
            if tag not in declared:
                hint = did_you_mean(tag, declared, f"The root declares: {', '.join(declared)}.")
                yield Defect(entry.place, f"no such tag: {tag}", hint)
