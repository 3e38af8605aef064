"""The demo data: a workspace worth looking at, with the same ids every time and times relative to now."""

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle, islice

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import select
from sqlalchemy.orm import Session
from ulid import ULID

from socialapi_stub import delivery, drafting, upstream
from socialapi_stub.tables import Account, Brand, Media, Page, Post, Target, Workspace

DEMO = "demo@example.com"
BRANDS = ("Acme Coffee", "Harbour Books")
# Brand, platform and user name; the second list is about workspaces beside the demo.
ACCOUNTS = (
    ("Default", "instagram", "northwind"),
    ("Default", "facebook", "northwind"),
    ("Default", "threads", "northwind"),
    ("Default", "tiktok", "northwind"),
    ("Acme Coffee", "instagram", "acmecoffee"),
    ("Acme Coffee", "youtube", "acmecoffee"),
    ("Acme Coffee", "linkedin", "ada.example"),
    ("Acme Coffee", "telegram", "123456789"),
    ("Harbour Books", "twitter", "harbourbooks"),
    ("Harbour Books", "google", "harbourbooks"),
    ("Harbour Books", "threads", "harbourbooks"),
)
ELSEWHERE = (
    ("other@example.com", "threads", "other"),
    ("other@example.com", "facebook", "other"),
    ("free@example.com", "threads", "hobbyist"),
    ("past_due@example.com", "threads", "behind"),
    ("disposable@example.com", "threads", "fleeting"),
)
LOST_GRANT = ("Harbour Books", "threads")
STATES = (
    ("published",) * 28
    + ("scheduled",) * 10
    + ("draft",) * 11
    + ("failed",) * 4
    + ("partial",) * 4
    + ("cancelled",) * 2
)
TEXTS = (
    "Fresh beans are in.",
    "We open at nine tomorrow.",
    "From green to brown in twelve minutes.",
    "Three chairs, one window, no hurry.",
    "New on the shelf: letters from the coast.",
    "What should we roast next?",
)
FILES = (
    ("beans.jpg", "image/jpeg", 482133, None),
    ("roast.mp4", "video/mp4", 8120441, 24),
    ("upload.jpg", "image/jpeg", 0, None),
)
PHOTO = {"source_type": "url", "source": "https://cdn.example.com/beans.jpg", "type": "image"}
CLIP = {"source_type": "url", "source": "https://cdn.example.com/roast.mp4", "type": "video"}


@dataclass(frozen=True, slots=True)
class Cast:
    """The accounts posts are made for: those that work, and the one that lost its grant."""

    working: Sequence[Account]
    lost: Account


def plant(session: Session, now: datetime) -> None:
    """Add brands, accounts, media and posts to the workspaces of a fresh seed."""
    workspace = session.scalars(select(Workspace).where(Workspace.email == DEMO)).one()
    brands = {brand.name: brand for brand in _brands(session, workspace, now)}
    accounts = [_account(workspace, brands[brand], slug, who, now) for brand, slug, who in ACCOUNTS]
    session.add_all([*accounts, *_media(workspace, now)])
    session.flush()
    lost = next(
        one for one in accounts if (one.brand_id, one.platform) == (brands[LOST_GRANT[0]].id, LOST_GRANT[1])
    )
    lost.status = "reconnect_required"
    lost.reconnect_reason = "The authorization has expired."
    working = [one for one in accounts if one is not lost and PLATFORMS[one.platform].publishing is not None]
    session.add_all(_posts(session, workspace, Cast(working, lost), now))
    _plant_elsewhere(session, now)


def _plant_elsewhere(session: Session, now: datetime) -> None:
    for email, slug, who in ELSEWHERE:
        workspace = session.scalars(select(Workspace).where(Workspace.email == email)).one()
        brand = session.scalars(select(Brand).where(Brand.workspace_id == workspace.id)).one()
        account = _account(workspace, brand, slug, who, now)
        session.add(account)
        session.flush()
        for number, status in enumerate(("draft", "published")):
            post = _post(workspace, f"{who}/{slug}/{number}", TEXTS[number], now - timedelta(days=number + 1))
            post.targets = [_target(post, 0, account)]
            _live(session, post, status, now)
            session.add(post)


def _brands(session: Session, workspace: Workspace, now: datetime) -> Iterator[Brand]:
    yield session.scalars(select(Brand).where(Brand.workspace_id == workspace.id)).one()
    for age, name in enumerate(BRANDS):
        at = now - timedelta(days=30 - age)
        brand = Brand(
            id=_uuid("brand", name), workspace_id=workspace.id, name=name, created_at=at, updated_at=at
        )
        session.add(brand)
        session.flush()
        yield brand


def _account(workspace: Workspace, brand: Brand, slug: str, who: str, now: datetime) -> Account:
    profile = upstream.bot(who) if slug == "telegram" else upstream.profile(slug, who)
    key = f"{workspace.email}/{slug}/{who}"
    return Account(
        id=f"acc_{_ulid(key)}",
        workspace_id=workspace.id,
        brand_id=brand.id,
        platform=slug,
        platform_account_id=profile.platform_account_id,
        name=profile.name,
        username=profile.username,
        profile_picture_url=profile.picture_url,
        login_id=f"cred_{_ulid(key + '/login')}" if profile.pages else None,
        details=dict(profile.details) if profile.details else None,
        created_at=now - timedelta(days=20) + timedelta(minutes=int(upstream.digits(key, 3))),
        pages=[
            Page(
                id=f"sapi_page_{_ulid(f'{key}/{number}')}",
                position=place,
                platform_page_id=number,
                name=name,
                is_active=True,
                is_default=place == 0,
                details={"followers_count": upstream.amount(number, 5000), "category": "Shop"},
            )
            for place, (number, name) in enumerate(profile.pages)
        ],
    )


