"""How much of the suite a run judges; what the seed chooses is spread over operations as evenly as can be."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from socialapi_contract.operations import OPERATIONS

from socialapi_conformance.registry import ACROSS, Check

CASES = 2
"""Of a family that is judged over many operations, so many in the profile standard; one if it draws."""


class Profile(StrEnum):
    """What a run has time for."""

    SMOKE = "smoke"
    STANDARD = "standard"
    DEEP = "deep"


def usual(selections: Sequence[str]) -> Profile:
    """Return the profile of a run that names none: who says what to judge wants all of that."""
    return Profile.DEEP if selections else Profile.STANDARD


def chosen(checks: Iterable[Check], profile: Profile, seed: int) -> list[Check]:
    """Return the checks of a profile, in their order.

    `deep` has all. `standard` has all that are about one resource, and of each family across resources
    `CASES` that another seed chooses anew. `smoke` has one check of each such family that draws nothing at
    random, and one of each operation or topic of a resource.
    """
    checks = list(checks)
    if profile is Profile.DEEP:
        return checks
    across = [check for check in checks if check.id.startswith(ACROSS)]
    own = [check for check in checks if not check.id.startswith(ACROSS)]
    firm, drawn = ([each for each in across if each.draws is draws] for draws in (False, True))
    if profile is Profile.SMOKE:
        kept = [*_some(own, _topic, 1, seed), *_some(firm, _family, 1, seed)]
    else:
        kept = [*own, *_some(firm, _family, CASES, seed), *_some(drawn, _family, 1, seed)]
    ids = {check.id for check in kept}
    return [check for check in checks if check.id in ids]


def _some(checks: Iterable[Check], group: Callable[[Check], str], count: int, seed: int) -> list[Check]:
    """Return `count` checks of each group, those about operations that are judged least so far."""
    groups: defaultdict[str, list[Check]] = defaultdict(list)
    for check in checks:
        groups[group(check)].append(check)
    judged: Counter[str] = Counter()
    kept: list[Check] = []
    for members in groups.values():
        members.sort(key=lambda check: (_seen(check, judged), _rank(check, seed)))
        kept += members[:count]
        judged.update(name for check in members[:count] for name in _operations(check))
    return kept


def _seen(check: Check, judged: Counter[str]) -> int:
    return max((judged[name] for name in _operations(check)), default=0)


def _operations(check: Check) -> set[str]:
    return set(check.cites) & set(OPERATIONS)


def _rank(check: Check, seed: int) -> bytes:
    return hashlib.sha256(f"{seed}:{check.id}".encode()).digest()


def _family(check: Check) -> str:
    return check.family


def _topic(check: Check) -> str:
    return "/".join(check.id.split("/")[:2])
