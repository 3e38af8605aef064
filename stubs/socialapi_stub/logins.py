"""Logins whose pages are shared out among brands: what they give access to, which brand owns what."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from socialapi_contract.plans import PAGE_ALLOWANCE
from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import account_events, attaching, collisions, ids, losing, upstream
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account, Brand, Page, Workspace
from socialapi_stub.tables.connections import Login
from socialapi_stub.upstream import PageProfile


@dataclass(frozen=True, slots=True)
class Grant:
    """What a person agreed to: as whom, and to which pages; None stands for all of them.

    `metadata` is what the platform's own window told about the account.
    """

    platform: str
    who: str
    page_ids: Collection[str] | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)

    def pages(self) -> tuple[PageProfile, ...]:
        """Return the pages that are granted. Raises the platform's problem when there are none."""
        offered = upstream.profile(self.platform, self.who).pages
        granted = tuple(
            page for page in offered if self.page_ids is None or page.platform_page_id in self.page_ids
        )
        if not granted:
            raise Problem(upstream.NOTHING_TO_CONNECT[self.platform])
        return granted


def renew(session: Session, workspace: Workspace, grant: Grant, at: datetime) -> Login:
    """Take over what a person has granted, for every brand that uses their login."""
    granted = [page.platform_page_id for page in grant.pages()]
    known = select(Login).where(
        Login.workspace_id == workspace.id, Login.platform == grant.platform, Login.who == grant.who
    )
    login = session.scalar(known)
    if login is None:
        login = Login(
            id=ids.new_login_id(), workspace_id=workspace.id, platform=grant.platform, who=grant.who
        )
        session.add(login)
    for account in losing.on_login(session, login):
        was_usable = account.status == "active"
        losing.renew(session, account, granted, at)
        if account.status == "active" and not was_usable:
            account_events.connected(session, account, at)
    login.page_ids, login.is_lost = granted, False
    session.flush()
    return login


def pages(login: Login) -> list[PageProfile]:
    """Return the pages that a login has access to now."""
    return [
        page
        for page in upstream.profile(login.platform, login.who).pages
        if page.platform_page_id in login.page_ids
    ]


def owned(session: Session, platform: str, page_ids: Collection[str]) -> dict[str, Page]:
    """Return those of some pages that belong to an account, of whatever workspace, by the platform's id."""
    statement = select(Page).join(Account).where(Account.platform == platform)
    found = session.scalars(statement.where(Page.platform_page_id.in_(page_ids)))
    return {page.platform_page_id: page for page in found}


def lost(session: Session, login: Login) -> list[Page]:
    """Return the pages of accounts on a login that the login has lost."""
    return [page for account in losing.on_login(session, login) for page in account.pages if page.is_lost]


def put(session: Session, login: Login, brand: Brand, chosen: Sequence[PageProfile], at: datetime) -> Account:
    """Put free pages of a login into the account of a brand, which is made if there is none.

    Raises `account.different_login` and `platform.facebook.page_cap`.
    """
    account = attaching.in_brand(session, brand, login.platform)
    if account is not None and account.login_id != login.id:
        raise Problem("account.different_login")
    present = {page.platform_page_id for page in account.pages} if account else set()
    added = [page for page in chosen if page.platform_page_id not in present]
    if len(present) + len(added) > PAGE_ALLOWANCE:
        raise Problem("platform.facebook.page_cap", max=PAGE_ALLOWANCE)
    is_new = account is None
    account = account or _new_account(session, login, brand, added[0], at)
    for page in added:
        attaching.add_page(account, page)
    losing.mend(account)
    session.flush()
    if is_new:
        account_events.connected(session, account, at)
    return account


def require_free(
    session: Session, login: Login, chosen: Collection[PageProfile], brand_id: str | None, refusal: Problem
) -> None:
    """Raise `account.already_linked` for a page of another workspace, `refusal` for one of another brand."""
    page_ids = [page.platform_page_id for page in chosen]
    collisions.take_turns(session, page_ids)
    for page in owned(session, login.platform, page_ids).values():
        if page.account.workspace_id != login.workspace_id:
            raise Problem("account.already_linked")
        if page.account.brand_id != brand_id:
            raise refusal


def _new_account(session: Session, login: Login, brand: Brand, page: PageProfile, at: datetime) -> Account:
    workspace = session.get_one(Workspace, login.workspace_id)
    candidate = attaching.Candidate(session, workspace, login.platform, upstream.of_page(page), at)
    account = attaching.new_account(candidate)
    account.brand_id, account.login_id = brand.id, login.id
    session.add(account)
    return account
