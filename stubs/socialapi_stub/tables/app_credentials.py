"""The credentials of customers' own apps, and how often such credentials were tried."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class AppCredentials(Table):
    """A customer's own app at a platform: of one brand, or the default of the workspace.

    `holder_id` is the id of that brand or workspace. Nothing here calls the platform, so only a digest of the
    pair is kept; `is_refused` tells that the platform does not take it.
    """

    __tablename__ = "app_credentials"
    platform: Mapped[str] = mapped_column(primary_key=True)
    holder_id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    brand_id: Mapped[str | None] = mapped_column(reference("brands.id", cascade=True), index=True)
    client_id_hint: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
    is_refused: Mapped[bool]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    __table_args__ = (Index("app_credentials_listed", "workspace_id", "platform", "created_at"),)


class CredentialsTest(Table):
    """A pair of credentials that was tried at an instant."""

    __tablename__ = "credentials_tests"
    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"))
    tried_at: Mapped[datetime]
    __table_args__ = (Index("credentials_tests_counted", "workspace_id", "tried_at"),)
