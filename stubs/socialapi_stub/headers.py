"""The header fields of a request as they came: a mapping of all of them would be made anew by each reader."""

from starlette.types import Scope


def every(scope: Scope, name: bytes) -> list[str]:
    """Return the values of all fields of a name, which is in small letters."""
    return [value.decode("latin-1") for given, value in scope["headers"] if given == name]


def first(scope: Scope, name: bytes) -> str:
    """Return the value of the first field of a name, which is in small letters; empty if there is none."""
    return next(iter(every(scope, name)), "")
