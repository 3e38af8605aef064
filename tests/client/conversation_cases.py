"""Cases of `conversations`: direct messages."""

from secrets import token_hex
from typing import Any

import pytest
import socialapi
from client.caller import Caller
from client.casebook import drives
from client.workspace import Json, Workspace, all_same, same

MENU = "https://cdn.example.com/menu.jpg"


def begun(here: Workspace, *texts: str) -> str:
    """Let a new person write and return the id of the conversation."""
    author = {"id": token_hex(8), "name": "Ada Park"}
    for text in texts or ("Hello!",):
        made = here.trigger("dm.received", "instagram", author=author, content={"text": text})
    return str(made["conversation_id"])


def held(here: Workspace, owner: str) -> Json:
    return dict(here.get(f"/inbox/conversations/{owner}")["data"])


def messages(here: Workspace, owner: str) -> list[Json]:
    return list(here.get(f"/inbox/conversations/{owner}/messages")["data"])


@drives("conversations.list", "conversations.get")
def lists_and_reads_conversations(call: Caller, here: Workspace) -> None:
    owner, other = begun(here), begun(here)
    query = {"account_id": here.account("instagram"), "platform": "instagram", "status": "active"}
    found = call.every(call("conversations", "list", **query, limit=1))
    assert [one.id for one in found[:2]] == [other, owner]
    assert all_same(found, here.get("/inbox/conversations", limit=100, **query)["data"])
    one = call("conversations", "get", owner)
    assert (one.participant_name, one.last_message, one.unread_count) == ("Ada Park", "Hello!", 1)
    assert same(one, held(here, owner))


@drives("conversations.update", "Conversation.update")
def archives_a_conversation_and_brings_it_back(call: Caller, here: Workspace) -> None:
    owner = begun(here)
    archived = call("conversations", "update", owner, status="archived")
    assert (archived.status, same(archived, held(here, owner))) == ("archived", True)
    assert call.on(archived, "update", status="active").status == held(here, owner)["status"] == "active"


@drives("conversations.list_messages", "Conversation.list_messages")
def lists_the_messages_of_a_conversation(call: Caller, here: Workspace) -> None:
    owner = begun(here, "One", "Two", "Three")
    found = call.every(call("conversations", "list_messages", owner, limit=2))
    assert {one.text for one in found} == {"One", "Two", "Three"}
    assert all_same(found, messages(here, owner))
    again = call.every(call.on(call("conversations", "get", owner), "list_messages", limit=2))
    assert all_same(again, messages(here, owner))


@drives("conversations.send_message", "Conversation.send_message")
def sends_texts_and_files(call: Caller, here: Workspace) -> None:
    owner, by = begun(here), {"account_id": here.account("instagram")}
    made = call("conversations", "send_message", owner, **by, text="Hello, Ada")
    call.on(call("conversations", "get", owner), "send_message", attachment_url=MENU)
    sent = [one for one in messages(here, owner) if one["direction"] == "outgoing"]
    assert made.message_id in {one["platform_id"] for one in sent}
    assert {one.get("text") or one["attachment_url"] for one in sent} == {"Hello, Ada", MENU}


@drives("conversations.mark_as_read", "Conversation.mark_as_read")
def marks_conversations_as_read(call: Caller, here: Workspace) -> None:
    one, two = begun(here), begun(here)
    assert call("conversations", "mark_as_read", one) is None
    assert call.on(call("conversations", "get", two), "mark_as_read") is None
    assert [held(here, each)["unread_count"] for each in (one, two)] == [0, 0]


@drives("conversations.send_message", facts={"accounts": ["linkedin"]})
def a_message_needs_a_conversation(call: Caller, here: Workspace) -> None:
    given: dict[str, Any] = {"account_id": here.account("linkedin"), "text": "Hello"}
    with pytest.raises(socialapi.NotFoundError) as refused:
        call("conversations", "send_message", "nothing", **given)
    assert refused.value.code == "conversation.not_found"
