"""Deliveries to webhooks, at the end of their attempts."""

from datetime import timedelta

from socialapi_contract.events import ATTEMPTS, DELAYS_SECONDS

from socialapi_stub import arranging, deliveries, ids, signing
from socialapi_stub.provider_states import CannotArrange, Wish
from socialapi_stub.tables.webhooks import Webhook, WebhookDelivery
from socialapi_stub.webhook_calls import Outcome

EVENT = "post.deleted"
BUSY = Outcome(503, "upstream unavailable", 412, "the endpoint answered 503")
AN_HOUR = timedelta(hours=1)


def aged_delivery(wish: Wish) -> dict[str, str]:
    """`seconds` more have passed for the delivery `delivery_id`, which may bring its next attempt about."""
    delivery = wish.session.get(WebhookDelivery, arranging.text(wish, "delivery_id"))
    webhook = wish.session.get_one(Webhook, delivery.webhook_id) if delivery else None
    if delivery is None or webhook is None or webhook.workspace_id != wish.workspace.id:
        raise CannotArrange("delivery_id: the workspace has none with this id")
    passed = timedelta(seconds=arranging.number(wish, "seconds"))
    delivery.created_at -= passed
    for attempt in delivery.attempts:
        attempt.created_at -= passed
    if delivery.due_at is not None:
        delivery.due_at -= passed
    return {"webhook_id": delivery.webhook_id, "delivery_id": delivery.id}


def failed_delivery(wish: Wish) -> dict[str, str]:
    """A delivery was given up after its last attempt: to `webhook_id`, else to one that is switched off."""
    webhook = arranging.row(wish, Webhook, "webhook_id") if "webhook_id" in wish.params else _webhook(wish)
    begun = wish.now - timedelta(seconds=sum(DELAYS_SECONDS)) - AN_HOUR
    payload = {"event": EVENT, "data": {"post_id": ids.new_uuid(), "was_status": "draft"}}
    delivery = WebhookDelivery(
        id=ids.new_uuid(),
        webhook_id=webhook.id,
        event_type=EVENT,
        body=deliveries.text(payload),
        description="Post deleted that was draft",
        is_test=False,
        status="pending",
        attempts_left=ATTEMPTS,
        due_at=begun,
        created_at=begun,
    )
    wish.session.add(delivery)
    while delivery.due_at is not None:
        deliveries.record(wish.session, webhook, delivery, BUSY, delivery.due_at)
    return {"webhook_id": webhook.id, "delivery_id": delivery.id}


def _webhook(wish: Wish) -> Webhook:
    made = Webhook(
        id=ids.new_webhook_id(),
        workspace_id=wish.workspace.id,
        url="https://example.com/hooks/socialapi",
        events=[EVENT],
        is_active=False,
        secret=signing.new_secret(),
        created_at=wish.now,
    )
    wish.session.add(made)
    wish.session.flush()
    return made
