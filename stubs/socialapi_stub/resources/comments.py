"""Comments: the posts that have some, reading them, answering, moderating, liking."""

from functools import partial

from sqlalchemy import select

from socialapi_stub import (
    comment_documents,
    comment_events,
    comment_filters,
    comment_rules,
    commenting,
    credits,  # noqa: A004 - the API's own word
    pages,
    platform_calls,
)
from socialapi_stub.call import Body, Call
from socialapi_stub.tables.comments import Comment

DONE = {"success": True}


def list_commented_posts(call: Call, query: Body) -> Body:
    """Return one page of the posts of the inbox, or the only page where they are read at once."""
    account = comment_filters.read_at_once(call, query)
    if account is not None:
        platform_calls.require(call, account)
    statement, order = comment_filters.posts(call, query), comment_filters.POST_ORDERS[query["sort_order"]]
    page = pages.page(call, query, statement, order, comment_documents.post)
    return page if account is None else {**page, "pagination": {"has_more": False}}


def list_comments(call: Call, post_id: str, query: Body) -> Body:
    """Return one page of the comments on a post."""
    account = commenting.account(call, query["account_id"], "list")
    post = commenting.post(call, account, post_id)
    statement, order = comment_filters.comments(post, query), comment_filters.comment_order(post, query)
    item = partial(comment_documents.comment, platform=account.platform)
    return pages.page(call, {**query, "post": post.id}, statement, order, item)


def list_comment_replies(call: Call, post_id: str, comment_id: str, query: Body) -> Body:
    """Return one page of the answers to a comment."""
    parent = commenting.acted_on(call, query["account_id"], (post_id, comment_id), "list")
    statement = select(Comment).where(Comment.parent_id == parent.id)
    item = partial(comment_documents.comment, platform=parent.post.platform, parent=parent)
    return pages.page(call, {**query, "comment": parent.id}, statement, comment_filters.EARLIEST, item)


def reply_to_comment(call: Call, post_id: str, body: Body) -> Body:
    """Write a comment on a post, or an answer to a comment."""
    account = commenting.account(call, body["account_id"], "reply")
    post = commenting.post(call, account, post_id)
    parent = commenting.comment(call, post, body["comment_id"]) if "comment_id" in body else None
    credits.charge(call, "interaction")
    written = commenting.write(call, account, post, body["text"], parent)
    return {"success": True, "comment_id": written.id}


def delete_comment(call: Call, post_id: str, comment_id: str, query: Body) -> Body:
    """Remove a comment and the answers to it."""
    commenting.remove(call, commenting.acted_on(call, query["account_id"], (post_id, comment_id), "delete"))
    return DONE


def hide_comment(call: Call, post_id: str, comment_id: str, body: Body) -> Body:
    """Hide a comment from the public."""
    comment = commenting.acted_on(call, body["account_id"], (post_id, comment_id), "hide")
    commenting.set_hidden(comment, hidden=True)
    return DONE


def unhide_comment(call: Call, post_id: str, comment_id: str, query: Body) -> Body:
    """Show a hidden comment to the public again."""
    comment = commenting.acted_on(call, query["account_id"], (post_id, comment_id), "hide")
    commenting.set_hidden(comment, hidden=False)
    return DONE


def like_comment(call: Call, post_id: str, comment_id: str, body: Body) -> Body:
    """Like a comment as the account."""
    comment = commenting.acted_on(call, body["account_id"], (post_id, comment_id), "like")
    commenting.set_liked(comment, liked=True)
    return DONE


def unlike_comment(call: Call, post_id: str, comment_id: str, query: Body) -> Body:
    """Take the account's like back."""
    comment = commenting.acted_on(call, query["account_id"], (post_id, comment_id), "like")
    commenting.set_liked(comment, liked=False)
    return DONE


def send_private_reply(call: Call, post_id: str, comment_id: str, body: Body) -> Body:
    """Send a message to the author of a comment, once and within days."""
    comment = commenting.acted_on(call, body["account_id"], (post_id, comment_id), "private_reply")
    comment_rules.require_private_reply(comment.post.platform, comment, call.now)
    credits.charge(call, "interaction")
    comment.privately_answered_at = call.now
    comment_events.answered_privately(call, comment, body["text"])
    return DONE
