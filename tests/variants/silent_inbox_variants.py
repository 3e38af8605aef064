"""What `spec/decisions.md` settles for the inbox of the stub and conformance is silent on."""

# ruff: noqa: SLF001 - a variant takes the place of what the stub keeps to itself

from operator import attrgetter
from typing import Any

import pytest
from socialapi_contract.platforms import PLATFORMS
from socialapi_stub import (
    comment_events,
    comment_filters,
    commenting,
    conversing,
    pages,
    sending,
    visibility,
)
from socialapi_stub.conversing import Bubble, Person
from socialapi_stub.pages import Order
from socialapi_stub.problems import Problem
from socialapi_stub.resources import comments, conversations
from socialapi_stub.tables import Account
from socialapi_stub.tables.conversations import Conversation
from socialapi_stub.validation import OperationCheck
from variants.varying import met, variant

FILTERS = ("moderation_status", "order", "q")


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


@variant(
    "`moderation_status`, `order`, `q` outside YouTube",
    tries=("across/properties/refuses_broken_requests/list_comments",),
)
def looks_at_filters_where_there_are_any(patch: pytest.MonkeyPatch) -> None:
    """Outside YouTube the filters of comments may be invalid."""
    checked, listed = OperationCheck.query_of, comments.list_comments

    def query_of(self: OperationCheck, given: Any) -> Any:
        try:
            return checked(self, given)
        except Problem as problem:
            others = {name: value for name, value in given.items() if name not in FILTERS}
            if self.operation.operation_id != "list_comments" or others == given:
                raise
            met()
            return {**checked(self, others), "problem": problem}

    def list_comments(call: Any, post_id: str, query: Any) -> Any:
        account = commenting.account(call, query["account_id"], "list")
        if "problem" in query and PLATFORMS[account.platform].comments.filters:
            raise query["problem"]
        return listed(call, post_id, {name: value for name, value in query.items() if name != "problem"})

    patch.setattr(OperationCheck, "query_of", query_of)
    patch.setattr(comments, "list_comments", list_comments)


@variant(
    "Repeated hide, unhide, like, unlike",
    tries=(
        "comments/like_comment/likes_and_takes_it_back",
        "across/refusals/passes_on_refusals/unlike_comment/facebook",
    ),
)
def counts_every_like(patch: pytest.MonkeyPatch) -> None:
    """A like counts again when it is repeated, and so does taking it back."""
    original = commenting.set_liked

    def set_liked(changed: Any, *, liked: bool) -> None:
        if changed.liked == liked:
            met()
            changed.like_count = max(0, changed.like_count + (1 if liked else -1))
        original(changed, liked=liked)

    patch.setattr(commenting, "set_liked", set_liked)


@variant(
    "An `account_id` that is not the conversation's",
    tries=("conversations/send_message/knows_platforms_without_messages",),
)
def looks_at_the_account_of_a_conversation_first(patch: pytest.MonkeyPatch) -> None:
    """Another account than the conversation's is 404 `conversation.not_found` on every platform."""
    original = sending._rules

    def rules(call: Any, owner: Any, account_id: str) -> Any:
        if visibility.account(call, account_id).id != owner.account_id:
            met()
            raise Problem("conversation.not_found")
        return original(call, owner, account_id)

    patch.setattr(sending, "_rules", rules)
