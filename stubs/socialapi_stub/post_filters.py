"""Finding posts: the filters and orders of `list_posts`."""

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any

import sqlalchemy as sql
from sqlalchemy import ColumnElement, Select

from socialapi_stub import drafting, visibility
from socialapi_stub.call import Call
from socialapi_stub.pages import Order
from socialapi_stub.tables import Account, Post, Target

ORDERS = {
    "scheduled_asc": Order(Post.sort_at, Post.id, attrgetter("sort_at", "id")),
    "scheduled_desc": Order(Post.sort_at, Post.id, attrgetter("sort_at", "id"), descending=True),
    "created_asc": Order(Post.created_at, Post.id, attrgetter("created_at", "id")),
    "created_desc": Order(Post.created_at, Post.id, attrgetter("created_at", "id"), descending=True),
}

FEW = 500


def select(call: Call, query: Mapping[str, Any]) -> Select[Post]:
    """Select the visible posts that meet every filter of the query."""
    statement = visibility.posts(call)
    if not query.get("hidden"):
        statement = statement.where(Post.hidden.is_(False))
    if "status" in query:
        statement = statement.where(Post.status == query["status"])
    if "search" in query:
        statement = statement.where(Post.search.contains(query["search"].casefold(), autoescape=True))
    if "from" in query:
        statement = statement.where(Post.sort_at >= drafting.instant(query, "from", "from"))
    if "to" in query:
        statement = statement.where(Post.sort_at <= drafting.instant(query, "to", "to"))
    for condition in _on_targets(query):
        statement = statement.where(_with_target(call, condition))
    return statement


def _on_targets(query: Mapping[str, Any]) -> Iterator[ColumnElement[bool]]:
    """Return what a filter wants of some target of a post."""
    if "account_ids" in query:
        yield Target.account_id.in_(query["account_ids"])
    if "platform" in query:
        yield Target.platform == query["platform"]
    if "page_id" in query:
        yield Target.page_id == query["page_id"]
    if "brand_id" in query:
        yield Target.account_id.in_(sql.select(Account.id).where(Account.brand_id == query["brand_id"]))


def _with_target(call: Call, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition for posts with a target that meets one.

    A walk through the posts meets many soon, but would pass over all others to find a few.
    """
    found = sql.select(Target.post_id).where(condition).limit(FEW + 1)
    few = call.session.scalars(found).all()
    return Post.id.in_(few) if len(few) <= FEW else Post.targets.any(condition)
