"""Finding posts: the filters and orders of `list_posts`."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from sqlalchemy import Select

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
    return _by_target(statement, query)


def _by_target(statement: Select[Post], query: Mapping[str, Any]) -> Select[Post]:
    if "account_ids" in query:
        statement = statement.where(Post.targets.any(Target.account_id.in_(query["account_ids"])))
    if "platform" in query:
        statement = statement.where(Post.targets.any(Target.platform == query["platform"]))
    if "page_id" in query:
        statement = statement.where(Post.targets.any(Target.page_id == query["page_id"]))
    if "brand_id" in query:
        statement = statement.where(visibility.targeting(Account.brand_id == query["brand_id"]))
    return statement
