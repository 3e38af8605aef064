"""What is sent to webhooks: events as they happen and tests, signed, and nothing else."""

from typing import Any

from socialapi_conformance import listening
from socialapi_conformance.api import Api
from socialapi_conformance.expect import equal, has, ok, problem
from socialapi_conformance.listening import DELIVERY_HEADER, PATIENCE, QUIET, delete_a_draft, listen
from socialapi_conformance.receiver import NO_ANSWER
from socialapi_conformance.registry import MUST, check

_PAYLOADS: dict[str, Any] = {
    "object": {"event": "comment.received", "data": {"text": "Grüße ☕"}, "more": [1, 2.5, None]},
    "list": [1, "two", {"three": 3}],
    "text": "plain",
    "null": None,
}


@check(MUST, "create_webhook", "delete_post")
def delivers_events(api: Api) -> None:
    """An event is sent to the webhook that subscribes to it: signed, under its name, in its documented form,
    with the id of its delivery.
    """
    listener = listen(api, "post.deleted")
    answer, post = delete_a_draft(api)
    request = listener.next(answer)
    listener.signed(answer, request)
    equal(answer, "X-SocialAPI-Event", request.event, "post.deleted")
    while (sent := listening.body(answer, request, "PostDeletedEvent"))["data"]["post_id"] != post:
        request = listener.next(answer, listener.mailbox.events.index(request) + 2)
    equal(answer, "was_status", sent["data"]["was_status"], "draft")
    _, record = listener.attempted(request.headers.get(DELIVERY_HEADER, api.unknown_id()), 1)
    equal(answer, "status of the delivery", record["status"], "delivered")


@check(MUST, "create_webhook", "delete_post")
def sends_only_what_is_subscribed_to(api: Api) -> None:
    """A webhook hears nothing of events that it does not subscribe to."""
    other, listener = listen(api, "page.removed"), listen(api, "post.deleted")
    answer, _ = delete_a_draft(api)
    listener.next(answer)
    equal(answer, "deliveries of other events", len(other.mailbox.wait(1, QUIET)), 0)


@check(MUST, "create_webhook", "delete_post")
def tells_every_subscriber(api: Api) -> None:
    """Every webhook that subscribes to an event has a delivery of it, with an id of its own."""
    listeners = [listen(api, "post.deleted") for _ in range(2)]
    answer, post = delete_a_draft(api)
    sent = [listener.about(answer, post) for listener in listeners]
    equal(answer, "deliveries to each webhook", [len(each) for each in sent], [1, 1])
    ids = {each[0].headers.get(DELIVERY_HEADER) for each in sent}
    equal(answer, "ids of the deliveries", len(ids), 2)


@check(MUST, "create_webhook", "delete_post", needs=("demo", "other"))
def keeps_events_from_others(api: Api) -> None:
    """A webhook hears nothing of what happens in another workspace."""
    listener = listen(api, "post.deleted")
    _, theirs = delete_a_draft(api, api.other)
    answer, ours = delete_a_draft(api)
    listener.about(answer, ours)
    listener.mailbox.wait(len(listener.mailbox.events) + 1, QUIET)
    about_it = [each for each in listener.mailbox.events if theirs.encode() in each.body]
    equal(answer, "deliveries of events in the other workspace", len(about_it), 0)


@check(MUST, "update_webhook", "delete_post")
def goes_by_what_was_changed(api: Api) -> None:
    """A webhook that was moved or given other events hears at its new address, and of its new events only."""
    moved, turned = listen(api, "page.removed"), listen(api, "post.deleted")
    place = api.receiver.mailbox()
    change = {"url": place.url, "events": ["post.deleted"]}
    ok(api.demo.call("update_webhook", path=moved.path, body=change), 200)
    ok(api.demo.call("update_webhook", path=turned.path, body={"events": ["page.removed"]}), 200)
    answer, post = delete_a_draft(api)
    equal(answer, "deliveries at the new address", bool(place.wait(1, PATIENCE)), True)
    turned.mailbox.wait(len(turned.mailbox.events) + 1, QUIET)
    elsewhere = [
        each for each in (*moved.mailbox.events, *turned.mailbox.events) if post.encode() in each.body
    ]
    equal(answer, "deliveries elsewhere", len(elsewhere), 0)


