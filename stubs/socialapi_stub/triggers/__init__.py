"""What happens on the platforms by itself: the inbound side of the events, set off by `POST /_mock/trigger`.

Every module here has functions named like the event they set off, with `_` for `.` (`comment_received`). Each
takes the `Occasion`, changes the data as the real occurrence would, emits its event, and returns the ids of
what it made.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from socialapi_contract.events import EVENTS
from sqlalchemy.orm import Session

from socialapi_stub.call import Body
from socialapi_stub.settings import Settings
from socialapi_stub.tables import Account, Workspace


class CannotTrigger(Exception):
    """The event cannot happen as asked; the text says why and what to give instead."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event to be set off in a workspace.

    `account` is where it happens, already checked against `EVENTS[event].platforms`, None for events of no
    account. `overrides` are fields of the payload's `data` that the caller wants.
    """

    session: Session
    workspace: Workspace
    account: Account | None
    overrides: Mapping[str, Any]
    now: datetime
    settings: Settings


Trigger = Callable[[Occasion], Body]


def discover() -> dict[str, Trigger]:
    """Return the trigger of every event that has one."""
    by_function = {name.replace(".", "_"): name for name in EVENTS}
    found: dict[str, Trigger] = {}
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        for function, value in inspect.getmembers(loaded, inspect.isfunction):
            if function in by_function and value.__module__ == loaded.__name__:
                found[by_function[function]] = value
    return found
