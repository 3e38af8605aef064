"""How the pages say what several kinds of them speak of."""

from collections.abc import Iterable, Sequence

from socialapi_contract.errors import ErrorInfo
from socialapi_contract.operations import Operation

SHOWN = 12
"""A list within a sentence is cut after this many entries."""


def request(operation: Operation) -> str:
    """Return method and path of an operation, as a client sends them."""
    return f"{operation.method} {'' if operation.at_root else '/v1'}{operation.path}"


def heading_of(operation: Operation) -> str:
    """Return an operation in one line."""
    return f"`{operation.operation_id}` ({request(operation)}): {operation.summary}"


def reference(operation_id: str) -> str:
    """Return where the reference tells of an operation."""
    return f"generated/docs/operations.md#{operation_id}"


def error(info: ErrorInfo) -> str:
    """Return an error in one line; a family whose codes differ in their status has none."""
    return f"`{info.code}`{f' {info.status}' if info.status else ''}: {info.title}"


def listed(names: Iterable[str]) -> str:
    """Return names as a list of code words; "none" where there are none."""
    return ", ".join(f"`{name}`" for name in names) or "none"


def beginning(names: Sequence[str]) -> str:
    """Return the first names of a list, and how many more it has."""
    more = len(names) - SHOWN
    return f"{listed(names[:SHOWN])} and {more} more" if more > 0 else listed(names)


def counted(number: int, thing: str) -> str:
    """Return how many of a thing there are."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def flat(text: str) -> str:
    """Return text as one line."""
    return " ".join(text.split())
