"""What users have told."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Feedback(Table):
    """A message to the people behind the service."""

    __tablename__ = "feedback"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"), index=True)
    kind: Mapped[str]
    message: Mapped[str]
    sent_at: Mapped[datetime] = mapped_column(index=True)
