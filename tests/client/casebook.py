"""The cases: each drives methods of the official client and tells what they have to mean."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from client.caller import Caller
from client.workspace import Workspace

Act = Callable[[Caller, Workspace], None]


@dataclass(frozen=True)
class Case:
    """Methods of the client, and a function that calls them and asserts what they mean.

    `facts` ask for a workspace of its own; without them the case shares one with others. `role` is the token
    that the client is given. `rests_on` are topics of spec/decisions.md: there the client fails for a reason.
    `strays` are what it sends against the contract, as the mock's request log says it.
    """

    name: str
    methods: Sequence[str]
    act: Act
    facts: Mapping[str, Any] | None
    role: str
    rests_on: Sequence[str]
    strays: frozenset[str]


CASES: dict[str, Case] = {}


def drives(
    *methods: str,
    facts: Mapping[str, Any] | None = None,
    role: str = "api_key",
    rests_on: str | Sequence[str] = (),
    strays: Sequence[str] = (),
) -> Callable[[Act], Act]:
    """Make a case of a function; a method is written `accounts.list`, one of a model `Account.disconnect`."""
    topics = (rests_on,) if isinstance(rests_on, str) else tuple(rests_on)

    def keep(act: Act) -> Act:
        assert act.__name__ not in CASES, f"two cases are named {act.__name__}"
        CASES[act.__name__] = Case(act.__name__, methods, act, facts, role, topics, frozenset(strays))
        return act

    return keep


def cases() -> list[Case]:
    """Return all cases, from every module of them beside this one."""
    for module in sorted(Path(__file__).parent.glob("*_cases.py")):
        import_module(f"client.{module.stem}")
    return list(CASES.values())
