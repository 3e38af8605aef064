"""The request log."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table


class LoggedRequest(Table):
    """A request that was answered. `id` sorts by time; `violations` is what the client got wrong."""

    __tablename__ = "logged_requests"
    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    method: Mapped[str]
    path: Mapped[str]
    query: Mapped[str]
    operation: Mapped[str | None]
    status: Mapped[int]
    ms: Mapped[float]
    request_id: Mapped[str]
    workspace_id: Mapped[str | None]
    error: Mapped[str | None]
    violations: Mapped[list[Any]]
