"""Faults in paging and in keeping workspaces apart."""

# ruff: noqa: ARG001, SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from faults.error_faults import when
from faults.faulty import Middleware, Reply, fault, replies, requests
from socialapi_stub import pages, post_filters, visibility
from socialapi_stub.call import Call
from socialapi_stub.problems import Problem
from socialapi_stub.resources import keys
from socialapi_stub.tables import Account, ApiKey
from sqlalchemy import select
from starlette.types import Scope

LIST = "/v1/posts"


def with_query(change: Any) -> Middleware:
    """Return a middleware that changes the query of `list_posts` before the stub sees it."""

    def changed(scope: Scope) -> Scope:
        if scope["path"] != LIST or scope["method"] != "GET":
            return scope
        query = dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True))
        return {**scope, "query_string": urlencode(change(query)).encode()}

    return requests(changed)


@fault(
    "across/pagination/accepts_limits_in_bounds/list_posts",
    "across/pagination/fills_its_pages/list_posts",
)
def returns_one_item_too_many(patch: pytest.MonkeyPatch) -> Middleware:
    """A page is one item longer than was asked for."""
    return with_query(
        lambda query: (
            {**query, "limit": int(query["limit"]) + 1} if query.get("limit") in ("1", "2") else query
        )
    )


@fault("across/pagination/bounds_limits/list_posts")
def fails_on_a_limit_of_nothing(patch: pytest.MonkeyPatch) -> Middleware:
    """`limit=0` is an unexpected failure."""

    def spoil(reply: Reply) -> None:
        if reply.path == LIST and "limit=0" in reply.query.split("&"):
            reply.status, reply.body = 500, b"division by zero"

    return replies(spoil)


@fault("across/pagination/bounds_limits/list_posts")
def knows_no_largest_limit(patch: pytest.MonkeyPatch) -> Middleware:
    """A `limit` above the maximum is accepted and not drawn into bounds."""

    def spoil(reply: Reply) -> None:
        limit = dict(parse_qsl(reply.query)).get("limit", "")
        if reply.path == LIST and limit.isdigit() and int(limit) > 100:
            post = {"id": "x", "status": "draft", "hidden": False, "retry_count": 0, "targets": []}
            times = dict.fromkeys(("created_at", "updated_at"), "2026-02-15T14:30:00Z")
            reply.status = 200
            reply.json = {"data": [{**post, **times}] * 101, "pagination": {"has_more": False, "limit": 101}}

    return replies(spoil)


@fault("across/pagination/refuses_limits_that_are_no_number/list_posts")
def reads_no_number_as_no_limit(patch: pytest.MonkeyPatch) -> Middleware:
    """A `limit` that is no number counts as absent."""
    return with_query(
        lambda query: {name: text for name, text in query.items() if name != "limit" or _is_number(text)}
    )


def _is_number(text: str) -> bool:
    return text.lstrip("-").isdigit()


@fault("across/pagination/has_a_default_limit/list_posts")
def has_another_default(patch: pytest.MonkeyPatch) -> Middleware:
    """Without `limit` a page holds twenty items."""
    return with_query(lambda query: {"limit": 20, **query})


@fault(
    "across/pagination/walks_every_item_once/list_posts",
    "across/pagination/walks_every_item_once",
    "across/pagination/walks_on_while_items_come_and_go",
)
def loses_an_item_between_pages(patch: pytest.MonkeyPatch) -> None:
    """The next page begins one item too late."""
    original = pages.page

    def page(call: Call, query: Mapping[str, Any], statement: Any, order: Any, item: Any) -> Any:
        late = statement.offset(1) if "cursor" in query else statement
        return original(call, query, late, order, item)

    patch.setattr(pages, "page", page)


@fault("across/pagination/walks_every_item_once/list_media")
def turns_short_pages_around(patch: pytest.MonkeyPatch) -> Middleware:
    """A page of files has its items in the opposite order if it is a short one."""

    def spoil(reply: Reply) -> None:
        reply.json = {**reply.json, "data": reply.json["data"][::-1]}

    return when(
        lambda reply: reply.path == "/v1/media" and reply.status == 200 and "limit=3" in reply.query, spoil
    )


