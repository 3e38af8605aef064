"""The rules: one module each, named for the defect it finds.

A module holds one public function of its own name that takes the project and yields defects. Its docstring
is the rule's page: one line that says the defect, then the sections What, Why, Bad, Good and Fix. `# <-` in
a Bad example marks the lines that are reported; tests hold examples and rule together.
"""

import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from types import ModuleType

from socialapi_tools.lint.node import Defect
from socialapi_tools.lint.project import Project

Rule = Callable[[Project], Iterable[Defect]]


@cache
def names() -> tuple[str, ...]:
    """Return the names of all rules, sorted."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__)))


def module(name: str) -> ModuleType:
    """Import one rule's module. Raises `KeyError` for an unknown rule."""
    if name not in names():
        raise KeyError(name)
    return import_module(f"{__name__}.{name}")


def load(name: str) -> Rule:
    """Return one rule. Raises `KeyError` for an unknown rule."""
    rule: Rule = getattr(module(name), name)
    return rule
