"""What the code of a check tells of it: where it stands, and the states and errors that it names.

Code is read and not run. What a check names is what stands in its function and in those of the suite that it
reaches by name, so that something may be named that is never come to, and something may be missed that an
object brings along.
"""

import functools
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from socialapi_contract.errors import lookup

from socialapi_conformance.registry import Check
from socialapi_conformance.states import states

_SUITE = "socialapi_conformance"
_ABOUT_ANY_ANSWER = (f"{_SUITE}.any_answer", f"{_SUITE}.expect", f"{_SUITE}.schemas")
"""What these modules name belongs to every answer and to no check."""


class Anatomy:
    """What is known of a check without running it."""

    def __init__(self, check: Check) -> None:
        self._function = _function(check)
        self._case = {*_texts(getattr(check.run, "keywords", {}).values())}

    @property
    def place(self) -> str:
        """Its file and line."""
        code = self._function.__code__
        parts = Path(code.co_filename).parts
        return f"{'/'.join(parts[parts.index(_SUITE) :])}, line {code.co_firstlineno}"

    @property
    def source(self) -> str:
        """The text of its function."""
        return inspect.getsource(self._function)

    @property
    def states(self) -> list[str]:
        """The provider states that it may ask the target for."""
        return [name for name in states() if name in self._case or name in _words(self._function)]

    @property
    def codes(self) -> list[str]:
        """The error codes that it names."""
        return sorted(filter(_is_code, _words(self._function) | self._case))


def _function(check: Check) -> FunctionType:
    found: Any = check.run.func if isinstance(check.run, functools.partial) else check.run
    return found  # type: ignore[no-any-return] # the registry takes functions


def _is_code(word: str) -> bool:
    try:
        lookup(word)
    except KeyError:
        return False
    return True


@functools.cache
def _words(function: FunctionType) -> set[str]:
    """Return the texts and names in a function and in all it reaches."""
    words = {function.__name__, "__init__"}
    reached: set[FunctionType] = set()
    offered = {function}
    while fresh := {each for each in offered - reached if each.__name__ in words}:
        reached |= fresh
        for code, scope in ((code, each.__globals__) for each in fresh for code in _codes(each.__code__)):
            named = [scope[name] for name in code.co_names if name in scope]
            words.update(code.co_names, _texts(code.co_consts), _texts(named))
            offered.update(each for value in named for each in _functions(value))
    return words


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Yield code and what is nested in it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _functions(value: Any) -> Iterator[FunctionType]:
    """Yield the function that a name stands for, or the methods of a class, if it is of the suite."""
    value = inspect.unwrap(value) if callable(value) else value
    module = getattr(value, "__module__", None) or ""
    if not module.startswith(f"{_SUITE}.") or module in _ABOUT_ANY_ANSWER:
        return
    if isinstance(value, FunctionType):
        yield value
    elif isinstance(value, type):
        yield from (each for each in vars(value).values() if isinstance(each, FunctionType))


def _texts(values: Any) -> Iterator[str]:
    """Yield the texts among values, and in tuples among them."""
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple | frozenset):
            yield from _texts(value)
