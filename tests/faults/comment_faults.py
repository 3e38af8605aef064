"""Faults in comments."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces

from types import SimpleNamespace
from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, replies
from faults.key_faults import changed
from socialapi_stub import comment_documents, comment_filters, comment_rules, commenting
from socialapi_stub.resources import comments, mentions

PLACE = "/v1/inbox/comments/"


def forgetful(patch: pytest.MonkeyPatch, name: str, unless: Any = lambda *_: False) -> None:
    """Let the list of commented posts ignore a filter."""
    original = comment_filters.posts

    def posts(call: Any, query: Any) -> Any:
        if unless(call, query):
            return original(call, query)
        return original(call, {key: value for key, value in query.items() if key != name})

    patch.setattr(comment_filters, "posts", posts)


def instead(code: str, status: int, new: str) -> Middleware:
    """Let every call about a post or comment answer another error than it should."""

    def spoil(reply: Reply) -> None:
        if reply.path.startswith(PLACE) and reply.code == code:
            reply.status, error = status, reply.json["error"]
            reply.json = {**reply.json, "error": {**error, "code": new}}

    return replies(spoil)


@fault(
    "comments/list_commented_posts/filters_posts/account_id",
    "comments/list_commented_posts/finds_nothing/unknown_account",
    "comments/lost_grants/needs_the_grant",
)
def lists_the_posts_of_every_account(patch: pytest.MonkeyPatch) -> None:
    """`account_id` filters commented posts on YouTube alone."""
    forgetful(patch, "account_id", unless=comment_filters.read_at_once)


@fault(
    "comments/list_commented_posts/filters_by_brand",
    "comments/list_commented_posts/finds_nothing/unknown_brand",
)
def lists_the_posts_of_every_brand(patch: pytest.MonkeyPatch) -> None:
    """`brand_id` does not filter commented posts."""
    forgetful(patch, "brand_id")


@fault("comments/list_commented_posts/filters_by_comments")
def lists_posts_whenever_they_were_commented(patch: pytest.MonkeyPatch) -> None:
    """`since` does not filter commented posts."""
    forgetful(patch, "since")


@fault("comments/list_commented_posts/sorts_by_the_latest_comment")
def sorts_commented_posts_one_way(patch: pytest.MonkeyPatch) -> None:
    """`sort_order` makes no difference."""
    patch.setitem(comment_filters.POST_ORDERS, "asc", comment_filters.POST_ORDERS["desc"])


@fault("comments/list_commented_posts/lists_one_account_only")
def stores_the_posts_of_youtube(patch: pytest.MonkeyPatch) -> None:
    """Videos are listed beside the posts of other platforms."""
    patch.setattr(comment_filters, "SCOPED_ONLY", [])


@fault(
    "comments/list_commented_posts/refuses_invalid_filters/sort_by",
    "across/bounds/refuses_values_outside_enums/list_commented_posts",
)
def sorts_by_anything(patch: pytest.MonkeyPatch) -> Middleware:
    """An unknown `sort_by` gives an empty list."""

    def spoil(reply: Reply) -> None:
        if reply.code == "validation.field_invalid" and "sort_by=" in reply.query:
            reply.status, reply.json = 200, {"data": [], "pagination": {"has_more": False}}

    return replies(spoil)


@fault("comments/list_comments/tells_what_can_be_done")
def promises_likes_everywhere(patch: pytest.MonkeyPatch) -> None:
    """Every comment says that it can be liked."""
    changed(patch, comment_documents, "comment", _likable)


@fault("comments/list_comments/filters_comments", "comments/hide_comment/rejects_and_publishes")
def shows_every_verdict(patch: pytest.MonkeyPatch) -> None:
    """`moderation_status` and `q` do not filter comments."""
    original = comment_filters.comments

    def shown(post: Any, query: Any) -> Any:
        return original(SimpleNamespace(id=post.id, platform="instagram"), query)

    patch.setattr(comment_filters, "comments", shown)


@fault("comments/list_comment_replies/shows_the_answers")
def hides_what_is_answered(patch: pytest.MonkeyPatch) -> None:
    """An answer does not say which comment it answers."""
    changed(patch, comment_documents, "comment", lambda body: {**body, "parent_id": None})


@fault(
    "comments/reply_to_comment/stands_among_the_comments",
    "comments/reply_to_comment/answers_a_comment",
    "comments/delete_comment/removes_a_comment",
    "comments/list_commented_posts/sorts_by_the_latest_comment",
    "across/lifecycle/removes_one_object/delete_comment",
    "across/lifecycle/removes_once_at_once/delete_comment",
    "across/lifecycle/knows_nothing_of_the_gone",
    "across/lifecycle/knows_nothing_of_the_gone/delete_comment/commentId",
    "across/lifecycle/takes_the_gone_for_unknown/reply_to_comment/comment_id",
)
def only_says_that_it_comments(patch: pytest.MonkeyPatch) -> None:
    """A new comment has an id and stands nowhere."""

    def write(call: Any, on: Any, under: Any, text: str, parent: Any = None) -> Any:
        return SimpleNamespace(id="sapi_cmt_NEVER")

    patch.setattr(commenting, "write", write)


@fault(
    "comments/reply_to_comment/needs_a_text",
    "mentions/reply_to_mention/needs_a_text",
    "across/bounds/refuses_broken_patterns/reply_to_comment",
    "across/bounds/refuses_null/reply_to_comment",
    "across/bounds/refuses_other_types/reply_to_comment",
    "across/bounds/refuses_values_beyond_bounds/reply_to_comment",
    "across/bounds/refuses_broken_patterns/reply_to_mention",
    "across/bounds/refuses_null/reply_to_mention",
    "across/bounds/refuses_other_types/reply_to_mention",
    "across/bounds/refuses_values_beyond_bounds/reply_to_mention",
    "across/bounds/refuses_broken_patterns/send_private_reply",
    "across/bounds/refuses_null/send_private_reply",
    "across/bounds/refuses_other_types/send_private_reply",
    "across/bounds/refuses_values_beyond_bounds/send_private_reply",
)
def takes_blank_comments(patch: pytest.MonkeyPatch) -> Middleware:
    """A comment without a visible text is accepted."""

    def spoil(reply: Reply) -> None:
        about_comments = reply.path.startswith(PLACE) or reply.path.endswith("/mentions/reply")
        if about_comments and reply.code == "validation.field_invalid" and b'"field":"text"' in reply.body:
            reply.status, reply.json = 200, {"success": True, "comment_id": "sapi_cmt_BLANK"}

    return replies(spoil)


@fault(
    "comments/reply_to_comment/costs_a_credit",
    "comments/reply_to_comment/ends_at_the_interaction_limit",
    "mentions/reply_to_mention/publishes_an_answer",
)
def charges_nothing_for_comments(patch: pytest.MonkeyPatch) -> None:
    """Comments are free."""
    for module in (comments, mentions):
        patch.setattr(module, "credits", SimpleNamespace(charge=lambda call, kind: None))


@fault("comments/hide_comment/hides_and_shows", "comments/hide_comment/rejects_and_publishes")
def only_says_that_it_hides(patch: pytest.MonkeyPatch) -> None:
    """A hidden comment can be seen."""
    patch.setattr(commenting, "set_hidden", lambda changed, hidden: None)


@fault("comments/like_comment/likes_and_takes_it_back/linkedin_page")
def only_says_that_it_likes(patch: pytest.MonkeyPatch) -> None:
    """A like is not kept."""
    patch.setattr(commenting, "set_liked", lambda changed, liked: None)


@fault(
    "comments/capabilities/refuses_what_the_comment_lacks",
    "comments/platforms/refuses_platforms_without_comments",
)
def does_what_no_platform_can(patch: pytest.MonkeyPatch) -> None:
    """No action is missing on any platform."""
    anything = SimpleNamespace(knows=lambda *_: True, allows=lambda *_, own: True)
    patch.setattr(commenting, "comment_rules", anything)
    patch.setattr(comments, "comment_rules", SimpleNamespace(require_private_reply=lambda *_: None))


@fault(
    "comments/send_private_reply/answers_privately_once",
    "comments/send_private_reply/answers_privately_within_days",
)
def answers_privately_at_any_time(patch: pytest.MonkeyPatch) -> None:
    """A private reply goes out whenever and as often as asked."""
    patch.setattr(comment_rules, "require_private_reply", lambda *_: None)


@fault(
    "comments/unknown_posts/answers_unknown_posts",
    "comments/unknown_comments/answers_unknown_comments",
    "comments/other_workspaces/keeps_to_its_own_posts",
    "comments/delete_comment/removes_a_comment",
    "across/isolation/keeps_pairs_together",
    "across/isolation/keeps_pairs_together/delete_comment",
    "across/isolation/hides_each_part",
    "across/isolation/hides_each_part/delete_comment/commentId",
    "across/lifecycle/removes_one_object/delete_comment",
    "across/lifecycle/removes_once_at_once/delete_comment",
    "across/lifecycle/knows_nothing_of_the_gone",
    "across/lifecycle/knows_nothing_of_the_gone/delete_comment/commentId",
)
def calls_unknown_comments_broken_fields(patch: pytest.MonkeyPatch) -> Middleware:
    """A post or comment that is not there is 400 instead of 404."""
    return instead("resource.not_found", 400, "validation.field_invalid")


@fault("comments/account_id/needs_an_account")
def looks_for_no_account(patch: pytest.MonkeyPatch) -> Middleware:
    """A missing `account_id` in the query is an account that does not exist."""
    return instead("validation.field_required", 404, "account.not_found")


@fault(
    "across/refusals/asks_to_reconnect",
    "across/refusals/asks_to_reconnect/list_comments/instagram",
    "across/refusals/passes_on_refusals",
    "across/refusals/passes_on_refusals/list_comments/instagram",
    "comments/lost_grants/needs_the_grant",
)
def acts_without_a_grant(patch: pytest.MonkeyPatch) -> None:
    """An account that has lost its grant is as good as any other."""
    patch.setattr(commenting, "platform_calls", SimpleNamespace(require=lambda call, account: None))


def _likable(body: dict[str, Any]) -> dict[str, Any]:
    return {**body, "capabilities": {**body["capabilities"], "can_like": True}}
