"""The kinds of things that have a page: one module each, found by its being here.

A module holds `names()`, which yields all that it can explain, and `page(name)`, which returns the page of
one of them and None for every other name. A module decides quickly: what is slow to import it imports only
for a name that can be one of its own.
"""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any


def modules() -> Iterator[Any]:
    """Import the kinds, one after the other."""
    for found in pkgutil.iter_modules(__path__):
        yield import_module(f"{__name__}.{found.name}")
