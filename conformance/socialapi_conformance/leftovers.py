"""What checks made on the server and nobody needs any more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeGuard

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import schemas
from socialapi_conformance.verdicts import Broken

if TYPE_CHECKING:
    from socialapi_conformance.callers import Caller, Request
    from socialapi_conformance.client import Answer


class Leftovers:
    """Notes every object a check makes and removes it when the check is over."""

    def __init__(self) -> None:
        self._made: list[tuple[Caller, Operation, str]] = []

    def note(self, caller: Caller, request: Request, answer: Answer) -> None:
        """Remember the object that `answer` says was made, if the contract can remove such objects."""
        operation = request.operation
        if (
            not (operation.method == "POST" or _uploads(operation))
            or answer.status not in operation.successes
        ):
            return
        try:
            body = json.loads(answer.content)
        except (ValueError, RecursionError):
            return
        made = [*_made(operation, body), *_linked(operation, body)] if _is_object(body) else []
        self._made += [(caller, remover, each) for remover, each in made]

    def remove(self) -> None:
        """Remove what was made, newest first; what is gone or refuses to go is left alone."""
        while self._made:
            try:
                _remove(*self._made.pop())
            except Broken:
                return

    def remove_one(self, made: str) -> None:
        """Remove the object with the id `made` now."""
        found = next(each for each in self._made if each[2] == made)
        self._made.remove(found)
        _remove(*found)


def _remove(caller: Caller, remover: Operation, made: str) -> None:
    parameter = remover.path[remover.path.rfind("{") + 1 : -1]
    caller.call(remover.operation_id, path={parameter: made})


def _made(operation: Operation, body: dict[str, Any]) -> Iterator[tuple[Operation, str]]:
    """Yield the id of each new object of an answer, and what removes it.

    The answer is the object itself, or holds a list named like the collection.
    """
    found: dict[str, Any] = {**{f"/{name}": items for name, items in body.items()}, operation.path: [body]}
    for collection, items in found.items():
        if collection in _REMOVERS and isinstance(items, list):
            ids = [item.get("id") for item in items if isinstance(item, dict)]
            yield from ((_REMOVERS[collection], each) for each in ids if isinstance(each, str))


def _linked(operation: Operation, body: dict[str, Any]) -> Iterator[tuple[Operation, str]]:
    """Yield the id of what an upload made, and what removes it, as the links of the answer say."""
    for link in schemas.links(operation.operation_id) if _uploads(operation) else ():
        remover = OPERATIONS[link["operationId"]]
        fields = (value.removeprefix("$response.body#/") for value in link.get("parameters", {}).values())
        if remover.method == "DELETE":
            yield from ((remover, body[field]) for field in fields if isinstance(body.get(field), str))


def _uploads(operation: Operation) -> bool:
    """Return whether the operation takes a file, or announces one by a GET that needs the scope for writing.

    Other operations may link to the removal of what was there before, such as an account connected again.
    """
    return operation.body == "multipart/form-data" or (
        operation.method == "GET" and operation.scope.endswith(":write")
    )


def _is_object(body: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(body, dict)


_REMOVERS = {
    operation.path[: operation.path.rfind("/{")]: operation
    for operation in OPERATIONS.values()
    if operation.method == "DELETE" and operation.path.endswith("}")
}
