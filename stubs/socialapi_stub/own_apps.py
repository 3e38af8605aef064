"""Customers' own apps, for the platforms that are connected through one: stored, chosen, replaced."""

from typing import Literal

from socialapi_contract.platforms import PLATFORMS, Platform
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from socialapi_stub import tokens
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account, Brand
from socialapi_stub.tables.app_credentials import AppCredentials

HINT = 6
REFUSED = "invalid"
REPLACED = "The app that the account was connected through has been replaced."
Source = Literal["brand", "user"]


def listed(call: Call, platform: str) -> Select[AppCredentials]:
    """Select what the workspace has stored for a platform, oldest first."""
    own = AppCredentials.workspace_id == call.workspace_id, AppCredentials.platform == platform
    return select(AppCredentials).where(*own).order_by(AppCredentials.created_at, AppCredentials.holder_id)


def store(call: Call, platform: str, brand: Brand | None, pair: Body) -> None:
    """Store a pair for a brand, or as the default; accounts connected through another one are cut off."""
    digest = tokens.digest(f"{pair['client_id']}\0{pair['client_secret']}")
    kept = call.session.get(AppCredentials, (platform, _holder(call, brand)))
    if kept is not None and kept.digest != digest:
        _cut_off(call, platform, brand)
    stored = AppCredentials(
        platform=platform,
        holder_id=_holder(call, brand),
        workspace_id=call.workspace_id,
        brand_id=brand.id if brand else None,
        client_id_hint=pair["client_id"][:HINT],
        digest=digest,
        is_refused=refusal(pair, platform) is not None,
        created_at=kept.created_at if kept else call.now,
        updated_at=call.now,
    )
    call.session.merge(stored)


def remove(call: Call, platform: str, brand: Brand | None) -> None:
    """Remove the pair of a brand, or the default; without one there is nothing to do."""
    kept = call.session.get(AppCredentials, (platform, _holder(call, brand)))
    if kept is not None:
        call.session.delete(kept)


def require(call: Call, platform: Platform, brand_id: str | None) -> None:
    """Check that an account can be connected to a brand; None is one that is still to be made.

    Raises `byok.credentials_missing`, and `byok.credentials_invalid` for a pair that the platform refuses.
    """
    if not platform.byok:
        return
    found = _chosen(call.session, platform.slug, call.workspace_id, brand_id)
    if found is None:
        raise Problem("byok.credentials_missing", platform=platform.slug)
    if found.is_refused:
        raise Problem("byok.credentials_invalid")


def trace(session: Session, account: Account) -> dict[str, Source]:
    """Return what an account says of the app it is connected through, nothing if it takes none."""
    if not PLATFORMS[account.platform].byok:
        return {}
    found = _chosen(session, account.platform, account.workspace_id, account.brand_id)
    return {"byok_source": "brand" if found is not None and found.brand_id else "user"}


def refusal(pair: Body, platform: str) -> str | None:
    """Return why a platform refuses a pair, None if it takes it: what holds the word `invalid` is refused."""
    name = PLATFORMS[platform].name
    if REFUSED in pair["client_id"].lower():
        return f"{name} does not know the client id."
    return f"{name} rejected the client secret." if REFUSED in pair["client_secret"].lower() else None


def _holder(call: Call, brand: Brand | None) -> str:
    return brand.id if brand else call.workspace_id


def _chosen(
    session: Session, platform: str, workspace_id: str, brand_id: str | None
) -> AppCredentials | None:
    """Return the pair that counts in a brand: its own before the default."""
    own = session.get(AppCredentials, (platform, brand_id)) if brand_id else None
    return own or session.get(AppCredentials, (platform, workspace_id))


def _cut_off(call: Call, platform: str, brand: Brand | None) -> None:
    """Let every account connected through a pair that is replaced be connected again."""
    accounts = select(Account).where(
        Account.workspace_id == call.workspace_id, Account.platform == platform, Account.status == "active"
    )
    source: Source = "brand" if brand else "user"
    for account in call.session.scalars(accounts):
        through = (account.details or {}).get("byok_source") == source
        if through and (brand is None or account.brand_id == brand.id):
            account.status = "reconnect_required"
            account.reconnect_reason = REPLACED
