"""One walk: an object is made, called, left alone, read back, and has to be where the model says."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from socialapi_contract.errors import lookup
from socialapi_contract.operations import OPERATIONS

from socialapi_conformance.callers import ABSENT
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import declared, envelope, fail, ok, problem, schema, that, unchanged
from socialapi_conformance.machines.life import ELSEWHERE, Life
from socialapi_conformance.machines.model import NEW, REMOVED, Model
from socialapi_conformance.machines.things import made
from socialapi_conformance.publishing import PATIENCE
from socialapi_conformance.relations import items_of
from socialapi_conformance.verdicts import NotVerified

_PAUSE = 0.05


class Walker:
    """Takes steps with one object after the other; `steps` is what it did, `state` where the object is.

    A step says where the object may be by now, and `look` finds out where it is. What happens by itself may
    happen at any time between the two.
    """

    def __init__(self, life: Life, model: Model) -> None:
        self.steps: list[str] = []
        self.state = NEW
        self._life = life
        self._model = model
        self._possible: frozenset[str] = frozenset()
        self._document: dict[str, Any] = {}
        self._in_vain: set[tuple[str, str, str]] = set()
        self._idle: set[tuple[str, str]] = set()
        self._refused = self._takes_time = False

    def begin(self, cause: str, state: str, kind: str) -> None:
        """Make an object of a kind in a state, unless there is one that still has a way to go."""
        if self.state not in (NEW, REMOVED) and not self._model.is_final(self.state):
            return
        self._life.kind = kind
        self._say(f"{cause}, to be {state}{f' and {kind}' if kind else ''}")
        self._document = {}
        if cause in OPERATIONS:
            self._make(cause, state)
        else:
            self._life.happen(cause)
        self._expect({state})

    def call(self, operation_id: str, wish: str) -> None:
        """Call an operation, so that it should lead to the state `wish` if it can.

        What was refused in a state is not tried there again, and what led nowhere not before something did.
        """
        if self.state == NEW or self._model.verdict(operation_id, self.state) == "undocumented":
            return
        wishes = self._model.wishes(operation_id, self.state)
        wish = wish if wish in wishes else wishes[0]
        if (self.state, operation_id, wish) in self._in_vain or (operation_id, wish) in self._idle:
            return
        self._say(operation_id if wish == self.state else f"{operation_id}, to be {wish}")
        self._life.prepare(wish, self.state)
        answer = self._send(operation_id, wish)
        ends = {end for state in self._now() for end in self._ends(operation_id, wish, state, answer)}
        self._is_answered_well(operation_id, answer, explained=bool(ends))
        self._refused = answer.status not in OPERATIONS[operation_id].successes
        self._idle.add((operation_id, wish))
        if self._refused:
            self._in_vain.add((self.state, operation_id, wish))
        self._expect(ends)

    def happen(self, trigger: str) -> None:
        """Bring a trigger about, if the target offers that."""
        ends = {end for state in self._now() for end in self._model.ends(trigger, state)}
        if not ends or not self._life.can(trigger):
            return
        self._say(trigger)
        call = self._model.call_for(trigger)
        if call is None:
            try:
                self._life.happen(trigger)
            except NotVerified:
                self.steps.pop()
                return
            self._takes_time = trigger in self._life.taking_time
        else:
            problem(self._send(call[0], self.state), lookup(call[1]).status, call[1])
        self._expect(ends)

    def wait(self) -> None:
        """Wait until nothing more happens by itself; raises `NotVerified` when that takes too long."""
        if len(self._now()) == 1 or not self._life.settles:
            return
        self._say("time passes")
        deadline = time.monotonic() + PATIENCE
        while len(self._now()) > 1:
            if time.monotonic() > deadline:
                raise NotVerified(f"the {self._model.name} was still {self.state} after {PATIENCE:.0f} s")
            time.sleep(_PAUSE)
            self._expect(self._now())
            self.look()

    def look(self) -> None:
        """Expect the object to be where the last step led, and as it was if a call was refused."""
        if not self._possible:
            return
        answer, document = self._read()
        deadline = time.monotonic() + PATIENCE
        while self._takes_time and not self._matching(document) and time.monotonic() < deadline:
            time.sleep(_PAUSE)
            answer, document = self._read()
        self._is_possible(answer, document)
        if document is not None:
            self._is_as_it_was(answer, document)
            self._life.agrees(answer, document)
        self._document = document or {}
        self._possible = frozenset()

    def _say(self, step: str) -> None:
        self.steps.append(step)
        self._refused = self._takes_time = False

    def _expect(self, states: Iterable[str]) -> None:
        self._possible = self._model.later(states, self._life.by_itself)

    def _now(self) -> frozenset[str]:
        """Return where the object can be by now."""
        return self._model.later({self.state}, self._life.by_itself)

    def _make(self, operation_id: str, state: str) -> None:
        request = self._life.making(OPERATIONS[operation_id], state)
        answer = self._life.api.demo.send(request)
        self._note(answer)
        if answer.status in ELSEWHERE:
            self._life.thing = self._life.otherwise()
        else:
            ok(answer, *request.operation.successes)
            self._life.thing = made(request, answer, [*self._model.operations, self._model.shown.operation])

    def _send(self, operation_id: str, wish: str) -> Answer:
        required = OPERATIONS[operation_id].body_required
        body = self._life.body(wish, self.state) if required else ABSENT
        answer = self._life.api.demo.send(self._life.thing.request(operation_id, body))
        self._note(answer)
        return answer

    def _note(self, answer: Answer) -> None:
        self.steps[-1] += f" -> {answer.code() or answer.status}"

    def _ends(self, operation_id: str, wish: str, state: str, answer: Answer) -> set[str]:
        """Return where a call with this answer may have led from a state, nowhere if it cannot have."""
        verdict = self._model.verdict(operation_id, state)
        succeeded = answer.status in OPERATIONS[operation_id].successes
        if verdict in ("allowed", "undocumented"):
            if succeeded and self._life.took_effect(answer):
                ends = self._model.ends(operation_id, state) or [state]
                return {wish} if wish in ends else set(ends)
            accepted = succeeded or verdict == "undocumented" or self._life.excuses(answer)
            return {state} if accepted else set()
        code = self._model.refusal(operation_id, verdict)
        return {state} if answer.code() in (code, *lookup(code).alternatives) else set()

    def _is_answered_well(self, operation_id: str, answer: Answer, *, explained: bool) -> None:
        """Expect the answer that the state asks for, in its documented form."""
        verdict = self._model.verdict(operation_id, self.state)
        if not explained and verdict == "allowed":
            fail(f"success of {operation_id} while the state is {self.state}", answer.summary(), answer)
        if not explained:
            code = self._model.refusal(operation_id, verdict)
            wanted = f"{lookup(code).status} {code} to {operation_id} while the state is {self.state}"
            fail(wanted, answer.summary(), answer)
        if answer.status in OPERATIONS[operation_id].successes:
            schema(answer)
        else:
            envelope(answer)
            declared(answer)

    def _read(self) -> tuple[Answer, dict[str, Any] | None]:
        """Return the object as it is shown, None if it is not."""
        request = self._life.thing.request(self._model.shown.operation)
        pages = request.operation.pagination
        if pages is not None:
            request = replace(request, query={**request.query, "limit": pages.max_limit})
        answer = self._life.api.demo.send(request)
        if not request.path:
            listed = ok(answer, 200)[items_of(request.operation)]
            return answer, next((each for each in listed if each["id"] == self._life.thing.names["id"]), None)
        if answer.status == 200 or not self._model.gone:
            return answer, ok(answer, 200)
        problem(answer, lookup(self._model.gone).status, self._model.gone)
        return answer, None

    def _matching(self, document: dict[str, Any] | None) -> list[str]:
        """Return the possible states that look like what is shown."""
        said = None if document is None else document[self._model.shown.field]
        return sorted(state for state in self._possible if self._model.says(state) == said)

    def _is_possible(self, answer: Answer, document: dict[str, Any] | None) -> None:
        field, expected = self._model.shown.field, {self._model.says(state) for state in self._possible}
        wanted = " or ".join(sorted("not shown" if each is None else str(each) for each in expected))
        received = "not shown" if document is None else document[field]
        matching = self._matching(document)
        that(answer, bool(matching), f"the {self._model.name} to be {wanted}", received)
        if self.state not in matching:
            self._idle.clear()
            self.state = matching[0]
        self.steps[-1] += f", {self.state}"

    def _is_as_it_was(self, answer: Answer, document: dict[str, Any]) -> None:
        """Expect that no time goes backwards, and that a call which was refused changed nothing."""
        before = self._document
        changed = [each.get("updated_at") for each in (before, document)]
        if all(isinstance(each, str) for each in changed):
            first, last = (datetime.fromisoformat(str(each)) for each in changed)
            that(answer, first <= last, f"updated_at not to go back before {first}", last)
        if self._refused and before.get(self._model.shown.field) == document.get(self._model.shown.field):
            kept, now = ({name: each.get(name) for name in self._life.lasting} for each in (before, document))
            unchanged(answer, kept, now, f"the {self._model.name}")
