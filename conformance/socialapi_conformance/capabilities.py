"""Which platforms can do what an operation is for, by the catalogue."""

from functools import reduce
from typing import Any

from socialapi_contract.operations import Operation
from socialapi_contract.platforms import PLATFORMS, Platform

from socialapi_conformance.relations import platforms_of

CONNECTED = {slug: each for slug, each in PLATFORMS.items() if each.connect != "none"}
"""The platforms that accounts can be of."""


def extent(operation: Operation, platform: str) -> Any:
    """Return how far a platform can do what an operation is for: `no`, `own`, `foreign`, or `yes`.

    An operation without a capability is for the platform whose refusals it lists, or for all.
    """
    if operation.capability is None:
        bound = platforms_of(operation)
        return "yes" if not bound or platform in bound else "no"
    found = _field(PLATFORMS[platform], operation.capability)
    return found if isinstance(found, str) else "yes" if found else "no"


def able(operation: Operation, *extents: str) -> list[str]:
    """Return the platforms that can do what an operation is for to one of some extents."""
    return [slug for slug in CONNECTED if extent(operation, slug) in extents]


def _field(platform: Platform, path: str) -> Any:
    """Return a field of the catalogue by its path, None below what the platform does not have."""
    return reduce(lambda found, name: found and getattr(found, name), path.split("."), platform)
