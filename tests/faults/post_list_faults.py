"""Faults in listing, validating and importing posts."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, replies
from faults.post_faults import changed
from socialapi_stub import drafting, importing, post_filters, validating
from socialapi_stub.problems import Problem
from socialapi_stub.resources import posts
from socialapi_stub.tables import Post


@fault("posts/list_posts/finds_posts_by_their_text")
def finds_the_beginning_only(patch: pytest.MonkeyPatch) -> None:
    """A search finds posts that begin with what is searched for."""
    original = post_filters.select

    def chosen(call: Any, query: Any) -> Any:
        if "search" not in query:
            return original(call, query)
        rest = {name: each for name, each in query.items() if name != "search"}
        return original(call, rest).where(Post.search.startswith(query["search"].casefold(), autoescape=True))

    patch.setattr(post_filters, "select", chosen)


def without_filter(patch: pytest.MonkeyPatch, *names: str) -> None:
    """Let `list_posts` ignore filters."""
    original = post_filters.select

    def chosen(call: Any, query: Any) -> Any:
        return original(call, {name: each for name, each in query.items() if name not in names})

    patch.setattr(post_filters, "select", chosen)


@fault("posts/list_posts/filters_by_state", "across/pagination/keeps_filters_on_every_page")
def ignores_the_state_filter(patch: pytest.MonkeyPatch) -> None:
    """`status` does not filter."""
    without_filter(patch, "status")


@fault("posts/list_posts/filters_by_target")
def ignores_the_brand_filter(patch: pytest.MonkeyPatch) -> None:
    """`brand_id` does not filter."""
    without_filter(patch, "brand_id")


@fault("posts/list_posts/filters_by_time")
def ignores_the_end_of_time(patch: pytest.MonkeyPatch) -> None:
    """`to` does not filter."""
    without_filter(patch, "to")


@fault("posts/list_posts/leaves_out_hidden_posts")
def shows_hidden_posts(patch: pytest.MonkeyPatch) -> None:
    """Hidden posts are listed like any other."""
    original = post_filters.select
    patch.setattr(post_filters, "select", lambda call, query: original(call, {**query, "hidden": True}))


@fault("posts/list_posts/sorts_by_schedule")
def sorts_schedules_the_wrong_way(patch: pytest.MonkeyPatch) -> None:
    """The latest schedule comes first where the earliest should, and the other way around."""
    asc, desc = post_filters.ORDERS["scheduled_asc"], post_filters.ORDERS["scheduled_desc"]
    patch.setitem(post_filters.ORDERS, "scheduled_asc", desc)
    patch.setitem(post_filters.ORDERS, "scheduled_desc", asc)


@fault("posts/list_posts/sorts_by_creation")
def sorts_creation_the_wrong_way(patch: pytest.MonkeyPatch) -> None:
    """The newest comes first where the oldest should, and the other way around."""
    asc, desc = post_filters.ORDERS["created_asc"], post_filters.ORDERS["created_desc"]
    patch.setitem(post_filters.ORDERS, "created_asc", desc)
    patch.setitem(post_filters.ORDERS, "created_desc", asc)


@fault("posts/list_posts/refuses_invalid_filters/sort")
def fails_on_unknown_orders(patch: pytest.MonkeyPatch) -> Middleware:
    """An order it does not know is an unexpected failure."""

    def spoil(reply: Reply) -> None:
        if reply.path == "/v1/posts" and "sort=sideways" in reply.query:
            reply.status, reply.body = 500, b"KeyError: sideways"

    return replies(spoil)


@fault("posts/list_post_constraints/knows_every_platform")
def forgets_a_platform(patch: pytest.MonkeyPatch) -> None:
    """The constraints of all platforms lack one."""
    changed(
        patch,
        "list_post_constraints",
        lambda body: {
            "data": {k: v for k, v in body["data"].items() if k != "threads" or len(body["data"]) == 1}
        },
    )


@fault("posts/list_post_constraints/tells_the_constraints_of_one_platform")
def tells_all_constraints_every_time(patch: pytest.MonkeyPatch) -> None:
    """`platform` does not narrow the constraints."""
    original = posts.list_post_constraints

    def list_post_constraints(call: Any, query: Any) -> Any:
        original(call, query)
        return original(call, {})

    patch.setattr(posts, "list_post_constraints", list_post_constraints)


@fault("posts/validate_post/finds_what_is_wrong")
def finds_nothing_wrong(patch: pytest.MonkeyPatch) -> None:
    """Every post is valid."""
    changed(patch, "validate_post", lambda _body: {"valid": True, "errors": [], "warnings": []})


@fault("posts/validate_post/passes_what_is_right")
def contradicts_itself(patch: pytest.MonkeyPatch) -> None:
    """A post without errors is invalid."""
    changed(patch, "validate_post", lambda body: {**body, "valid": False})


@fault("posts/validate_post/validates_without_effect")
def saves_what_it_validates(patch: pytest.MonkeyPatch) -> None:
    """A post that is validated is also saved."""
    original = validating.verdict

    def verdict(call: Any, body: Any) -> Any:
        call.session.add(drafting.new_post(call, {"text": body.get("text")}))
        return original(call, body)

    patch.setattr(validating, "verdict", verdict)


@fault("posts/import_posts/imports_rows_as_posts")
def counts_the_header_as_a_row(patch: pytest.MonkeyPatch) -> None:
    """The counts of an import include its first line."""
    changed(
        patch,
        "import_posts",
        lambda body: (
            {**body, "created": body["created"] + 1} if body["failed"] == 0 and body["created"] else body
        ),
    )


@fault("posts/import_posts/imports_nothing_in_a_dry_run")
def imports_in_a_dry_run(patch: pytest.MonkeyPatch) -> None:
    """A dry run is a run."""
    original = posts.import_posts
    patch.setattr(
        posts, "import_posts", lambda call, query, body: original(call, {**query, "dry_run": "false"}, body)
    )


@fault("posts/import_posts/imports_good_rows_beside_bad_ones")
def stops_at_a_bad_row(patch: pytest.MonkeyPatch) -> None:
    """One bad row keeps all rows from being imported."""
    original = importing.read

    def read(call: Any, file: bytes) -> Any:
        batch = original(call, file)
        if batch.errors:
            raise Problem("validation.field_invalid", field="file")
        return batch

    patch.setattr(importing, "read", read)


@fault("posts/import_posts/refuses_what_is_no_file")
def imports_nothing_from_no_file(patch: pytest.MonkeyPatch) -> Middleware:
    """An import without a file succeeds, with no rows."""

    def spoil(reply: Reply) -> None:
        if reply.path == "/v1/posts/import" and reply.code == "validation.field_required":
            reply.status = 200
            reply.json = {"total_rows": 0, "created": 0, "failed": 0, "errors": [], "posts": []}

    return replies(spoil)
