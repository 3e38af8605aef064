"""Posts with several authors: who was invited, and what they answered."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import ids, upstream
from socialapi_stub.call import Call
from socialapi_stub.content import Content
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account, Target
from socialapi_stub.tables.instagram import Collaboration

LIFE = timedelta(days=14)


def invite(session: Session, account: Account, target: Target, said: Content, now: datetime) -> None:
    """Invite whom a published copy names as collaborators."""
    if "collaborators" not in said.publishing.platform_data:
        return
    for username in dict.fromkeys(_names(said.settings.get("collaborators"))):
        if username != account.username:
            session.add(invitation(account, str(target.platform_post_id), username, now))


def invitation(publisher: Account | None, media_id: str, username: str, at: datetime) -> Collaboration:
    """Return an invitation that is not stored yet; without a publisher the post was made elsewhere."""
    return Collaboration(
        id=ids.new_uuid(),
        media_id=media_id,
        publisher_id=publisher.id if publisher else None,
        platform_account_id=upstream.profile("instagram", username).platform_account_id,
        username=username,
        status="pending",
        invited_at=at,
    )


def collaborators(call: Call, publisher: Account, media_id: str) -> Sequence[Collaboration]:
    """Return who was invited to a post of an account, without the invitations that have lapsed.

    Raises `resource.not_found` for a post that the account has not published.
    """
    if not _is_published(call.session, media_id, publisher):
        raise _unknown(media_id)
    invited = select(Collaboration).where(Collaboration.media_id == media_id)
    rows = call.session.scalars(invited.order_by(Collaboration.invited_at, Collaboration.username))
    return [row for row in rows if not _has_lapsed(row, call.now)]


def answer(call: Call, invited: Account, media_id: str, status: Literal["accepted", "declined"]) -> None:
    """Answer the invitation of an account to a post.

    Raises `validation.field_invalid` without one that waits, `resource.not_found` for an unknown post.
    """
    of_post = select(Collaboration).where(Collaboration.media_id == media_id)
    rows = call.session.scalars(of_post).all()
    if not rows and not _is_published(call.session, media_id):
        raise _unknown(media_id)
    for row in rows:
        own = row.platform_account_id == invited.platform_account_id
        if own and row.status == "pending" and not _has_lapsed(row, call.now):
            row.status = status
            return
    raise Problem("validation.field_invalid", "no invitation to this post waits", field="mediaId")


def _is_published(session: Session, media_id: str, publisher: Account | None = None) -> bool:
    copies = select(Target.id).where(Target.platform_post_id == media_id, Target.status == "published")
    if publisher is not None:
        copies = copies.where(Target.account_id == publisher.id)
    return session.scalar(copies.limit(1)) is not None


def _has_lapsed(row: Collaboration, now: datetime) -> bool:
    return row.status == "pending" and row.invited_at + LIFE <= now


def _unknown(media_id: str) -> Problem:
    return Problem("resource.not_found", resource="media", id=media_id)


def _names(given: object) -> Iterator[str]:
    """Yield user names given as a list or joined by commas."""
    names = given.split(",") if isinstance(given, str) else given if isinstance(given, list) else []
    yield from (name for one in names if (name := str(one).strip().removeprefix("@")))
