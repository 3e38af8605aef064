"""What is online on an account: the published copies of posts, and what was posted on the platform itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import content, upstream
from socialapi_stub.tables import Account, Post, Target
from socialapi_stub.tables.videos import Fetched, VideoEdit

PUBLIC = ("public", "PUBLIC_TO_EVERYONE")
TEXTS = (
    "How we roast",
    "A morning behind the counter",
    "Three mistakes with filter coffee",
    "What a cupping sounds like",
    "Our new window",
    "From the farm to the bag",
)


@dataclass(frozen=True, slots=True)
class Live:
    """A post as its platform shows it; `target` is the copy it is, None for what is not stored here."""

    platform_post_id: str
    title: str
    text: str
    visibility: str
    made_at: datetime
    permalink: str
    is_video: bool
    target: Target | None = None


def on(session: Session, account: Account, only: str | None = None) -> list[Live]:
    """Return everything that is online on an account, the newest first, or what has the id `only` there."""
    edits = {
        edit.platform_post_id: edit
        for edit in session.scalars(select(VideoEdit).where(VideoEdit.account_id == account.id))
    }
    found = [*_copies(session, account, only), *_natives(session, account, only)]
    shown = [_edited(one, edits.get(one.platform_post_id)) for one in found]
    return sorted(shown, key=lambda one: (one.made_at, one.platform_post_id), reverse=True)


def videos(session: Session, account: Account, only: str | None = None) -> list[Live]:
    """Return the videos among what is online, the newest first; `only` as in `on`."""
    return [one for one in on(session, account, only) if one.is_video]


def _copies(session: Session, account: Account, only: str | None) -> Iterator[Live]:
    copies = select(Post, Target).join(Target, onclause=Target.post_id == Post.id)
    named = Target.platform_post_id.is_not(None) if only is None else Target.platform_post_id == only
    published = Target.status == "published", named
    for post, target in session.execute(copies.where(Target.account_id == account.id, *published)):
        said = content.of(post, target, content.library_of(session, post))
        yield Live(
            platform_post_id=target.platform_post_id or "",
            title=said.title,
            text=said.text,
            visibility=said.visibility or said.settings.get("privacy_level") or PUBLIC[0],
            made_at=target.published_at or post.created_at,
            permalink=target.permalink or "",
            is_video=any(item.kind != "image" for item in said.items) or not said.items,
            target=target,
        )


def _natives(session: Session, account: Account, only: str | None) -> Iterator[Live]:
    stored = session.scalars(select(Fetched.platform_post_id).where(Fetched.account_id == account.id))
    known = set(stored)
    for number, name in enumerate(upstream.native_ids(account.platform, account.platform_account_id)):
        if name not in known and only in (None, name):
            yield Live(
                platform_post_id=name,
                title=TEXTS[number % len(TEXTS)],
                text=f"{TEXTS[number % len(TEXTS)]}. #coffee",
                visibility=PUBLIC[0],
                made_at=account.created_at - timedelta(days=2 * number + 1),
                permalink=upstream.permalink(account.platform, account.username, name),
                is_video=True,
            )


def _edited(one: Live, edit: VideoEdit | None) -> Live:
    if edit is None:
        return one
    return replace(
        one,
        title=one.title if edit.title is None else edit.title,
        text=one.text if edit.description is None else edit.description,
        visibility=edit.visibility or one.visibility,
    )
