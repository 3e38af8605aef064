"""What `spec/decisions.md` settles for accounts, tokens and webhooks and conformance is silent on."""

# ruff: noqa: SLF001 - a variant takes the place of what the stub keeps to itself

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from socialapi_stub import (
    account_events,
    conversing,
    deliveries,
    own_apps,
    phone_numbers,
    tokens,
    webhook_calls,
)
from socialapi_stub.problems import Problem
from socialapi_stub.resources import invites, webhooks
from socialapi_stub.tables.invites import Invite
from socialapi_stub.tables.webhooks import WebhookDelivery
from socialapi_stub.webhook_calls import Parcel
from sqlalchemy import delete
from variants.varying import met, variant


@variant("`account.connected`", tries=("accounts/get_account_limits/works_again_once_connected_again",))
def tells_once_that_an_account_is_connected(patch: pytest.MonkeyPatch) -> None:
    """There is no event when an account is connected again."""
    original = account_events.connected

    def connected(session: Any, account: Any, at: Any) -> None:
        if account.created_at == at:
            original(session, account, at)
        else:
            met()

    patch.setattr(account_events, "connected", connected)


@variant("`dm.received`", tries=("across/refusals/passes_on_refusals/request_whatsapp_code/whatsapp",))
def tells_of_no_messages_that_come_by_webhook(patch: pytest.MonkeyPatch) -> None:
    """There is no `dm.received` from WhatsApp and Telegram."""
    original = conversing._tell

    def tell(session: Any, event: Any, owner: Any, *rest: Any) -> None:
        if event == "dm.received" and owner.platform in ("whatsapp", "telegram"):
            met()
        else:
            original(session, event, owner, *rest)

    patch.setattr(conversing, "_tell", tell)


@variant(
    "Deliveries in the event log",
    "Events that are `failed`",
    tries=("webhooks/create_webhook/delivers_events",),
)
def logs_deliveries_as_attempts(patch: pytest.MonkeyPatch) -> None:
    """The log says of deliveries that they were made, and of a failed one nothing else."""
    original = deliveries._entry

    def entry(*given: Any) -> Any:
        met()
        made = original(*given)
        made.status, made.action, made.error_category = "ok", "webhook.attempted", None
        return made

    patch.setattr(deliveries, "_entry", entry)


@variant("PATCH with another `url`", tries=("webhooks/update_webhook/goes_by_what_was_changed",))
def tries_a_new_address(patch: pytest.MonkeyPatch) -> None:
    """A webhook that moves is called at its new address, as a new one is."""
    original = webhooks.update_webhook

    def update_webhook(call: Any, webhook_id: str, body: Any) -> Any:
        answer, webhook = original(call, webhook_id, body), webhooks._webhook(call, webhook_id)
        if "url" in body:
            met()
            ping = deliveries.text({"event": webhooks.PING_EVENT, "data": {"verification": True}})
            parcel = Parcel(webhook.url, webhook.secret, webhooks.PING_EVENT, ping, "ping")
            with ThreadPoolExecutor(1) as threads:  # the event loop runs in this one
                threads.submit(webhook_calls.send, parcel, call.settings).result()
        return answer

    patch.setattr(webhooks, "update_webhook", update_webhook)


@variant(
    "Deliveries that wait when a webhook is switched off or the payment fails",
    tries=("webhooks/update_webhook/drops_events_while_inactive",),
)
def drops_what_waits_when_a_webhook_is_switched_off(patch: pytest.MonkeyPatch) -> None:
    """Deliveries that wait when a webhook is switched off are gone."""
    original = webhooks.update_webhook

    def update_webhook(call: Any, webhook_id: str, body: Any) -> Any:
        answer = original(call, webhook_id, body)
        if not answer["is_active"]:
            met()
            waiting = WebhookDelivery.webhook_id == webhook_id, WebhookDelivery.status == "pending"
            call.session.execute(delete(WebhookDelivery).where(*waiting))
        return answer

    patch.setattr(webhooks, "update_webhook", update_webhook)


@variant(
    "`verified` after deregistering",
    tries=("whatsapp/register_whatsapp_number/takes_a_number_out_of_use_and_back",),
)
def forgets_that_a_number_was_verified(patch: pytest.MonkeyPatch) -> None:
    """A number that was taken out of use has to be verified again."""

    def deregister(number: Any) -> None:
        met()
        number.status = "unverified"

    patch.setattr(phone_numbers, "deregister", deregister)


@variant(
    "Accounts of a replaced X app", tries=("across/bounds/accepts_values_at_bounds/set_twitter_credentials",)
)
def keeps_accounts_of_a_replaced_app(patch: pytest.MonkeyPatch) -> None:
    """An account works on when the pair it was connected through is replaced."""
    patch.setattr(own_apps, "_cut_off", lambda *_: met())


@variant("Revoking an expired invite", tries=("invites/redeem_invite/runs_out",))
def has_nothing_to_revoke_once_an_invite_has_expired(patch: pytest.MonkeyPatch) -> None:
    """An invite that has expired cannot be revoked: 404 `resource.not_found`."""
    original = invites.revoke_invite

    def revoke_invite(call: Any, invite_id: str) -> None:
        invite = call.session.get(Invite, invite_id)
        if invite is not None and invite.expires_at <= call.now:
            met()
            raise Problem("resource.not_found")
        original(call, invite_id)

    patch.setattr(invites, "revoke_invite", revoke_invite)


@variant("`aud` as a list", tries=("across/signed_jwts/refuses_foreign_audiences/get_usage",))
def takes_no_list_for_an_audience(patch: pytest.MonkeyPatch) -> None:
    """A token whose audience is a list is refused."""

    def audiences(claims: Any) -> list[Any]:
        if isinstance(claims.get("aud"), list):
            met()
            return []
        return [claims.get("aud")]

    patch.setattr(tokens, "_audiences", audiences)
