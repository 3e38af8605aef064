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
    platform_calls,
    sending,
    visibility,
)
from socialapi_stub.conversing import Bubble, Person
from socialapi_stub.pages import Order
from socialapi_stub.problems import Problem, platform_code
from socialapi_stub.resources import comments, conversations, youtube
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


@variant(
    "Repeated hide, unhide, like, unlike",
    tries=(
        "across/refusals/passes_on_refusals/unhide_comment/facebook",
        "across/refusals/passes_on_refusals/unhide_comment/instagram",
        "across/refusals/passes_on_refusals/unhide_comment/youtube",
        "across/refusals/passes_on_refusals/unlike_comment/facebook",
        "comments/like_comment/likes_and_takes_it_back/facebook",
        "comments/like_comment/likes_and_takes_it_back/linkedin_page",
    ),
)
def refuses_what_is_so_already(patch: pytest.MonkeyPatch) -> None:
    """The platform refuses to hide, show, like or unlike a comment that is so already: 502."""
    hide, like = commenting.set_hidden, commenting.set_liked

    def set_hidden(changed: Any, *, hidden: bool) -> None:
        _require(changed, changed.is_hidden != hidden)
        hide(changed, hidden=hidden)

    def set_liked(changed: Any, *, liked: bool) -> None:
        _require(changed, changed.liked != liked)
        like(changed, liked=liked)

    patch.setattr(commenting, "set_hidden", set_hidden)
    patch.setattr(commenting, "set_liked", set_liked)


@variant(
    "`post_id` of a YouTube comment",
    tries=(
        "across/refusals/passes_on_refusals/moderate_youtube_comment/youtube",
        "across/refusals/passes_on_refusals/update_youtube_comment/youtube",
    ),
)
def looks_for_the_post_of_a_comment(patch: pytest.MonkeyPatch) -> None:
    """A YouTube comment is found on the post that the body names alone, else it is 404."""

    def guard(name: str) -> None:
        original = getattr(youtube, name)

        def guarded(call: Any, comment_id: str, body: Any) -> Any:
            account = platform_calls.account(call, body["account_id"])
            met()
            if body["post_id"] != commenting.comment_for(call, account, comment_id).post.platform_id:
                raise Problem("resource.not_found")
            return original(call, comment_id, body)

        patch.setattr(youtube, name, guarded)

    guard("update_youtube_comment")
    guard("moderate_youtube_comment")


@variant(
    "An `account_id` that is not the conversation's",
    tries=("conversations/send_message/knows_platforms_without_messages",),
)
def calls_other_accounts_unknown(patch: pytest.MonkeyPatch) -> None:
    """Another account than the conversation's is 404 `account.not_found` on every platform."""
    original = sending._rules

    def rules(call: Any, owner: Any, account_id: str) -> Any:
        if visibility.account(call, account_id).id != owner.account_id:
            met()
            raise Problem("account.not_found")
        return original(call, owner, account_id)

    patch.setattr(sending, "_rules", rules)


def _require(changed: Any, differs: bool) -> None:
    met()
    if not differs:
        raise Problem(platform_code(changed.post.platform, "api_error"))
