"""What waits at the payment provider: checkouts, and visits to the subscription page."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Checkout(Table):
    """A plan on its way to be paid; an `open` one whose time is over counts as expired."""

    __tablename__ = "checkouts"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"), index=True)
    tier: Mapped[str]
    interval: Mapped[str]
    return_url: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="open")
    expires_at: Mapped[datetime]


class PortalSession(Table):
    """A visit to the subscription page; its id is the secret in the address."""

    __tablename__ = "portal_sessions"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"), index=True)
    return_url: Mapped[str | None]
    is_opened: Mapped[bool] = mapped_column(default=False)
    expires_at: Mapped[datetime]
