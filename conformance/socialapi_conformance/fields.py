"""Every field a request can have, each with a valid value and a way to give it another one."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from socialapi_contract.operations import Operation

from socialapi_conformance import schemas
from socialapi_conformance.callers import ABSENT, Request
from socialapi_conformance.samples import in_days

Put = Callable[[Any], Any]


@dataclass(frozen=True)
class Field:
    """A query parameter, the body, or a place inside the body.

    `steps` lead to it by name, `[]` into a list; there are none for the body itself. `sample` is a value it
    can have.
    """

    steps: tuple[str, ...]
    schema: dict[str, Any]
    sample: Any
    required: bool
    in_query: bool
    definition: int
    """The same for places that share a description, such as the media of a post and of a target."""
    put: Callable[[Any], Request]
    """Returns the valid request in which the field alone has another value, or is left out for `ABSENT`."""

    @property
    def name(self) -> str:
        """The field as a reader would write it: `targets[].account_id`."""
        return ".".join(self.steps).replace(".[]", "[]") or "the body"

    @property
    def is_open(self) -> bool:
        """Whether the server decides which values it takes: ids, cursors, sets that may grow."""
        return bool({"x-opaque", "x-known"} & self.schema.keys())

    @property
    def is_lenient(self) -> bool:
        """Whether a server may overlook a value that the field cannot have."""
        return bool(self.schema.get("x-lenient"))


def of(request: Request) -> list[Field]:
    """Return the fields of a valid request and those it could have beside; no part of a form is one."""
    return [*_query(request), *_body(request)]


@functools.cache
def declared(operation: Operation) -> tuple[Field, ...]:
    """Return the fields of an operation without a request to put them into."""
    return tuple(of(Request(operation)))


def _query(request: Request) -> Iterator[Field]:
    for parameter in schemas.parameters(request.operation.operation_id):
        if parameter["in"] == "query":
            put = functools.partial(_in_query, request, parameter["name"])
            schema = schemas.resolved(parameter["schema"])
            sample, required = (
                parameter.get("example", schema.get("example")),
                parameter.get("required", False),
            )
            yield Field((parameter["name"],), schema, sample, required, True, id(parameter), put)


def _in_query(request: Request, name: str, value: Any) -> Request:
    return replace(request, query=_with(request.query, name, value))


def _body(request: Request) -> Iterator[Field]:
    media = schemas.body_media(request.operation.operation_id)
    if media is not None and request.operation.body == "application/json":
        body = {} if request.body is ABSENT else request.body
        put = functools.partial(_as_body, request)
        yield from _places((), media["schema"], body, request.operation.body_required, put)


def _as_body(request: Request, value: Any) -> Request:
    return replace(request, body=value)


def _places(
    steps: tuple[str, ...], schema: dict[str, Any], sample: Any, required: bool, put: Put
) -> Iterator[Field]:
    """Yield a place of the body and the places inside of it; `put` returns the request with a value there."""
    definition, schema = id(schema), schemas.resolved(schema)
    if "oneOf" not in schema:
        yield Field(steps, schema, sample, required, False, definition, put)
    for variant in schema.get("oneOf", []):
        yield from _places(steps, variant, example(variant), required, put)
    if isinstance(sample, dict):
        for name, inner in schema.get("properties", {}).items():
            value = sample[name] if name in sample else example(inner)
            needed = name in schema.get("required", [])
            yield from _places((*steps, name), inner, value, needed, _inside(put, sample, name))
        if isinstance(inner := schema.get("additionalProperties"), dict):
            yield from _places((*steps, _ANY), inner, example(inner), False, _inside(put, {}, _ANY))
    if isinstance(sample, list) and "items" in schema:
        value = sample[0] if sample else example(schema["items"])
        yield from _places((*steps, "[]"), schema["items"], value, True, _alone(put))


def _inside(put: Put, outer: dict[str, Any], name: str) -> Put:
    return lambda value: put(_with(outer, name, value))


def _alone(put: Put) -> Put:
    return lambda value: put([] if value is ABSENT else [value])


def _with(fields: Any, name: str, value: Any) -> dict[str, Any]:
    others = {each: kept for each, kept in fields.items() if each != name}
    return others if value is ABSENT else {**others, name: value}


def example(schema: dict[str, Any]) -> Any:
    """Return a valid value for a schema: its own example, else the least that it asks for."""
    schema = schemas.resolved(schema)
    if schema.get("format") == "date-time":
        return in_days(30)
    if "example" in schema:
        return schema["example"]
    if "oneOf" in schema:
        return example(schema["oneOf"][0])
    return _least(schema)


def _least(schema: dict[str, Any]) -> Any:
    """Return a valid value for a schema that shows none."""
    if schema.get("type") == "array":
        return [example(schema["items"])]
    if schema.get("type") == "object":
        return {name: example(schema["properties"][name]) for name in schema.get("required", [])}
    return next(iter(schema.get("enum", [])), _PLAIN.get(schema.get("type", ""), _ANY))


_ANY = "sapi"
"""Stands where any text and any name will do."""

_PLAIN: dict[str, Any] = {"boolean": True, "integer": 1, "number": 1}
