"""What a run must not do to the server, whatever its checks ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialapi_contract.operations import OPERATIONS

from socialapi_conformance.verdicts import NotVerified

if TYPE_CHECKING:
    from pyrate_limiter import Limiter

_SAFE = ("GET", "HEAD", "OPTIONS")


class Limits:
    """`read_only` keeps back what may change something; `rate` is how many requests are sent per second."""

    def __init__(self, *, read_only: bool = False, rate: float | None = None) -> None:
        self.read_only = read_only
        self._limiter = _spaced(rate) if rate else None

    def allow(self, method: str, operation_id: str | None = None) -> None:
        """Wait until a request may be sent; raises `NotVerified` for one that must not be."""
        if self.read_only and (method not in _SAFE or _writes(operation_id)):
            raise NotVerified("it sends what may change something, and the run is read-only")
        if self._limiter:
            self._limiter.try_acquire()


def _spaced(rate: float) -> Limiter:
    from pyrate_limiter import Limiter, Rate

    return Limiter(Rate(1, max(1, round(1000 / rate))), buffer_ms=0)


def _writes(operation_id: str | None) -> bool:
    """Tell whether a GET needs the scope for writing, as one that announces an upload does."""
    return operation_id is not None and OPERATIONS[operation_id].scope.endswith(":write")
