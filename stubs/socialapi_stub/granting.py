"""The end of a connect flow: the user has agreed, so there is an account, or something to choose first."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import cast

from socialapi_contract.plans import PAGE_ALLOWANCE
from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import attaching, collisions, ids, logins, upstream
from socialapi_stub.logins import Grant
from socialapi_stub.problems import Problem, platform_code
from socialapi_stub.tables import Account, Brand, Connection, Workspace
from socialapi_stub.tables.connections import Login, PendingConnection
from socialapi_stub.tables.invites import Invite
from socialapi_stub.upstream import Profile

CHOICE_LIFE = timedelta(minutes=30)


def end(session: Session, connection: Connection, grant: Grant, at: datetime) -> Account | PendingConnection:
    """End a connect flow with what the user granted; it works once and uses up the invite behind it.

    Raises `brand.not_found`, the platform's problem for a user who is refused or has nothing to connect, and
    what stands in the way of the account.
    """
    workspace = session.get_one(Workspace, connection.workspace_id, with_for_update=True)
    brand = session.get(Brand, connection.brand_id) if connection.brand_id else None
    if brand is None and connection.brand_id:
        raise Problem("brand.not_found")
    if grant.who == upstream.REFUSED:
        raise Problem(platform_code(grant.platform, "auth"))
    invite = session.scalar(select(Invite).where(Invite.state == connection.state))
    ended = _Flow(session, workspace, brand, grant, at, may_wait=invite is None).end()
    if invite is not None:
        invite.spent_at = at
    session.delete(connection)
    return ended


def at_once(session: Session, brand: Brand, grant: Grant, at: datetime) -> Account:
    """Connect what was granted to a brand; where a choice would be due, what fits is taken."""
    workspace = session.get_one(Workspace, brand.workspace_id)
    ended = _Flow(session, workspace, brand, grant, at, may_wait=False).end()
    return cast("Account", ended)


@dataclass(frozen=True, slots=True)
class _Flow:
    """A flow whose user has agreed. Unless somebody can choose later, what fits is taken."""

    session: Session
    workspace: Workspace
    brand: Brand | None
    grant: Grant
    at: datetime
    may_wait: bool

    def end(self) -> Account | PendingConnection:
        """Return the account, or what waits for a choice."""
        if PLATFORMS[self.grant.platform].selection == "pages":
            return self._of_pages()
        found = upstream.profiles(self.grant.platform, self.grant.who)
        if not found:
            raise Problem(upstream.NOTHING_TO_CONNECT[self.grant.platform])
        if len(found) > 1 and self.may_wait:
            return self._pending(None)
        return self._attached(found[0])

    def _attached(self, profile: Profile) -> Account:
        if profile.pages:
            profile = replace(profile, pages=self.grant.pages())
        if told := self.grant.metadata:
            profile = replace(profile, platform_account_id=told["phone_number_id"], details=told)
        candidate = attaching.Candidate(self.session, self.workspace, self.grant.platform, profile, self.at)
        return attaching.attach(candidate, self.brand or attaching.home(candidate))

    def _of_pages(self) -> Account | PendingConnection:
        login = logins.renew(self.session, self.workspace, self.grant, self.at)
        if self.brand is None or self.may_wait:
            return self._pending(login)
        collisions.take_turns(self.session, login.page_ids)
        taken = logins.owned(self.session, login.platform, login.page_ids)
        free = [page for page in logins.pages(login) if page.platform_page_id not in taken]
        if not free:
            raise Problem("resource.conflict", "every page of the login belongs to a brand already")
        return logins.put(self.session, login, self.brand, free[:PAGE_ALLOWANCE], self.at)

    def _pending(self, login: Login | None) -> PendingConnection:
        pending = PendingConnection(
            id=ids.new_connection_id(),
            workspace_id=self.workspace.id,
            platform=self.grant.platform,
            brand_id=self.brand.id if self.brand else None,
            who=self.grant.who,
            login_id=login.id if login else None,
            expires_at=self.at + CHOICE_LIFE,
        )
        self.session.add(pending)
        return pending
