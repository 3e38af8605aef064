"""Connect flows and invites, past the point where people and platforms act."""

from datetime import timedelta
from typing import Any

from socialapi_contract.events import EVENTS
from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import select

from socialapi_stub import arranging, granting, ids, losing, upstream
from socialapi_stub.logins import Grant
from socialapi_stub.problems import Problem
from socialapi_stub.provider_states import CannotArrange, Wish
from socialapi_stub.tables import Account, Brand, Connection
from socialapi_stub.tables.app_credentials import AppCredentials
from socialapi_stub.tables.connections import PendingConnection
from socialapi_stub.tables.invites import Invite
from socialapi_stub.triggers import accounts

PAST = timedelta(seconds=1)
LIFE = timedelta(minutes=10)


def closed_platform(wish: Wish) -> dict[str, Any]:
    """The user of the workspace may not connect accounts of the gated `platform` any more."""
    platform = arranging.text(wish, "platform")
    wish.workspace.allowed_platforms = [one for one in wish.workspace.allowed_platforms if one != platform]
    return {"platform": platform}


def code_issued(wish: Wish) -> dict[str, str]:
    """A platform has sent a code for the account `who`, who has `count` pages or profiles there."""
    count = wish.params.get("count")
    return {
        "code": arranging.text(wish, "who") if count is None else f"{arranging.text(wish, 'who')}~{count}"
    }


def consent_given(wish: Wish) -> dict[str, str]:
    """The user `who` has agreed to what the `state` of a connect call, or an `invite` token, leads to."""
    connection = _flow(wish)
    try:
        ended = granting.end(
            wish.session, connection, Grant(connection.platform, arranging.text(wish, "who")), wish.now
        )
    except Problem as problem:
        raise CannotArrange(problem.message) from problem
    return {"account_id" if isinstance(ended, Account) else "connection_id": ended.id}


def expired_connect(wish: Wish) -> dict[str, str]:
    """The time to give consent after a connect call is over for its `state`."""
    connection = _flow(wish)
    connection.expires_at = wish.now - PAST
    return {"state": connection.state}


def expired_invite(wish: Wish) -> dict[str, str]:
    """The time of the invite with this `invite` token is over."""
    invite = wish.session.scalar(select(Invite).where(Invite.token == arranging.text(wish, "invite")))
    if invite is None or invite.workspace_id != wish.workspace.id:
        raise CannotArrange("invite: there is no such token; POST /v1/invites makes one")
    invite.expires_at = wish.now - PAST
    return {"id": invite.id}


def expired_pending_connection(wish: Wish) -> dict[str, str]:
    """The time to choose is over for the pending connection `connection_id`."""
    pending = arranging.row(wish, PendingConnection, "connection_id")
    pending.expires_at = wish.now - PAST
    return {"connection_id": pending.id}


def lost_grant(wish: Wish) -> dict[str, str]:
    """The grant of the account `account_id` is lost, so that it has to be connected again."""
    account = arranging.row(wish, Account, "account_id")
    losing.lose_grant(wish.session, account, "access_revoked", wish.now)
    return {"account_id": account.id}


def pending_connection(wish: Wish) -> dict[str, str]:
    """A connection of the workspace waits for a choice among the profiles of a login."""
    login = Grant(
        next(slug for slug, one in PLATFORMS.items() if one.selection == "profile"), f"{ids.new_uuid()}~2"
    )
    brand = wish.session.scalars(select(Brand).where(Brand.workspace_id == wish.workspace.id)).first()
    flow = Connection(
        state=ids.new_state(),
        workspace_id=wish.workspace.id,
        platform=login.platform,
        brand_id=brand.id if brand else None,
        customer_state="",
        expires_at=wish.now + LIFE,
    )
    wish.session.add(flow)
    waiting = granting.end(wish.session, flow, login, wish.now)
    first = upstream.profiles(login.platform, login.who)[0]
    return {"connection_id": waiting.id, "platform_account_id": first.platform_account_id}


def refused_app_credentials(wish: Wish) -> dict[str, Any]:
    """The platform has come to refuse the app credentials that are stored in the workspace."""
    stored = select(AppCredentials).where(AppCredentials.workspace_id == wish.workspace.id)
    rows = wish.session.scalars(stored).all()
    if not rows:
        raise CannotArrange("the workspace has stored no app credentials")
    for row in rows:
        row.is_refused = True
    return {"workspace_id": wish.workspace.id}


def removed_page(wish: Wish) -> dict[str, Any]:
    """A page of `account_id` is gone: the one named by `platform_page_id`, else the first there is."""
    account = arranging.account(wish, lambda one: one.slug in (EVENTS["page.removed"].platforms or ()))
    return arranging.happen(wish, accounts.page_removed, account)


def _flow(wish: Wish) -> Connection:
    state: Any = wish.params.get("state")
    if "invite" in wish.params:
        state = wish.session.scalar(
            select(Invite.state).where(Invite.token == arranging.text(wish, "invite"))
        )
    connection = wish.session.get(Connection, str(state))
    if connection is None or connection.workspace_id != wish.workspace.id:
        raise CannotArrange("neither state nor invite names a flow that waits for consent")
    return connection
