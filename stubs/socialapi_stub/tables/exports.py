"""Exports and the videos in them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Export(Table):
    """One run over the videos of an account.

    `due_at` is when the job has to move it next, empty once it has ended. `account_id` may outlive the
    account.
    """

    __tablename__ = "exports"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    account_id: Mapped[str]
    platform: Mapped[str]
    status: Mapped[str] = mapped_column(default="pending")
    include_transcript: Mapped[bool] = mapped_column(default=False)
    include_vision: Mapped[bool] = mapped_column(default=False)
    total_videos: Mapped[int] = mapped_column(default=0)
    processed_videos: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    created_at: Mapped[datetime]
    completed_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    __table_args__ = (Index("exports_listed", "workspace_id", "created_at", "id"),)


class ExportVideo(Table):
    """A video as an export has read it; `document` is how the API shows it."""

    __tablename__ = "export_videos"
    export_id: Mapped[str] = mapped_column(reference("exports.id", cascade=True), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    document: Mapped[dict[str, Any]]
