"""Mentions: reading where others mention an account, and answering there."""

from functools import partial
from operator import attrgetter

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import select

from socialapi_stub import (
    commented,
    commenting,
    credits,  # noqa: A004 - the API's own word
    drafting,
    ids,
    interactions,
    mentioning,
    pages,
    platform_calls,
    upstream,
    visibility,
)
from socialapi_stub.call import Body, Call
from socialapi_stub.pages import Order
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account
from socialapi_stub.tables.comments import Comment
from socialapi_stub.tables.mentions import Mention

NEWEST = Order(Mention.received_at, Mention.id, attrgetter("received_at", "id"), descending=True)


def list_mentions(call: Call, account_id: str, query: Body) -> Body:
    """Return one page of the mentions of an account, the newest first."""
    account = visibility.account(call, account_id)
    _require(call, account, supported=PLATFORMS[account.platform].mentions.list)
    statement = select(Mention).where(Mention.account_id == account.id)
    if "since" in query:
        statement = statement.where(Mention.received_at > drafting.instant(query, "since", "since"))
    item = partial(mentioning.document, account=account)
    return pages.page(call, {**query, "account": account.id}, statement, NEWEST, item)


def reply_to_mention(call: Call, account_id: str, body: Body) -> Body:
    """Publish a comment where an account was mentioned; on a post of its own it joins the others."""
    account = visibility.account(call, account_id)
    _require(call, account, supported=PLATFORMS[account.platform].mentions.reply)
    mention = mentioning.answered(call.session, account, body)
    credits.charge(call, "interaction")
    return {"success": True, "comment_id": _publish(call, account, mention, body["text"])}


def _publish(call: Call, account: Account, mention: Mention, text: str) -> str:
    post = commented.find(call.session, account, mention.media_id, call.now)
    if post is None:
        number = upstream.comment_id(account.platform, mention.media_id, ids.new_uuid())
        return interactions.identifier("comment", account.platform, number)
    place = Comment.post_id == post.id
    parent = commenting.find(call.session, place, mention.comment_id) if mention.comment_id else None
    return commenting.write(call, account, post, text, parent).id


def _require(call: Call, account: Account, *, supported: bool) -> None:
    if not supported:
        raise Problem("resource.not_supported")
    platform_calls.require(call, account)
