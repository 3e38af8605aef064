"""Faults in webhooks and the events log."""

# ruff: noqa: ARG001, SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

import json
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx
import pytest
from faults.faulty import Middleware, Reply, fault, replies, requests
from faults.key_faults import changed
from socialapi_stub import clock, deliveries, event_log, events, ids, signing, webhook_calls, webhook_urls
from socialapi_stub.resources import webhooks
from socialapi_stub.tables.webhooks import Webhook
from socialapi_stub.webhook_calls import Outcome, Parcel
from sqlalchemy import select
from starlette.types import Scope

SIGNED = (
    "webhooks/create_webhook/tries_the_address",
    "webhooks/create_webhook/delivers_events",
    "webhooks/test_webhook/sends_tests_as_given",
    "webhooks/retry_webhook_delivery/attempts_a_failed_delivery_again",
    "webhooks/get_webhook_delivery/repeats_the_same_delivery",
)


def sending(patch: pytest.MonkeyPatch, kind: str, change: Any) -> None:
    """Let `change` replace every request of a kind before it is sent."""
    original = webhook_calls.send
    patch.setattr(
        webhook_calls,
        "send",
        lambda parcel, settings: original(change(parcel) if parcel.kind == kind else parcel, settings),
    )


def other_code(path: str, field: str, new: str) -> Middleware:
    """Let what is wrong with a field be answered with another code."""

    def spoil(reply: Reply) -> None:
        if reply.path.endswith(path) and reply.code in (
            "validation.field_invalid",
            "validation.field_required",
        ):
            error = reply.json["error"]
            if error["meta"]["field"].startswith(field):
                reply.json = {**reply.json, "error": {**error, "code": new}}

    return replies(spoil)


@fault(*SIGNED)
def signs_with_half_of_the_secret(patch: pytest.MonkeyPatch) -> None:
    """The key of the signatures is not the secret that was shown."""
    original = signing.signatures
    patch.setattr(signing, "signatures", lambda secret, *signed: original(secret[:32], *signed))


@fault(*SIGNED)
def leaves_the_timestamp_unsigned(patch: pytest.MonkeyPatch) -> None:
    """The second signature covers the body alone."""
    original = signing._digest
    patch.setattr(signing, "_digest", lambda secret, _, *signed: original(secret, "{body}", *signed))


@fault(
    "webhooks/create_webhook/tries_the_address",
    "webhooks/create_webhook/refuses_addresses_that_do_not_answer",
)
def trusts_every_address(patch: pytest.MonkeyPatch) -> None:
    """An address is kept without being tried."""
    original = webhook_calls.send

    def send(parcel: Parcel, settings: Any) -> Outcome:
        return Outcome(200, "", 0, "") if parcel.kind == "ping" else original(parcel, settings)

    patch.setattr(webhook_calls, "send", send)


@fault(
    "webhooks/create_webhook/refuses_addresses_that_do_not_answer/redirect",
    "webhooks/test_webhook/tells_how_a_test_went/redirected",
    "webhooks/get_webhook_delivery/keeps_failed_attempts_waiting/redirected",
)
def follows_redirects(patch: pytest.MonkeyPatch) -> None:
    """What is sent goes to wherever an answer leads."""
    original = httpx.AsyncClient.__init__

    def init(client: httpx.AsyncClient, **options: Any) -> None:
        original(client, **{**options, "follow_redirects": True})

    patch.setattr(httpx.AsyncClient, "__init__", init)


@fault("webhooks/create_webhook/shows_the_secret_once")
def lists_secrets(patch: pytest.MonkeyPatch) -> None:
    """The list of webhooks has their secrets."""
    original = webhooks.webhook_documents.webhook
    patch.setattr(webhooks.webhook_documents, "webhook", lambda row: {**original(row), "secret": row.secret})


@fault(
    "webhooks/create_webhook/refuses_other_addresses/plain_http",
    "webhooks/update_webhook/refuses_other_changes/plain_http",
)
def takes_plain_http(patch: pytest.MonkeyPatch) -> None:
    """Any address will do, so that only trying it can refuse it."""
    patch.setattr(webhook_urls, "require", lambda *_: None)


@fault("webhooks/create_webhook/refuses_other_events")
def calls_wrong_events_a_broken_body(patch: pytest.MonkeyPatch) -> Middleware:
    """Events that cannot be subscribed to are answered as if the body were no JSON."""
    return other_code("/webhooks", "events", "validation.body_invalid")


