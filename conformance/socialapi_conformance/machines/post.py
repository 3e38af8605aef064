"""Posts, with targets that take them, that do not, or some of each."""

# ruff: noqa: ARG002 - a life is told all that others have to know

from __future__ import annotations

from typing import Any

from socialapi_contract.operations import Operation

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Request
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal
from socialapi_conformance.machines.life import Life
from socialapi_conformance.publishing import TERMINAL, Posts
from socialapi_conformance.samples import in_days


class PostLife(Life):
    """How posts live; how a delivery ends is up to the platforms, and the targets tell it."""

    arranged = taking_time = ("due",)
    by_itself = ("all_delivered", "some_delivered", "none_delivered")
    lasting = ("status", "text", "scheduled_at", "hidden", "retry_count", "published_at")
    rounds = 3
    kinds = ("good", "lost", "mixed")

    def __init__(self, api: Api) -> None:
        super().__init__(api)
        posts = Posts(api)
        first = posts.account()
        good = {"account_id": first["id"]}
        lost = {"media": [{"source_type": "media_id", "source": api.unknown_id()}]}
        second = {"account_id": posts.account(unlike=first["platform"])["id"]}
        self._targets = {"good": [good], "lost": [good | lost], "mixed": [good, second | lost]}

    def making(self, operation: Operation, state: str) -> Request:
        """Ask for a draft, a post that waits for its time, or one that goes out at once."""
        when: Any = {"publish_now": True} if state == "publishing" else {}
        if state == "scheduled":
            when = {"scheduled_at": in_days(30)}
        targets = {"targets": self._targets[self.kind], "skip_validation": True}
        return Request(operation, body={"text": self.api.word("post"), **targets, **when})

    def body(self, wish: str, state: str) -> Any:
        """Give a time or take it away; what leads nowhere is a new text."""
        times = {"scheduled": in_days(30), "draft": None}
        if wish != state and wish in times:
            return {"scheduled_at": times[wish]}
        return {"text": self.api.word("changed")}

    def happen(self, trigger: str) -> None:
        """Let the time of the post come."""
        self.api.arranged("due_post", post_id=self.thing.names["pid"])

    def took_effect(self, answer: Answer) -> bool:
        """Tell whether the post is gone, which a copy that its platform keeps prevents."""
        return bool(answer.json().get("deleted", True))

    def agrees(self, answer: Answer, document: dict[str, Any]) -> None:
        """Expect that the state of a post is what those of its targets add up to."""
        if document["status"] not in TERMINAL:
            return
        live = [target["status"] == "published" for target in document["targets"]]
        expected = "published" if all(live) else "partial" if any(live) else "failed"
        equal(answer, "status, given that of the targets", document["status"], expected)
