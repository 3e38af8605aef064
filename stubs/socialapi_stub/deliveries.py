"""Deliveries to webhooks: queued by events, attempted in the background, given up after the last attempt."""

import json
from datetime import datetime

from socialapi_contract.events import ATTEMPTS
from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import ids
from socialapi_stub.call import Body
from socialapi_stub.tables import Workspace
from socialapi_stub.tables.webhooks import Webhook, WebhookDelivery


def queue(session: Session, workspace_id: str, payload: Body, description: str, at: datetime) -> None:
    """Queue an event for every active webhook that subscribes to it.

    While the subscription of the workspace is past due the event is dropped, as for inactive webhooks.
    """
    if session.get_one(Workspace, workspace_id).billing_blocked_at is not None:
        return
    listening = select(Webhook).where(Webhook.workspace_id == workspace_id, Webhook.is_active)
    event, body = payload["event"], text(payload)
    session.add_all(
        WebhookDelivery(
            id=ids.new_uuid(),
            webhook_id=webhook.id,
            event_type=event,
            body=body,
            description=description,
            attempts_left=ATTEMPTS,
            due_at=at,
            created_at=at,
        )
        for webhook in session.scalars(listening)
        if event in webhook.events
    )


def text(payload: object) -> str:
    """Return the JSON text that is sent for a payload."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
