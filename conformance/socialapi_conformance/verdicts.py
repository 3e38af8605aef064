"""What a check can end in, and the exceptions that say so."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialapi_conformance.exchange import Exchange


class Verdict(StrEnum):
    """The four outcomes of a check."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    NOT_VERIFIED = "not verified"
    ERROR = "error"


class Violation(Exception):
    """The server broke a promise of the contract: what was `expected`, what was `received`, in which
    `exchange`. `steps` is what led there, if it takes more than the check says.
    """

    def __init__(self, expected: str, received: str, exchange: Exchange | None = None) -> None:
        super().__init__(f"expected {expected}, received {received}")
        self.expected = expected
        self.received = received
        self.exchange = exchange
        self.steps: tuple[str, ...] = ()


class NotVerified(Exception):
    """The state the check needs cannot be arranged on this target; the message is the reason that is
    reported.
    """


class Broken(Exception):
    """The suite or the target cannot go on, for example because the connection is lost. Never a verdict on
    the contract.
    """


class Gone(Broken):
    """The server is plainly dead, so that nothing more can be judged."""
