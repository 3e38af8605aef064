"""Registering webhooks: the address is tried, the secret shown once; changing and deleting them."""

import re
from typing import Any

from socialapi_contract.events import EVENTS

from socialapi_conformance import listening
from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import MISSING, equal, ok, problem, that
from socialapi_conformance.listening import listen
from socialapi_conformance.receiver import NO_ANSWER
from socialapi_conformance.registry import MUST, check

_UNWELCOME = {"error": 500, "redirect": 307, "unknown": 404, "unanswered": NO_ANSWER}
_SECRET = re.compile("[0-9a-f]{64}")


@check(MUST, "create_webhook")
def tries_the_address(api: Api) -> None:
    """A new address first receives webhook.test with data.verification, signed with the secret of the answer
    and without a delivery id.
    """
    listener = listen(api)
    answer = api.demo.call("get_webhook", path=listener.path)
    pings = listener.mailbox.pings
    equal(answer, "the number of webhook.test", len(pings), 1)
    listener.signed(answer, pings[0])
    sent = listening.body(answer, pings[0], "WebhookTestEvent")
    equal(answer, "data.verification", sent["data"]["verification"], True)
    equal(answer, "X-SocialAPI-Delivery", pings[0].headers.get("X-SocialAPI-Delivery"), None)


@check(MUST, "create_webhook", "list_webhooks", over=_UNWELCOME)
def refuses_addresses_that_do_not_answer(api: Api, status: int) -> None:
    """An address that does not answer webhook.test, or with another status than 2xx, is refused with 400
    webhook_verification_failed, and not kept.
    """
    elsewhere = api.receiver.mailbox()
    mailbox = api.receiver.mailbox(to_ping=status, location=elsewhere.url if status == 307 else "")
    answer = listening.register(api, mailbox.url)
    problem(answer, 400, "webhook_verification_failed")
    equal(answer, "requests to where the redirect led", len(elsewhere.pings), 0)
    kept = [each["url"] for each in ok(api.demo.call("list_webhooks"), 200)["data"]]
    that(answer, mailbox.url not in kept, "nothing to be kept", "the webhook in the list")


@check(MUST, "create_webhook", "list_webhooks", "get_webhook")
def shows_the_secret_once(api: Api) -> None:
    """The answer to creating a webhook holds a secret of 64 lower-case hex characters; later there is only a
    hint that ends in its last four.
    """
    listener = listen(api)
    secret = listener.webhook["secret"]
    answer = api.demo.call("get_webhook", path=listener.path)
    that(answer, bool(_SECRET.fullmatch(secret)), "a secret of 64 hex characters", "another form")
    hint = ok(answer, 200)["secret_hint"]
    shown = re.sub("^[^0-9a-f]*", "", hint)
    equal(answer, "what the hint shows", shown, secret[-4:])
    for each in (answer, api.demo.call("list_webhooks")):
        that(each, secret.encode() not in each.content, "the secret to be kept", "the secret")


@check(
    MUST,
    "create_webhook",
    over={
        "plain_http": "http://example.com/hooks",
        "other_scheme": "ftp://example.com/hooks",
        "no_host": "https://",
    },
)
def refuses_other_addresses(api: Api, url: str) -> None:
    """An address that is not https is refused with 400 validation.field_invalid."""
    answer = api.demo.call("create_webhook", body={"url": url, "events": ["post.deleted"]})
    problem(answer, 400, "validation.field_invalid")


@check(
    MUST,
    "create_webhook",
    over={
        "none": [],
        "unknown": ["post.deleted", "post.exploded"],
        "the_ping": ["webhook.test"],
        "missing": MISSING,
    },
)
def refuses_other_events(api: Api, events: Any) -> None:
    """A webhook for no event, or for an unknown one, is refused with 400 validation.field_invalid."""
    given = {} if events is MISSING else {"events": events}
    answer = api.demo.call("create_webhook", body={"url": "https://example.com/hooks/socialapi", **given})
    more = ("validation.field_required",) if events is MISSING else ()
    problem(answer, 400, "validation.field_invalid", *more)


@check(MUST, "list_webhooks", "create_webhook")
def lists_the_new_webhook(api: Api) -> None:
    """A new webhook is listed, active, with its address and events; `count` counts the list."""
    listener = listen(api, "post.deleted", "comment.received")
    answer, listed = _listed(api, listener.path["id"])
    shown = {name: listed[name] for name in ("url", "events", "is_active")}
    events = ["post.deleted", "comment.received"]
    expected = {"url": listener.mailbox.url, "events": events, "is_active": True}
    equal(
        answer,
        "the webhook",
        {**shown, "events": sorted(shown["events"])},
        {**expected, "events": sorted(events)},
    )
    equal(answer, "count", answer.json()["count"], len(answer.json()["data"]))


@check(
    MUST,
    "update_webhook",
    over={"nothing": {}, "no_events": {"events": []}, "plain_http": {"url": "http://example.com/"}},
)
def refuses_other_changes(api: Api, change: dict[str, Any]) -> None:
    """A change of nothing, to no events or to an address that is not https is refused with 400
    validation.field_invalid.
    """
    listener = listen(api)
    answer = api.demo.call("update_webhook", path=listener.path, body=change)
    problem(answer, 400, "validation.field_invalid")


@check(MUST, "list_webhook_events")
def knows_every_event(api: Api) -> None:
    """The list of events is complete: every name with its category."""
    answer = api.demo.call("list_webhook_events")
    body = ok(answer, 200)
    listed = {each["event"]: each["category"] for each in body["data"]}
    equal(answer, "the events", listed, {event.name: event.category for event in EVENTS.values()})
    equal(answer, "count", body["count"], len(body["data"]))


def _listed(api: Api, webhook_id: str) -> tuple[Answer, dict[str, Any]]:
    answer = api.demo.call("list_webhooks")
    found = [each for each in ok(answer, 200)["data"] if each["id"] == webhook_id]
    that(answer, len(found) == 1, f"the webhook {webhook_id} once", len(found))
    webhook: dict[str, Any] = found[0]
    return answer, webhook
