"""What pages tell of the conformance suite, which is imported when a page asks for it and not before."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialapi_conformance.anatomy import Anatomy as Anatomy
    from socialapi_conformance.registry import Check as Check
    from socialapi_conformance.states import State as State


def may_be_an_id(name: str) -> bool:
    """Return whether a check can be called `name` or start with it; discovers none."""
    from socialapi_conformance import checks

    return "/" in name or name in {module.name for module in pkgutil.iter_modules(checks.__path__)}


def under(prefix: str) -> list[Check]:
    """Return the checks that are called `prefix` or lie under it; finding them takes about a second."""
    from socialapi_conformance.registry import discover, lies_under

    return [check for check in discover() if lies_under(check.id, prefix)]


def prefixes() -> set[str]:
    """Return all ids of checks and of what they lie under."""
    from socialapi_conformance.registry import discover, prefixes

    return prefixes(discover())


def citing(operation_id: str) -> Counter[str]:
    """Return how many checks of each family cite an operation."""
    from socialapi_conformance.registry import discover

    return Counter(check.family for check in discover() if operation_id in check.cites)


@cache
def asking() -> Mapping[str, list[str]]:
    """Return the families of checks that may ask for each provider state."""
    from socialapi_conformance.registry import discover

    found: dict[str, dict[str, None]] = {}
    for check in discover():
        for state in anatomy(check).states:
            found.setdefault(state, {})[check.family] = None
    return {state: list(families) for state, families in found.items()}


def anatomy(check: Check) -> Anatomy:
    """Return what the code of a check tells of it."""
    from socialapi_conformance.anatomy import Anatomy

    return Anatomy(check)


def breaks(family: str) -> tuple[str, ...]:
    """Return what is known to break a family of checks."""
    from socialapi_conformance.breaks import breaks

    return breaks().get(family, ())


def states() -> Mapping[str, State]:
    """Return the provider states by name; discovers no check."""
    from socialapi_conformance.states import states

    return states()
