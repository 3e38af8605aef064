"""Access to accounts that goes and comes back: grants that are taken back or renewed, pages that vanish."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import account_events
from socialapi_stub.tables import Account, Page
from socialapi_stub.tables.connections import Login

REASONS = {
    "all_pages_removed": "The login has no access to the pages of the account any more.",
    "access_revoked": "The access was revoked on the platform.",
}
EXPIRED = "The authorization has expired."


def lose_grant(session: Session, account: Account, reason: str, at: datetime) -> None:
    """End the grant of an account; it, and all others of its login, have to be connected again."""
    login = session.get(Login, account.login_id) if account.login_id else None
    if login is not None:
        login.is_lost = True
    for each in sharing(session, account):
        _lose(session, each, reason, at)


def lose_page(session: Session, page: Page, reason: str, at: datetime) -> None:
    """Switch a page off that is not accessible any more; an account without any has to be connected again."""
    account = page.account
    page.is_lost, page.is_active, page.is_default = True, False, False
    account_events.page_removed(session, page, reason, at)
    login = session.get(Login, account.login_id) if account.login_id else None
    if login is not None:
        login.page_ids = [each for each in login.page_ids if each != page.platform_page_id]
    if all(each.is_lost for each in account.pages):
        _lose(session, account, "all_pages_removed", at)


def renew(session: Session, account: Account, page_ids: Collection[str], at: datetime) -> None:
    """Let an account work again with the pages its login has access to now; the others of it are lost."""
    for page in account.pages:
        if page.platform_page_id not in page_ids and not page.is_lost:
            lose_page(session, page, "access_revoked", at)
        elif page.platform_page_id in page_ids and page.is_lost:
            page.is_lost, page.is_active = False, True
    if account.status != "active" and (not account.pages or any(not page.is_lost for page in account.pages)):
        mend(account)


def renew_all(session: Session, account: Account, at: datetime) -> None:
    """Grant an account anew as it was, and its login with it."""
    page_ids = [page.platform_page_id for page in account.pages]
    login = session.get(Login, account.login_id) if account.login_id else None
    if login is not None:
        login.page_ids, login.is_lost = sorted({*login.page_ids, *page_ids}), False
    renew(session, account, page_ids, at)


def mend(account: Account) -> None:
    """Let an account be usable."""
    account.status, account.reconnect_reason = "active", None


def sharing(session: Session, account: Account) -> list[Account]:
    """Return the accounts that hang on the same grant: those of one login, or the account alone."""
    login = session.get(Login, account.login_id) if account.login_id else None
    return on_login(session, login) if login else [account]


def on_login(session: Session, login: Login) -> list[Account]:
    """Return the accounts that hang on a login."""
    return list(session.scalars(select(Account).where(Account.login_id == login.id).order_by(Account.id)))


def _lose(session: Session, account: Account, reason: str, at: datetime) -> None:
    if account.status != "active":
        return
    account.status, account.reconnect_reason = "reconnect_required", REASONS.get(reason, EXPIRED)
    account_events.disconnected(session, account, reason, at, kept=True)