@fault("webhooks/list_webhooks/lists_the_new_webhook")
def lists_webhooks_as_inactive(patch: pytest.MonkeyPatch) -> None:
    """In the list every webhook is switched off."""
    off = lambda body: {**body, "data": [{**each, "is_active": False} for each in body["data"]]}  # noqa: E731 - named
    changed(patch, webhooks, "list_webhooks", off)


@fault(
    "across/lifecycle/changes_only_what_it_is_told/update_webhook",
    "webhooks/update_webhook/drops_events_while_inactive",
    "webhooks/update_webhook/goes_by_what_was_changed",
)
def only_says_that_it_changes_webhooks(patch: pytest.MonkeyPatch) -> None:
    """A changed webhook stays as it was."""
    original = webhooks.update_webhook

    def update_webhook(call: Any, webhook_id: str, body: Any) -> Any:
        answer = original(call, webhook_id, body)
        call.session.rollback()
        return answer

    patch.setattr(webhooks, "update_webhook", update_webhook)


@fault(
    "across/lifecycle/removes_one_object/delete_webhook",
    "webhooks/delete_webhook/sends_nothing_to_deleted_webhooks",
)
def only_says_that_it_deletes_webhooks(patch: pytest.MonkeyPatch) -> None:
    """A deleted webhook is still there."""
    patch.setattr(
        webhooks, "delete_webhook", lambda call, webhook_id: {"ok": bool(webhooks._webhook(call, webhook_id))}
    )


@fault("webhooks/list_webhook_events/knows_every_event")
def does_not_tell_of_page_removed(patch: pytest.MonkeyPatch) -> None:
    """The list of events ends one too early."""
    shorter = lambda body: {"data": body["data"][:-1], "count": body["count"] - 1}  # noqa: E731 - named
    changed(patch, webhooks, "list_webhook_events", shorter)


@fault(
    "webhooks/create_webhook/sends_only_what_is_subscribed_to",
    "webhooks/update_webhook/goes_by_what_was_changed",
)
def tells_everybody_everything(patch: pytest.MonkeyPatch) -> None:
    """Every active webhook gets every event."""

    def listening(session: Any, workspace_id: str, event: str) -> Any:
        return session.scalars(select(Webhook).where(Webhook.workspace_id == workspace_id, Webhook.is_active))

    patch.setattr(deliveries, "_listening", listening)


@fault(
    "webhooks/create_webhook/delivers_events",
    "webhooks/get_webhook_delivery/keeps_failed_attempts_waiting",
    "webhooks/get_webhook_delivery/keeps_to_the_schedule",
    "webhooks/get_webhook_delivery/repeats_the_same_delivery",
    "webhooks/retry_webhook_delivery/retries_under_the_same_id",
    "across/machines/keeps_to_its_model/delivery",
)
def gives_each_attempt_an_id(patch: pytest.MonkeyPatch) -> None:
    """The id that goes with an attempt is that of no delivery."""
    sending(patch, "event", lambda parcel: replace(parcel, delivery_id=ids.new_uuid()))


@fault(
    "webhooks/test_webhook/sends_tests_as_given",
    "webhooks/retry_webhook_delivery/attempts_a_failed_delivery_again",
)
def wraps_tests(patch: pytest.MonkeyPatch) -> None:
    """The payload of a test is sent inside of an event."""

    def wrapped(parcel: Parcel) -> Parcel:
        return replace(parcel, body=json.dumps({"event": parcel.event, "data": json.loads(parcel.body)}))

    sending(patch, "test", wrapped)


@fault(
    "webhooks/test_webhook/tells_how_a_test_went/refused",
    "webhooks/test_webhook/tells_how_a_test_went/redirected",
    "webhooks/test_webhook/tells_how_a_test_went/unanswered",
    "webhooks/get_webhook_delivery/keeps_failed_attempts_waiting",
    "webhooks/get_webhook_delivery/keeps_to_the_schedule",
    "webhooks/retry_webhook_delivery/retries_under_the_same_id",
    "across/machines/keeps_to_its_model/delivery",
)
def records_everything_as_delivered(patch: pytest.MonkeyPatch) -> None:
    """The record of a delivery always says that it arrived."""
    changed(patch, webhooks, "get_webhook_delivery", lambda body: {**body, "status": "delivered"})


