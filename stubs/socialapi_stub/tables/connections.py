"""Logins that several accounts share, and connections that wait for a choice."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Login(Table):
    """A person on a platform whose pages are shared out among brands, as one workspace knows them.

    `page_ids` are the pages that `who` gives access to now; one that `is_lost` has lost its grant as a whole.
    """

    __tablename__ = "logins"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    platform: Mapped[str]
    who: Mapped[str]
    page_ids: Mapped[list[str]] = mapped_column(default=list)
    is_lost: Mapped[bool] = mapped_column(default=False)
    __table_args__ = (UniqueConstraint("workspace_id", "platform", "who"),)


class PendingConnection(Table):
    """A connection that waits for a choice; `brand_id` is empty where a new brand is to be made."""

    __tablename__ = "pending_connections"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"), index=True)
    platform: Mapped[str]
    brand_id: Mapped[str | None] = mapped_column(reference("brands.id", cascade=True))
    who: Mapped[str]
    login_id: Mapped[str | None] = mapped_column(reference("logins.id", cascade=True), index=True)
    expires_at: Mapped[datetime]
