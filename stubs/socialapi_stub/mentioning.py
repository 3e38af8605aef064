"""Mentions: made, found by the ids that an answer names, shown."""

import re
from dataclasses import dataclass
from datetime import datetime

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from socialapi_stub import comment_events, interactions, upstream
from socialapi_stub.call import Body
from socialapi_stub.interactions import Deed
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account
from socialapi_stub.tables.mentions import Mention


@dataclass(frozen=True, slots=True)
class Place:
    """Where an account is mentioned: the platform's id of the post, and of the comment if it is in one."""

    media_id: str
    comment_id: str | None = None


def add(session: Session, account: Account, place: Place, said: Body, at: datetime) -> Mention:
    """Add a mention; `said` has the `text`, the `media` and the `author`, as `Mention` has them."""
    made = Mention(
        id=interactions.identifier("mention", account.platform, place.comment_id or place.media_id),
        account_id=account.id,
        media_id=place.media_id,
        comment_id=place.comment_id,
        permalink=upstream.permalink(account.platform, said["author"]["username"], place.media_id),
        received_at=at,
        **said,
    )
    session.add(made)
    return made


def answered(session: Session, account: Account, body: Body) -> Mention:
    """Return the mention that an answer is for. Raises `resource.not_found`."""
    named, commented = body["media_id"], body.get("comment_id")
    public = re.sub(r"^sapi_(cmt|dm|rev)_", "sapi_mnt_", named)
    here = select(Mention).where(
        Mention.account_id == account.id, or_(Mention.id == public, Mention.media_id == named)
    )
    found = session.scalars(here.order_by(Mention.received_at.desc())).all()
    if not found:
        raise Problem("resource.not_found", resource="mention", id=named)
    if commented is None:
        return found[0]
    for mention in found:
        if mention.comment_id and _is_named(account.platform, mention.comment_id, commented):
            return mention
    raise Problem("resource.not_found", resource="comment", id=commented)


def document(row: Mention, account: Account) -> Body:
    """Return a mention as lists and events show it."""
    known = {
        "mention_type": "comment" if row.comment_id else "caption",
        "media_id": row.media_id,
        "permalink_url": row.permalink,
    }
    metadata = {name: known[name] for name in PLATFORMS[account.platform].mentions.tells}
    author, number = comment_events.author(row.author), row.comment_id or row.media_id
    deed = Deed("mention", account, number, row.received_at, author, row.text, row.media, metadata or None)
    return interactions.document(deed)


def _is_named(platform: str, comment_id: str, identifier: str) -> bool:
    public = re.sub(r"^sapi_(dm|rev|mnt)_", "sapi_cmt_", identifier)
    return public in (comment_id, interactions.identifier("comment", platform, comment_id))
