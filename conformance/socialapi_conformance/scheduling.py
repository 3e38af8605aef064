"""How checks are spread over xdist workers: freely, but those that need a workspace to themselves run on
one worker.
"""

from collections.abc import Mapping
from typing import Any

from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped] # it ships no types


class ChecksScheduling(LoadScopeScheduling):  # type: ignore[misc] # as above
    """Gives out checks one by one, and all checks that are alone in the same workspace to the same worker.

    xdist's own `loadgroup` would do, but it renames items in a way that pytest 9.2 no longer follows.
    """

    def __init__(self, config: Any, log: Any, alone_in: Mapping[str, str | None]) -> None:
        super().__init__(config, log)
        self._alone_in = alone_in

    def _split_scope(self, nodeid: str) -> str:
        return self._alone_in.get(nodeid.rpartition("::")[2]) or nodeid
