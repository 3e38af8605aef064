"""Finding posts: the filters and orders of `list_posts`."""

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any

import sqlalchemy as sql
from sqlalchemy import ColumnElement, Select
from sqlalchemy.orm import InstrumentedAttribute

from socialapi_stub import drafting, text_index, visibility
from socialapi_stub.call import Call
from socialapi_stub.pages import Order
from socialapi_stub.tables import Account, Post, Target
from socialapi_stub.tables.base import unindexed

ORDERS = {
    "scheduled_asc": Order(Post.sort_at, Post.id, attrgetter("sort_at", "id")),
    "scheduled_desc": Order(Post.sort_at, Post.id, attrgetter("sort_at", "id"), descending=True),
    "created_asc": Order(Post.created_at, Post.id, attrgetter("created_at", "id")),
    "created_desc": Order(Post.created_at, Post.id, attrgetter("created_at", "id"), descending=True),
}

FEW = 100


def select(call: Call, query: Mapping[str, Any]) -> Select[Post]:
    """Select the visible posts that meet every filter of the query."""
    rarest, conditions = _narrowed(call, query)
    statement = visibility.posts(call, among=rarest).where(*conditions)
    if not query.get("hidden"):
        statement = statement.where(Post.hidden.is_(False))
    if "status" in query:
        statement = statement.where(Post.status == query["status"])
    if "from" in query:
        statement = statement.where(Post.sort_at >= drafting.instant(query, "from", "from"))
    if "to" in query:
        statement = statement.where(Post.sort_at <= drafting.instant(query, "to", "to"))
    return statement


def _narrowed(call: Call, query: Mapping[str, Any]) -> tuple[list[str] | None, list[ColumnElement[bool]]]:
    """Return the ids of the posts that rare filters leave, None if none is rare, and what all filters want.

    A walk through the posts meets soon what many of them are, but would pass over all others to find a few.
    """
    few: list[str] | None = None
    conditions = []
    for candidates, condition in _filters(call, query):
        conditions.append(condition)
        found = call.session.scalars(candidates.limit(FEW + 1)).all()
        if len(found) <= FEW:
            few = [name for name in found if few is None or name in few]
    return few, conditions


def _filters(call: Call, query: Mapping[str, Any]) -> Iterator[tuple[Select[str], ColumnElement[bool]]]:
    """Return what selects the ids of the posts that may meet a filter, and what it wants of a post."""
    if query.get("search"):  # what is empty is in every text
        words = text_index.searchable(query["search"])
        dialect = call.session.get_bind().dialect.name
        found = text_index.candidates(dialect, call.workspace_id, words)
        yield found, Post.search.contains(words, autoescape=True)
    if call.caller.brand_ids:
        yield visibility.ids_of_posts(call), sql.true()
    for column, wanted in _on_targets(query):
        found = sql.select(Target.post_id).where(column.in_(wanted))
        theirs = sql.select(Target.id).where(Target.post_id == Post.id, unindexed(column).in_(wanted))
        yield found, visibility.some(theirs)


def _on_targets(query: Mapping[str, Any]) -> Iterator[tuple[InstrumentedAttribute[Any], Any]]:
    """Return the column of some target of a post that a filter looks at, and the values it wants there."""
    if "account_ids" in query:
        yield Target.account_id, query["account_ids"]
    if "platform" in query:
        yield Target.platform, [query["platform"]]
    if "page_id" in query:
        yield Target.page_id, [query["page_id"]]
    if "brand_id" in query:
        yield Target.account_id, sql.select(Account.id).where(Account.brand_id == query["brand_id"])
