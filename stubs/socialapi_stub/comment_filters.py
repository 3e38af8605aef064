"""Finding comments and their posts: the filters and orders of the lists of the inbox."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import Select, select

from socialapi_stub import drafting, visibility
from socialapi_stub.call import Call
from socialapi_stub.pages import Order
from socialapi_stub.tables import Account
from socialapi_stub.tables.comments import Comment, CommentedPost

SCOPED_ONLY = [slug for slug, platform in PLATFORMS.items() if platform.comments.scoped_only]
_WHEN, _POST_WHEN = attrgetter("created_at", "id"), attrgetter("commented_at", "id")
POST_ORDERS = {
    "asc": Order(CommentedPost.commented_at, CommentedPost.id, _POST_WHEN),
    "desc": Order(CommentedPost.commented_at, CommentedPost.id, _POST_WHEN, descending=True),
}
EARLIEST = Order(Comment.created_at, Comment.id, _WHEN)
LATEST = Order(Comment.created_at, Comment.id, _WHEN, descending=True)


def posts(call: Call, query: Mapping[str, Any]) -> Select[CommentedPost]:
    """Select the visible posts of the inbox that meet every filter of the query."""
    statement = select(CommentedPost).where(CommentedPost.workspace_id == call.workspace_id)
    if call.caller.brand_ids:
        statement = statement.where(_in_brands(*call.caller.brand_ids))
    if "account_id" in query:
        statement = statement.where(CommentedPost.account_id == query["account_id"])
    else:
        statement = statement.where(CommentedPost.platform.not_in(SCOPED_ONLY))
    if "brand_id" in query:
        statement = statement.where(_in_brands(query["brand_id"]))
    if "platform" in query:
        statement = statement.where(CommentedPost.platform == query["platform"])
    if query["min_comments"]:
        statement = statement.where(CommentedPost.comment_count >= query["min_comments"])
    if "since" in query:
        statement = statement.where(CommentedPost.commented_at > drafting.instant(query, "since", "since"))
    return statement


def read_at_once(call: Call, query: Mapping[str, Any]) -> Account | None:
    """Return the account that the query names, if its posts are read from the platform and not stored."""
    if "account_id" not in query:
        return None
    account = call.session.scalar(visibility.accounts(call).where(Account.id == query["account_id"]))
    return account if account is not None and account.platform in SCOPED_ONLY else None


def comments(post: CommentedPost, query: Mapping[str, Any]) -> Select[Comment]:
    """Select the comments on a post that meet the filters of the query, where the platform has filters."""
    statement = select(Comment).where(Comment.post_id == post.id, Comment.parent_id.is_(None))
    if PLATFORMS[post.platform].comments.filters:
        statement = statement.where(Comment.moderation_status == query["moderation_status"])
        if "q" in query:
            statement = statement.where(Comment.text.icontains(query["q"], autoescape=True))
    return statement


def comment_order(post: CommentedPost, query: Mapping[str, Any]) -> Order:
    """Return the order of the comments on a post; of relevance it is only known that it is another one."""
    relevance = query["order"] == "relevance" and PLATFORMS[post.platform].comments.filters
    return EARLIEST if relevance else LATEST


def _in_brands(*brand_ids: str) -> Any:
    return CommentedPost.account_id.in_(select(Account.id).where(Account.brand_id.in_(brand_ids)))
