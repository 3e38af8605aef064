"""Webhooks and their deliveries as the API shows them."""

import json

from socialapi_stub import clock
from socialapi_stub.call import Body
from socialapi_stub.tables.webhooks import Webhook, WebhookAttempt, WebhookDelivery


def webhook(row: Webhook) -> Body:
    """Return a webhook without its secret."""
    return {
        "id": row.id,
        "url": row.url,
        "events": row.events,
        "is_active": row.is_active,
        "created_at": clock.text(row.created_at),
    }


def delivery(row: WebhookDelivery) -> Body:
    """Return a delivery as it is listed."""
    latest = row.attempts[-1] if row.attempts else None
    return {
        "id": row.id,
        "event_type": row.event_type,
        "status": row.status,
        "response_status_code": latest and latest.status_code,
        "response_duration_ms": latest and latest.duration_ms,
        "attempt_count": len(row.attempts),
        "description": row.description,
        "created_at": clock.text(row.created_at),
    }


def delivery_in_full(row: WebhookDelivery) -> Body:
    """Return a delivery with what is sent and every attempt."""
    return {
        **delivery(row),
        "endpoint_id": row.webhook_id,
        "payload": json.loads(row.body),
        "attempts": [_attempt(one) for one in row.attempts],
    }


def _attempt(row: WebhookAttempt) -> Body:
    return {
        "attempt_number": row.number,
        "status_code": row.status_code,
        "response_body": row.response_body,
        "duration_ms": row.duration_ms,
        "error_message": row.error_message,
        "created_at": clock.text(row.created_at),
    }
