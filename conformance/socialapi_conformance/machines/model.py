"""What the catalogue of states says an object can do next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, cast

from socialapi_contract.errors import ErrorCode
from socialapi_contract.operations import OPERATIONS
from socialapi_contract.states import STATES, Shown

NEW, REMOVED = "new", "removed"

Verdict = Literal["allowed", "refused", "gone", "undocumented"]


class Model:
    """One state machine of the contract."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._machine = STATES[name]
        if self._machine.shown is None:
            raise ValueError(f"the catalogue does not say where the state of a {name} is shown")
        self.shown: Shown = self._machine.shown

    @property
    def makers(self) -> list[tuple[str, str]]:
        """What makes an object, and the state it is in then."""
        return [(cause, after) for before, after, cause in self._machine.transitions if before == NEW]

    @property
    def operations(self) -> list[str]:
        """The operations that work on an object, or are refused."""
        moving = [cause for before, _, cause in self._machine.transitions if before != NEW]
        return [name for name in dict.fromkeys([*moving, *self._machine.actions]) if name in OPERATIONS]

    @property
    def triggers(self) -> list[str]:
        """What moves an object besides operations."""
        moving = [cause for before, _, cause in self._machine.transitions if before != NEW]
        return [name for name in dict.fromkeys(moving) if name not in OPERATIONS]

    @property
    def cited(self) -> list[str]:
        """All operations of the machine."""
        making = [cause for cause, _ in self.makers if cause in OPERATIONS]
        return list(dict.fromkeys([*making, *self.operations, self.shown.operation]))

    def verdict(self, operation: str, state: str) -> Verdict:
        """Tell what becomes of a call in a state."""
        if state == REMOVED:
            return "gone" if self._machine.gone else "undocumented"
        if state in self._machine.undocumented.get(operation, ()):
            return "undocumented"
        row = self._machine.actions.get(operation)
        return "allowed" if row is None else row.get(state, "undocumented")

    @property
    def gone(self) -> ErrorCode | None:
        """The code that answers a call about an object that no longer exists."""
        return cast("ErrorCode | None", self._machine.gone)

    def refusal(self, operation: str, verdict: Verdict) -> ErrorCode:
        """Return the code that answers a call which is refused, or comes too late."""
        own = self._machine.refusals.get(operation, self._machine.refusal)
        return cast("ErrorCode", self._machine.gone if verdict == "gone" else own)

    def ends(self, cause: str, state: str) -> list[str]:
        """Return where a call or a trigger leads from a state, nowhere if it leads to no other."""
        rows = self._machine.transitions
        return [after for before, after, by in rows if (before, by) == (state, cause)]

    def wishes(self, operation: str, state: str) -> list[str]:
        """Return what a call in a state can be meant to lead to: anything at all where it is refused."""
        if self.verdict(operation, state) == "allowed":
            return self.ends(operation, state) or [state]
        return self.all_wishes(operation)

    def all_wishes(self, operation: str) -> list[str]:
        """Return what calls can be meant to lead to; any state will do where they lead nowhere."""
        ends = [after for _, after, by in self._machine.transitions if by == operation]
        return list(dict.fromkeys(ends or self._machine.states))[: len(ends) or 1]

    def call_for(self, trigger: str) -> tuple[str, ErrorCode] | None:
        """Return the operation that a trigger happens during, and the code that answers it."""
        operation, code = self._machine.set_off.get(trigger, (None, None))
        return None if operation is None else (operation, cast("ErrorCode", code))

    def later(self, states: Iterable[str], triggers: Iterable[str]) -> frozenset[str]:
        """Return the states that an object can be in by now, given the triggers that may have happened."""
        found = set(states)
        while more := {end for state in found for by in triggers for end in self.ends(by, state)} - found:
            found |= more
        return frozenset(found)

    def says(self, state: str) -> str | bool | None:
        """Return what is shown of a state, None where the object is not shown at all."""
        return None if state == REMOVED else self.shown.says.get(state, state)

    def is_final(self, state: str) -> bool:
        """Tell whether nothing leads on from a state."""
        return all(before != state for before, _, _ in self._machine.transitions)
