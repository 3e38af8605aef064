"""Boards on Pinterest."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Board(Table):
    """A board of a Pinterest account; `platform_board_id` is Pinterest's own id of it."""

    __tablename__ = "boards"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(reference("accounts.id", cascade=True))
    platform_board_id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    description: Mapped[str | None]
    privacy: Mapped[str]
    created_at: Mapped[datetime]
    __table_args__ = (Index("boards_listed", "account_id", "created_at", "id"),)
