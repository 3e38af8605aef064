"""Outcomes ordered by the control plane."""

from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Outcome(Table):
    """A platform's refusal, ordered for the next `remaining` calls of an account, an operation, or both."""

    __tablename__ = "outcomes"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"), index=True)
    account_id: Mapped[str | None]
    operation_id: Mapped[str | None]
    reason: Mapped[str]
    remaining: Mapped[int]
