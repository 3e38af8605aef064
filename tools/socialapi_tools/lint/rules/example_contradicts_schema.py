"""An example or default does not satisfy its schema.

## What

Examples of properties, parameters, headers and bodies, and defaults, are valid values of their schema. They
show only fields that the schema lists, and for `x-enum` and `x-known` only values that the catalogue has.

## Why

Readers copy examples before they read anything else, and the tests and checks send them.

## Bad

```yaml
# schemas/brands/Brand.yaml
type: object
properties:
  id: {$ref: ../common/Id.yaml}
  name:
    type: string
    maxLength: 10
    example: Acme Coffee Roasters  # <-
  accounts_count:
    type: integer
    example: "2"  # <-
example:
  id: 7d2c4a4b
  nmae: Acme  # <-
```

## Good

```yaml
# schemas/brands/Brand.yaml
type: object
properties:
  id: {$ref: ../common/Id.yaml}
  name:
    type: string
    maxLength: 10
    example: Acme
  accounts_count:
    type: integer
    example: 2
example:
  id: 7d2c4a4b
  name: Acme
```

## Fix

Correct the example, or the schema if the example is right.
"""

from collections.abc import Iterator

import jsonschema_rs

from socialapi_tools.lint.examples import Example, Schemas, examples
from socialapi_tools.lint.node import Defect, Place
from socialapi_tools.lint.project import Project


def example_contradicts_schema(project: Project) -> Iterator[Defect]:
    """Report everything in an example that its schema refuses."""
    schemas = Schemas(project)
    # All schemas are translated before the first is used, because they refer to each other.
    found = [(example, schemas.reference(example.schema)) for example in examples(project)]
    registry = schemas.registry()
    for example, reference in found:
        try:
            validator = jsonschema_rs.Draft4Validator(reference, registry=registry, validate_formats=True)
        except ValueError:
            continue  # The schema itself is wrong; malformed_keyword says so.
        for error in validator.iter_errors(example.value.value):
            yield _defect(example, error)


def _defect(example: Example, error: jsonschema_rs.ValidationError) -> Defect:
    within, message = list(error.instance_path), error.message
    surplus = _surplus(error)
    if surplus:
        message = f"the schema has no field {', '.join(surplus)}"
        within.append(surplus[0])
    elif within:
        message = f"{'.'.join(map(str, within))}: {message}"
    source = example.value.source
    position = source.position((*example.value.pointer, *within), key=bool(surplus))
    place = Place(source.path, position.line, position.column)
    return Defect(place, message, "Correct the example, or the schema if the example is right.")


def _surplus(error: jsonschema_rs.ValidationError) -> list[str]:
    """Return the fields that a closed object does not have."""
    return list(getattr(error.kind, "unexpected", []))