@fault(
    "across/pagination/walks_on_while_items_come_and_go",
    "across/pagination/walks_on_while_items_come_and_go/list_posts",
)
def counts_instead_of_remembering(patch: pytest.MonkeyPatch) -> None:
    """A cursor is a number of items to skip."""

    def page(call: Call, query: Mapping[str, Any], statement: Any, order: Any, item: Any) -> Any:
        paging, scope = call.operation.pagination, pages._scope(call, query)
        limit = int(query.get("limit", 25))
        skip = 0
        if "cursor" in query:
            skip = int(pages.open_cursor(call.cursor_key, query["cursor"], scope)[1])
        rows = call.session.scalars(statement.order_by(*order.columns()).offset(skip).limit(limit + 1)).all()
        following = pages.seal_cursor(call.cursor_key, (call.now, str(skip + limit)), scope)
        return pages.envelope(
            paging, [item(row) for row in rows[:limit]], limit, following if rows[limit:] else None
        )

    patch.setattr(pages, "page", page)


@fault("across/pagination/says_whether_more_follows")
def always_promises_more(patch: pytest.MonkeyPatch) -> None:
    """`has_more` is true on the last page, too."""
    original = pages.envelope

    def envelope(*args: Any) -> Any:
        body = original(*args)
        return {**body, "pagination": {**body["pagination"], "has_more": True}}

    patch.setattr(pages, "envelope", envelope)


@fault("across/pagination/refuses_tampered_cursors", "across/pagination/refuses_cursors_of_other_workspaces")
def ignores_bad_cursors(patch: pytest.MonkeyPatch) -> None:
    """A cursor that cannot be read leads back to the first page."""
    original = pages.page

    def page(call: Call, query: Mapping[str, Any], *rest: Any) -> Any:
        try:
            return original(call, query, *rest)
        except Problem:
            return original(call, {name: each for name, each in query.items() if name != "cursor"}, *rest)

    patch.setattr(pages, "page", page)


@fault("across/pagination/refuses_cursors_of_other_workspaces")
def shares_cursors(patch: pytest.MonkeyPatch) -> None:
    """A cursor is good in every workspace."""

    def scope(call: Call, query: Mapping[str, Any]) -> str:
        filters = {name: each for name, each in query.items() if name not in ("limit", "cursor")}
        return json.dumps([call.operation.operation_id, filters], sort_keys=True)

    patch.setattr(pages, "_scope", scope)


@fault(
    "across/pagination/bears_cursors_of_other_lists",
    "across/pagination/refuses_tampered_cursors",
    "across/pagination/refuses_cursors_of_other_workspaces",
)
def fails_on_foreign_cursors(patch: pytest.MonkeyPatch) -> None:
    """A cursor that was not issued for the list is an unexpected failure."""
    original = pages.open_cursor

    def open_cursor(key: bytes, cursor: str, scope: str) -> Any:
        try:
            return original(key, cursor, scope)
        except Problem as problem:
            raise KeyError(scope) from problem

    patch.setattr(pages, "open_cursor", open_cursor)


@fault("across/pagination/keeps_filters_on_every_page")
def forgets_the_filter_after_a_page(patch: pytest.MonkeyPatch) -> None:
    """From the second page on, the state is not filtered by."""
    original = post_filters.select

    def chosen(call: Call, query: Mapping[str, Any]) -> Any:
        kept = {name: each for name, each in query.items() if name != "status" or "cursor" not in query}
        return original(call, kept)

    patch.setattr(post_filters, "select", chosen)


@fault(
    "across/isolation/hides_objects_of_other_workspaces/get_account_limits",
    "across/isolation/hides_objects_of_other_workspaces/list_account_pages",
    "across/isolation/hides_objects_of_other_workspaces",
    "across/isolation/takes_foreign_ids_for_unknown",
    "across/isolation/takes_foreign_ids_for_unknown/create_post/targets.account_id",
    "comments/other_workspaces/keeps_to_its_own_posts",
)
def shows_accounts_of_other_workspaces(patch: pytest.MonkeyPatch) -> None:
    """Whoever knows the id of an account may use it."""

    def account(call: Call, account_id: str) -> Account:
        statement = select(Account).where(Account.id == account_id)
        if call.caller.brand_ids:
            statement = statement.where(Account.brand_id.in_(call.caller.brand_ids))
        found = call.session.scalar(statement)
        if found is None:
            raise Problem("account.not_found")
        return found

    patch.setattr(visibility, "account", account)


@fault("across/isolation/lists_only_its_own/list_keys")
def lists_everybodys_keys(patch: pytest.MonkeyPatch) -> None:
    """The list of keys knows no workspaces."""

    def list_keys(call: Call) -> Any:
        data = [keys._listed(key) for key in call.session.scalars(select(ApiKey))]
        return {"data": data, "count": len(data)}

    patch.setattr(keys, "list_keys", list_keys)
