"""The posts of the inbox: found, or made of what is known of a post when somebody comments on it."""

from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from socialapi_stub import ids, upstream
from socialapi_stub.tables import Account, Target
from socialapi_stub.tables.comments import CommentedPost


def find(session: Session, on: Account, identifier: str, now: datetime) -> CommentedPost | None:
    """Return a post of an account by the platform's id of it, or by its id in the inbox.

    A published copy comes into the inbox with its first comment; until then its row is not stored.
    """
    known = select(CommentedPost).where(
        CommentedPost.account_id == on.id,
        or_(CommentedPost.platform_id == identifier, CommentedPost.id == identifier),
    )
    found = session.scalar(known)
    if found is not None:
        return found
    copy = session.scalar(copies(on).where(Target.platform_post_id == identifier).limit(1))
    return None if copy is None else of_copy(on, copy, now)


def copies(on: Account) -> Select[Target]:
    """Select the published copies on an account, the latest first."""
    published = select(Target).where(Target.account_id == on.id, Target.status == "published")
    return published.order_by(Target.published_at.desc(), Target.id)


def of_copy(on: Account, copy: Target, now: datetime) -> CommentedPost:
    """Return a new row for a published copy."""
    made = of_platform(on, copy.platform_post_id or "", now)
    made.page_id = copy.page_id
    made.content = copy.overrides.get("text", copy.post.text)
    made.permalink = copy.permalink
    made.thumbnail = _picture(copy)
    made.published_at = copy.published_at
    return made


def of_platform(on: Account, platform_id: str, now: datetime) -> CommentedPost:
    """Return a new row for a post that was made on the platform itself."""
    return CommentedPost(
        id=ids.stable_uuid(on.id, "commented", platform_id),
        workspace_id=on.workspace_id,
        account_id=on.id,
        platform=on.platform,
        platform_id=platform_id,
        permalink=upstream.permalink(on.platform, on.username, platform_id),
        like_count=upstream.amount(platform_id, 200),
        commented_at=now,
        created_at=now,
        updated_at=now,
    )


def _picture(copy: Target) -> str | None:
    media = copy.overrides.get("media", copy.post.media)
    pictures = [each for each in media if each["source_type"] == "url" and each.get("type") == "image"]
    return pictures[0]["source"] if pictures else None
