"""Every example of the specification, and the schema it has to satisfy as JSON Schema."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import jsonschema_rs

from socialapi_tools.lint.node import Node
from socialapi_tools.lint.openapi import KEYWORDS, misfit
from socialapi_tools.lint.project import Project

SCALARS = (
    *("type", "format", "pattern", "required", "enum", "uniqueItems", "multipleOf"),
    *("maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "maxLength", "minLength"),
    *("maxItems", "minItems", "maxProperties", "minProperties"),
)
"""Keywords that OpenAPI 3.0 shares with JSON Schema draft 4, on which it is built."""

ADDRESS = "spec:schemas"


class Example(NamedTuple):
    """A value and the schema it illustrates."""

    value: Node
    schema: Node


def examples(project: Project) -> Iterator[Example]:
    """Yield every example with its schema: of schemas, parameters, headers and bodies."""
    for element in project.all("Schema"):
        for key in ("example", "default"):
            if (value := element.node.get(key)) is not None:
                yield Example(value, element.node)
    for element in project.all("Parameter", "Header", "MediaType"):
        if (schema := element.node.get("schema")) is None:
            continue
        if (value := element.node.get("example")) is not None:
            yield Example(value, schema)
        for _, named in element.node.items("examples"):
            if (value := named.get("value")) is not None:
                yield Example(value, schema)


class Schemas:
    """The schemas of a project as one JSON Schema document, translated when they are first needed.

    An object that lists its properties accepts no others: an example shows what is described, nothing else.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.names: dict[tuple[Any, ...], str] = {}
        self.definitions: dict[str, Any] = {}

    def reference(self, schema: Node, *, closed: bool = True) -> dict[str, Any]:
        """Return a reference to the translated schema; to one that accepts anything when it leads nowhere."""
        found = self.project.resolve(schema)
        if found is None:
            return {}
        identity = (found.source.path, found.pointer, closed)
        if identity not in self.names:
            self.names[identity] = str(len(self.names))
            self.definitions[self.names[identity]] = self._translated(found, closed)
        return {"$ref": f"{ADDRESS}#/definitions/{self.names[identity]}"}

    def registry(self) -> jsonschema_rs.Registry:
        """Return all schemas referred to so far, for validators."""
        return jsonschema_rs.Registry(
            [(ADDRESS, {"definitions": self.definitions})], draft=jsonschema_rs.Draft4
        )

    def _translated(self, schema: Node, closed: bool) -> dict[str, Any]:
        found = {key: value.value for key, value in schema.items() if key in SCALARS and _fits(key, value)}
        if (values := self._catalogue_values(schema)) is not None:
            found["enum"] = values
        found |= self._parts(schema)
        is_whole = not any(schema.get(word) for word in ("allOf", "oneOf", "anyOf", "additionalProperties"))
        if closed and is_whole and found.get("properties"):
            found["additionalProperties"] = False
        is_nullable = (nullable := schema.get("nullable")) is not None and nullable.value is True
        return {"anyOf": [{"enum": [None]}, found]} if is_nullable else found

    def _parts(self, schema: Node) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if properties := {name: self.reference(value) for name, value in schema.items("properties")}:
            found["properties"] = properties
        for key in ("allOf", "anyOf", "oneOf"):
            if choices := [self.reference(part, closed=key != "allOf") for part in schema.entries(key)]:
                found[key] = choices
        for key in ("items", "additionalProperties", "not"):
            if (part := schema.get(key)) is not None and isinstance(part.value, dict):
                found[key] = self.reference(part, closed=key != "not")
        return found

    def _catalogue_values(self, schema: Node) -> list[str] | None:
        source = schema.text("x-enum") or schema.text("x-known")
        return self.project.catalogues.names().get(source) if source else None


def _fits(key: str, value: Node) -> bool:
    return not misfit(value.value, KEYWORDS["Schema"][key])
