"""The demo data: a workspace worth looking at, with the same ids every time and times relative to now."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import demo_posts, ids, upstream
from socialapi_stub.tables import Account, Brand, Media, Page, Workspace

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
FILES = (
    ("beans.jpg", "image/jpeg", 482133, None),
    ("roast.mp4", "video/mp4", 8120441, 24),
    ("upload.jpg", "image/jpeg", 0, None),
)


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
    demo_posts.plant(session, workspace, demo_posts.Cast(working, lost), now)
    _plant_elsewhere(session, now)


def _plant_elsewhere(session: Session, now: datetime) -> None:
    for email, slug, who in ELSEWHERE:
        workspace = session.scalars(select(Workspace).where(Workspace.email == email)).one()
        brand = session.scalars(select(Brand).where(Brand.workspace_id == workspace.id)).one()
        account = _account(workspace, brand, slug, who, now)
        session.add(account)
        session.flush()
        demo_posts.plant_two(session, workspace, account, now)


def _brands(session: Session, workspace: Workspace, now: datetime) -> Iterator[Brand]:
    yield session.scalars(select(Brand).where(Brand.workspace_id == workspace.id)).one()
    for age, name in enumerate(BRANDS):
        at = now - timedelta(days=30 - age)
        brand = Brand(
            id=ids.stable_uuid("brand", name),
            workspace_id=workspace.id,
            name=name,
            created_at=at,
            updated_at=at,
        )
        session.add(brand)
        session.flush()
        yield brand


def _account(workspace: Workspace, brand: Brand, slug: str, who: str, now: datetime) -> Account:
    profile = upstream.bot(who) if slug == "telegram" else upstream.profile(slug, who)
    key = f"{workspace.email}/{slug}/{who}"
    return Account(
        id=f"acc_{ids.stable_ulid(key)}",
        workspace_id=workspace.id,
        brand_id=brand.id,
        platform=slug,
        platform_account_id=profile.platform_account_id,
        name=profile.name,
        username=profile.username,
        profile_picture_url=profile.picture_url,
        login_id=f"cred_{ids.stable_ulid(key + '/login')}" if profile.pages else None,
        details=dict(profile.details) if profile.details else None,
        created_at=now - timedelta(days=20) + timedelta(minutes=int(upstream.digits(key, 3))),
        pages=[
            Page(
                id=f"sapi_page_{ids.stable_ulid(f'{key}/{number}')}",
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
            id=ids.stable_uuid("media", name),
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
