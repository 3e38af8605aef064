"""Invites: links that let somebody else connect an account to a brand."""

from datetime import timedelta

from socialapi_contract.errors import lookup
from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import delete, select

from socialapi_stub import attaching, clock, ids, visibility
from socialapi_stub.call import Body, Call, OpenCall
from socialapi_stub.connecting import CONSENT_PATH
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Brand, Connection
from socialapi_stub.tables.invites import Invite

CONFLICTS = lookup("resource.conflict").messages


def list_invites(call: Call, query: Body) -> Body:
    """Return every invite of a brand, the newest first."""
    brand = visibility.brand(call, query["brand_id"])
    statement = select(Invite).where(Invite.brand_id == brand.id)
    invites = call.session.scalars(statement.order_by(Invite.created_at.desc(), Invite.id.desc()))
    data = [_listed(call, invite) for invite in invites]
    return {"data": data, "count": len(data)}


def create_invite(call: Call, body: Body) -> Body:
    """Make a link that leads to the consent page of a platform until it is used or its time is over."""
    platform = PLATFORMS.get(body["platform"])
    if platform is None or platform.connect != "oauth":
        raise Problem("account.unsupported_platform")
    brand = visibility.brand(call, body["brand_id"])
    _require_none(call, brand, platform.slug)
    invite = Invite(
        id=ids.new_uuid(),
        workspace_id=call.workspace_id,
        brand_id=brand.id,
        platform=platform.slug,
        token=ids.new_invite_token(),
        state=ids.new_state(),
        created_at=call.now,
        expires_at=call.now + timedelta(days=body["expires_in_days"]),
    )
    call.session.add_all([invite, _flow(invite)])
    return _document(call, invite)


def revoke_invite(call: Call, invite_id: str) -> None:
    """Make a link useless for good; it stays in the list."""
    invite = call.session.get(Invite, invite_id)
    if invite is None or invite.workspace_id != call.workspace_id or invite.spent_at is not None:
        raise Problem("resource.not_found", resource="invite", id=invite_id)
    invite.spent_at = call.now
    call.session.execute(delete(Connection).where(Connection.state == invite.state))


def redeem_invite(call: OpenCall, token: str) -> None:
    """Lead whoever opens the link on to the consent page."""
    invite = call.session.scalar(select(Invite).where(Invite.token == token))
    if invite is None:
        raise Problem("resource.not_found")
    if not _is_active(call, invite):
        raise Problem("invite.expired")
    call.headers["Location"] = f"{call.base_url}{CONSENT_PATH}?state={invite.state}"


def _require_none(call: Call, brand: Brand, platform: str) -> None:
    """Raise `resource.conflict` for a brand that has an active invite or an account on the platform."""
    present = select(Invite).where(Invite.brand_id == brand.id, Invite.platform == platform)
    if any(_is_active(call, invite) for invite in call.session.scalars(present)):
        raise Problem("resource.conflict", CONFLICTS["active_invite"])
    if attaching.in_brand(call.session, brand, platform) is not None:
        raise Problem("resource.conflict", CONFLICTS["connected_account"])


def _flow(invite: Invite) -> Connection:
    return Connection(
        state=invite.state,
        workspace_id=invite.workspace_id,
        platform=invite.platform,
        brand_id=invite.brand_id,
        customer_state="",
        expires_at=invite.expires_at,
    )


def _is_active(call: OpenCall, invite: Invite) -> bool:
    return invite.spent_at is None and invite.expires_at > call.now


def _document(call: OpenCall, invite: Invite) -> Body:
    return {
        "id": invite.id,
        "platform": invite.platform,
        "token": invite.token,
        "url": f"{call.base_url}/invite/{invite.token}",
        "expires_at": clock.text(invite.expires_at),
    }


def _listed(call: OpenCall, invite: Invite) -> Body:
    return {
        **_document(call, invite),
        "is_active": _is_active(call, invite),
        "created_at": clock.text(invite.created_at),
    }
