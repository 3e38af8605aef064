"""Checks: how one is declared, and how all of them are found.

A check is a function in a module under `checks/`. Its docstring is the requirement, its decorator says how
binding it is and what it cites, its id is a path: `<resource>/<operationId or topic>/<function>`, or
`across/<topic>/<function>`, followed by `/<case>` when the check runs over several cases.
"""

from __future__ import annotations

import difflib
import functools
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from socialapi_contract.operations import OPERATIONS, Operation

if TYPE_CHECKING:
    from socialapi_conformance.api import Api

PACKAGE = "socialapi_conformance.checks"
ACROSS = "across/"


class Level(StrEnum):
    """How binding a requirement is: a MUST is stated by the contract, a SHOULD is good practice it only
    implies.
    """

    MUST = "must"
    SHOULD = "should"


MUST, SHOULD = Level.MUST, Level.SHOULD


@dataclass(frozen=True)
class Check:
    """One requirement that can be judged by itself."""

    id: str
    level: Level
    requirement: str
    cites: tuple[str, ...]
    needs: tuple[str, ...]
    alone_in: str | None
    run: Callable[[Api], None]
    family: str
    """The id without its case: what a fault wakes and a report groups by."""
    module: str
    """The path of its module under `checks/`, for example `across/auth`."""
    draws: bool = False
    """Whether it draws many requests at random, which takes long and may meet anything."""


class UnknownSelectionError(ValueError):
    """A selection matches no check; `suggestion` is what is closest to it, if anything is close."""

    def __init__(self, message: str, suggestion: str | None) -> None:
        super().__init__(message)
        self.suggestion = suggestion


_found: dict[str, Check] = {}

Function = Callable[..., None]


def check(  # noqa: PLR0913 - a declaration names all but the level and what it cites
    level: Level,
    *cites: str,
    over: Iterable[Operation] | Mapping[str, Any] | None = None,
    topic: str | None = None,
    needs: tuple[str, ...] = ("demo",),
    alone_in: str | None = None,
    draws: bool = False,
) -> Callable[[Function], Function]:
    """Declare a check.

    `cites` names operationIds or places of the overview (`overview: ...`); an unknown operationId is an error
    at import. `over` makes one check per operation or per named case, passed as the second argument; an
    operationId in the case's name is cited. `topic` replaces the operationId in the id. `needs` names the
    workspaces that the target must have. `alone_in` names the workspace that no other check may change
    meanwhile. `draws` tells that the check draws many requests at random.
    """

    def declare(function: Function) -> Function:
        module = function.__module__.removeprefix(f"{PACKAGE}.").replace(".", "/")
        _refuse_unknown_operations(cites, function)
        place = module if module.startswith(ACROSS) else f"{module.partition('/')[0]}/{topic or cites[0]}"
        name = f"{place}/{function.__name__}"
        requirement = inspect.cleandoc(function.__doc__ or "")
        if not requirement:
            raise ValueError(f"{name} has no docstring, so it states no requirement")
        if over is None:
            _add(Check(name, level, requirement, cites, needs, alone_in, function, name, module, draws))
        given = _second_parameter(function) if over is not None else ""
        for case, value in _cases(over):
            cited = (*cites, *(part for part in case.split("/") if part in OPERATIONS))
            run = functools.partial(function, **{given: value})
            _add(
                Check(f"{name}/{case}", level, requirement, cited, needs, alone_in, run, name, module, draws)
            )
        return function

    return declare


def discover() -> list[Check]:
    """Import every module under `checks/` and return all checks, sorted by id."""
    package = importlib.import_module(PACKAGE)
    for module in pkgutil.walk_packages(package.__path__, f"{PACKAGE}."):
        importlib.import_module(module.name)
    return sorted(_found.values(), key=lambda found: found.id)


def select(
    checks: Iterable[Check],
    selections: Iterable[str] = (),
    level: Level = SHOULD,
    about: Collection[str] = (),
) -> list[Check]:
    """Return the checks of `level` or more binding that are, or lie under, one of `selections` (none: all),
    and are about a resource or an operation of `about` (none: any).

    Raises `UnknownSelectionError` for a selection that no check of any level matches, and for a name in
    `about` that the contract does not have.
    """
    checks, wanted = list(checks), [selection.strip("/") for selection in selections]
    _refuse_unknown_names(about)
    for selection in wanted:
        if not any(lies_under(found.id, selection) for found in checks):
            message = f"no check is called or starts with {selection!r}"
            raise UnknownSelectionError(message, _closest(selection, checks))
    return [
        found
        for found in checks
        if (level is SHOULD or found.level is MUST)
        and (not wanted or any(lies_under(found.id, selection) for selection in wanted))
        and (not about or not _subjects(found).isdisjoint(about))
    ]


def _subjects(found: Check) -> set[str]:
    """Return the operations in the id of a check, and their resources; of a check of one resource, that."""
    parts = found.id.split("/")
    operations = {part for part in parts if part in OPERATIONS}
    own = set() if found.id.startswith(ACROSS) else {parts[0]}
    return operations | own | {OPERATIONS[each].resource for each in operations if not own}


def _refuse_unknown_names(about: Iterable[str]) -> None:
    known = sorted({*OPERATIONS, *(each.resource for each in OPERATIONS.values())})
    for name in about:
        if name not in known:
            close = next(iter(difflib.get_close_matches(name, known, n=1)), None)
            raise UnknownSelectionError(f"the contract has no resource or operation {name!r}", close)


def lies_under(check_id: str, prefix: str) -> bool:
    """Return whether `check_id` is `prefix` or one of the ids below it."""
    return check_id == prefix or check_id.startswith(f"{prefix}/")


def prefixes(ids: Iterable[str]) -> set[str]:
    """Return ids of checks, and all that they lie under."""
    split = (each.split("/") for each in ids)
    return {"/".join(parts[:end]) for parts in split for end in range(1, len(parts) + 1)}


def _closest(selection: str, checks: list[Check]) -> str | None:
    known = prefixes(found.id for found in checks)
    return next(iter(difflib.get_close_matches(selection, sorted(known), n=1)), None)


def _add(found: Check) -> None:
    if found.id in _found:
        raise ValueError(f"two checks are called {found.id}")
    _found[found.id] = found


def _cases(over: Iterable[Operation] | Mapping[str, Any] | None) -> list[tuple[str, Any]]:
    if isinstance(over, Mapping):
        return list(over.items())
    return [(operation.operation_id, operation) for operation in over or ()]


def _second_parameter(function: Function) -> str:
    return list(inspect.signature(function).parameters)[1]


def _refuse_unknown_operations(cites: tuple[str, ...], function: Function) -> None:
    for cited in cites:
        if cited not in OPERATIONS and not cited.startswith("overview: "):
            where = f"{function.__module__}.{function.__name__}"
            raise ValueError(f"{where} cites {cited!r}, which is no operation of the contract")
