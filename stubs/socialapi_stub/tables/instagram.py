"""What Instagram shows beside posts: stories, and who was invited to collaborate."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Story(Table):
    """A story that went up on an account, published here or made elsewhere; `id` is the platform's own."""

    __tablename__ = "stories"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(reference("accounts.id", cascade=True))
    media_type: Mapped[str]
    media_url: Mapped[str | None]
    permalink: Mapped[str]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    __table_args__ = (Index("stories_listed", "account_id", "created_at", "id"),)


class Collaboration(Table):
    """An invitation to appear as author of a post.

    `media_id` and `platform_account_id` are the platform's ids; `publisher_id` is the account that published
    the post, None for a post made elsewhere.
    """

    __tablename__ = "collaborations"
    id: Mapped[str] = mapped_column(primary_key=True)
    media_id: Mapped[str]
    publisher_id: Mapped[str | None]
    platform_account_id: Mapped[str]
    username: Mapped[str]
    status: Mapped[str]
    invited_at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("media_id", "platform_account_id"),)
