"""What pages tell of the conformance suite, which is imported when a page asks for it and not before."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socialapi_conformance.anatomy
    import socialapi_conformance.registry
    import socialapi_conformance.states

    Anatomy = socialapi_conformance.anatomy.Anatomy
    Check = socialapi_conformance.registry.Check
    State = socialapi_conformance.states.State


def may_be_an_id(name: str) -> bool:
    """Return whether a check can be called `name` or start with it; discovers none."""
    from socialapi_conformance import checks

    return "/" in name or name in {module.name for module in pkgutil.iter_modules(checks.__path__)}


@cache
def checks() -> list[Check]:
    """Return every check; finding them takes about a second."""
    from socialapi_conformance.registry import discover

    return discover()


def under(prefix: str) -> list[Check]:
    """Return the checks that are called `prefix` or lie under it."""
    from socialapi_conformance.registry import lies_under

    return [check for check in checks() if lies_under(check.id, prefix)]


def prefixes() -> list[str]:
    """Return all families of checks and what they lie under; discovers no check."""
    from socialapi_conformance import background, registry

    return sorted(registry.prefixes(background.families()))


def citing(operation_id: str) -> Counter[str]:
    """Return how many checks of each family cite an operation."""
    return Counter(check.family for check in checks() if operation_id in check.cites)


@cache
def asking() -> Mapping[str, list[str]]:
    """Return the families of checks that may ask for each provider state."""
    found: dict[str, dict[str, None]] = {}
    for check in checks():
        for state in anatomy(check).states:
            found.setdefault(state, {})[check.family] = None
    return {state: list(families) for state, families in found.items()}


def anatomy(check: Check) -> Anatomy:
    """Return what the code of a check tells of it."""
    from socialapi_conformance.anatomy import Anatomy

    return Anatomy(check)


def breaks(check: Check) -> tuple[str, ...]:
    """Return what usually breaks a check and the others of its family."""
    from socialapi_conformance import background

    return tuple(background.breaks(check.family))


def overview(check: Check) -> tuple[str, ...]:
    """Return the sentences of the API overview that a check and the others of its family hold."""
    from socialapi_conformance import background

    return tuple(background.overview(check.family))


def states() -> Mapping[str, State]:
    """Return the provider states by name; discovers no check."""
    from socialapi_conformance.states import states

    return states()
