"""Webhooks and what is sent to them."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from socialapi_stub.tables.base import Table, reference


class Webhook(Table):
    """An address that is told about events. Its secret signs, so that a digest of it would not do."""

    __tablename__ = "webhooks"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    url: Mapped[str]
    events: Mapped[list[str]] = mapped_column(default=list)
    is_active: Mapped[bool] = mapped_column(default=True)
    secret: Mapped[str]
    created_at: Mapped[datetime]
    __table_args__ = (Index("webhooks_listed", "workspace_id", "created_at", "id"),)


class WebhookDelivery(Table):
    """One event on its way to one webhook.

    `body` is the JSON text that every attempt sends. `due_at` is when the next attempt has to be made, and
    is empty when there is none; `claimed_until` is how long whoever makes it now may take before another
    does. `ended_at` is when it was delivered or given up.
    """

    __tablename__ = "webhook_deliveries"
    id: Mapped[str] = mapped_column(primary_key=True)
    webhook_id: Mapped[str] = mapped_column(reference("webhooks.id", cascade=True))
    event_type: Mapped[str]
    body: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    is_test: Mapped[bool] = mapped_column(default=False)
    status: Mapped[str] = mapped_column(default="pending")
    attempts_left: Mapped[int]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    claimed_until: Mapped[datetime | None] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    attempts: Mapped[list["WebhookAttempt"]] = relationship(
        order_by="WebhookAttempt.number", cascade="all, delete-orphan", lazy="selectin"
    )
    __table_args__ = (
        Index("webhook_deliveries_listed", "webhook_id", "created_at", "id"),
        Index("webhook_deliveries_by_status", "webhook_id", "status", "created_at", "id"),
        Index("webhook_deliveries_by_event", "webhook_id", "event_type", "created_at", "id"),
        Index("webhook_deliveries_ended", "webhook_id", "ended_at"),
    )


class WebhookAttempt(Table):
    """One request to a webhook and what came of it."""

    __tablename__ = "webhook_attempts"
    delivery_id: Mapped[str] = mapped_column(
        reference("webhook_deliveries.id", cascade=True), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    status_code: Mapped[int | None]
    response_body: Mapped[str] = mapped_column(default="")
    duration_ms: Mapped[int]
    error_message: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
