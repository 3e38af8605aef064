"""What the service has to say to its users, and who has read it."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Announcement(Table):
    """A message to every user, visible from `published_at` until `hidden_at`, if that is set."""

    __tablename__ = "announcements"
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]
    link_label: Mapped[str | None]
    link_url: Mapped[str | None]
    window_start: Mapped[datetime | None]
    window_end: Mapped[datetime | None]
    published_at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]
    __table_args__ = (Index("announcements_listed", "published_at", "id"),)


class SeenAnnouncement(Table):
    """A mark that the user of a workspace has read an announcement."""

    __tablename__ = "seen_announcements"
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"), primary_key=True)
    announcement_id: Mapped[str] = mapped_column(reference("announcements.id"), primary_key=True)
