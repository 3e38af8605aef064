"""The media library: what is in it, how much room it has, which posts hold on to it."""

import mimetypes
import re
from operator import attrgetter
from typing import Any

from socialapi_contract.plans import PLANS, UNLIMITED
from sqlalchemy import ColumnElement, Select, String, cast, func, or_, select

from socialapi_stub import addresses, clock, durations, ids
from socialapi_stub.call import Body, Call
from socialapi_stub.pages import Order
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Media, Post, Target

NEWEST_FIRST = Order(Media.created_at, Media.id, attrgetter("created_at", "id"), descending=True)
MEDIA_TYPE = re.compile(r"[a-z0-9.+_-]+/[a-z0-9.+_-]+")
ANY_TYPE = "application/octet-stream"
LONGEST_NAME = 255


def ready(call: Call) -> Select[Media]:
    """Select the files of the workspace that posts can use."""
    return select(Media).where(Media.workspace_id == call.workspace_id, Media.status == "ready")


def find(call: Call, media_id: str) -> Media:
    """Return a file of the workspace, in whatever state, to change it. Raises `media.not_found`."""
    media = call.session.get(Media, media_id, with_for_update=True)
    if media is None or media.workspace_id != call.workspace_id:
        raise Problem("media.not_found", headers=headers(call))
    return media


def add(call: Call, filename: str, content_type: str, status: str, size: int = 0) -> Media:
    """Add a file to the library; its bytes are the caller's business."""
    media = Media(
        id=ids.new_uuid(),
        workspace_id=call.workspace_id,
        filename=filename,
        content_type=content_type,
        size_bytes=size,
        status=status,
        created_at=call.now,
    )
    call.session.add(media)
    return media


def document(call: Call, media: Media) -> Body:
    """Return a file as the list shows it, with a fresh address to see it at."""
    until = addresses.expiry(call.now)
    return {
        "id": media.id,
        "filename": media.filename,
        "content_type": media.content_type,
        "size_bytes": media.size_bytes,
        "status": media.status,
        "url": addresses.issue(call.base_url, call.cursor_key, "GET", media.id, until),
        "created_at": clock.text(media.created_at),
    }


def storage(call: Call) -> Body:
    """Return how full the library is; -1 is no limit."""
    counting = select(func.coalesce(func.sum(Media.size_bytes), 0), func.count()).where(
        Media.workspace_id == call.workspace_id, Media.status == "ready"
    )
    used, count = call.session.execute(counting).one()
    limit = PLANS[call.workspace.plan].storage_bytes
    return {"used_bytes": int(used), "limit_bytes": limit, "count": count}


def headers(call: Call) -> dict[str, str]:
    """Return the usage headers of every answer about media."""
    figures = storage(call)
    return {
        "X-Storage-Used": str(figures["used_bytes"]),
        "X-Storage-Limit": str(figures["limit_bytes"]),
    }


def has_room(call: Call, size: int) -> bool:
    """Tell whether so many bytes more fit into the storage of the plan."""
    figures = storage(call)
    used, limit = int(figures["used_bytes"]), int(figures["limit_bytes"])
    return limit == UNLIMITED or used + size <= limit


def full(call: Call, *, keep: bool = False) -> Problem:
    """Return the refusal of what does not fit."""
    plan = PLANS[call.workspace.plan]
    meta: dict[str, Any] = {"plan": plan.tier, "max": plan.storage_bytes}
    return Problem("billing.storage_quota", headers=headers(call), keep=keep, **meta)


def confirm(call: Call, media: Media) -> None:
    """Make an announced file ready once its bytes are there and fit into the storage of the plan.

    Raises `media.not_found` and `billing.storage_quota`, which leave the file failed and without bytes.
    """
    size = call.files.size(media.id)
    if size is None:
        media.status = "failed"
        raise Problem("media.not_found", "no bytes arrived", headers=headers(call), keep=True)
    if not has_room(call, size):
        media.status = "failed"
        call.files.remove(call.session, media.id)
        raise full(call, keep=True)
    media.size_bytes = size
    media.status = "ready"
    measure(call, media)
    call.session.flush()


def measure(call: Call, media: Media) -> None:
    """Note how long a video lasts."""
    if media.content_type.startswith("video/"):
        media.duration_seconds = durations.of_video(call.files.path(media.id))


def is_used(call: Call, media: Media) -> bool:
    """Tell whether a post refers to a file, in itself, in a segment or in a target, whatever its state."""
    in_target = Post.targets.any(_mentions(Target.overrides, media.id))
    mentioning = or_(_mentions(Post.media, media.id), _mentions(Post.segments, media.id), in_target)
    posts = select(Post).where(Post.workspace_id == call.workspace_id, mentioning)
    return any(media.id in _references(post) for post in call.session.scalars(posts))


def type_of(given: str | None, filename: str) -> str:
    """Return the media type of an uploaded file: the given one, else the one its name suggests."""
    plain = (given or "").partition(";")[0].strip().lower()
    if MEDIA_TYPE.fullmatch(plain):
        return plain
    return mimetypes.guess_type(filename)[0] or ANY_TYPE


def _mentions(column: Any, media_id: str) -> ColumnElement[bool]:
    return cast(column, String).contains(media_id, autoescape=True)


def _references(post: Post) -> set[str]:
    """Return the library files that a post names anywhere."""
    own = [*post.segments, *(target.overrides for target in post.targets)]
    items = [*post.media, *(item for part in own for item in part.get("media", []))]
    short = [media_id for part in post.segments for media_id in part.get("media_ids", [])]
    return {item["source"] for item in items if item["source_type"] == "media_id"} | set(short)
