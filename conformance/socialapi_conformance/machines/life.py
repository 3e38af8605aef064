"""What a walk has to know of one kind of object: how it is made, what calls say, what happens by itself."""

# ruff: noqa: ARG002, B027 - most lives have nothing to say to most questions

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from typing import Any, ClassVar

from socialapi_contract.operations import Operation

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Request
from socialapi_conformance.client import Answer
from socialapi_conformance.machines.things import Thing
from socialapi_conformance.verdicts import NotVerified

ELSEWHERE = (403, 429, 501, 502)
"""The statuses of refusals whose reason is not the object itself."""


class Life(ABC):
    """How the objects of one machine live in the workspace demo.

    `thing` is the one that lives now, and `kind` what it is, of those that are made in the same way.
    """

    arranged: ClassVar[Collection[str]] = ()
    """The triggers that `happen` brings about."""

    taking_time: ClassVar[Collection[str]] = ()
    """Those of them whose effect comes a while later."""

    by_itself: Collection[str] = ()
    """The triggers that nobody can keep from happening."""

    settles: ClassVar[bool] = True
    """Whether what happens by itself is over so soon that it can be waited for."""

    rounds: ClassVar[int] = 1
    """How often walks are begun anew; the more can be done with an object, the more ways there are."""

    lasting: ClassVar[Collection[str]] = ()
    """The fields that nothing but an action changes."""

    unasked: ClassVar[Collection[str]] = ()
    """The states that a new object can be in, but cannot be asked to."""

    kinds: ClassVar[Sequence[str]] = ("",)
    """What objects can be that are made in the same way."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.thing = Thing({})
        self.kind = ""

    @abstractmethod
    def making(self, operation: Operation, state: str) -> Request:
        """Return a request that makes an object in a state."""

    def body(self, wish: str, state: str) -> Any:
        """Return the body of a call that should lead from a state to another, or back to it."""
        return {}

    def prepare(self, wish: str, state: str) -> None:
        """Do what a call needs beside its body in order to lead from a state to another."""

    def can(self, trigger: str) -> bool:
        """Tell whether a trigger can be brought about now, in a state that knows it."""
        return True

    def happen(self, trigger: str) -> None:
        """Bring a trigger about; raises `NotVerified` where the target cannot, or not now."""

    def otherwise(self) -> Thing:
        """Return an object in place of one that could not be made; raises `NotVerified` without."""
        raise NotVerified("the workspace demo cannot make another one")

    def excuses(self, answer: Answer) -> bool:
        """Tell whether a refusal has another reason than the state: the plan, the account or the platform."""
        return answer.status in ELSEWHERE

    def took_effect(self, answer: Answer) -> bool:
        """Tell whether a call that succeeded did something."""
        return True

    def agrees(self, answer: Answer, document: dict[str, Any]) -> None:
        """Expect that what is shown of an object agrees with itself and with what came before."""
