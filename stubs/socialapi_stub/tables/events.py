"""The events log."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class LoggedEvent(Table):
    """One thing that happened in a workspace; it outlives what it happened to."""

    __tablename__ = "events"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    category: Mapped[str]
    action: Mapped[str]
    status: Mapped[str]
    summary: Mapped[str]
    platform: Mapped[str | None]
    account_id: Mapped[str | None]
    resource_id: Mapped[str | None]
    error_category: Mapped[str | None]
    error_message: Mapped[str | None]
    status_code: Mapped[int | None]
    duration_ms: Mapped[int | None]
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]
    __table_args__ = (
        Index("events_listed", "workspace_id", "created_at", "id"),
        Index("events_by_category", "workspace_id", "category", "created_at", "id"),
        Index("events_by_action", "workspace_id", "action", "created_at", "id"),
        Index("events_by_status", "workspace_id", "status", "created_at", "id"),
        Index("events_by_platform", "workspace_id", "platform", "created_at", "id"),
        Index("events_by_account", "workspace_id", "account_id", "created_at", "id"),
        Index("events_by_resource", "workspace_id", "resource_id", "created_at", "id"),
    )
