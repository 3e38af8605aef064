"""Faults in making, publishing, listing and importing posts."""

# ruff: noqa: ARG001, SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

from datetime import timedelta
from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, instead, replies
from socialapi_stub import (
    admission,
    clock,
    drafting,
    post_documents,
    publishing,
)
from socialapi_stub.problems import Problem
from socialapi_stub.resources import posts
from socialapi_stub.tables import Post, Target


def changed(patch: pytest.MonkeyPatch, name: str, change: Any) -> None:
    """Let `change` make another answer of what an operation on posts answers."""
    original = getattr(posts, name)
    patch.setattr(posts, name, lambda *args, **kwargs: change(original(*args, **kwargs)))


def with_body(patch: pytest.MonkeyPatch, name: str, change: Any) -> None:
    """Let `change` make another body of the one an operation on posts is given."""
    original = getattr(posts, name)

    def handler(call: Any, *path: str, body: Any, **rest: Any) -> Any:
        return original(call, *path, body=change(body), **rest)

    patch.setattr(posts, name, handler)


@fault(
    "posts/create_post/saves_a_draft_by_default",
    "posts/create_post/infers_the_platform",
    "across/bounds/accepts_every_value_of_enums/create_post",
    "across/bounds/accepts_values_at_bounds/create_post",
)
def forgets_the_targets_of_a_draft(patch: pytest.MonkeyPatch) -> None:
    """The answer to a new draft names no targets."""
    changed(patch, "create_post", lambda body: {**body, "targets": []} if body["status"] == "draft" else body)


@fault(
    "posts/create_post/needs_no_targets_for_a_draft",
    "posts/create_post/keeps_what_it_was_given",
    "posts/list_posts/filters_by_state",
    "posts/list_posts/filters_by_target",
    "posts/list_posts/finds_posts_by_their_text",
    "posts/list_posts/leaves_out_hidden_posts",
    "usage/create_post/ends_at_the_post_limit",
    "usage/create_post/tells_what_is_left",
)
def wants_targets_for_drafts(patch: pytest.MonkeyPatch) -> None:
    """A draft without targets is refused."""
    original = posts.create_post

    def create_post(call: Any, body: Any) -> Any:
        if "targets" not in body:
            raise Problem("validation.field_required", field="targets")
        return original(call, body)

    patch.setattr(posts, "create_post", create_post)


@fault("posts/create_post/does_not_validate_drafts", "across/bounds/accepts_values_at_bounds/create_post")
def validates_drafts(patch: pytest.MonkeyPatch) -> None:
    """A draft has to meet the rules of its platforms."""
    original = drafting.fill

    def fill(call: Any, post: Post, body: Any) -> None:
        original(call, post, body)
        if len(post.text or "") > 10_000:
            raise Problem("validation.field_invalid", field="text")

    patch.setattr(drafting, "fill", fill)


@fault("posts/create_post/schedules_for_later", "posts/create_post/accepts_any_offset")
def schedules_an_hour_late(patch: pytest.MonkeyPatch) -> None:
    """A post is scheduled an hour after the time it was given."""
    original = publishing.schedule
    patch.setattr(publishing, "schedule", lambda post, at: original(post, at + timedelta(hours=1)))


@fault("posts/create_post/accepts_any_offset")
def reads_offsets_as_utc(patch: pytest.MonkeyPatch) -> None:
    """The offset of a timestamp is ignored."""
    original = clock.parse
    patch.setattr(clock, "parse", lambda text: original(text[:-6] + "Z" if text[-6] == "+" else text))


@fault("posts/create_post/prefers_now_to_later")
def prefers_later_to_now(patch: pytest.MonkeyPatch) -> None:
    """scheduled_at wins over publish_now."""
    with_body(
        patch,
        "create_post",
        lambda body: {**body, "publish_now": False} if body.get("scheduled_at") else body,
    )


@fault("posts/create_post/publishes_now", "posts/publish_post/publishes_a_draft")
def invents_a_target_state(patch: pytest.MonkeyPatch) -> None:
    """A target that is out is `live` instead of `published`."""
    original = post_documents.target

    def target(row: Target) -> Any:
        document = original(row)
        return {**document, "status": "live"} if row.status == "published" and not row.overrides else document

    patch.setattr(post_documents, "target", target)


@fault("posts/create_post/refuses_past_schedules")
def schedules_into_the_past(patch: pytest.MonkeyPatch) -> None:
    """A time that has passed is accepted."""
    patch.setattr(drafting, "future", lambda call, body, field, name: drafting.instant(body, field, name))


@fault(
    "posts/create_post/refuses_broken_timestamps",
    "across/bounds/refuses_broken_formats/create_post",
    "across/bounds/refuses_null/create_post",
    "across/bounds/refuses_other_types/create_post",
)
def guesses_timestamps(patch: pytest.MonkeyPatch) -> Middleware:
    """A timestamp it cannot read is an unexpected failure."""

    def spoil(reply: Reply) -> None:
        error = reply.json["error"] if reply.code == "validation.field_invalid" else {}
        if error.get("meta") == {"field": "scheduled_at"} and "future" not in error["message"]:
            reply.status, reply.body = 500, b"cannot parse"

    return replies(spoil)


@fault("posts/create_post/rejects_unknown_account")
def calls_an_unknown_account_a_broken_field(patch: pytest.MonkeyPatch) -> None:
    """A target on an account that is not there is 400 instead of 404."""
    instead(patch, drafting, "_target", "validation.field_invalid", field="targets[0].account_id")


@fault("posts/create_post/infers_the_platform")
def believes_the_callers_platform(patch: pytest.MonkeyPatch) -> None:
    """The platform of a target is what the request says."""
    original = drafting._target

    def target(call: Any, position: int, given: Any) -> Target:
        made = original(call, position, given)
        made.platform = given.get("platform", made.platform)
        return made

    patch.setattr(drafting, "_target", target)


@fault("posts/create_post/validates_what_goes_out", "posts/validate_post/finds_what_is_wrong")
def lets_anything_out(patch: pytest.MonkeyPatch) -> None:
    """Posts are not held against the rules of their platforms."""
    patch.setattr(admission, "findings", lambda call, post: iter(()))


@fault(
    "posts/create_post/keeps_what_it_was_given", "across/lifecycle/changes_only_what_it_is_told/update_post"
)
def loses_titles(patch: pytest.MonkeyPatch) -> None:
    """The title of a post is gone when it is read."""
    changed(patch, "get_post", lambda body: {name: each for name, each in body.items() if name != "title"})
