"""What checks made on the server and nobody needs any more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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
        remover = _remover(request.operation)
        if remover is None or answer.status not in request.operation.successes:
            return
        try:
            made = json.loads(answer.content)["id"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return
        if isinstance(made, str):
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


def _remover(creator: Operation) -> Operation | None:
    if creator.method != "POST" or "{" in creator.path:
        return None
    inside = (each for each in OPERATIONS.values() if each.path.startswith(f"{creator.path}/{{"))
    return next((each for each in inside if each.method == "DELETE" and each.path.endswith("}")), None)
