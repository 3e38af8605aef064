"""Where requests name objects outside of their path: places in queries and bodies that refer to a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import schemas
from socialapi_conformance.callers import ABSENT, Request
from socialapi_conformance.relations import listing_for, named_by

EACH = "*"
"""The step from an array to one of its items."""

Steps = tuple[str, ...]
Example = Callable[[dict[str, Any]], Any]
"""Gives a valid value of a schema."""


@dataclass(frozen=True)
class Reference:
    """A place in the requests of an operation that names an item of a list by its id."""

    operation: Operation
    location: Literal["query", "body"]
    steps: Steps
    listing: Operation
    key: str
    """The field of the items that holds the id."""
    exclusive: bool
    """Whether nothing but such an id may stand there."""

    @property
    def name(self) -> str:
        """What checks call it: `create_post/targets.account_id`."""
        return f"{self.operation.operation_id}/{'.'.join(step for step in self.steps if step != EACH)}"

    @property
    def filters(self) -> bool:
        """Whether it chooses from a list."""
        asked = schemas.parameters(self.operation.operation_id)
        return self.location == "query" and not any(
            each.get("required") for each in asked if each["name"] == self.steps[0]
        )

    def within(self, request: Request, named: str, example: Example) -> Request:
        """Return the request with the id `named` in this place.

        An array of ids gets it besides those that are there; `example` makes what is missing on the way.
        """
        if self.location == "query":
            query = _put(request.query, _query_schema(self.operation), self.steps, named, example)
            return replace(request, query=query)
        given = {} if request.body is ABSENT else request.body
        schema = schemas.body_schema(self.operation.operation_id)
        return replace(request, body=_put(given, schema, self.steps, named, example))


def references() -> Iterator[Reference]:
    """Yield every place of every operation that refers to a list."""
    for operation in OPERATIONS.values():
        for found in _within(_query_schema(operation)):
            yield Reference(operation, "query", *found)
        for found in _within(schemas.body_schema(operation.operation_id)):
            yield Reference(operation, "body", *found)


def _within(schema: dict[str, Any], steps: Steps = ()) -> Iterator[tuple[Steps, Operation, str, bool]]:
    """Yield the places inside of a schema that refer to a list, with the rest of a reference."""
    schema = schemas.resolved(schema)
    if listing := listing_for(schema):
        yield steps, listing, named_by(schema), "x-opaque" in schema
    for name, field in schemas.properties(schema).items():
        yield from _within(field, (*steps, name))
    if "items" in schema:
        yield from _within(schema["items"], (*steps, EACH))


def _put(value: Any, schema: dict[str, Any], steps: Steps, named: str, example: Example) -> Any:
    """Return a copy of a value with `named` at the end of the steps."""
    if not steps:
        return named
    schema, (step, *rest) = schemas.resolved(schema), steps
    if step != EACH:
        inner, field = dict(value or example(schema)), schemas.properties(schema)[step]
        return {**inner, step: _put(inner.get(step), field, tuple(rest), named, example)}
    items = list(value or [])
    if not rest:
        return [*items, named]
    first = items[0] if items else example(schema["items"])
    return [_put(first, schema["items"], tuple(rest), named, example), *items[1:]]


def _query_schema(operation: Operation) -> dict[str, Any]:
    asked = schemas.parameters(operation.operation_id)
    return {"properties": {each["name"]: each["schema"] for each in asked if each["in"] == "query"}}
