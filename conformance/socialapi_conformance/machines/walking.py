"""Walks that Hypothesis chooses and, where one fails, makes short."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, ClassVar

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from socialapi_contract.operations import OPERATIONS

from socialapi_conformance import examples
from socialapi_conformance.machines.life import Life
from socialapi_conformance.machines.model import Model
from socialapi_conformance.machines.things import is_answered_with
from socialapi_conformance.machines.walker import Walker
from socialapi_conformance.relations import path_parameters
from socialapi_conformance.verdicts import Broken, NotVerified, Violation

WALKS, STEPS = 8, 9
"""How often a walk is started, and the steps of each."""

_DRAWN = 3 * STEPS
"""Steps that are thought up for each walk; one that its state does not offer is not taken."""

_SHRINKING = 4.0
"""Seconds that may go into making a failed walk shorter."""


class _Over(BaseException):
    """Ends all walks at once, which Hypothesis lets no exception of another kind do."""


class _Journal:
    """What has become of the walks with one kind of object."""

    def __init__(self, life: Life, model: Model) -> None:
        self.life = life
        self.model = model
        self.violations: list[Violation] = []
        self.obstacle: NotVerified | Broken | None = None
        self._ends_at = float("inf")

    def new_walker(self) -> Walker:
        """Return who starts anew; no more once there was time to make a failed walk shorter."""
        if time.monotonic() > self._ends_at:
            raise _Over
        return Walker(self.life, self.model)

    @contextmanager
    def noting(self, walker: Walker) -> Iterator[None]:
        """Note the way that led to a violation, and end everything where nothing can be judged."""
        try:
            yield
        except Violation as violation:
            self._ends_at = min(self._ends_at, time.monotonic() + _SHRINKING)
            violation.steps = tuple(walker.steps)
            self.violations.append(violation)
            raise
        except (NotVerified, Broken) as obstacle:
            self.obstacle = obstacle
            raise _Over from obstacle


def walk(life: Life, model: Model, seed: int) -> None:
    """Walk with objects of one kind; raise the violation with the shortest way to it, if there is one."""
    journal = _Journal(life, model)
    machine = hypothesis.seed(seed)(type("Walk", (_Walk,), {"journal": journal, **_rules(journal)}))
    settings = examples.settings(WALKS, steps=_DRAWN)
    # The server has state and takes its time, so the same steps may end otherwise the second time.
    with suppress(_Over, Violation, hypothesis.errors.Flaky):
        run_state_machine_as_test(machine, settings=settings)
    if journal.violations:
        raise min(journal.violations, key=lambda violation: len(violation.steps)) from None
    if journal.obstacle is not None:
        raise journal.obstacle


class _Walk(RuleBasedStateMachine):
    """One walk. Every rule can be drawn in every state, so that no draw depends on how fast the server is."""

    journal: ClassVar[_Journal]

    def __init__(self) -> None:
        super().__init__()
        self.walker = self.journal.new_walker()

    def take(self, step: Callable[[Walker], None]) -> None:
        """Take a step while there are some left."""
        if len(self.walker.steps) < STEPS:
            with self.journal.noting(self.walker):
                step(self.walker)

    @invariant()
    def is_where_the_model_says(self) -> None:
        """Read the object back after every step."""
        with self.journal.noting(self.walker):
            self.walker.look()


def _rules(journal: _Journal) -> dict[str, Any]:
    """Return a rule for everything that can be done with an object, by name."""
    life, model = journal.life, journal.model
    ways = st.sampled_from([(*way, kind) for way in _ways(life, model) for kind in life.kinds])
    calls = {
        name: rule(wish=st.sampled_from(model.all_wishes(name)))(_call(name)) for name in model.operations
    }
    triggers = {name: rule()(_happen(name)) for name in model.triggers if name in life.arranged}
    begins = {"begin": initialize(way=ways)(_begin()), "begin_again": rule(way=ways)(_begin())}
    return {**begins, **calls, **triggers, "wait": rule()(_wait)}


def _ways(life: Life, model: Model) -> list[tuple[str, str]]:
    """Return what makes objects that can be followed, and the states they can be asked to begin in."""
    names = {name for each in model.operations for name in path_parameters(OPERATIONS[each])}
    known = [
        (cause, state)
        for cause, state in model.makers
        if cause in life.arranged or (cause in OPERATIONS and is_answered_with(cause, names))
    ]
    return [way for way in known if way[1] not in life.unasked]


def _begin() -> Callable[..., None]:
    def begin(walk: _Walk, way: tuple[str, str, str]) -> None:
        walk.take(lambda walker: walker.begin(*way))

    return begin


def _call(operation_id: str) -> Callable[..., None]:
    def call(walk: _Walk, wish: str) -> None:
        walk.take(lambda walker: walker.call(operation_id, wish))

    call.__name__ = operation_id
    return call


def _happen(trigger: str) -> Callable[..., None]:
    def happen(walk: _Walk) -> None:
        walk.take(lambda walker: walker.happen(trigger))

    happen.__name__ = trigger
    return happen


def _wait(walk: _Walk) -> None:
    walk.take(Walker.wait)
