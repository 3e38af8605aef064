"""Where others mentioned an account."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Mention(Table):
    """A mention of an account; it goes with the account.

    `id` is the public one, which two accounts share that are mentioned in the same place. `media_id` is the
    platform's id of the post, `comment_id` that of the comment if one mentions the account and not the
    caption. `author` has the keys of a comment's author, `media` those of the API.
    """

    __tablename__ = "mentions"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(reference("accounts.id", cascade=True), primary_key=True)
    media_id: Mapped[str] = mapped_column(index=True)
    comment_id: Mapped[str | None]
    text: Mapped[str]
    media: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    author: Mapped[dict[str, Any]]
    permalink: Mapped[str | None]
    received_at: Mapped[datetime]
    __table_args__ = (Index("mentions_listed", "account_id", "received_at", "id"),)
