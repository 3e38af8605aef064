"""Which operation a request is for, by its method and path."""

import re
from functools import cache

from socialapi_contract.operations import OPERATIONS, Operation


def operation_at(method: str, path: str) -> Operation | None:
    """Return the operation of a request, None where there is no such route."""
    found = (each for route, each in _routes() if each.method == method and route.fullmatch(path))
    return next(found, None)


@cache
def _routes() -> list[tuple[re.Pattern[str], Operation]]:
    fixed_first = sorted(OPERATIONS.values(), key=lambda each: each.path.count("{"))
    return [(re.compile(_root(each) + re.sub(r"\{\w+\}", "[^/]+", each.path)), each) for each in fixed_first]


def _root(operation: Operation) -> str:
    return "" if operation.at_root else "/v1"
