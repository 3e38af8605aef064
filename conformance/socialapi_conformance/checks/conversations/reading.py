"""Conversations: found, read, put away."""

from datetime import datetime
from typing import Any

from socialapi_contract.errors import ErrorCode

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, has, ok, problem, that
from socialapi_conformance.messaging import Inbox
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_FILTERS = {name: name for name in ("account_id", "page_id", "platform")}
_LASTING = ("id", "user_id", "account_id", "platform", "platform_id", "participant_id", "created_at")


@check(MUST, "list_conversations", over=_FILTERS)
def filters(api: Api, name: str) -> None:
    """A filter shows the conversations that match it, and no other."""
    every = Inbox(api.demo).conversations()
    values = sorted({each[name] for each in every if each.get(name)})
    if not values:
        raise NotVerified(f"no conversation has a {name}")
    for value in values[:3]:
        answer = api.demo.call("list_conversations", query={name: value, "limit": 100})
        others = [each for each in ok(answer, 200)["data"] if each.get(name) != value]
        equal(answer, "the conversations that do not match", others, [])
        that(answer, bool(answer.json()["data"]), "a conversation that matches", "none")


@check(MUST, "list_conversations", "list_accounts")
def filters_by_brand(api: Api) -> None:
    """`brand_id` shows the conversations of that brand's accounts only."""
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    brand_of = {each["id"]: each["brand_id"] for each in accounts}
    brand_id = brand_of[Inbox(api.demo).any()["account_id"]]
    answer = api.demo.call("list_conversations", query={"brand_id": brand_id, "limit": 100})
    brands = {brand_of.get(each["account_id"]) for each in ok(answer, 200)["data"]}
    equal(answer, "the brands of the conversations", brands, {brand_id})


@check(MUST, "list_conversations", over={name: name for name in (*_FILTERS, "brand_id")})
def finds_nothing_for_unknown_ids(api: Api, name: str) -> None:
    """A filter that matches nothing gives an empty list."""
    answer = api.demo.call("list_conversations", query={name: api.unknown_id()})
    equal(answer, "the conversations", ok(answer, 200)["data"], [])


@check(MUST, "get_conversation", "list_conversations", "get_me")
def reads_what_is_listed(api: Api) -> None:
    """A conversation is read by its id as it is listed, and belongs to the user behind the token."""
    listed = Inbox(api.demo).any()
    answer = api.demo.call("get_conversation", path={"id": listed["id"]})
    read = ok(answer, 200)["data"]
    equal(answer, "the conversation", _lasting(read), _lasting(listed))
    equal(answer, "user_id", read["user_id"], ok(api.demo.call("get_me"), 200)["id"])


@check(MUST, "update_conversation", "list_conversations", "get_conversation")
def moves_between_the_lists(api: Api) -> None:
    """An archived conversation is listed with `status=archived` alone, until it is active again; setting
    the state it has is no error.
    """
    inbox = Inbox(api.demo)
    conversation = inbox.conversations()[-1:] or [inbox.any()]
    for status in ("archived", "archived", "active", "active"):
        answer = _update(api, conversation[0], status=status)
        has(answer, "the answer", ok(answer, 200), {"success": True})
        equal(answer, "status", inbox.read(conversation[0])["status"], status)
        listed = [each for each in ("active", "archived") if _is_listed(inbox, conversation[0], each)]
        equal(answer, "the lists that show it", listed, [status])


@check(MUST, "update_conversation", over={"unknown": "muted", "number": 1})
def refuses_other_states(api: Api, status: Any) -> None:
    """A state that is neither active nor archived is refused with 400 validation.field_invalid, or, if it
    is no text, with validation.body_invalid.
    """
    answer = _update(api, Inbox(api.demo).any(), status=status)
    more: tuple[ErrorCode, ...] = () if isinstance(status, str) else ("validation.body_invalid",)
    problem(answer, 400, "validation.field_invalid", *more)


@check(MUST, "list_messages", needs=("other",))
def shows_the_newest_first(api: Api) -> None:
    """The messages of a conversation come the newest first, in both directions; only the account's own have
    a state.
    """
    conversation = Inbox(api.other).any()
    answer = api.other.call("list_messages", path={"id": conversation["id"]}, query={"limit": 200})
    messages = ok(answer, 200)["data"]
    times = [datetime.fromisoformat(each["created_at"]) for each in messages]
    equal(answer, "the times", times, sorted(times, reverse=True))
    equal(answer, "the conversations", {each["conversation_id"] for each in messages}, {conversation["id"]})
    states = {each.get("status") for each in messages if each["direction"] == "incoming"}
    equal(answer, "the states of incoming messages", states - {None}, set())


@check(MUST, "list_messages", "get_conversation", needs=("other",), alone_in="other")
def stays_unread_when_it_is_read(api: Api) -> None:
    """Reading a conversation and its messages leaves them unread."""
    inbox = Inbox(api.other)
    before = inbox.unread()
    ok(api.other.call("list_messages", path={"id": before["id"]}), 200)
    answer = api.other.call("get_conversation", path={"id": before["id"]})
    equal(answer, "unread_count", ok(answer, 200)["data"]["unread_count"], before["unread_count"])


@check(MUST, "mark_conversation_read", "get_conversation")
def leaves_nothing_unread(api: Api) -> None:
    """Marking a conversation as read sets its `unread_count` to 0, once and again."""
    inbox = Inbox(api.demo)
    try:
        conversation = inbox.unread()
    except NotVerified:
        conversation = inbox.any()
    for _ in range(2):
        answer = api.demo.call("mark_conversation_read", path={"id": conversation["id"]})
        has(answer, "the answer", ok(answer, 200), {"success": True})
        equal(answer, "unread_count", inbox.read(conversation)["unread_count"], 0)


@check(MUST, "list_conversations", "create_key")
def keeps_brands_apart(api: Api) -> None:
    """A key for one brand sees the conversations of that brand's accounts only; any other is answered with
    404 conversation.not_found.
    """
    brand = ok(api.demo.call("create_brand", body={"name": api.word("brand")}), 201)
    body = {"name": api.word("key"), "brand_ids": [brand["id"]]}
    key = api.demo.bearing(ok(api.demo.call("create_key", body=body), 201)["raw_key"])
    answer = key.call("list_conversations")
    equal(answer, "the conversations", ok(answer, 200)["data"], [])
    hidden = key.call("get_conversation", path={"id": Inbox(api.demo).any()["id"]})
    problem(hidden, 404, "conversation.not_found")


def _update(api: Api, conversation: dict[str, Any], **body: Any) -> Answer:
    return api.demo.call("update_conversation", path={"id": conversation["id"]}, body=body)


def _is_listed(inbox: Inbox, conversation: dict[str, Any], status: str) -> bool:
    listed = inbox.conversations(status=status, account_id=conversation["account_id"])
    return conversation["id"] in {each["id"] for each in listed}


def _lasting(conversation: dict[str, Any]) -> dict[str, Any]:
    return {name: conversation[name] for name in _LASTING}
