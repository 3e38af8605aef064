"""Deliveries to webhooks: queued by events, attempted in the background, given up after the last attempt."""

import json
from datetime import datetime, timedelta

from socialapi_contract.events import ATTEMPTS, DELAYS_SECONDS
from socialapi_contract.states import STATES
from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import ids
from socialapi_stub.call import Body
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Workspace
from socialapi_stub.tables.events import LoggedEvent
from socialapi_stub.tables.webhooks import Webhook, WebhookAttempt, WebhookDelivery
from socialapi_stub.webhook_calls import Outcome


def queue(session: Session, workspace_id: str, payload: Body, description: str, at: datetime) -> None:
    """Queue an event for every active webhook that subscribes to it.

    While the subscription of the workspace is past due the event is dropped, as for inactive webhooks.
    """
    event, body = payload["event"], text(payload)
    session.add_all(
        WebhookDelivery(
            id=ids.new_uuid(),
            webhook_id=webhook.id,
            event_type=event,
            body=body,
            description=description,
            is_test=False,
            status="pending",
            attempts_left=ATTEMPTS,
            due_at=at,
            created_at=at,
        )
        for webhook in _listening(session, workspace_id, event)
    )


def test_of(webhook: Webhook, event_type: str, body: str, at: datetime) -> WebhookDelivery:
    """Return the record of a test, which has one attempt."""
    return WebhookDelivery(
        id=ids.new_uuid(),
        webhook_id=webhook.id,
        event_type=event_type,
        body=body,
        description=f"Test of {event_type}",
        is_test=True,
        status="pending",
        attempts_left=1,
        created_at=at,
    )


def retry(delivery: WebhookDelivery, now: datetime) -> None:
    """Queue a failed delivery for one more attempt. Raises `resource.conflict` in any other state."""
    machine = STATES["delivery"]
    if machine.actions["retry_webhook_delivery"].get(delivery.status) != "allowed":
        raise Problem("resource.conflict", f"the delivery is {delivery.status}")
    delivery.status = "pending"
    delivery.attempts_left = 1
    delivery.due_at = now
    delivery.ended_at = None


def record(
    session: Session, webhook: Webhook, delivery: WebhookDelivery, outcome: Outcome, at: datetime
) -> None:
    """Note an attempt, and with it the end of the delivery or the time of the next attempt."""
    delivery.attempts.append(
        WebhookAttempt(
            number=len(delivery.attempts) + 1,
            status_code=outcome.status_code,
            response_body=outcome.response_body,
            duration_ms=outcome.duration_ms,
            error_message=outcome.error_message,
            created_at=at,
        )
    )
    delivery.claimed_until = None
    delivery.attempts_left -= 1
    if not outcome.is_taken and delivery.attempts_left:
        delivery.due_at = at + timedelta(seconds=DELAYS_SECONDS[ATTEMPTS - delivery.attempts_left])
        return
    delivery.status = "delivered" if outcome.is_taken else "failed"
    delivery.due_at = None
    delivery.ended_at = at
    session.add(_entry(webhook, delivery, outcome, at))


def text(payload: object) -> str:
    """Return the JSON text that is sent for a payload."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))


def _listening(session: Session, workspace_id: str, event: str) -> list[Webhook]:
    if session.get_one(Workspace, workspace_id).billing_blocked_at is not None:
        return []
    active = select(Webhook).where(Webhook.workspace_id == workspace_id, Webhook.is_active)
    return [webhook for webhook in session.scalars(active) if event in webhook.events]


def _entry(webhook: Webhook, delivery: WebhookDelivery, outcome: Outcome, at: datetime) -> LoggedEvent:
    """Return what the events log says of the end of a delivery."""
    ending = "delivered" if outcome.is_taken else "not delivered"
    return LoggedEvent(
        id=ids.new_uuid(),
        workspace_id=webhook.workspace_id,
        category="webhook",
        action=f"webhook.{delivery.status}",
        status="ok" if outcome.is_taken else "failed",
        summary=f"{delivery.event_type} {ending} to {webhook.url}",
        resource_id=webhook.id,
        error_category=None if outcome.is_taken else "system",
        error_message=outcome.error_message or None,
        status_code=outcome.status_code,
        duration_ms=outcome.duration_ms,
        details={"delivery_id": delivery.id, "event": delivery.event_type},
        created_at=at,
    )
