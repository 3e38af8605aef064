"""Arranges webhooks that lead to the suite's own receiver, and reads what comes in."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from typing import Any

from socialapi_contract.events import EVENTS, Event

from socialapi_conformance import schemas
from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, fail, ok, that
from socialapi_conformance.receiver import Mailbox, Received
from socialapi_conformance.verdicts import NotVerified

PATIENCE = 15.0
"""Seconds a first attempt may take before it counts as missing; no source promises any number."""

QUIET = 0.5
"""Seconds to listen for what must not come."""

DELIVERY_HEADER = "X-SocialAPI-Delivery"

_PAUSE = 0.05
_TOLERANCE = 300
_HEADERS = ("X-SocialAPI-Timestamp", "X-SocialAPI-Signature", "X-SocialAPI-Signature-V2")


class Listener:
    """A webhook of the workspace demo and the mailbox it leads to."""

    def __init__(self, api: Api, webhook: dict[str, Any], mailbox: Mailbox) -> None:
        self._api = api
        self.webhook = webhook
        self.mailbox = mailbox
        self.path = {"id": webhook["id"]}

    def next(self, answer: Answer, count: int = 1) -> Received:
        """Expect that `count` events come in and return the last; `answer` is what set it off."""
        events = self.mailbox.wait(count, PATIENCE)
        that(answer, len(events) >= count, f"{count} deliveries to the webhook", len(events))
        return events[count - 1]

    def about(self, answer: Answer, name: str, count: int = 1) -> list[Received]:
        """Expect that `count` events that name something come in, among others, and return those."""
        deadline = time.monotonic() + PATIENCE
        while len(found := [each for each in self.mailbox.events if name.encode() in each.body]) < count:
            that(answer, time.monotonic() < deadline, f"{count} deliveries about {name}", len(found))
            time.sleep(_PAUSE)
        return found

    def records(self, **query: str) -> tuple[Answer, list[dict[str, Any]]]:
        """Return the first page of the records of deliveries."""
        answer = self._api.demo.call("list_webhook_deliveries", path=self.path, query=query)
        return answer, ok(answer, 200)["data"]

    def record(self, delivery_id: str) -> tuple[Answer, dict[str, Any]]:
        """Return one record of a delivery."""
        path = {**self.path, "did": delivery_id}
        answer = self._api.demo.call("get_webhook_delivery", path=path)
        return answer, ok(answer, 200)

    def attempted(self, delivery_id: str, attempts: int) -> tuple[Answer, dict[str, Any]]:
        """Return the record of a delivery once it has so many attempts."""
        deadline = time.monotonic() + PATIENCE
        while len((found := self.record(delivery_id))[1]["attempts"]) < attempts:
            that(found[0], time.monotonic() < deadline, f"a record of {attempts} attempts", found[1])
            time.sleep(_PAUSE)
        return found

    def age(self, delivery_id: str, seconds: float) -> None:
        """Let a delivery be so much older than it is; raises `NotVerified` where the target cannot."""
        self._api.arranged("aged_delivery", delivery_id=delivery_id, seconds=seconds)

    def test(self, payload: Any, event: str = "comment.received") -> Answer:
        """Send a test."""
        return self._api.demo.call(
            "test_webhook", path=self.path, body={"event_type": event, "payload": payload}
        )

    def signed(self, answer: Answer, request: Received) -> None:
        """Expect that both signatures of a request are made with the secret of the webhook."""
        for name in _HEADERS:
            that(
                answer, name in request.headers, f"the header {name} on what is sent", sorted(request.headers)
            )
        secret, sent_at = self.webhook["secret"].encode(), request.headers[_HEADERS[0]]
        for number, signed in enumerate((request.body, sent_at.encode() + b"." + request.body), 1):
            expected = f"sha256={hmac.new(secret, signed, hashlib.sha256).hexdigest()}"
            equal(answer, f"{_HEADERS[number]} of what is sent", request.headers[_HEADERS[number]], expected)
        fresh = sent_at.isdigit() and abs(int(sent_at) - request.at) <= _TOLERANCE
        that(answer, fresh, f"a timestamp in Unix seconds, {_TOLERANCE} seconds off at most", sent_at)


def listen(
    api: Api, *events: Event, statuses: tuple[int, ...] = (), to_ping: int = 200, location: str = ""
) -> Listener:
    """Register a webhook that leads to a new mailbox; the check's end removes it.

    Raises `NotVerified` where the server cannot reach the receiver or takes https addresses only.
    """
    mailbox = api.receiver.mailbox(*statuses, to_ping=to_ping, location=location)
    answer = register(api, mailbox.url, *events)
    return Listener(api, ok(answer, 201), mailbox)


def register(api: Api, url: str, *events: Event) -> Answer:
    """Ask for a webhook at an address of the receiver; `NotVerified` if the server takes no plain http."""
    answer = api.demo.call("create_webhook", body={"url": url, "events": list(events or EVENTS)})
    if answer.code() == "validation.field_invalid":
        raise NotVerified(
            "the server takes no webhook at a plain http address, as the suite's receiver has it"
        )
    return answer


def delete_a_draft(api: Api, caller: Caller | None = None) -> tuple[Answer, str]:
    """Let `post.deleted` happen in a workspace; return the answer that did it and the id of the post."""
    caller = caller or api.demo
    post: str = ok(caller.call("create_post", body={"text": api.word("post")}), 201)["id"]
    answer = caller.call("delete_post", path={"pid": post})
    ok(answer, 200)
    return answer, post


def sent_json(answer: Answer, request: Received) -> Any:
    """Expect that what is sent is JSON; return it."""
    kind = request.headers.get_content_type()
    equal(answer, "the media type of what is sent", kind, "application/json")
    try:
        return json.loads(request.body)
    except ValueError:
        fail("JSON in what is sent", repr(request.body[:120]), answer)


def body(answer: Answer, request: Received, schema: str) -> Any:
    """Expect a body that a schema of the contract describes; return it."""
    sent = sent_json(answer, request)
    for error in schemas.of_component(schema).iter_errors(sent):
        place = "/".join(map(str, error.instance_path)) or "the body"
        fail(f"what is sent to be as {schema} documents", f"{place}: {error.message}", answer)
    return sent
