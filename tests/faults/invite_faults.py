"""Faults in invites."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces

from datetime import timedelta
from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, instead, replies
from faults.key_faults import changed, refusing
from socialapi_stub import clock, granting
from socialapi_stub.problems import Problem
from socialapi_stub.resources import invites
from socialapi_stub.tables.invites import Invite
from sqlalchemy import update


@fault(
    "invites/create_invite/makes_an_invite",
    "across/lifecycle/shows_what_was_made/create_invite",
)
def makes_every_invite_for_a_month(patch: pytest.MonkeyPatch) -> None:
    """An invite is said to last 30 days, whatever was asked for."""
    late = clock.text(clock.now() + timedelta(days=30))
    changed(patch, invites, "create_invite", lambda body: {**body, "expires_at": late})


@fault("invites/list_invites/lists_the_newest_first")
def lists_the_oldest_invite_first(patch: pytest.MonkeyPatch) -> None:
    """Invites are listed the oldest first."""
    changed(patch, invites, "list_invites", lambda body: {**body, "data": body["data"][::-1]})


@fault(
    "invites/create_invite/takes_certain_days",
    "across/bounds/refuses_missing_fields/create_invite",
    "across/bounds/refuses_null/create_invite",
    "across/bounds/refuses_other_types/create_invite",
    "across/bounds/refuses_values_outside_enums/create_invite",
)
def takes_any_number_of_days(patch: pytest.MonkeyPatch) -> Middleware:
    """An invite may last as long as one likes."""

    def spoil(reply: Reply) -> None:
        if reply.path == "/v1/invites" and b'"field":"expires_in_days"' in reply.body:
            reply.status, token = 201, "a" * 40
            link = {"token": token, "url": f"https://example.com/invite/{token}"}
            reply.json = {"id": "x", "platform": "threads", **link, "expires_at": clock.text(clock.now())}

    return replies(spoil)


@fault("invites/create_invite/needs_a_consent_page")
def has_nothing_to_lead_to(patch: pytest.MonkeyPatch) -> None:
    """A platform without a consent page is any invalid field."""
    odd = lambda body: body["platform"] in ("myspace", "telegram", "whatsapp")  # noqa: E731 - named for its reader
    refusing(patch, invites, "create_invite", odd, "validation.field_invalid")


@fault("invites/create_invite/invites_once")
def invites_as_often_as_asked(patch: pytest.MonkeyPatch) -> None:
    """A brand may have several active invites for a platform."""
    patch.setattr(invites, "_require_none", lambda *_: None)


@fault("invites/redeem_invite/leads_to_the_consent_page")
def leads_to_half_an_address(patch: pytest.MonkeyPatch) -> None:
    """The address of the consent page lacks its host."""
    original = invites.redeem_invite

    def redeem_invite(call: Any, token: str) -> None:
        original(call, token)
        call.headers["Location"] = call.headers["Location"].removeprefix(call.base_url)

    patch.setattr(invites, "redeem_invite", redeem_invite)


@fault(
    "invites/redeem_invite/answers_unknown_tokens",
    "across/errors/answers_unknown_ids/redeem_invite",
    "across/bounds/refuses_ids_of_any_form/redeem_invite",
)
def takes_unknown_tokens_for_old_ones(patch: pytest.MonkeyPatch) -> None:
    """An unknown token is answered like an expired invite."""
    instead(patch, invites, "redeem_invite", "invite.expired")


@fault(
    "invites/revoke_invite/takes_an_invite_back",
    "invites/list_invites/lists_the_newest_first",
    "across/machines/keeps_to_its_model/invite",
    "across/lifecycle/removes_one_object/revoke_invite",
    "across/lifecycle/knows_nothing_of_the_gone/revoke_invite/id",
    "across/lifecycle/makes_two_at_once/create_invite",
)
def only_says_that_it_revokes_invites(patch: pytest.MonkeyPatch) -> None:
    """A revoked invite stays active."""
    original = invites.revoke_invite

    def revoke_invite(call: Any, invite_id: str) -> None:
        original(call, invite_id)
        call.session.get(Invite, invite_id).spent_at = None

    patch.setattr(invites, "revoke_invite", revoke_invite)


@fault("invites/redeem_invite/is_used_up_by_the_account", "across/machines/keeps_to_its_model/invite")
def lets_an_invite_be_used_again(patch: pytest.MonkeyPatch) -> None:
    """An invite stays active when the account is connected."""
    original = granting.end

    def end(session: Any, connection: Any, grant: Any, at: Any) -> Any:
        ended = original(session, connection, grant, at)
        session.flush()
        session.execute(update(Invite).where(Invite.state == connection.state).values(spent_at=None))
        return ended

    patch.setattr(granting, "end", end)


@fault("invites/redeem_invite/runs_out", "across/machines/keeps_to_its_model/invite")
def never_lets_invites_run_out(patch: pytest.MonkeyPatch) -> None:
    """An invite can be used for ever."""
    patch.setattr(invites, "_is_active", lambda _call, invite: invite.spent_at is None)


@fault("across/isolation/hides_objects_of_other_workspaces/revoke_invite")
def revokes_invites_of_others(patch: pytest.MonkeyPatch) -> None:
    """Any workspace may revoke any invite."""
    original = invites.revoke_invite

    def revoke_invite(call: Any, invite_id: str) -> None:
        invite = call.session.get(Invite, invite_id)
        if invite is None or invite.workspace_id == call.workspace.id:
            original(call, invite_id)
        else:
            invite.spent_at = call.now

    patch.setattr(invites, "revoke_invite", revoke_invite)


@fault(
    "invites/list_invites/asks_for_a_brand",
    "across/isolation/takes_foreign_ids_for_unknown/list_invites/brand_id",
    "across/lifecycle/takes_the_gone_for_unknown/list_invites/brand_id",
)
def finds_no_invites_of_unknown_brands(patch: pytest.MonkeyPatch) -> None:
    """A brand that does not exist has an empty list of invites."""
    original = invites.list_invites

    def list_invites(call: Any, query: Any) -> Any:
        try:
            return original(call, query)
        except Problem:
            return {"data": [], "count": 0}

    patch.setattr(invites, "list_invites", list_invites)
