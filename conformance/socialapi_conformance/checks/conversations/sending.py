"""Sending: what a message may hold, what becomes of it, what it costs."""

from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.expect import equal, ok, problem, that
from socialapi_conformance.messaging import MESSAGING, RICH, Inbox
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_PICTURE = {"source_type": "url", "source": "https://cdn.example.com/menu.jpg"}
_REPLY = {"title": "Yes", "payload": "YES"}
_LINK = {"type": "url", "title": "Menu", "url": "https://example.com/menu"}
_RICH = {slug: slug for slug in RICH}

_INTERACTIVE: dict[str, dict[str, Any]] = {
    "quick_replies": {"text": "Shall we?", "quick_replies": [_REPLY, {"title": "No"}]},
    "buttons": {"text": "t" * 640, "buttons": [_LINK, {"type": "postback", **_REPLY}]},
    "cards": {"cards": [{"title": "House blend", "buttons": [_LINK]}, {"title": "Gift card"}]},
}
_LACKING: dict[str, dict[str, Any]] = {
    "everything": {},
    "text_of_quick_replies": {"quick_replies": [_REPLY]},
    "text_of_buttons": {"buttons": [_LINK], "attachments": [_PICTURE]},
    "url": {"text": "Here", "buttons": [{"type": "url", "title": "Menu"}]},
    "payload": {"text": "Here", "buttons": [{"type": "postback", "title": "Menu"}]},
    "payload_on_a_card": {"cards": [{"title": "Card", "buttons": [{"type": "postback", "title": "Menu"}]}]},
    "type": {"attachments": [{"source_type": "platform_attachment_id", "source": "1234567890"}]},
}
_WRONG: dict[str, dict[str, Any]] = {
    "two_kinds": {**_INTERACTIVE["quick_replies"], "buttons": [_LINK]},
    "text_over_buttons": {"text": "t" * 641, "buttons": [_LINK]},
    "private_address": {"attachments": [{"source_type": "url", "source": "http://127.0.0.1/menu.jpg"}]},
}


@check(MUST, "send_message", "list_messages", over=_RICH, needs=("other",), alone_in="other")
def shows_up_in_its_conversation(api: Api, platform: str) -> None:
    """A text and its attachments go out one by one, the text first, and are listed as the latest messages."""
    inbox, text = Inbox(api.other), api.word("text")
    conversation = inbox.open(platform)
    answer = inbox.sent(conversation, text=text, attachments=[_PICTURE])
    sent = ok(answer, 200)
    equal(answer, "the number of messages", len(sent["message_ids"]), 2)
    equal(answer, "message_id", sent["message_id"], sent["message_ids"][0])
    picture, words = inbox.messages(conversation)[:2]
    equal(answer, "the latest messages", [words["platform_id"], picture["platform_id"]], sent["message_ids"])
    equal(answer, "the directions", {words["direction"], picture["direction"]}, {"outgoing"})
    equal(answer, "the text", words["text"], text)
    equal(answer, "attachment_type", picture.get("attachment_type"), "image")


@check(MUST, "send_message", "get_conversation", needs=("other",), alone_in="other")
def is_the_latest_message(api: Api) -> None:
    """A text that is sent is the conversation's `last_message`, and what is unread stays so."""
    inbox, text = Inbox(api.other), api.word("text")
    conversation = inbox.open(*MESSAGING)
    answer = inbox.sent(conversation, text=text)
    ok(answer, 200)
    after = inbox.read(conversation)
    equal(answer, "last_message", after.get("last_message"), text)
    equal(answer, "unread_count", after["unread_count"], conversation["unread_count"])


@check(MUST, "send_message", over=_INTERACTIVE)
def takes_interactive_content(api: Api, body: dict[str, Any]) -> None:
    """Quick replies and buttons under a text, and cards alone, are sent on the platforms that have them."""
    inbox = Inbox(api.demo)
    ok(inbox.sent(inbox.open(*RICH), **body), 200)


@check(MUST, "send_message")
def quotes_a_message(api: Api) -> None:
    """`reply_to_message_id` takes the `platform_id` of a message."""
    inbox = Inbox(api.demo)
    conversation = inbox.open(*RICH)
    quoted = inbox.messages(conversation)[0]["platform_id"]
    ok(inbox.sent(conversation, text=api.word("text"), reply_to_message_id=quoted), 200)


