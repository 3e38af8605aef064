"""Cases of `webhooks`: addresses, what was sent to them, and the signature on it."""

from typing import Any

import pytest
import socialapi
from client.caller import Caller
from client.casebook import drives
from client.workspace import Workspace, all_same, same
from socialapi_conformance.receiver import Mailbox, receiver


def listening(call: Caller, mailbox: Mailbox | None = None, *events: str) -> Any:
    url = mailbox.url if mailbox else receiver().sink
    return call("webhooks", "create", url=url, events=list(events or ("post.deleted",)))


def tried(call: Caller, webhook: Any, payload: Any = None) -> Any:
    return call("webhooks", "test", webhook.id, event_type="post.deleted", payload=payload)


def path(webhook: Any, delivery: str) -> str:
    return f"/webhooks/{webhook.id}/deliveries/{delivery}"


@drives("webhooks.create", "webhooks.list", "webhooks.get", facts={})
def lists_and_reads_a_new_webhook(call: Caller, here: Workspace) -> None:
    made = listening(call, None, "post.deleted", "dm.received")
    (found,) = call("webhooks", "list")
    assert (found.id, found.events) == (made.id, ["post.deleted", "dm.received"])
    assert same(found, here.get("/webhooks")["data"][0])
    detail = call("webhooks", "get", made.id)
    assert (detail.secret_hint[-4:], detail.stats.last_24h.failed) == (made.secret[-4:], 0)
    assert same(detail, here.get(f"/webhooks/{made.id}"))


@drives("webhooks.update", "Webhook.update", facts={})
def changes_a_webhook(call: Caller, here: Workspace) -> None:
    made, elsewhere = listening(call), receiver().mailbox()
    changed = call("webhooks", "update", made.id, url=elsewhere.url, events=["dm.sent"], is_active=False)
    assert (changed.url, changed.events, changed.is_active) == (elsewhere.url, ["dm.sent"], False)
    again = call.on(changed, "update", events=["post.deleted"], is_active=True)
    assert (again.url, again.events, again.is_active) == (elsewhere.url, ["post.deleted"], True)
    assert all_same([again], here.get("/webhooks")["data"])


@drives("webhooks.delete", "Webhook.delete", facts={})
def deletes_webhooks(call: Caller, here: Workspace) -> None:
    gone = listening(call)
    listening(call)
    assert call("webhooks", "delete", gone.id) is None
    (left,) = call("webhooks", "list")
    assert call.on(left, "delete") is None
    assert here.get("/webhooks")["data"] == []
    with pytest.raises(socialapi.NotFoundError):
        call("webhooks", "get", gone.id)


@drives("webhooks.list_events")
def lists_what_can_be_listened_to(call: Caller, here: Workspace) -> None:
    found = call("webhooks", "list_events")
    assert "comment.received" in {one.event for one in found}
    assert all_same(found, here.get("/webhooks/events")["data"])


@drives("webhooks.test", "webhooks.get_delivery")
def sends_a_test_and_reads_it(call: Caller, here: Workspace) -> None:
    mailbox = receiver().mailbox()
    webhook = listening(call, mailbox)
    result = tried(call, webhook, {"a": ["b", None]})
    found = call("webhooks", "get_delivery", webhook.id, result.delivery_id)
    assert (result.status, result.response_status_code, found.attempt_count) == ("delivered", 200, 1)
    assert (found.payload, mailbox.events[0].body) == ({"a": ["b", None]}, b'{"a":["b",null]}')
    assert same(found, here.get(path(webhook, result.delivery_id)))


@drives("webhooks.list_deliveries")
def walks_the_deliveries_of_a_webhook(call: Caller, here: Workspace) -> None:
    mailbox = receiver().mailbox(200, 503, 200)
    webhook = listening(call, mailbox)
    made = [tried(call, webhook) for _ in range(3)]
    found = call.every(call("webhooks", "list_deliveries", webhook.id, limit=2))
    assert [one.id for one in found] == [one.delivery_id for one in reversed(made)]
    assert all_same(found, here.get(f"/webhooks/{webhook.id}/deliveries")["data"])
    failed = call("webhooks", "list_deliveries", webhook.id, status="failed", event_type="post.deleted")
    assert [one.id for one in failed.data] == [made[1].delivery_id]


@drives("webhooks.retry_delivery")
def tries_a_failed_delivery_again(call: Caller, here: Workspace) -> None:
    mailbox = receiver().mailbox(503, 200)
    webhook = listening(call, mailbox)
    delivery = tried(call, webhook).delivery_id
    again = call("webhooks", "retry_delivery", webhook.id, delivery)
    assert (again.id, again.status, again.attempts[0].status_code) == (delivery, "pending", 503)
    assert len(mailbox.wait(2, 5)) == 2
    assert here.get(path(webhook, delivery))["event_type"] == "post.deleted"


@drives("webhooks.create", facts={"accounts": ["threads"]})
def verifies_the_signature_of_an_event(call: Caller, here: Workspace) -> None:
    mailbox = receiver().mailbox()
    secret = listening(call, mailbox).secret
    here.trigger("post.deleted", "threads")
    (came,) = mailbox.wait(1, 5)
    given = {"payload": came.body, "signature": came.headers["X-SocialAPI-Signature"]}
    assert socialapi.verify_signature(secret=secret, **given)
    assert not socialapi.verify_signature(secret=secret, **{**given, "payload": came.body + b" "})
