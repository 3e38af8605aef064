"""Objects, by what paths and queries call them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import schemas
from socialapi_conformance.callers import ABSENT, Request
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import schema
from socialapi_conformance.relations import path_parameters


@dataclass(frozen=True)
class Thing:
    """An object: its name for each parameter; the request that made it and the answer, if one did."""

    names: Mapping[str, str]
    made_by: Request | None = None
    answer: Answer | None = None

    def request(self, operation_id: str, body: Any = ABSENT) -> Request:
        """Return a call about the object; one where the object was made is about the same place."""
        operation = OPERATIONS[operation_id]
        if self.made_by is not None and self.made_by.operation.path == operation.path:
            path = self.made_by.path
        else:
            path = {name: self.names[name] for name in path_parameters(operation)}
        query = {name: self.names[name] for name in _required_query(operation)}
        return Request(operation, path, query, body)


def made(request: Request, answer: Answer, operations: Iterable[str]) -> Thing:
    """Return what a request has made, as far as the parameters of other operations name it.

    A name is what the body said for the parameter, else the field of the answer that links give, else what
    the path said.
    """
    document, said = schema(answer), request.body if isinstance(request.body, dict) else {}
    names = {}
    for parameter in {name for each in operations for name in _parameters(OPERATIONS[each])}:
        field = schemas.identifier(request.operation.operation_id, parameter)
        known = said.get(parameter, document.get(field, request.path.get(parameter)))
        if isinstance(known, str):
            names[parameter] = known
    return Thing(names, request, answer)


def is_answered_with(operation_id: str, parameters: Iterable[str]) -> bool:
    """Tell whether an operation answers with the object it makes, not with a list of several."""
    fields = schemas.answered(operation_id)
    return any(schemas.identifier(operation_id, name) in fields for name in parameters)


def _parameters(operation: Operation) -> list[str]:
    return [*path_parameters(operation), *_required_query(operation)]


def _required_query(operation: Operation) -> list[str]:
    parameters = schemas.parameters(operation.operation_id)
    return [each["name"] for each in parameters if each["in"] == "query" and each.get("required")]
