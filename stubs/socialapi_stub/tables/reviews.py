"""What customers think of a business, and what the business answers."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from socialapi_stub.tables import Account
from socialapi_stub.tables.base import Table, reference


class Review(Table):
    """A review as its platform has it, with the one answer it may have; it goes with the account."""

    __tablename__ = "reviews"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(reference("accounts.id", cascade=True))
    platform_id: Mapped[str] = mapped_column(index=True)
    author_name: Mapped[str | None]
    author_picture: Mapped[str | None]
    rating: Mapped[int]
    text: Mapped[str | None]
    reply_id: Mapped[str | None]
    reply_text: Mapped[str | None]
    replied_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    account: Mapped[Account] = relationship()
    __table_args__ = (
        Index("reviews_newest", "account_id", "created_at", "id"),
        Index("reviews_by_rating", "account_id", "rating", "id"),
    )