@check(MUST, "send_message", over=_LACKING)
def names_what_is_lacking(api: Api, body: dict[str, Any]) -> None:
    """A message without what its parts need is refused with 400 validation.field_required."""
    inbox = Inbox(api.demo)
    problem(inbox.send(inbox.open(*RICH), **body), 400, "validation.field_required")


@check(MUST, "send_message", over=_WRONG)
def refuses_what_cannot_be_sent(api: Api, body: dict[str, Any]) -> None:
    """Parts that do not go together, go beyond a limit or are out of reach are refused with 400
    validation.field_invalid.
    """
    inbox = Inbox(api.demo)
    problem(inbox.send(inbox.open(*RICH), **body), 400, "validation.field_invalid")


@check(MUST, "send_message", over=_INTERACTIVE)
def refuses_interactive_content_elsewhere(api: Api, body: dict[str, Any]) -> None:
    """Interactive content is refused with 400 validation.field_invalid on platforms that have none."""
    inbox = Inbox(api.demo)
    plain = [slug for slug in MESSAGING if slug not in RICH]
    problem(inbox.send(inbox.open(*plain), **body), 400, "validation.field_invalid")


@check(MUST, "send_message", "list_accounts")
def knows_platforms_without_messages(api: Api) -> None:
    """An account of a platform without direct messages cannot write: 501 resource.not_supported, or 404 since
    the conversation is not its own.
    """
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    silent = [each["id"] for each in accounts if each["platform"] not in MESSAGING]
    if not silent:
        raise NotVerified("every account is of a platform with direct messages")
    inbox = Inbox(api.demo)
    answer = inbox.send(inbox.any(), account_id=silent[0], text=api.word("text"))
    problem(answer, 501, "resource.not_supported", "conversation.not_found", "account.not_found")


@check(MUST, "send_message")
def answers_unknown_ids_in_the_body(api: Api) -> None:
    """An unknown account is answered with 404 account.not_found, an unknown file with 404 media.not_found."""
    inbox = Inbox(api.demo)
    conversation, text = inbox.open(*RICH), api.word("text")
    answer = inbox.send(conversation, account_id=api.unknown_id(), text=text)
    problem(answer, 404, "account.not_found")
    missing = {"source_type": "media_id", "source": api.unknown_id()}
    problem(inbox.send(conversation, text=text, attachments=[missing]), 404, "media.not_found")


@check(MUST, "send_message", "get_usage", needs=("other",), alone_in="other")
def costs_one_credit_a_call(api: Api) -> None:
    """A call costs one interaction credit, however many messages it sends; one that is refused costs none."""
    inbox = Inbox(api.other)
    conversation, before = inbox.open(*RICH), _used(api.other)
    answer = inbox.sent(conversation, text=api.word("text"), attachments=[_PICTURE, _PICTURE])
    ok(answer, 200)
    inbox.send(conversation)
    equal(answer, "interactions_used", _used(api.other), before + 1)


@check(MUST, "send_message", "get_usage", needs=("free",), alone_in="free")
def ends_at_the_interaction_limit(api: Api) -> None:
    """On the free plan the headers tell what is left, and a message beyond the monthly interactions is
    refused with 429 validation.interaction_limit_exhausted.
    """
    inbox, limit = Inbox(api.free), ok(api.free.call("get_usage"), 200)["interactions_limit"]
    if limit < 0:
        raise NotVerified("the workspace free is not on a plan with limits")
    conversation = inbox.open(*MESSAGING)
    for left in range(limit - _used(api.free) - 1, -1, -1):
        answer = inbox.sent(conversation, text=api.word("text"))
        ok(answer, 200)
        equal(answer, "X-Interactions-Remaining", answer.headers.get("x-interactions-remaining"), str(left))
    answer = inbox.send(conversation, text=api.word("text"))
    problem(answer, 429, "validation.interaction_limit_exhausted")
    that(answer, _used(api.free) <= limit, f"at most {limit} interactions used", _used(api.free))


def _used(caller: Caller) -> int:
    used: int = ok(caller.call("get_usage"), 200)["interactions_used"]
    return used