@check(MUST, "update_webhook", "delete_post")
def drops_events_while_inactive(api: Api) -> None:
    """While a webhook is switched off, events are neither sent to it nor recorded, and are not sent later."""
    off, listener = listen(api, "post.deleted"), listen(api, "post.deleted")
    ok(api.demo.call("update_webhook", path=off.path, body={"is_active": False}), 200)
    sent_before = len(off.mailbox.events)
    answer, post = delete_a_draft(api)
    listener.next(answer)
    ok(api.demo.call("update_webhook", path=off.path, body={"is_active": True}), 200)
    off.mailbox.wait(sent_before + 1, QUIET)
    about_it = [each for each in off.mailbox.events if post.encode() in each.body]
    equal(answer, "deliveries to the inactive webhook", len(about_it), 0)


@check(MUST, "delete_webhook", "delete_post")
def sends_nothing_to_deleted_webhooks(api: Api) -> None:
    """Events that happen after a webhook was deleted are not sent to it."""
    gone, listener = listen(api, "post.deleted"), listen(api, "post.deleted")
    api.demo.call("delete_webhook", path=gone.path)
    answer, post = delete_a_draft(api)
    listener.next(answer)
    gone.mailbox.wait(len(gone.mailbox.events) + 1, QUIET)
    about_it = [each for each in gone.mailbox.events if post.encode() in each.body]
    equal(answer, "deliveries to the deleted webhook", len(about_it), 0)


@check(MUST, "test_webhook", over=_PAYLOADS)
def sends_tests_as_given(api: Api, payload: Any) -> None:
    """A test sends the payload as given, signed, under the name that was asked for, without a delivery id."""
    listener = listen(api, "dm.referral")
    answer = listener.test(payload, "comment.received")
    ok(answer, 200)
    request = listener.next(answer)
    listener.signed(answer, request)
    equal(answer, "X-SocialAPI-Event", request.event, "comment.received")
    equal(answer, DELIVERY_HEADER, request.headers.get(DELIVERY_HEADER), None)
    equal(answer, "the body of the test", listening.sent_json(answer, request), payload)


@check(
    MUST,
    "test_webhook",
    "get_webhook_delivery",
    over={"taken": 204, "refused": 500, "redirected": 307, "unanswered": NO_ANSWER},
)
def tells_how_a_test_went(api: Api, status: int) -> None:
    """A test is answered with 200 whatever the endpoint says: delivered for a 2xx status, failed for any
    other, redirects included, and with the status 0 for no answer; its record says the same.
    """
    elsewhere = api.receiver.mailbox()
    listener = listen(
        api, "post.deleted", statuses=(status,), location=elsewhere.url if status == 307 else ""
    )
    answer = listener.test({"number": api.seed})
    result = ok(answer, 200)
    expected = {"status": "delivered" if status == 204 else "failed", "response_status_code": status}
    equal(answer, "the result", {name: result[name] for name in expected}, expected)
    equal(answer, "requests to where the redirect led", len(elsewhere.events), 0)
    answer, record = listener.record(result["delivery_id"])
    shown = {**expected, "response_status_code": status or None}
    equal(answer, "the record", {name: record.get(name) for name in shown}, shown)
    equal(answer, "attempt_count", record["attempt_count"], 1)
    equal(answer, "payload", record["payload"], {"number": api.seed})


@check(MUST, "test_webhook")
def refuses_tests_of_unknown_events(api: Api) -> None:
    """A test of an event that does not exist is refused with 400 validation.field_invalid."""
    listener = listen(api)
    problem(listener.test({}, "post.exploded"), 400, "validation.field_invalid")


@check(MUST, "list_webhook_deliveries")
def filters_deliveries(api: Api) -> None:
    """`status` and `event_type` show the deliveries with that state and event only, `success` those that were
    delivered; an unknown word matches nothing.
    """
    listener = listen(api, "dm.referral", statuses=(500, 200))
    ids = [ok(listener.test({}, name), 200)["delivery_id"] for name in ("dm.received", "post.failed")]
    expected = {
        ("status", "failed"): ids[:1],
        ("status", "delivered"): ids[1:],
        ("status", "success"): ids[1:],
        ("status", api.word("state")): [],
        ("event_type", "dm.received"): ids[:1],
        ("event_type", api.word("event")): [],
    }
    for (name, value), wanted in expected.items():
        answer, records = listener.records(**{name: value})
        equal(answer, f"the deliveries of {name} {value}", [each["id"] for each in records], wanted)


@check(MUST, "get_webhook")
def counts_deliveries(api: Api) -> None:
    """A webhook tells how many of its latest deliveries ended well and how many did not."""
    listener = listen(api, "page.removed", statuses=(500, 200))
    for _ in range(3):
        ok(listener.test({}), 200)
    answer = api.demo.call("get_webhook", path=listener.path)
    stats = ok(answer, 200)["stats"]
    for span in ("last_24h", "last_7d"):
        has(answer, span, stats[span], {"delivered": 2, "failed": 1})
