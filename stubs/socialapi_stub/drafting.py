"""From request bodies to posts: taking over fields, resolving accounts and pages."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import clock, content, ids, text_index, visibility
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account, Post, Target

PLAIN_FIELDS = (
    "text",
    "title",
    "visibility",
    "first_comment",
    "segments",
    "platform_data",
    "skip_validation",
    "hidden",
)
OVERRIDES = ("text", "title", "first_comment", "visibility", "platform_data")


def new_post(call: Call, body: Body) -> Post:
    """Return a draft made from a body; it is not stored yet.

    Raises 404 for accounts and pages that do not exist.
    """
    post = draft(ids.new_uuid(), call.workspace_id, call.now)
    fill(call, post, body)
    return post


def draft(post_id: str, workspace_id: str, at: datetime, text: str | None = None) -> Post:
    """Return a draft of a text for no account yet; it is not stored."""
    return Post(
        id=post_id,
        workspace_id=workspace_id,
        status="draft",
        text=text,
        search=text_index.searchable(text),
        hidden=False,
        retry_count=0,
        skip_validation=False,
        media=[],
        segments=[],
        platform_data={},
        sort_at=at,
        created_at=at,
        updated_at=at,
    )


def destination(target_id: str, position: int, account: Account, **fields: Any) -> Target:
    """Return a target of a post that waits to be delivered to an account; `fields` are further columns."""
    given = {"overrides": {}, **fields}
    return Target(
        id=target_id,
        position=position,
        account_id=account.id,
        platform=account.platform,
        status="pending",
        **given,
    )


def fill(call: Call, post: Post, body: Body) -> None:
    """Take the fields of a body over into a post; what the body leaves out stays.

    Times are the caller's business.
    """
    for name in PLAIN_FIELDS:
        if name in body:
            setattr(post, name, body[name])
    media = content.media_of(body)
    if media is not None:
        post.media = media
    if "targets" in body:
        post.targets = [_target(call, position, given) for position, given in enumerate(body["targets"])]
    post.search = text_index.searchable(post.text, post.title)
    place_in_time(post)


def changed_by(body: Body) -> list[str]:
    """Return the fields of a post that a body gives anew."""
    return [name for name in (*PLAIN_FIELDS, "media", "media_ids", "targets", "scheduled_at") if name in body]


def place_in_time(post: Post) -> None:
    """Set what the list sorts by: the schedule, else the publication, else the creation."""
    post.sort_at = post.scheduled_at or post.published_at or post.created_at


def instant(body: Mapping[str, Any], field: str, name: str) -> Any:
    """Return a timestamp of a body as an instant; None when it is absent or null.

    `name` is its path for the caller.
    """
    text = body.get(field)
    if text is None:
        return None
    try:
        return clock.parse(text)
    except ValueError as error:
        raise Problem("validation.field_invalid", f"{name}: {error}", field=name) from error


def future(call: Call, body: Mapping[str, Any], field: str, name: str) -> Any:
    """Return a timestamp that has to lie in the future."""
    at = instant(body, field, name)
    if at is not None and at <= call.now:
        raise Problem("validation.field_invalid", f"{name} has to be in the future", field=name)
    return at


def active_page(account: Account, page_id: str | None) -> str | None:
    """Return the page to publish on: the given one, else the default, else the only active one.

    Raises `account.page_inactive` and `account.no_active_page`; None on platforms without pages.
    """
    if not PLATFORMS[account.platform].pages:
        return None
    if page_id is not None:
        page = next((page for page in account.pages if page.id == page_id), None)
        if page is not None and not page.is_active:
            raise Problem("account.page_inactive")
        candidates = [page] if page else []
    else:
        active = [page for page in account.pages if page.is_active]
        candidates = [page for page in active if page.is_default] or active
    if len(candidates) != 1:
        raise Problem("account.no_active_page")
    return candidates[0].id


def _target(call: Call, position: int, given: Body) -> Target:
    account = visibility.account(call, given["account_id"])
    page_id = given.get("page_id")
    has_boards = PLATFORMS[account.platform].boards
    if page_id is not None and not has_boards and all(page.id != page_id for page in account.pages):
        raise Problem("resource.not_found", resource="page", id=page_id)
    overrides = {name: given[name] for name in OVERRIDES if name in given}
    media = content.media_of(given)
    if media is not None:
        overrides["media"] = media
    at = future(call, given, "scheduled_at", f"targets[{position}].scheduled_at")
    if at is not None:
        overrides["scheduled_at"] = clock.text(at)
    return destination(
        ids.new_uuid(),
        position,
        account,
        page_id=page_id,
        board_id=given.get("board_id"),
        overrides=overrides,
    )