@fault("webhooks/create_webhook/tells_every_subscriber")
def tells_the_latest_subscriber_alone(patch: pytest.MonkeyPatch) -> None:
    """Of several webhooks that subscribe to an event, only the newest gets it."""
    original = deliveries._listening

    def listening(session: Any, workspace_id: str, event: str) -> Any:
        return sorted(original(session, workspace_id, event), key=lambda webhook: webhook.created_at)[-1:]

    patch.setattr(deliveries, "_listening", listening)


@fault("webhooks/create_webhook/keeps_events_from_others")
def tells_other_workspaces(patch: pytest.MonkeyPatch) -> None:
    """A webhook gets the events of every workspace."""

    def listening(session: Any, workspace_id: str, event: str) -> Any:
        active = session.scalars(select(Webhook).where(Webhook.is_active))
        return [webhook for webhook in active if event in webhook.events]

    patch.setattr(deliveries, "_listening", listening)


@fault("webhooks/test_webhook/refuses_tests_of_unknown_events")
def calls_tests_of_unknown_events_a_broken_body(patch: pytest.MonkeyPatch) -> Middleware:
    """A test of an event that does not exist is answered as if the body were no JSON."""
    return other_code("/test", "event_type", "validation.body_invalid")


@fault("webhooks/list_webhook_deliveries/filters_deliveries")
def knows_no_success(patch: pytest.MonkeyPatch) -> None:
    """The filter takes `success` for a state of its own."""
    original = webhooks.list_webhook_deliveries

    def list_webhook_deliveries(call: Any, webhook_id: str, query: Any) -> Any:
        return original(
            call, webhook_id, {**query, "status": "-"} if query.get("status") == "success" else query
        )

    patch.setattr(webhooks, "list_webhook_deliveries", list_webhook_deliveries)


@fault("webhooks/get_webhook/counts_deliveries")
def counts_no_failures(patch: pytest.MonkeyPatch) -> None:
    """No delivery of a webhook has ever failed."""
    original = webhooks._counts
    patch.setattr(webhooks, "_counts", lambda *given: {**original(*given), "failed": 0})


@fault("events/list_events/notes_what_happens")
def files_posts_under_accounts(patch: pytest.MonkeyPatch) -> None:
    """What happens to posts is in the log as if it had happened to accounts."""
    patch.setattr(events, "CATEGORIES", {**events.CATEGORIES, "posts": "account"})


@fault("events/list_events/filters_events")
def does_not_filter_by_action(patch: pytest.MonkeyPatch) -> None:
    """The filter by action shows everything."""
    columns = {name: column for name, column in event_log.COLUMNS.items() if name != "action"}
    patch.setattr(event_log, "COLUMNS", columns)


@fault("events/list_events/keeps_to_the_bounds")
def lists_what_comes_later(patch: pytest.MonkeyPatch) -> None:
    """The list has no end at `to`."""
    original = event_log.matching
    patch.setattr(
        event_log,
        "matching",
        lambda call, query: original(call, {name: value for name, value in query.items() if name != "to"}),
    )


@fault("events/list_events/shows_the_newest_first")
def shows_the_oldest_event_first(patch: pytest.MonkeyPatch) -> None:
    """The list begins with the oldest event."""
    patch.setattr(event_log, "NEWEST_FIRST", replace(event_log.NEWEST_FIRST, descending=False))


@fault("events/get_event_summary/counts_events")
def counts_an_event_too_many(patch: pytest.MonkeyPatch) -> None:
    """The total is one more than the number of events."""
    changed(patch, event_log, "summary", lambda body: {**body, "total": body["total"] + 1})


@fault(
    "events/get_event_summary/refuses_broken_bounds", "across/bounds/refuses_broken_formats/get_event_summary"
)
def overlooks_broken_bounds(patch: pytest.MonkeyPatch) -> Middleware:
    """A bound that is no timestamp is no bound."""

    def change(scope: Scope) -> Scope:
        if not scope["path"].startswith("/v1/events"):
            return scope
        given = parse_qsl(scope["query_string"].decode(), keep_blank_values=True)
        good = [(name, value) for name, value in given if name not in ("from", "to") or is_instant(value)]
        return {**scope, "query_string": urlencode(good).encode()}

    return requests(change)


def is_instant(text: str) -> bool:
    try:
        clock.parse(text)
    except ValueError:
        return False
    return True