def _media(workspace: Workspace, now: datetime) -> list[Media]:
    return [
        Media(
            id=_uuid("media", name),
            workspace_id=workspace.id,
            filename=name,
            content_type=media_type,
            size_bytes=size,
            duration_seconds=seconds,
            status="ready" if size else "pending",
            created_at=now - timedelta(days=10),
        )
        for name, media_type, size, seconds in FILES
    ]


def _posts(session: Session, workspace: Workspace, cast: Cast, now: datetime) -> Iterator[Post]:
    accounts = cycle(cast.working)
    for number, status in enumerate(STATES):
        text = f"{TEXTS[number % len(TEXTS)]} ({number + 1})"
        post = _post(workspace, f"post/{number}", text, now - timedelta(hours=9 * (len(STATES) - number)))
        chosen = [] if status == "draft" and number % 4 == 0 else list(islice(accounts, 1 + number % 2))
        if status in ("failed", "partial"):
            chosen = [cast.lost] if status == "failed" else [*chosen[:1], cast.lost]
        post.targets = [_target(post, position, account) for position, account in enumerate(chosen)]
        post.hidden = status == "draft" and number % 10 == 0
        _live(session, post, status, now)
        yield post
    yield from _twins(session, workspace, cast.working, now)
    yield _held(workspace, cast.working, now)


def _post(workspace: Workspace, key: str, text: str, created: datetime) -> Post:
    return Post(
        id=_uuid(workspace.email, key),
        workspace_id=workspace.id,
        status="draft",
        text=text,
        title=None,
        search=text.casefold(),
        hidden=False,
        retry_count=0,
        skip_validation=False,
        media=[],
        segments=[],
        platform_data={},
        sort_at=created,
        created_at=created,
        updated_at=created,
    )


def _target(post: Post, position: int, account: Account) -> Target:
    own = {
        "instagram": {"media": [PHOTO], "platform_data": {"content_type": "feed"}},
        "tiktok": {"media": [CLIP], "platform_data": {"privacy_level": "PUBLIC_TO_EVERYONE"}},
        "youtube": {"media": [CLIP], "title": "How we roast"},
    }
    return Target(
        id=_uuid(post.id, str(position)),
        position=position,
        account_id=account.id,
        platform=account.platform,
        overrides=own.get(account.platform, {}),
        status="pending",
    )


def _live(session: Session, post: Post, status: str, now: datetime) -> None:
    """Bring a draft into a state by living through what leads there."""
    post.status = status
    if status == "scheduled":
        post.scheduled_at = now + timedelta(hours=30 + int(upstream.digits(post.id, 3)))
        for target in post.targets:
            target.due_at = post.scheduled_at
    elif status not in ("draft", "cancelled"):
        at = post.created_at + timedelta(minutes=5)
        for target in post.targets:
            delivery.deliver(session, post, target, at)
            _measure(target, now)
        if any(target.status == "published" for target in post.targets):
            post.published_at = at
        post.updated_at = at
    drafting.place_in_time(post)


def _measure(target: Target, now: datetime) -> None:
    if target.platform_post_id is not None:
        target.metrics = upstream.metrics(target.platform, target.platform_post_id)
        target.metrics_synced_at = now - timedelta(hours=1) if target.metrics else None


def _twins(
    session: Session, workspace: Workspace, accounts: Sequence[Account], now: datetime
) -> Iterator[Post]:
    """Two posts whose copies have the same id, which is ambiguous: platforms count for themselves."""
    for number, platform in enumerate(("instagram", "threads")):
        account = next(account for account in accounts if account.platform == platform)
        post = _post(
            workspace, f"twin/{number}", f"Twice the same number. ({number + 1})", now - timedelta(days=2)
        )
        post.targets = [_target(post, 0, account)]
        _live(session, post, "published", now)
        post.targets[0].platform_post_id = upstream.digits("twins", 17)
        yield post


def _held(workspace: Workspace, accounts: Sequence[Account], now: datetime) -> Post:
    """A post that stays in delivery, as one does whose platform takes its time with a long video."""
    post = _post(workspace, "held", "A long film on its way.", now - timedelta(minutes=1))
    account = next(account for account in accounts if account.platform == "youtube")
    post.targets = [_target(post, 0, account)]
    post.status = "publishing"
    post.targets[0].status = "publishing"
    post.targets[0].due_at = now + timedelta(days=3650)
    return post


def _uuid(*name: str) -> str:
    return str(uuid.UUID(bytes=_bytes("/".join(name))[:16], version=4))


def _ulid(name: str) -> str:
    return str(ULID.from_bytes(_bytes(name)[:16]))


def _bytes(name: str) -> bytes:
    return hashlib.sha256(f"socialapi-mock/demo/{name}".encode()).digest()
