"""The OAuth 2.1 server: clients, codes, refresh tokens, and access tokens that were given back.

Of everything secret only the digest is kept.
"""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class OAuthClient(Table):
    """An application that users can let in; one without a secret is public."""

    __tablename__ = "oauth_clients"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    secret_digest: Mapped[str | None] = mapped_column(String(64))
    redirect_uris: Mapped[list[str]]
    created_at: Mapped[datetime]


class OAuthCode(Table):
    """A code that waits to be exchanged, once, with the verifier of its challenge."""

    __tablename__ = "oauth_codes"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    client_id: Mapped[str] = mapped_column(reference("oauth_clients.id"))
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"), index=True)
    redirect_uri: Mapped[str]
    scope: Mapped[str]
    code_challenge: Mapped[str]
    expires_at: Mapped[datetime]


class RefreshToken(Table):
    """A refresh token. `family` is the consent it descends from; it is good until it is used or revoked."""

    __tablename__ = "refresh_tokens"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    family: Mapped[str] = mapped_column(index=True)
    client_id: Mapped[str] = mapped_column(reference("oauth_clients.id"))
    workspace_id: Mapped[str] = mapped_column(reference("workspaces.id"), index=True)
    scope: Mapped[str]
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class RevokedToken(Table):
    """An access token that was given back before it expired."""

    __tablename__ = "revoked_tokens"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    expires_at: Mapped[datetime]
