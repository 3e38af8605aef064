"""Webhooks: addresses that are told about events, and what was sent to them."""

from datetime import timedelta
from functools import partial
from operator import attrgetter

from socialapi_contract.events import EVENTS, PING_EVENT
from sqlalchemy import func, select

from socialapi_stub import deliveries, ids, pages, signing, webhook_calls, webhook_documents, webhook_urls
from socialapi_stub.call import Body, Call, Meanwhile
from socialapi_stub.pages import Order
from socialapi_stub.problems import Problem
from socialapi_stub.tables.webhooks import Webhook, WebhookDelivery
from socialapi_stub.webhook_calls import Outcome, Parcel

SHOWN_ONCE = "Store this secret now: it cannot be shown again."
SPANS = {"last_24h": timedelta(hours=24), "last_7d": timedelta(days=7)}
LATEST_FIRST = Order(
    WebhookDelivery.created_at, WebhookDelivery.id, attrgetter("created_at", "id"), descending=True
)


def list_webhooks(call: Call) -> Body:
    """Return every webhook of the workspace, oldest first."""
    statement = select(Webhook).where(Webhook.workspace_id == call.workspace_id)
    rows = call.session.scalars(statement.order_by(Webhook.created_at, Webhook.id))
    data = [webhook_documents.webhook(row) for row in rows]
    return {"data": data, "count": len(data)}


def create_webhook(call: Call, body: Body) -> Meanwhile:
    """Try an address and, if it answers, keep it and show its secret."""
    webhook_urls.require(body["url"], call.settings)
    webhook = Webhook(
        id=ids.new_webhook_id(),
        workspace_id=call.workspace_id,
        url=body["url"],
        events=list(dict.fromkeys(body["events"])),
        secret=signing.new_secret(),
    )
    ping = deliveries.text({"event": PING_EVENT, "data": {"verification": True}})
    parcel = Parcel(webhook.url, webhook.secret, PING_EVENT, ping, "ping")
    return Meanwhile(partial(webhook_calls.send, parcel, call.settings), partial(_created, webhook))


def get_webhook(call: Call, webhook_id: str) -> Body:
    """Return a webhook with a hint at its secret and how its deliveries went lately."""
    webhook = _webhook(call, webhook_id)
    stats = {name: _counts(call, webhook, span) for name, span in SPANS.items()}
    return {
        **webhook_documents.webhook(webhook),
        "secret_hint": f"...{webhook.secret[-4:]}",
        "stats": stats,
    }


def update_webhook(call: Call, webhook_id: str, body: Body) -> Body:
    """Move a webhook, choose its events anew, switch it on or off."""
    webhook = _webhook(call, webhook_id)
    if "url" in body:
        webhook_urls.require(body["url"], call.settings)
    webhook.url = body.get("url", webhook.url)
    webhook.events = list(dict.fromkeys(body.get("events", webhook.events)))
    webhook.is_active = body.get("is_active", webhook.is_active)
    return webhook_documents.webhook(webhook)


def delete_webhook(call: Call, webhook_id: str) -> Body:
    """Remove a webhook with its secret and its deliveries."""
    call.session.delete(_webhook(call, webhook_id))
    return {"ok": True}


def test_webhook(call: Call, webhook_id: str, body: Body) -> Meanwhile:
    """Send a payload once, as it is, and keep a record of that."""
    webhook, event = _webhook(call, webhook_id), body["event_type"]
    if event not in EVENTS and event != PING_EVENT:
        raise Problem("validation.field_invalid", f"unknown event: {event}", field="event_type")
    parcel = Parcel(webhook.url, webhook.secret, event, deliveries.text(body["payload"]), "test")
    return Meanwhile(partial(webhook_calls.send, parcel, call.settings), partial(_tested, webhook.id, parcel))


def list_webhook_deliveries(call: Call, webhook_id: str, query: Body) -> Body:
    """Return one page of the deliveries to a webhook, the latest first."""
    statement = select(WebhookDelivery).where(WebhookDelivery.webhook_id == _webhook(call, webhook_id).id)
    if "status" in query:
        wanted = "delivered" if query["status"] == "success" else query["status"]
        statement = statement.where(WebhookDelivery.status == wanted)
    if "event_type" in query:
        statement = statement.where(WebhookDelivery.event_type == query["event_type"])
    return pages.page(call, query, statement, LATEST_FIRST, webhook_documents.delivery)


def get_webhook_delivery(call: Call, webhook_id: str, delivery_id: str) -> Body:
    """Return a delivery with what is sent and every attempt."""
    return webhook_documents.delivery_in_full(_delivery(call, webhook_id, delivery_id))


def retry_webhook_delivery(call: Call, webhook_id: str, delivery_id: str) -> Body:
    """Queue a failed delivery for one more attempt."""
    delivery = _delivery(call, webhook_id, delivery_id)
    deliveries.retry(delivery, call.now)
    return webhook_documents.delivery_in_full(delivery)


def list_webhook_events(call: Call) -> Body:  # noqa: ARG001 - every operation takes the call
    """Return every event that a webhook can subscribe to."""
    data = [
        {"event": event.name, "description": event.description, "category": event.category}
        for event in EVENTS.values()
    ]
    return {"data": data, "count": len(data)}


def _created(webhook: Webhook, call: Call, outcome: Outcome) -> Body:
    if not outcome.is_taken:
        raise Problem("webhook_verification_failed", f"webhook.test was not taken: {outcome.error_message}")
    webhook.created_at = call.now
    call.session.add(webhook)
    return {
        "id": webhook.id,
        "url": webhook.url,
        "events": webhook.events,
        "secret": webhook.secret,
        "message": SHOWN_ONCE,
    }


def _tested(webhook_id: str, parcel: Parcel, call: Call, outcome: Outcome) -> Body:
    webhook = _webhook(call, webhook_id)
    delivery = deliveries.test_of(webhook, parcel.event, parcel.body, call.now)
    call.session.add(delivery)
    deliveries.record(call.session, webhook, delivery, outcome, call.now)
    return {
        "delivery_id": delivery.id,
        "status": delivery.status,
        "response_status_code": outcome.status_code or 0,
        "response_body": outcome.response_body,
        "response_duration_ms": outcome.duration_ms,
    }


def _webhook(call: Call, webhook_id: str) -> Webhook:
    webhook = call.session.get(Webhook, webhook_id)
    if webhook is None or webhook.workspace_id != call.workspace_id:
        raise Problem("resource.not_found", resource="webhook", id=webhook_id)
    return webhook


def _delivery(call: Call, webhook_id: str, delivery_id: str) -> WebhookDelivery:
    webhook = _webhook(call, webhook_id)
    delivery = call.session.get(WebhookDelivery, delivery_id)
    if delivery is None or delivery.webhook_id != webhook.id:
        raise Problem("resource.not_found", resource="delivery", id=delivery_id)
    return delivery


def _counts(call: Call, webhook: Webhook, span: timedelta) -> Body:
    ended = (WebhookDelivery.webhook_id == webhook.id, WebhookDelivery.ended_at > call.now - span)
    counting = select(WebhookDelivery.status, func.count()).where(*ended).group_by(WebhookDelivery.status)
    found = dict(call.session.execute(counting).all())
    return {name: found.get(name, 0) for name in ("delivered", "failed")}
