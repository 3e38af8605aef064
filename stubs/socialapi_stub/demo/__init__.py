"""The demo data: a workspace worth looking at, with the same ids every time and times relative to now."""

import importlib
import pkgutil
from datetime import datetime, timedelta

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy.orm import Session

from socialapi_stub import ids, upstream
from socialapi_stub.demo.cast import Cast, Homes
from socialapi_stub.tables import Account, Brand, Page, Workspace
from socialapi_stub.tables.connections import Login

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
    ("Acme Coffee", "facebook", "acmecoffee"),
    ("Acme Coffee", "twitter", "acmecoffee"),
    ("Acme Coffee", "pinterest", "acmecoffee"),
    ("Acme Coffee", "whatsapp", "acmecoffee"),
    ("Harbour Books", "linkedin_page", "harbourbooks"),
    ("Harbour Books", "threads", "harbourbooks"),
)
PAGES_IN_USE = 2
ELSEWHERE = (
    ("other", "threads", "other"),
    ("other", "facebook", "other"),
    ("other", "instagram", "other"),
    ("other", "whatsapp", "other"),
    ("other", "google", "other"),
    ("free", "threads", "hobbyist"),
    ("free", "instagram", "hobbyist"),
    ("past_due", "threads", "behind"),
    ("disposable", "threads", "fleeting"),
)


def plant(session: Session, homes: Homes, now: datetime) -> None:
    """Add brands and accounts to the workspaces of a seed, then what the modules beside this one add.

    Each has a function `plant` that takes the `Cast`; they run in the order of their names, and what they add
    is in the database when the next one begins.
    """
    workspace, first = homes["demo"]
    brands = {first.name: first, **{brand.name: brand for brand in _brands(workspace, now)}}
    accounts = [_account(workspace, brands[brand], slug, who, now) for brand, slug, who in ACCOUNTS]
    elsewhere = [(name, _account(*homes[name], slug, who, now)) for name, slug, who in ELSEWHERE]
    accounts[-1].status = "reconnect_required"
    accounts[-1].reconnect_reason = "The authorization has expired."
    session.add_all([*brands.values(), *accounts, *(account for _, account in elsewhere)])
    by_workspace = {name: [one for home, one in elsewhere if home == name] for name in homes}
    owners = zip([*ACCOUNTS, *ELSEWHERE], [*accounts, *(account for _, account in elsewhere)], strict=True)
    session.add_all(_login(account, who) for (_, _, who), account in owners if account.login_id)
    cast = Cast(session, homes, {**by_workspace, "demo": accounts}, now)
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        planting = getattr(importlib.import_module(f"{__name__}.{module}"), "plant", None)
        if planting is not None:
            session.flush()
            with session.no_autoflush:
                planting(cast)


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


def _login(account: Account, who: str) -> Login:
    return Login(
        id=account.login_id,
        workspace_id=account.workspace_id,
        platform=account.platform,
        who=who,
        page_ids=[page.platform_page_id for page in upstream.profile(account.platform, who).pages],
    )


def _account(workspace: Workspace, brand: Brand, slug: str, who: str, now: datetime) -> Account:
    profile = upstream.bot(who) if slug == "telegram" else upstream.profile(slug, who)
    pages, shared = profile.pages[:PAGES_IN_USE], PLATFORMS[slug].selection == "pages"
    profile = upstream.of_page(pages[0]) if shared else profile
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
        login_id=f"cred_{ids.stable_ulid(key + '/login')}" if shared else None,
        details=dict(profile.details) if profile.details else None,
        created_at=now - timedelta(days=20) + timedelta(minutes=int(upstream.digits(key, 3))),
        pages=[
            Page(
                id=f"sapi_page_{ids.stable_ulid(f'{key}/{page.platform_page_id}')}",
                position=place,
                platform_page_id=page.platform_page_id,
                name=page.name,
                is_active=True,
                is_default=place == 0,
                details=dict(page.details),
            )
            for place, page in enumerate(pages)
        ],
    )
