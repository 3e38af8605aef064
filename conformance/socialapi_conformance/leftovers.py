"""What checks made on the server and nobody needs any more."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import schemas
from socialapi_conformance.verdicts import Broken, NotVerified

if TYPE_CHECKING:
    from socialapi_conformance.callers import Caller, Request
    from socialapi_conformance.client import Answer


@dataclass(frozen=True)
class Removal:
    """The call that removes the object with the id `made`."""

    made: str
    operation: Operation
    path: Mapping[str, str]
    query: Mapping[str, Any] = field(default_factory=dict)

    def run(self, caller: Caller) -> None:
        """Remove the object."""
        caller.call(self.operation.operation_id, path=self.path, query=self.query)


class Leftovers:
    """Notes every object a check makes and removes it when the check is over."""

    def __init__(self) -> None:
        self._made: list[tuple[Caller, Removal]] = []

    def note(self, caller: Caller, request: Request, answer: Answer) -> None:
        """Remember the object that `answer` says was made, if the contract can remove such objects."""
        makes = request.operation.method == "POST" or _uploads(request.operation)
        if not makes or answer.status not in request.operation.successes:
            return
        try:
            body = json.loads(answer.content)
        except (ValueError, RecursionError):
            return
        document = body if isinstance(body, dict) else {}
        for removal in (*_removals(request, document), *_linked(request.operation, document)):
            self._made.append((caller, removal))

    def owe(self, caller: Caller, removal: Removal) -> None:
        """Remember something that no answer told of."""
        self._made.append((caller, removal))

    def remove(self) -> None:
        """Remove what was made, newest first; what is gone, or does not go, is left alone."""
        while self._made:
            caller, removal = self._made.pop()
            try:
                removal.run(caller)
            except NotVerified:
                continue
            except Broken:
                return

    def remove_one(self, made: str) -> None:
        """Remove the object with the id `made` now."""
        found = next(each for each in self._made if each[1].made == made)
        self._made.remove(found)
        found[1].run(found[0])


def _removals(request: Request, body: dict[str, Any]) -> Iterator[Removal]:
    """Yield what removes each new object of an answer.

    The answer is the object itself, or holds a list named like the collection.
    """
    found: dict[str, Any] = {
        **{f"/{name}": items for name, items in body.items()},
        request.operation.path: [body],
    }
    for collection, items in found.items():
        field = _identifier(collection, request.operation)
        ids = [item.get(field) for item in items if isinstance(item, dict)] if isinstance(items, list) else []
        for made in ids:
            removal = _removal(collection, request, made) if isinstance(made, str) else None
            if removal is not None:
                yield removal


def _linked(operation: Operation, body: dict[str, Any]) -> Iterator[Removal]:
    """Yield what removes a new file, as the links of the answer say."""
    for link in schemas.links(operation.operation_id) if _uploads(operation) else ():
        remover = OPERATIONS[link["operationId"]]
        for parameter, place in link.get("parameters", {}).items():
            made = body.get(place.removeprefix("$response.body#/"))
            if remover.method == "DELETE" and isinstance(made, str):
                yield Removal(made, remover, {parameter: made})


def _uploads(operation: Operation) -> bool:
    """Return whether the operation takes a file, or announces one by a GET that needs the scope for writing.

    Other operations may link to the removal of what was there before, such as an account connected again.
    """
    announces = operation.method == "GET" and operation.scope.endswith(":write")
    return announces or operation.body == "multipart/form-data"


def _identifier(collection: str, maker: Operation) -> str:
    """Return the field that identifies what an operation adds to a collection."""
    remover = _BY_ID.get(collection)
    return schemas.identifier(maker.operation_id, _last_parameter(remover)) if remover else "id"


def _removal(collection: str, request: Request, made: str) -> Removal | None:
    """Return what removes an object of a collection: by its id, or by what the request called it."""
    by_id, by_name = _BY_ID.get(collection), _BY_NAME.get(collection)
    remover = by_id or by_name
    names = _required_query(remover) if remover else []
    body = request.body if isinstance(request.body, dict) else {}
    if remover is None or not set(names) <= set(body) or (by_id is None and not names):
        return None
    path = {**request.path, _last_parameter(remover): made} if by_id else request.path
    return Removal(made, remover, path, {name: body[name] for name in names})


def _last_parameter(operation: Operation) -> str:
    return operation.path[operation.path.rfind("{") + 1 : -1]


def _required_query(operation: Operation) -> list[str]:
    parameters = schemas.parameters(operation.operation_id)
    return [each["name"] for each in parameters if each["in"] == "query" and each.get("required")]


_DELETES = [operation for operation in OPERATIONS.values() if operation.method == "DELETE"]
_BY_ID = {each.path[: each.path.rfind("/{")]: each for each in _DELETES if each.path.endswith("}")}
_BY_NAME = {each.path: each for each in _DELETES if not each.path.endswith("}")}
