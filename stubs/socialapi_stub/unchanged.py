"""What was found out from the data and holds until they change."""

from collections.abc import Hashable
from typing import Generic, TypeVar

from socialapi_stub.watching import Watch

Found = TypeVar("Found")

MOST = 8 * 1024 * 1024
EACH = 200
"""How many bytes may be remembered, and what one thing counts beside its own."""


class Unchanged(Generic[Found]):
    """Remembers what was found out from one state of the data, of which `watching` gives a mark.

    It is for one thread. Where the state is unknown, nothing is remembered; nor is it, where it is `costly`
    to ask for the state, of one that was seen once only, since it may be another one already.
    """

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._mark: Hashable = None
        self._is_settled = False
        self._known: dict[Hashable, Found] = {}
        self._size = 0

    def get(self, key: Hashable, mark: Hashable) -> Found | None:
        """Return what is known under a key of the data in a state; what is known of another is forgotten."""
        self._is_settled = mark == self._mark or not self._watch.costly
        if mark is None or mark != self._mark or self._size > MOST:
            self._known.clear()
            self._mark, self._size = mark, 0
        return self._known.get(key)

    async def keep(self, key: Hashable, found: Found, mark: Hashable, size: int = 0) -> None:
        """Remember what was found out after the data were in a state, unless they are in another one by now.

        `size` is about how many bytes it takes.
        """
        if mark is None or not self._is_settled:
            return
        now = await self._watch.mark()
        if mark == now == self._mark:  # others may have asked for it meanwhile
            self._known[key] = found
            self._size += size + EACH
