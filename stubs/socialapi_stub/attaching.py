"""Putting a social account into a brand: new, again, or moved from another brand; and taking it out."""

from dataclasses import dataclass
from datetime import datetime

from socialapi_contract.errors import ErrorCode, lookup
from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import account_events, credits, ids, losing, own_apps  # noqa: A004 - the API's own word
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account, Brand, Page, Workspace
from socialapi_stub.tables.connections import Login
from socialapi_stub.upstream import PageProfile, Profile


@dataclass(frozen=True, slots=True)
class Candidate:
    """A social account that a workspace has proven to own."""

    session: Session
    workspace: Workspace
    platform: str
    profile: Profile
    now: datetime

    def known(self) -> Account | None:
        """Return the account it is connected as already, in whatever workspace."""
        statement = select(Account).where(Account.platform == self.platform)
        return self.session.scalar(
            statement.where(Account.platform_account_id == self.profile.platform_account_id)
        )


def attach(candidate: Candidate, brand: Brand) -> Account:
    """Connect a social account to a brand; connecting it again mends or moves it and keeps its id.

    Raises `account.already_linked` for an account of another workspace, or of another brand while accounts
    are locked to brands, and `resource.conflict` when the brand has an account on the platform already.
    """
    known = candidate.known()
    if known is not None and _is_held(known, candidate.workspace, brand):
        raise Problem("account.already_linked")
    present = in_brand(candidate.session, brand, candidate.platform)
    if present is not None and present is not known:
        raise Problem("resource.conflict", lookup("resource.conflict").messages["connected_account"])
    account = known or new_account(candidate)
    account.brand_id = brand.id
    account.details = {**(account.details or {}), **own_apps.trace(candidate.session, account)} or None
    _renew(candidate, account)
    candidate.session.add(account)
    candidate.session.flush()
    account_events.connected(candidate.session, account, candidate.now)
    return account


def detach(session: Session, account: Account) -> None:
    """Disconnect an account; a login goes with the last account that hangs on it."""
    session.delete(account)
    session.flush()
    login = session.get(Login, account.login_id) if account.login_id else None
    if login is not None and not losing.on_login(session, login):
        session.delete(login)


def in_brand(session: Session, brand: Brand, platform: str) -> Account | None:
    """Return the account a brand has on a platform."""
    return session.scalar(select(Account).where(Account.brand_id == brand.id, Account.platform == platform))


def home(candidate: Candidate, refusal: ErrorCode = "billing.brands_limit") -> Brand:
    """Return the brand for an account connected without naming one: the one it is in, else a new one.

    Raises `refusal` when the plan has no room for a new one.
    """
    session, workspace, now = candidate.session, candidate.workspace, candidate.now
    known = candidate.known()
    if known is not None and known.workspace_id == workspace.id:
        return session.get_one(Brand, known.brand_id)
    credits.require_room_for_brand(session, workspace, refusal)
    brand = Brand(
        id=ids.new_uuid(),
        workspace_id=workspace.id,
        name=candidate.profile.name,
        created_at=now,
        updated_at=now,
    )
    session.add(brand)
    session.flush()
    return brand


def _is_held(account: Account, workspace: Workspace, brand: Brand) -> bool:
    if account.workspace_id != workspace.id:
        return True
    return account.brand_id != brand.id and workspace.lock_accounts_to_brand


def new_account(candidate: Candidate) -> Account:
    """Return the account that a candidate becomes; it has no brand yet."""
    profile = candidate.profile
    return Account(
        id=ids.new_account_id(),
        workspace_id=candidate.workspace.id,
        platform=candidate.platform,
        platform_account_id=profile.platform_account_id,
        name=profile.name,
        username=profile.username,
        profile_picture_url=profile.picture_url,
        details=dict(profile.details) if profile.details else None,
        created_at=candidate.now,
    )


def add_page(account: Account, page: PageProfile) -> None:
    """Give an account one more page; the first is its default."""
    account.pages.append(
        Page(
            id=ids.new_page_id(),
            position=len(account.pages),
            platform_page_id=page.platform_page_id,
            name=page.name,
            is_active=True,
            is_default=not account.pages,
            is_lost=False,
            details=dict(page.details),
        )
    )


def _renew(candidate: Candidate, account: Account) -> None:
    """Bring an account up to date with what was granted just now."""
    granted = {page.platform_page_id: page for page in candidate.profile.pages}
    present = {page.platform_page_id for page in account.pages}
    for page_id, page in granted.items():
        if page_id not in present:
            add_page(account, page)
    losing.renew(candidate.session, account, granted, candidate.now)
    losing.mend(account)
