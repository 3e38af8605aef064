"""Faults in conversations."""

# ruff: noqa: ARG001, SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

from types import SimpleNamespace
from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault
from faults.key_faults import blind, changed, refusing
from socialapi_contract.platforms import PLATFORMS
from socialapi_stub import conversation_documents, conversing, message_rules, sending
from socialapi_stub.resources import conversations
from socialapi_stub.resources.conversations import NEWEST_FIRST
from socialapi_stub.tables.conversations import Conversation
from sqlalchemy import select

IN_CONVERSATIONS = "/v1/inbox/conversations/"


@fault(
    "conversations/list_conversations/filters",
    "conversations/list_conversations/filters_by_brand",
    "conversations/list_conversations/finds_nothing_for_unknown_ids",
)
def ignores_filters_of_conversations(patch: pytest.MonkeyPatch) -> None:
    """The list of conversations knows no filter but the state."""
    original = conversations.list_conversations

    def list_conversations(call: Any, query: Any) -> Any:
        known = ("limit", "cursor", "status")
        return original(call, {name: value for name, value in query.items() if name in known})

    patch.setattr(conversations, "list_conversations", list_conversations)


@fault("conversations/list_conversations/keeps_brands_apart")
def shows_every_conversation_to_brand_keys(patch: pytest.MonkeyPatch) -> None:
    """A key for one brand sees the conversations of all."""

    def visible(call: Any) -> Any:
        return select(Conversation).where(Conversation.workspace_id == call.workspace.id)

    patch.setattr(conversing, "visible", visible)


@fault("conversations/get_conversation/reads_what_is_listed")
def gives_conversations_to_nobody(patch: pytest.MonkeyPatch) -> None:
    """`user_id` is the account's."""
    original = conversation_documents.conversation

    def conversation(row: Any) -> Any:
        return {**original(row), "user_id": row.account_id}

    patch.setattr(conversation_documents, "conversation", conversation)


@fault(
    "conversations/update_conversation/moves_between_the_lists",
    "across/bounds/refuses_ids_of_any_form/update_conversation",
)
def only_says_that_it_archives(patch: pytest.MonkeyPatch) -> None:
    """An archived conversation stays where it was."""
    patch.setattr(conversations, "update_conversation", lambda *_args, **_kwargs: {"success": True})


@fault("conversations/update_conversation/refuses_other_states")
def takes_unknown_states_for_broken_bodies(patch: pytest.MonkeyPatch) -> Middleware:
    """A state that does not exist counts as no JSON."""

    def spoil(reply: Reply) -> None:
        error = {**reply.json["error"], "code": "validation.body_invalid"}
        reply.json = {**reply.json, "error": error}

    def of_a_state(reply: Reply) -> bool:
        return reply.path.startswith(IN_CONVERSATIONS) and b"status: " in reply.body

    return blind(spoil, of_a_state)


@fault(
    "conversations/list_messages/shows_the_newest_first",
    "conversations/send_message/shows_up_in_its_conversation",
)
def shows_the_oldest_message_first(patch: pytest.MonkeyPatch) -> None:
    """Messages come in the order in which they were written."""
    order = conversations.Order(NEWEST_FIRST.value, NEWEST_FIRST.identifier, NEWEST_FIRST.key)
    patch.setattr(conversations, "NEWEST_FIRST", order)


@fault(
    "conversations/list_messages/stays_unread_when_it_is_read",
    "conversations/send_message/is_the_latest_message",
)
def takes_what_is_read_for_seen(patch: pytest.MonkeyPatch) -> None:
    """A conversation that is read by its id has nothing unread."""
    changed(
        patch, conversations, "get_conversation", lambda body: {"data": {**body["data"], "unread_count": 0}}
    )


@fault(
    "conversations/mark_conversation_read/leaves_nothing_unread",
    "across/bounds/refuses_ids_of_any_form/mark_conversation_read",
)
def only_says_that_it_marks_as_read(patch: pytest.MonkeyPatch) -> None:
    """Marking a conversation as read leaves it unread."""
    patch.setattr(conversations, "mark_conversation_read", lambda *_args: {"success": True})


@fault("conversations/send_message/shows_up_in_its_conversation")
def sends_files_before_the_text(patch: pytest.MonkeyPatch) -> None:
    """Attachments go out first."""
    original = sending._bubbles
    patch.setattr(sending, "_bubbles", lambda *args: original(*args)[::-1])


@fault("conversations/send_message/is_the_latest_message")
def keeps_the_last_message(patch: pytest.MonkeyPatch) -> None:
    """A message that is sent does not show in its conversation."""
    patch.setattr(conversing, "_note_latest", lambda *_args: None)


@fault("conversations/send_message/takes_interactive_content")
def knows_text_alone(patch: pytest.MonkeyPatch) -> None:
    """Interactive content exists nowhere."""

    def require_fit(_rules: Any, body: Any) -> None:
        kind = message_rules.kind_of(body)
        if kind is not None:
            raise message_rules.invalid(kind, "does not exist")

    patch.setattr(message_rules, "require_fit", require_fit)


@fault("conversations/send_message/quotes_a_message")
def cannot_quote(patch: pytest.MonkeyPatch) -> None:
    """A message to quote is refused."""
    quoting = lambda body: "reply_to_message_id" in body  # noqa: E731 - named for its reader
    refusing(patch, conversations, "send_message", quoting, "validation.field_invalid")


@fault(
    "conversations/send_message/names_what_is_lacking",
    "conversations/send_message/refuses_what_cannot_be_sent",
)
def takes_half_of_a_message(patch: pytest.MonkeyPatch) -> None:
    """Nobody looks whether the parts of a message go together."""
    patch.setattr(message_rules, "require_sense", lambda _body: None)


@fault(
    "conversations/send_message/refuses_interactive_content_elsewhere",
    "conversations/send_message/knows_its_tags",
)
def knows_no_differences_of_platforms(patch: pytest.MonkeyPatch) -> None:
    """Nobody looks whether the platform has what a message asks for."""
    patch.setattr(message_rules, "require_fit", lambda _rules, _body: None)


@fault(
    "conversations/send_message/knows_platforms_without_messages",
    "conversations/send_message/answers_unknown_ids_in_the_body",
)
def writes_as_any_account(patch: pytest.MonkeyPatch) -> None:
    """The account that is to write is never looked up."""
    patch.setattr(sending, "_rules", lambda _call, owner, _account_id: PLATFORMS[owner.platform].messages)


@fault(
    "conversations/send_message/costs_one_credit_a_call",
    "conversations/send_message/ends_at_the_interaction_limit",
)
def sends_for_nothing(patch: pytest.MonkeyPatch) -> None:
    """Messages cost no credit."""
    patch.setattr(sending, "credits", SimpleNamespace(charge=lambda *_args: None))


@fault(
    "conversations/send_message/closes_after_a_day",
    "conversations/send_message/is_stretched_to_a_week",
)
def never_closes_the_window(patch: pytest.MonkeyPatch) -> None:
    """Everybody can be written to at any time."""
    patch.setattr(sending, "_require_reachable", lambda *_args: None)


@fault("conversations/send_message/is_stretched_by_a_tag")
def gives_no_time_for_tags(patch: pytest.MonkeyPatch) -> None:
    """A message tag does not stretch the window."""
    original = sending._require_reachable

    def require(call: Any, owner: Any, rules: Any, _tag: Any) -> None:
        original(call, owner, rules, None)

    patch.setattr(sending, "_require_reachable", require)
