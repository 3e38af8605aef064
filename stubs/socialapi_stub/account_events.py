"""The events of accounts: connected, disconnected, a page lost."""

from datetime import datetime

from socialapi_contract.events import EVENTS
from sqlalchemy.orm import Session

from socialapi_stub import clock, events, upstream
from socialapi_stub.call import Body
from socialapi_stub.events import Occurrence
from socialapi_stub.tables import Account, Page


def connected(session: Session, account: Account, at: datetime) -> None:
    """Tell that an account was connected, for the first time or again."""
    optional = {
        "display_name": account.name,
        "profile_picture_url": account.profile_picture_url,
        "bio": account.bio,
    }
    data = {
        "account_id": account.id,
        "brand_id": account.brand_id,
        "platform": account.platform,
        "platform_user_id": account.platform_account_id,
        "username": account.username,
        **{name: value for name, value in optional.items() if value},
        "profile_url": upstream.profile_url(account.platform, account.username, account.platform_account_id),
        "connected_at": clock.text(at),
    }
    events.emit(session, Occurrence(account.workspace_id, "account.connected", data, at, account))


def disconnected(session: Session, account: Account, reason: str, at: datetime, *, kept: bool) -> None:
    """Tell that an account is gone, or that it is `kept` and has to be connected again."""
    data: Body = {"account_id": account.id, "platform": account.platform, "reason": reason}
    if kept:
        data["reconnect_required"] = True
    events.emit(session, Occurrence(account.workspace_id, "account.disconnected", data, at, account))


def page_removed(session: Session, page: Page, reason: str, at: datetime) -> None:
    """Tell that a page of an account was switched off, where the platform is one that tells."""
    account = page.account
    if account.platform not in (EVENTS["page.removed"].platforms or ()):
        return
    data = {
        "account_id": account.id,
        "platform_page_id": page.platform_page_id,
        "name": page.name,
        "platform": account.platform,
        "reason": reason,
    }
    events.emit(session, Occurrence(account.workspace_id, "page.removed", data, at, account))
