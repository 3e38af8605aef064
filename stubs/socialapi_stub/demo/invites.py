"""Invites of the demo data: one that waits, one that was used, one whose time is over."""

from datetime import timedelta

from socialapi_stub import ids
from socialapi_stub.demo.cast import Cast
from socialapi_stub.tables import Connection
from socialapi_stub.tables.invites import Invite

# Platform, days since it was made, days it is good for, and whether somebody used it.
INVITES = (("linkedin", 1, 30, False), ("tiktok", 20, 30, True), ("youtube", 12, 7, False))


def plant(cast: Cast) -> None:
    """Add the invites of the demo workspace."""
    workspace, brand = cast.homes["demo"]
    for platform, age, life, is_used in INVITES:
        made = cast.now - timedelta(days=age)
        token = ids.stable_bytes("invite", platform).hex()[:40]
        invite = Invite(
            id=ids.stable_uuid("invite", platform),
            workspace_id=workspace.id,
            brand_id=brand.id,
            platform=platform,
            token=token,
            state=ids.stable_bytes("invite", platform, "state").hex()[:32],
            created_at=made,
            expires_at=made + timedelta(days=life),
            spent_at=made + timedelta(days=1) if is_used else None,
        )
        cast.session.add(invite)
        if not is_used:
            cast.session.add(
                Connection(
                    state=invite.state,
                    workspace_id=workspace.id,
                    platform=platform,
                    brand_id=brand.id,
                    customer_state="",
                    expires_at=invite.expires_at,
                )
            )
