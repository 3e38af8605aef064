"""What was found out from the data and holds until they change."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Found = TypeVar("Found")

MOST = 8 * 1024 * 1024
EACH = 200
"""How many bytes may be remembered, and what one thing counts beside its own."""


class Unchanged(Generic[Found]):
    """Remembers what was found out from one state of the data, of which `watching` gives a mark.

    It is for one thread. Where the state is unknown, nothing is remembered.
    """

    def __init__(self) -> None:
        self._mark: Hashable = None
        self._known: dict[Hashable, Found] = {}
        self._size = 0

    def get(self, key: Hashable, mark: Hashable) -> Found | None:
        """Return what is known under a key of the data in a state; what is known of another is forgotten."""
        if mark is None or mark != self._mark or self._size > MOST:
            self._known.clear()
            self._mark, self._size = mark, 0
        return self._known.get(key)

    def keep(self, key: Hashable, found: Found, mark: Hashable, size: int = 0) -> None:
        """Remember what was found out from the data in a state, unless they are known in another one.

        `size` is about how many bytes it takes.
        """
        if mark is not None and mark == self._mark:
            self._known[key] = found
            self._size += size + EACH
