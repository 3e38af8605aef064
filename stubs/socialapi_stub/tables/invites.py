"""Invites to connect an account to a brand."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Invite(Table):
    """A link to connect an account.

    `state` names its connect flow; `spent_at` is when it was used or revoked.
    """

    __tablename__ = "invites"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"), index=True)
    brand_id: Mapped[str] = mapped_column(reference("brands.id", cascade=True))
    platform: Mapped[str]
    token: Mapped[str] = mapped_column(unique=True)
    state: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    spent_at: Mapped[datetime | None]
    __table_args__ = (Index("invites_listed", "brand_id", "created_at", "id"),)
