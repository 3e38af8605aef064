"""The provider states that the suite asks for, as `states.yaml` describes them."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

import yaml


@dataclass(frozen=True)
class State:
    """What is true once a state is arranged.

    `params` and `answers` say what each of their names means; `leads_to` are the codes and families that the
    next call ends in, `prepares` the operations whose requests name what only this state knows.
    """

    means: str
    params: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    leads_to: tuple[str, ...] = ()
    prepares: tuple[str, ...] = ()


@functools.cache
def states() -> dict[str, State]:
    """Return the states by name."""
    text = files("socialapi_conformance").joinpath("states.yaml").read_text(encoding="utf-8")
    return {name: State(**facts) for name, facts in yaml.safe_load(text).items()}


def preparing(operation_id: str) -> list[str]:
    """Return the states that tell what requests of an operation name."""
    return [name for name, state in states().items() if operation_id in state.prepares]
