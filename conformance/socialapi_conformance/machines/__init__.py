"""The state machines of the contract, walked at random against the model that the catalogue describes.

`model.py` reads the catalogue, `walking.py` takes random steps, `walker.py` judges them, `life.py` says what
a step needs to know of one kind of object, and a module named like a machine holds that for the machine.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil

from socialapi_contract.states import STATES

from socialapi_conformance.machines.life import Life


def _lives() -> dict[str, type[Life]]:
    found: dict[str, type[Life]] = {}
    for name in sorted({module.name for module in pkgutil.iter_modules(__path__)} & STATES.keys()):
        module = importlib.import_module(f"{__name__}.{name}")
        lives = [each for each in vars(module).values() if inspect.isclass(each) and issubclass(each, Life)]
        (found[name],) = (each for each in lives if each.__module__ == module.__name__)
    return found


LIVES: dict[str, type[Life]] = _lives()
"""How the objects of each machine that is walked live."""
