"""A discriminator does not lead to the alternatives beside it.

## What

The `mapping` of a discriminator names every file of the `oneOf` or `anyOf` beside it, and no other.

## Why

Readers of the contract take the alternative that the mapping names and never look at one it leaves out.

## Bad

```yaml
# schemas/brands/Change.yaml
oneOf:
  - $ref: Brand.yaml
  - $ref: CreateBrand.yaml  # <-
discriminator:
  propertyName: kind
  mapping:
    read: Brand.yaml
    update: UpdateBrand.yaml  # <-
```

## Good

```yaml
# schemas/brands/Change.yaml
oneOf:
  - $ref: Brand.yaml
  - $ref: CreateBrand.yaml
discriminator:
  propertyName: kind
  mapping:
    read: Brand.yaml
    create: CreateBrand.yaml
```

## Fix

Add what is missing to the mapping or to the alternatives.
"""

from collections.abc import Iterator

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project


def discriminator_mismatch(project: Project) -> Iterator[Defect]:
    """Report alternatives that a mapping leaves out, and files that are no alternative."""
    for element in project.all("Schema"):
        mapping = list(element.node.items("discriminator", "mapping"))
        choices = [*element.node.entries("oneOf"), *element.node.entries("anyOf")]
        named = [value.value for _, value in mapping]
        files = [choice.text("$ref") for choice in choices]
        for choice, file in zip(choices, files, strict=True) if mapping else ():
            if file not in named:
                yield Defect(choice.place, f"the mapping leaves out {file}", "Add it to the mapping.")
        for _, value in mapping:
            if value.value not in files:
                yield Defect(value.place, f"{value.value} is no alternative", "Add it to the alternatives.")
