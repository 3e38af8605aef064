"""Walks that Hypothesis chooses, and the short way to what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import ClassVar

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
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

_Move = Callable[[Walker], None]


class _Over(BaseException):
    """Ends all walks at once, which Hypothesis lets no exception of another kind do."""


class _Journal:
    """What walks can do with objects of one kind, and what ended them."""

    def __init__(self, life: Life, model: Model) -> None:
        self.life = life
        self.model = model
        self.begins = _begins(life, model)
        self.moves = [*_moves(life, model), *self.begins]
        self.taken: list[_Move] = []
        self.end: Violation | NotVerified | Broken | None = None

    def new_walker(self) -> Walker:
        """Return who starts anew."""
        self.taken = []
        return Walker(self.life, self.model)

    def take(self, walker: Walker, move: _Move) -> None:
        """Let a step be taken and the object be read back; end all walks where that cannot go on."""
        before = len(walker.steps)
        try:
            move(walker)
            walker.look()
        except (Violation, NotVerified, Broken) as end:
            if isinstance(end, Violation):
                end.steps = tuple(walker.steps)
            self.end = end
            raise _Over from end
        finally:
            if len(walker.steps) > before:
                self.taken.append(move)

    def repeated(self, moves: Sequence[_Move]) -> Violation | None:
        """Return the violation that moves lead to, None if they lead to none."""
        walker, self.end = self.new_walker(), None
        with suppress(_Over):
            for move in moves:
                self.take(walker, move)
        return self.end if isinstance(self.end, Violation) else None


def walk(life: Life, model: Model, seed: int) -> None:
    """Walk with objects of one kind; raise the violation that is met, with a short way to it."""
    journal = _Journal(life, model)
    quiet, phases = examples.settings(WALKS), [hypothesis.Phase.generate]
    settings = hypothesis.settings(quiet, stateful_step_count=_DRAWN, phases=phases)
    with suppress(_Over):
        for number in range(life.rounds):
            machine = hypothesis.seed(seed + number)(type("Walk", (_Walk,), {"journal": journal}))
            run_state_machine_as_test(machine, settings=settings)
    if isinstance(journal.end, Violation):
        raise _shortened(journal, journal.end)
    if journal.end is not None:
        raise journal.end


def _shortened(journal: _Journal, violation: Violation) -> Violation:
    """Return a violation that takes none of the steps which it can do without.

    Hypothesis would try many more ways, each of which takes a server's time.
    """
    moves = journal.taken
    for index in reversed(range(len(moves))):
        fewer = [*moves[:index], *moves[index + 1 :]]
        if found := journal.repeated(fewer):
            violation, moves = found, fewer
    return violation


class _Walk(RuleBasedStateMachine):
    """One walk. Every move can be drawn in every state, so that no draw depends on how fast the server is."""

    journal: ClassVar[_Journal]

    def __init__(self) -> None:
        super().__init__()
        self.walker = self.journal.new_walker()

    @initialize(move=st.runner().flatmap(lambda walk: st.sampled_from(walk.journal.begins)))
    def begin(self, move: _Move) -> None:
        """Make the first object."""
        self.journal.take(self.walker, move)

    @rule(move=st.runner().flatmap(lambda walk: st.sampled_from(walk.journal.moves)))
    def move(self, move: _Move) -> None:
        """Make a move while there are some left."""
        if len(self.walker.steps) < STEPS:
            self.journal.take(self.walker, move)


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
