"""What `spec/decisions.md` settles for the inbox of the stub and conformance is silent on."""

from operator import attrgetter
from typing import Any

import pytest
from socialapi_contract.platforms import PLATFORMS
from socialapi_stub import (
    comment_events,
    comment_filters,
    conversing,
    pages,
)
from socialapi_stub.conversing import Bubble, Person
from socialapi_stub.pages import Order
from socialapi_stub.resources import conversations
from socialapi_stub.tables import Account
from socialapi_stub.tables.conversations import Conversation
from variants.varying import met, variant


@variant("Order of comments", tries=("across/pagination/bounds_limits/list_comments",))
def lists_comments_the_other_way_around(patch: pytest.MonkeyPatch) -> None:
    """Comments are listed the earliest first, answers to them the latest first."""
    early, late, original = comment_filters.EARLIEST, comment_filters.LATEST, pages.page

    def page(call: Any, query: Any, statement: Any, order: Order, *rest: Any) -> Any:
        if order in (early, late):
            met()
            order = early if order is late else late
        return original(call, query, statement, order, *rest)

    patch.setattr(pages, "page", page)


@variant(
    "Order of conversations", tries=("across/pagination/keeps_filters_on_every_page/list_conversations",)
)
def lists_conversations_by_their_beginning(patch: pytest.MonkeyPatch) -> None:
    """Conversations are listed in the order in which they have begun, the latest first."""
    begun, original = attrgetter("created_at", "id"), conversations.list_conversations

    def list_conversations(call: Any, query: Any) -> Any:
        met()
        return original(call, query)

    order = Order(Conversation.created_at, Conversation.id, begun, descending=True)
    patch.setattr(conversations, "LATEST_FIRST", order)
    patch.setattr(conversations, "list_conversations", list_conversations)


@variant("What a private reply leaves behind", tries=("comments/send_private_reply/answers_privately_once",))
def begins_a_conversation_with_a_private_reply(patch: pytest.MonkeyPatch) -> None:
    """A private reply is the first message of a conversation with the author of the comment."""
    original = comment_events.answered_privately

    def answered_privately(call: Any, comment: Any, text: str) -> None:
        original(call, comment, text)
        on = call.session.get_one(Account, comment.post.account_id)
        if PLATFORMS[on.platform].messages is not None:
            met()
            person = Person(comment.author["id"], comment.author.get("name") or "")
            owner = conversing.between(call.session, on, person, call.now)
            call.session.add(conversing.message(owner, "outgoing", Bubble(text), call.now))

    patch.setattr(comment_events, "answered_privately", answered_privately)
