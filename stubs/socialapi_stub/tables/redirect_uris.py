"""Addresses that connect flows may send users to."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class RedirectUri(Table):
    """A registered address, as it was written."""

    __tablename__ = "redirect_uris"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    uri: Mapped[str]
    label: Mapped[str | None]
    created_at: Mapped[datetime]
    __table_args__ = (
        UniqueConstraint("workspace_id", "uri"),
        Index("redirect_uris_listed", "workspace_id", "created_at", "id"),
    )
