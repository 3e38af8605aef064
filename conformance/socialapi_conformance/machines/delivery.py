"""Deliveries to an endpoint of the suite, which takes them at once, when asked again, or never."""

# ruff: noqa: ARG002 - a life is told all that others have to know

from __future__ import annotations

import time
from typing import Any

from socialapi_contract.events import ATTEMPTS, DELAYS_SECONDS
from socialapi_contract.operations import Operation

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Request
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, that
from socialapi_conformance.listening import DELIVERY_HEADER, delete_a_draft, listen
from socialapi_conformance.machines.life import Life
from socialapi_conformance.machines.things import Thing

_TAKES, _REFUSES = 204, 503
_LATE = 2
"""How many times longer than its delay an attempt is let wait."""

_PATIENCE = 1.0
"""Seconds between an attempt and the end of a delivery in its record."""


class DeliveryLife(Life):
    """How deliveries live: attempt by attempt, each made when its time has come."""

    arranged = ("fired", "accepted", "refused", "exhausted")
    lasting = ("id", "event_type", "status", "response_status_code", "attempt_count", "payload", "attempts")
    kinds = ("taken", "refused", "taken_later")

    def __init__(self, api: Api) -> None:
        super().__init__(api)
        self._listener = listen(api, "post.deleted")
        self._attempts: list[dict[str, Any]] = []
        self._waits = False
        self._before = 0
        self._late_since: float | None = None

    def making(self, operation: Operation, state: str) -> Request:
        """Send a test."""
        self._attempts, self._waits, self._before = [], False, 0
        self._endpoint(takes=self.kind == "taken")
        body = {"event_type": "comment.received", "payload": {"text": self.api.word("test")}}
        return Request(operation, self._listener.path, body=body)

    def prepare(self, wish: str, state: str) -> None:
        """Decide what becomes of one more attempt, which is made at once."""
        self._waits, self._before = False, len(self._attempts)
        self._endpoint(takes=self.kind != "refused")

    def can(self, trigger: str) -> bool:
        """Tell whether another attempt waits for its time, and is the last one exactly if it has to be."""
        left = ATTEMPTS - len(self._attempts)
        return self._waits and (left > 1 if trigger == "refused" else left > 0)

    def happen(self, trigger: str) -> None:
        """Let a post be deleted, or the time of the next attempts come."""
        if trigger == "fired":
            self._fire()
            return
        self._endpoint(takes=trigger == "accepted")
        last = ATTEMPTS if trigger == "exhausted" else len(self._attempts) + 1
        for number in range(len(self._attempts) + 1, last + 1):
            self._listener.age(self.thing.names["did"], _LATE * DELAYS_SECONDS[number - 1])
            self._listener.attempted(self.thing.names["did"], number)

    def agrees(self, answer: Answer, document: dict[str, Any]) -> None:
        """Expect that attempts are numbered and counted, and that those which were made stay."""
        attempts = document["attempts"]
        numbers = [each["attempt_number"] for each in attempts]
        equal(answer, "the numbers of the attempts", numbers, list(range(1, document["attempt_count"] + 1)))
        so_far = _results(self._attempts)
        equal(answer, "the attempts so far", _results(attempts)[: len(so_far)], so_far)
        self._attempts = attempts
        self._ends_in_time(answer, document)

    def _ends_in_time(self, answer: Answer, document: dict[str, Any]) -> None:
        """Expect that a delivery is over soon after an attempt that was the only one."""
        is_late = not self._waits and document["status"] == "pending" and len(self._attempts) > self._before
        self._late_since = (self._late_since or time.monotonic()) if is_late else None
        in_time = self._late_since is None or time.monotonic() - self._late_since < _PATIENCE
        that(answer, in_time, "the end of the delivery after its only attempt", document["status"])

    def _fire(self) -> None:
        self._attempts, self._waits = [], True
        self._endpoint(takes=False)
        answer, post = delete_a_draft(self.api)
        sent = self._listener.about(answer, post)[0]
        delivery = sent.headers.get(DELIVERY_HEADER, self.api.unknown_id())
        self.thing = Thing({**self._listener.path, "did": delivery})
        self._listener.attempted(delivery, 1)

    def _endpoint(self, *, takes: bool) -> None:
        self._listener.mailbox.answer_with(_TAKES if takes else _REFUSES)
        self.by_itself = () if self._waits else ("accepted" if takes else "exhausted",)


def _results(attempts: list[dict[str, Any]]) -> list[tuple[int, int | None]]:
    return [(each["attempt_number"], each["status_code"]) for each in attempts]
