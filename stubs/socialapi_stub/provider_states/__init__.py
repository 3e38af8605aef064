"""States that a black box cannot reach by itself, arranged by `POST /_mock/states`.

Every module here has functions named like a state; the docstring says what is true afterwards. Each takes the
`Wish` and returns the ids of what the state is about.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from socialapi_stub.settings import Settings
from socialapi_stub.tables import Workspace
from socialapi_stub.tokens import Keyring


class CannotArrange(Exception):
    """The state cannot be arranged as asked; the text says why and what to give instead."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A state that is to be true in a workspace; `params` is what else the caller said.

    The keyring signs the tokens of those who come into being.
    """

    session: Session
    workspace: Workspace
    params: Mapping[str, Any]
    now: datetime
    settings: Settings
    keyring: Keyring


State = Callable[[Wish], Mapping[str, Any]]


def discover() -> dict[str, State]:
    """Return every state by its name."""
    found: dict[str, State] = {}
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        functions = inspect.getmembers(loaded, inspect.isfunction)
        own = {name: one for name, one in functions if one.__module__ == loaded.__name__}
        found |= {name: one for name, one in own.items() if not name.startswith("_")}
    return dict(sorted(found.items()))
