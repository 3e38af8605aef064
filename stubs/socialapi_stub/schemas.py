"""The contract's schemas, compiled once at start: JSON bodies and parameters."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import jsonschema_rs

from socialapi_stub.problems import Problem
from socialapi_stub.served import document

ANNOTATIONS = {
    "example",
    "examples",
    "description",
    "components",
    "default",
    "discriminator",
    "xml",
    "externalDocs",
}
SUBSCHEMA_LISTS = ("allOf", "anyOf", "oneOf")
SUBSCHEMAS = ("items", "additionalProperties", "not")


def json_schema(schema: Any) -> Any:
    """Return a schema of the bundle as JSON Schema draft 4, without references and `nullable`."""
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return json_schema(_component(schema["$ref"]))
    plain = {
        key: value
        for key, value in schema.items()
        if key not in ANNOTATIONS and key != "nullable" and not key.startswith("x-")
    }
    for key in SUBSCHEMAS:
        if key in plain:
            plain[key] = json_schema(plain[key])
    for key in SUBSCHEMA_LISTS:
        if key in plain:
            plain[key] = [json_schema(item) for item in plain[key]]
    if "properties" in plain:
        plain["properties"] = {name: json_schema(item) for name, item in plain["properties"].items()}
    return _or_null(plain) if schema.get("nullable") else plain


@cache
def named(name: str) -> Any:
    """Return a schema of the contract by its name, as JSON Schema."""
    return json_schema({"$ref": f"#/components/schemas/{name}"})


class Checker:
    """One compiled schema. A miss is a problem that names the field."""

    def __init__(self, schema: Any) -> None:
        self._validator = jsonschema_rs.Draft4Validator(json_schema(schema), validate_formats=True)

    def check(self, value: Any, prefix: str = "") -> None:
        """Raise `validation.field_required` or `validation.field_invalid` for the first thing wrong."""
        if self._validator.is_valid(value):
            return
        error = min(self._validator.iter_errors(value), key=lambda one: len(one.instance_path))
        path = [*filter(None, [prefix]), *error.instance_path]
        if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Required):
            field = _path([*path, error.kind.property])
            raise Problem("validation.field_required", f"{field} is required", field=field)
        field = _path(path) or "body"
        raise Problem("validation.field_invalid", f"{field}: {_sentence(error.message)}", field=field)


class Parameter:
    """One query parameter: how its text becomes a value, and what the value may be."""

    def __init__(self, definition: dict[str, Any]) -> None:
        schema = definition["schema"]
        self.name: str = definition["name"]
        self.required: bool = definition.get("required", False)
        self.default = schema.get("default")
        self._convert = _converter(schema)
        self._explodes = schema.get("type") == "array" and definition.get("explode", True)
        self._checker = Checker(schema)

    def value(self, given: list[str]) -> Any:
        """Return the value of the parameter; None when it is absent and has no default."""
        if not given:
            if self.required:
                raise Problem("validation.field_required", f"{self.name} is required", field=self.name)
            return self.default
        if len(given) > 1 and not self._explodes:
            raise Problem("validation.field_invalid", f"{self.name} is given more than once", field=self.name)
        value = self._convert(",".join(given))
        self._checker.check(value, self.name)
        return value


def _converter(schema: dict[str, Any]) -> Callable[[str], Any]:
    kind = schema.get("type")
    if kind == "array":
        item = _converter(schema["items"])
        return lambda text: [item(part) for part in text.split(",")]
    return {"integer": _integer, "number": _number, "boolean": _boolean}.get(str(kind), str)


# What has the wrong form stays text, so that the schema refuses it.
def _integer(text: str) -> int | str:
    return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else text


def _number(text: str) -> float | str:
    return float(text) if re.fullmatch(r"-?[0-9]{1,300}(\.[0-9]{1,300})?", text) else text


def _boolean(text: str) -> bool | str:
    return {"true": True, "false": False}.get(text, text)


def _component(reference: str) -> Any:
    found: Any = document()
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    if "type" not in schema:
        return {"anyOf": [{"enum": [None]}, schema]}
    choices = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, **choices, "type": [schema["type"], "null"]}


def _path(steps: Sequence[str | int]) -> str:
    """Return the way to a field as clients write it: `buttons[0].url`."""
    written = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return "".join(written).removeprefix(".")


def _sentence(message: str) -> str:
    return message if len(message) <= 200 else message[:200] + "…"
