"""Walks that Hypothesis chooses and, where one fails, makes short."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import ClassVar

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

WALKS, STEPS = 8, 10
"""The walks that are taken before Hypothesis starts anew rather than vary those, and the steps of each."""

_DRAWN = 4 * STEPS
"""Steps that are thought up for each walk; one that its state does not offer is not taken."""

_RATHER = 3
"""How many times more often a life is led on than ended."""

_SHORTENING = 60
"""How often a failed walk is tried in shorter ways."""

_Move = Callable[[Walker], None]


class _Over(BaseException):
    """Ends all walks at once, which Hypothesis lets no exception of another kind do."""


class _Journal:
    """What has become of the walks with one kind of object."""

    def __init__(self, life: Life, model: Model) -> None:
        self.life = life
        self.model = model
        self.violations: list[Violation] = []
        self.obstacle: NotVerified | Broken | None = None
        self.begins = _begins(life, model)
        self.moves = [*_moves(life, model), *self.begins]
        self._walks_left = life.rounds * WALKS + _SHORTENING

    def new_walker(self) -> Walker:
        """Return who starts anew, unless that was tried often enough."""
        self._walks_left -= 1
        if self._walks_left < 0:
            raise _Over
        return Walker(self.life, self.model)

    @contextmanager
    def noting(self, walker: Walker) -> Iterator[None]:
        """Note the way that led to a violation, and end everything where nothing can be judged."""
        try:
            yield
        except Violation as violation:
            self._walks_left = min(self._walks_left, _SHORTENING)
            violation.steps = tuple(walker.steps)
            self.violations.append(violation)
            raise
        except (NotVerified, Broken) as obstacle:
            self.obstacle = obstacle
            raise _Over from obstacle


def walk(life: Life, model: Model, seed: int) -> None:
    """Walk with objects of one kind; raise the violation with the shortest way to it, if there is one."""
    journal = _Journal(life, model)
    settings = examples.settings(WALKS, steps=_DRAWN)
    # The server has state and takes its time, so the same steps may end otherwise the second time.
    with suppress(_Over, Violation, hypothesis.errors.Flaky):
        for number in range(life.rounds):
            machine = hypothesis.seed(seed + number)(type("Walk", (_Walk,), {"journal": journal}))
            run_state_machine_as_test(machine, settings=settings)
    if journal.violations:
        raise min(journal.violations, key=lambda violation: len(violation.steps)) from None
    if journal.obstacle is not None:
        raise journal.obstacle


class _Walk(RuleBasedStateMachine):
    """One walk. Every move can be drawn in every state, so that no draw depends on how fast the server is."""

    journal: ClassVar[_Journal]

    def __init__(self) -> None:
        super().__init__()
        self.walker = self.journal.new_walker()

    @initialize(move=st.runner().flatmap(lambda walk: st.sampled_from(walk.journal.begins)))
    def begin(self, move: _Move) -> None:
        """Make the first object."""
        self.move(move)

    @rule(move=st.runner().flatmap(lambda walk: st.sampled_from(walk.journal.moves)))
    def move(self, move: _Move) -> None:
        """Make a move while there are some left."""
        if len(self.walker.steps) < STEPS:
            with self.journal.noting(self.walker):
                move(self.walker)

    @invariant()
    def is_where_the_model_says(self) -> None:
        """Read the object back after every step."""
        with self.journal.noting(self.walker):
            self.walker.look()


def _begins(life: Life, model: Model) -> list[_Move]:
    """Return how objects are made that can be followed: by what, in which state, of which kind."""
    names = {name for each in model.operations for name in path_parameters(OPERATIONS[each])}
    makers = [
        (cause, state)
        for cause, state in model.makers
        if cause in life.arranged or (cause in OPERATIONS and is_answered_with(cause, names))
    ]
    return [
        partial(Walker.begin, cause=cause, state=state, kind=kind)
        for cause, state in makers
        if state not in life.unasked
        for kind in life.kinds
    ]


def _moves(life: Life, model: Model) -> list[_Move]:
    """Return what can be done with an object; what does not end its life is there more often."""
    wishes = [(name, wish) for name in model.operations for wish in model.all_wishes(name)]
    calls = [call for call in wishes for _ in range(1 if model.is_final(call[1]) else _RATHER)]
    triggers = [trigger for trigger in model.triggers if trigger in life.arranged]
    return [
        *(partial(Walker.call, operation_id=name, wish=wish) for name, wish in calls),
        *(partial(Walker.happen, trigger=trigger) for trigger in triggers),
        Walker.wait,
    ]
