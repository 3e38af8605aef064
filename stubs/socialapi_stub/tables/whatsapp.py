"""Phone numbers on WhatsApp and what can be sent from them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class WhatsAppNumber(Table):
    """The phone number of a WhatsApp account; an account without a row has a new one.

    `profile` is what people see about the business. `code_sent_at` is empty when no code can be sent back;
    `codes_sent` counts those sent since `codes_since`.
    """

    __tablename__ = "whatsapp_numbers"
    account_id: Mapped[str] = mapped_column(reference("accounts.id", cascade=True), primary_key=True)
    status: Mapped[str]
    profile: Mapped[dict[str, Any]] = mapped_column(default=dict)
    code_sent_at: Mapped[datetime | None]
    codes_since: Mapped[datetime | None]
    codes_sent: Mapped[int] = mapped_column(default=0)


class WhatsAppTemplate(Table):
    """A message template in one language.

    `review_at` is when its review ends, and is empty when it is not in review; `changed_at` is the last time
    an approved template was changed.
    """

    __tablename__ = "whatsapp_templates"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(reference("accounts.id", cascade=True))
    name: Mapped[str]
    language: Mapped[str]
    category: Mapped[str]
    status: Mapped[str]
    components: Mapped[list[dict[str, Any]]]
    review_at: Mapped[datetime | None] = mapped_column(index=True)
    changed_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    __table_args__ = (
        UniqueConstraint("account_id", "name", "language"),
        Index("whatsapp_templates_listed", "account_id", "created_at", "id"),
    )
