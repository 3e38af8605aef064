"""The media library."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Media(Table):
    """An item of the media library; its bytes are a file named by its id.

    `size_bytes` is 0 until the bytes are confirmed, and again once they are found missing or too many.
    """

    __tablename__ = "media"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    filename: Mapped[str]
    content_type: Mapped[str]
    size_bytes: Mapped[int] = mapped_column(BigInteger, default=0)
    duration_seconds: Mapped[int | None]
    status: Mapped[str]
    created_at: Mapped[datetime]
    __table_args__ = (
        Index("media_listed", "workspace_id", "status", "created_at", "id"),
        Index("media_stored", "workspace_id", "status", "size_bytes"),
    )
