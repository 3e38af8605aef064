"""What was found out from the data and holds until they change."""

from collections.abc import Hashable
from typing import Generic, TypeVar

from socialapi_stub.storage import Storage

Found = TypeVar("Found")

MOST = 8 * 1024 * 1024
EACH = 200
"""How many bytes may be remembered, and what one thing counts beside its own."""


class Unchanged(Generic[Found]):
    """Remembers what was found out from the database, and forgets all of it after any change to that.

    It is for one thread, and nothing may be awaited between `get` and `keep`. Where the database does not
    tell of changes nothing is remembered.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._state: int | None = None
        self._known: dict[Hashable, Found] = {}
        self._size = 0

    def get(self, key: Hashable, *, asked: bool = False) -> Found | None:
        """Return what is known under a key, if it still holds.

        With `asked` it is enough if it held when the database was asked last, as the request already has.
        """
        state = self._storage.last_state if asked else self._storage.state()
        if state is None or state != self._state or self._size > MOST:
            self._known.clear()
            self._state, self._size = state, 0
        return self._known.get(key)

    def keep(self, key: Hashable, found: Found, size: int = 0) -> None:
        """Remember what was found out after `get` knew nothing, unless the data have changed meanwhile.

        `size` is about how many bytes it takes.
        """
        state = self._storage.state()
        if state is not None and state == self._state:
            self._known[key] = found
            self._size += size + EACH
