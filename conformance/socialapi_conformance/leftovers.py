"""What checks made on the server and nobody needs any more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from socialapi_contract.operations import OPERATIONS, Operation

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
        if request.operation.method != "POST" or answer.status not in request.operation.successes:
            return
        try:
            body = json.loads(answer.content)
        except (ValueError, RecursionError):
            return
        for remover, made in _made(request.operation, body if isinstance(body, dict) else {}):
            self._made.append((caller, remover, made))

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


_REMOVERS = {
    operation.path[: operation.path.rfind("/{")]: operation
    for operation in OPERATIONS.values()
    if operation.method == "DELETE" and operation.path.endswith("}")
}
