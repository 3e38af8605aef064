"""Direct messages: conversations and what was written in them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from socialapi_stub.tables import Account
from socialapi_stub.tables.base import Table, reference


class Conversation(Table):
    """The messages between an account and one person; it goes with the account.

    `last_incoming_at` is when the person last wrote, which opens the window for answers; `refusal` is the
    code by which the platform keeps the account from writing to the person, if it does. `sort_at` is what the
    list sorts by: the latest message, or else the creation.
    """

    __tablename__ = "conversations"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    account_id: Mapped[str] = mapped_column(reference("accounts.id", cascade=True))
    page_id: Mapped[str | None]
    platform: Mapped[str]
    platform_id: Mapped[str]
    participant_id: Mapped[str]
    participant_name: Mapped[str]
    participant_picture: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="active")
    unread_count: Mapped[int] = mapped_column(default=0)
    last_message: Mapped[str | None]
    last_message_at: Mapped[datetime | None]
    last_incoming_at: Mapped[datetime | None]
    refusal: Mapped[str | None]
    sort_at: Mapped[datetime]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    account: Mapped[Account] = relationship()
    __table_args__ = (
        UniqueConstraint("account_id", "participant_id"),
        Index("conversations_listed", "workspace_id", "status", "sort_at", "id"),
    )


class Message(Table):
    """One message of a conversation, in either direction.

    `interactive` holds the quick replies, buttons or cards that went out with it; `due_at` is when the
    platform reports its next state, and is empty when nothing more is to be reported.
    """

    __tablename__ = "messages"
    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(reference("conversations.id", cascade=True))
    platform_id: Mapped[str] = mapped_column(index=True)
    direction: Mapped[str]
    sender_id: Mapped[str]
    sender_name: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    attachment_type: Mapped[str | None]
    attachment_url: Mapped[str | None]
    interactive: Mapped[dict[str, Any] | None]
    status: Mapped[str | None]
    status_updated_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    created_at: Mapped[datetime]
    conversation: Mapped[Conversation] = relationship()
    __table_args__ = (Index("messages_listed", "conversation_id", "created_at", "id"),)
