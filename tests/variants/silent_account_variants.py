"""What `spec/decisions.md` settles for accounts, tokens and webhooks and conformance is silent on."""

# ruff: noqa: SLF001 - a variant takes the place of what the stub keeps to itself

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from socialapi_stub import (
    account_events,
    attaching,
    bodies,
    conversing,
    deliveries,
    own_apps,
    phone_numbers,
    template_sending,
    tokens,
    visibility,
    webhook_calls,
)
from socialapi_stub.problems import Problem
from socialapi_stub.resources import invites, webhooks
from socialapi_stub.tables.invites import Invite
from socialapi_stub.tables.webhooks import WebhookDelivery
from socialapi_stub.validation import OperationCheck
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


@variant(
    "A login without accounts",
    tries=("connections/select_pending_connection/connects_the_chosen_pages",),
)
def keeps_logins_without_accounts(patch: pytest.MonkeyPatch) -> None:
    """A login stays when the last of its accounts is disconnected."""

    def detach(session: Any, account: Any) -> None:
        if account.login_id is not None:
            met()
        session.delete(account)

    patch.setattr(attaching, "detach", detach)


@variant(
    "Which X credentials are good",
    tries=(
        "connections/own_apps/needs_credentials_that_work",
        "twitter_credentials/set_brand_twitter_credentials/opens_one_brand",
        "twitter_credentials/set_twitter_credentials/opens_every_brand",
        "twitter_credentials/test_twitter_credentials/tells_whether_a_pair_is_good",
    ),
)
def knows_short_client_ids_alone(patch: pytest.MonkeyPatch) -> None:
    """X refuses every pair whose client id is longer than 20 characters."""
    original = own_apps.refusal

    def refusal(pair: Any, platform: str) -> str | None:
        if len(pair["client_id"]) > 20:
            met()
            return "X does not know the client id."
        return original(pair, platform)

    patch.setattr(own_apps, "refusal", refusal)


@variant(
    "Order in which an invite is refused",
    tries=(
        "across/bounds/refuses_values_outside_enums/create_invite",
        "across/bounds/refuses_missing_fields/create_invite",
        "across/errors/names_missing_fields/create_invite",
        "invites/create_invite/takes_certain_days",
    ),
)
def looks_for_the_brand_of_an_invite_first(patch: pytest.MonkeyPatch) -> None:
    """An unknown brand comes before whatever else is wrong with an invite."""
    checked, created = OperationCheck.body_of, invites.create_invite

    async def body_of(self: OperationCheck, scope: Any, receive: Any) -> Any:
        if self.operation.operation_id != "create_invite":
            return await checked(self, scope, receive)
        raw = await bodies.read(scope, receive, self.settings.max_body_bytes)

        async def again() -> Any:
            return {"type": "http.request", "body": raw}

        try:
            return await checked(self, scope, again)
        except Problem as problem:
            if not problem.code.startswith("validation.field_"):
                raise
            return {**bodies.parse_json(raw), "problem": problem}

    def create_invite(call: Any, body: Any) -> Any:
        if isinstance(problem := body.get("problem"), Problem):
            met()
            if isinstance(body.get("brand_id"), str):
                visibility.brand(call, body["brand_id"])
            raise problem
        return created(call, body)

    patch.setattr(OperationCheck, "body_of", body_of)
    patch.setattr(invites, "create_invite", create_invite)


@variant(
    "Steps repeated or left out",
    tries=(
        "across/refusals/passes_on_refusals/request_whatsapp_code/whatsapp",
        "across/refusals/passes_on_refusals/verify_whatsapp_code/whatsapp",
    ),
)
def verifies_a_number_once(patch: pytest.MonkeyPatch) -> None:
    """A number that is verified gets no code any more, and takes none: 502."""
    send_code, verify = phone_numbers.send_code, phone_numbers.verify

    def require_unverified(number: Any) -> None:
        met()
        if number.status != "unverified":
            raise Problem("platform.whatsapp.api_error")

    def sends(call: Any, number: Any) -> None:
        require_unverified(number)
        send_code(call, number)

    def verifies(call: Any, number: Any, code: str) -> None:
        require_unverified(number)
        verify(call, number, code)

    patch.setattr(phone_numbers, "send_code", sends)
    patch.setattr(phone_numbers, "verify", verifies)


@variant(
    "Which X credentials are good",
    tries=("connections/own_apps/needs_credentials_that_work/exchange_connection_code",),
)
def knows_no_made_up_pair(patch: pytest.MonkeyPatch) -> None:
    """X refuses every pair that the suite makes up."""

    def refusal(_pair: Any, _platform: str) -> str:
        met()
        return "X does not know the client id."

    patch.setattr(own_apps, "refusal", refusal)


@variant(
    "A number that is not registered",
    tries=(
        "whatsapp/register_whatsapp_number/takes_a_number_out_of_use_and_back",
        "whatsapp/send_whatsapp_template/cannot_send_what_is_not_there",
        "whatsapp/send_whatsapp_template/refuses_paused_templates",
        "whatsapp/send_whatsapp_template/sends_approved_templates_only",
    ),
)
def looks_at_the_number_first(patch: pytest.MonkeyPatch) -> None:
    """A number that is not registered is `whatsapp.unknown`; registering one again takes a new code."""
    original = template_sending.send

    def deregister(number: Any) -> None:
        met()
        number.status = "unverified"

    def send(call: Any, account: Any, body: Any) -> Any:
        if phone_numbers.of(call.session, account).status != "registered":
            raise Problem("whatsapp.unknown")
        return original(call, account, body)

    patch.setattr(phone_numbers, "deregister", deregister)
    patch.setattr(template_sending, "send", send)
