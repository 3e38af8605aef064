"""The demo data: a workspace worth looking at, with the same ids every time and times relative to now."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy.orm import Session

from socialapi_stub import demo_posts, ids, upstream
from socialapi_stub.tables import Account, Brand, Media, Page, Workspace

Homes = Mapping[str, tuple[Workspace, Brand]]

BRANDS = ("Acme Coffee", "Harbour Books")
# Brand, platform and user name; the last one has lost its grant. Then workspace, platform and user name.
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
    ("other", "threads", "other"),
    ("other", "facebook", "other"),
    ("free", "threads", "hobbyist"),
    ("past_due", "threads", "behind"),
    ("disposable", "threads", "fleeting"),
)
FILES = (
    ("beans.jpg", "image/jpeg", 482133, None),
    ("roast.mp4", "video/mp4", 8120441, 24),
    ("upload.jpg", "image/jpeg", 0, None),
)


def plant(session: Session, homes: Homes, now: datetime) -> None:
    """Add brands, accounts, media and posts to the workspaces of a seed, each given with its first brand."""
    workspace, first = homes["demo"]
    brands = {first.name: first, **{brand.name: brand for brand in _brands(workspace, now)}}
    accounts = [_account(workspace, brands[brand], slug, who, now) for brand, slug, who in ACCOUNTS]
    elsewhere = [_account(*homes[name], slug, who, now) for name, slug, who in ELSEWHERE]
    lost = accounts[-1]
    lost.status = "reconnect_required"
    lost.reconnect_reason = "The authorization has expired."
    session.add_all([*brands.values(), *accounts, *elsewhere, *_media(workspace, now)])
    session.flush()  # deliveries look their accounts up
    publishable = [one for one in accounts[:-1] if PLATFORMS[one.platform].publishing is not None]
    with session.no_autoflush:
        demo_posts.plant(session, workspace, demo_posts.Cast(publishable, lost), now)
        for (name, _, _), account in zip(ELSEWHERE, elsewhere, strict=True):
            demo_posts.plant_two(session, homes[name][0], account, now)


def _brands(workspace: Workspace, now: datetime) -> list[Brand]:
    return [
        Brand(
            id=ids.stable_uuid("brand", name),
            workspace_id=workspace.id,
            name=name,
            created_at=now - timedelta(days=30 - age),
            updated_at=now - timedelta(days=30 - age),
        )
        for age, name in enumerate(BRANDS)
    ]


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
