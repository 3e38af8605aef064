"""Deliveries to webhooks whose next attempt is due.

An attempt is claimed in one transaction, made without any, and recorded in another. A process that dies in
between has sent something nobody has noted: when its claim has run out the attempt is made again, under the
same delivery id, which is how receivers know it.
"""

import logging
import threading
import time
from collections import Counter
from datetime import datetime, timedelta
from functools import partial

from socialapi_contract.events import TIMEOUT_SECONDS
from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from socialapi_stub import collisions, deliveries, due, webhook_calls
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Workspace
from socialapi_stub.tables.webhooks import Webhook, WebhookDelivery
from socialapi_stub.webhook_calls import Outcome, Parcel

log = logging.getLogger(__name__)

CLAIM = timedelta(seconds=3 * TIMEOUT_SECONDS)
AT_ONCE, AT_ONCE_EACH = 64, 8
PATIENCE_SECONDS = 0.5


def run_due(storage: Storage, settings: Settings, now: datetime) -> int:
    """Make every attempt that is due and return how many that were.

    What takes longer than a moment goes on by itself, so that an endpoint that hangs holds nobody else up.
    """
    if not due.is_any(storage, _due(now)):
        return 0
    with storage.write(beside=True) as session:
        parcels = _claim(session, now)
    threads = [
        threading.Thread(target=partial(_attempt, storage, settings, parcel, now), daemon=True)
        for parcel in parcels
    ]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + PATIENCE_SECONDS
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    return len(parcels)


def _due(now: datetime) -> Select[WebhookDelivery]:
    """Select what is due and in nobody's hands, unless its webhook is switched off or not paid for."""
    free = or_(WebhookDelivery.claimed_until.is_(None), WebhookDelivery.claimed_until <= now)
    return (
        select(WebhookDelivery)
        .join(Webhook, WebhookDelivery.webhook_id == Webhook.id)
        .join(Workspace, Webhook.workspace_id == Workspace.id)
        .where(WebhookDelivery.due_at <= now, free, Webhook.is_active, Workspace.billing_blocked_at.is_(None))
    )


def _claim(session: Session, now: datetime) -> list[Parcel]:
    """Take attempts in hand, a few of each webhook, so that one with many leaves room for others."""
    held = select(WebhookDelivery.webhook_id).where(WebhookDelivery.claimed_until > now)
    in_hand = Counter(session.scalars(held))
    full = [webhook for webhook, count in in_hand.items() if count >= AT_ONCE_EACH]
    waiting = _due(now).where(WebhookDelivery.webhook_id.not_in(full)).order_by(WebhookDelivery.due_at)
    room = max(0, AT_ONCE - in_hand.total())
    rows = session.scalars(waiting.limit(room).with_for_update(skip_locked=True, of=WebhookDelivery)).all()
    parcels = []
    for delivery in rows:
        in_hand[delivery.webhook_id] += 1
        if in_hand[delivery.webhook_id] <= AT_ONCE_EACH:
            delivery.claimed_until = now + CLAIM
            parcels.append(_parcel(session.get_one(Webhook, delivery.webhook_id), delivery))
    return parcels


def _parcel(webhook: Webhook, delivery: WebhookDelivery) -> Parcel:
    return Parcel(
        url=webhook.url,
        secret=webhook.secret,
        event=delivery.event_type,
        body=delivery.body,
        kind="test" if delivery.is_test else "event",
        delivery_id=delivery.id,
    )


def _attempt(storage: Storage, settings: Settings, parcel: Parcel, now: datetime) -> None:
    try:
        outcome = webhook_calls.send(parcel, settings)
        at = now + timedelta(milliseconds=outcome.duration_ms)
        collisions.again(lambda: _record(storage, parcel, outcome, now + CLAIM, at))
    except Exception:
        log.exception("an attempt at delivery %s was not recorded; it will be made again", parcel.delivery_id)


def _record(storage: Storage, parcel: Parcel, outcome: Outcome, claim: datetime, at: datetime) -> None:
    """Note what came of an attempt, unless its claim has run out and somebody else makes it."""
    with storage.write(beside=True) as session:
        here = select(Webhook.workspace_id).join(WebhookDelivery, WebhookDelivery.webhook_id == Webhook.id)
        owner = session.scalar(here.where(WebhookDelivery.id == parcel.delivery_id))
        if owner is None:
            return
        session.get(Workspace, owner, with_for_update=True)
        delivery = session.get(WebhookDelivery, parcel.delivery_id, with_for_update=True)
        if delivery is not None and delivery.status == "pending" and delivery.claimed_until == claim:
            webhook = session.get_one(Webhook, delivery.webhook_id)
            deliveries.record(session, webhook, delivery, outcome, at)
