"""The OAuth 2.1 authorization server: Authlib's grants over the stub's tables.

Codes with PKCE and rotating refresh tokens are all there is (RFC 6749, 7636, 7009, 7591, 8414). Answers and
errors have the shape of these RFCs, not that of the API; `spec/decisions.md` says why.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from authlib.oauth2 import OAuth2Error
from authlib.oauth2.rfc6749 import AuthorizationServer, InvalidClientError, OAuth2Request
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant, RefreshTokenGrant
from authlib.oauth2.rfc6749.requests import BasicOAuth2Payload
from authlib.oauth2.rfc7636 import CodeChallenge
from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.orm import Session
from starlette.responses import JSONResponse, RedirectResponse, Response

from socialapi_stub import ids, tokens
from socialapi_stub.tables import Workspace
from socialapi_stub.tables.oauth import OAuthClient, OAuthCode, RefreshToken, RevokedToken

SCOPE = "social:all"
ACCESS_SECONDS = 3600
CODE_LIFE = timedelta(minutes=10)
REFRESH_PREFIX = "rt_"
REVOKED = select(RevokedToken.digest).where(RevokedToken.digest == bindparam("digest"))


@dataclass(frozen=True, slots=True)
class Client:
    """A registered client, as Authlib asks for it."""

    row: OAuthClient

    def get_client_id(self) -> str:
        """Return its id."""
        return self.row.id

    def get_default_redirect_uri(self) -> str | None:
        """Return where it is led back to unless it says where; nowhere if there is a choice."""
        return self.row.redirect_uris[0] if len(self.row.redirect_uris) == 1 else None

    def get_allowed_scope(self, scope: str | None) -> str:
        """Return the one scope there is."""
        return scope or SCOPE

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        """Tell whether it was registered, letter by letter."""
        return redirect_uri in self.row.redirect_uris

    def check_client_secret(self, client_secret: str) -> bool:
        """Tell whether a secret is its own."""
        return hmac.compare_digest(self.row.secret_digest or "", tokens.digest(client_secret))

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:  # noqa: ARG002 - Authlib's signature
        """Tell whether it may say in this way who it is: with its secret if it has one."""
        return (method == "none") == (self.row.secret_digest is None)

    def check_response_type(self, response_type: str) -> bool:
        """Tell whether it may ask for a code."""
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        """Tell whether it may get a token in this way."""
        return grant_type in ("authorization_code", "refresh_token")


@dataclass(frozen=True, slots=True)
class Credential:
    """A code or a refresh token, as Authlib asks for it."""

    row: Any
    code_challenge_method: str = "S256"

    @property
    def code_challenge(self) -> str:
        """The challenge that the verifier has to fit."""
        return str(self.row.code_challenge)

    def get_redirect_uri(self) -> str:
        """Return where the code was sent."""
        return str(self.row.redirect_uri)

    def get_scope(self) -> str:
        """Return what was granted."""
        return str(self.row.scope)

    def check_client(self, client: Client) -> bool:
        """Tell whether it was issued to a client."""
        return bool(self.row.client_id == client.row.id)


class PlainRequest(OAuth2Request):  # type: ignore[misc] # Authlib has no types
    """A request as Authlib wants it. The stub speaks plain http, on a machine's own network."""

    def __init__(self, method: str, fields: Mapping[str, str], headers: Mapping[str, str]) -> None:
        super().__init__(method, "https://stub.invalid/", headers=headers)
        self.fields = dict(fields)
        self.payload = BasicOAuth2Payload(self.fields)

    @property
    def args(self) -> dict[str, str]:
        """The fields of the query."""
        return self.fields

    @property
    def form(self) -> dict[str, str]:
        """The fields of the body."""
        return self.fields


class Server(AuthorizationServer):  # type: ignore[misc] # Authlib has no types
    """The authorization server within one transaction, at one instant."""

    def __init__(self, session: Session, keyring: tokens.Keyring, now: datetime) -> None:
        super().__init__(scopes_supported=[SCOPE])
        self.session = session
        self.keyring = keyring
        self.now = now
        self.register_grant(CodeGrant, [CodeChallenge(required=True)])
        self.register_grant(RotatingGrant)
        self.register_token_generator("default", self._new_tokens)

    def query_client(self, client_id: str) -> Client | None:
        """Return a registered client."""
        row = self.session.get(OAuthClient, client_id)
        return Client(row) if row else None

    def save_token(self, token: dict[str, Any], request: Any) -> None:
        """Keep the refresh token of a new pair, in the family of the one it replaces."""
        used = request.refresh_token
        self.session.add(
            RefreshToken(
                digest=tokens.digest(token["refresh_token"]),
                family=used.row.family if used else ids.new_uuid(),
                client_id=request.client.row.id,
                workspace_id=request.user.id,
                scope=token["scope"],
                created_at=self.now,
            )
        )

    def create_oauth2_request(self, request: Any) -> Any:
        """Return Authlib's request; it is one already."""
        return request

    def handle_response(self, status: int, body: Any, headers: Any) -> Response:
        """Return the answer for what Authlib says."""
        plain = dict(headers)
        if "Location" in plain:
            return RedirectResponse(plain["Location"], status)
        return JSONResponse(body, status, {"Cache-Control": "no-store"})

    def refusal(self, request: PlainRequest, error: OAuth2Error) -> Response:
        """Return the answer for an error that Authlib has raised."""
        found: Response = self.handle_error_response(request, error)
        return found

    def send_signal(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Tell nobody."""

    def _new_tokens(self, user: Workspace, scope: str, **_: Any) -> dict[str, Any]:
        ends = self.now + timedelta(seconds=ACCESS_SECONDS)
        claims = {**tokens.claims_for("oauth_token", user.subject, self.now, ends), "jti": ids.new_uuid()}
        return {
            "access_token": self.keyring.sign("oauth_token", claims),
            "token_type": "Bearer",
            "expires_in": ACCESS_SECONDS,
            "refresh_token": REFRESH_PREFIX + tokens.new_secret(),
            "scope": scope,
        }


class CodeGrant(AuthorizationCodeGrant):  # type: ignore[misc] # Authlib has no types
    """A user's consent for a code, and the code for tokens."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_post", "client_secret_basic", "none")
    server: Server

    def save_authorization_code(self, code: str, request: Any) -> None:
        """Keep a code until it is exchanged."""
        self.server.session.add(
            OAuthCode(
                digest=tokens.digest(code),
                client_id=request.client.row.id,
                workspace_id=request.user.id,
                redirect_uri=request.payload.redirect_uri or request.client.get_default_redirect_uri(),
                scope=request.scope,
                code_challenge=request.payload.data["code_challenge"],
                expires_at=self.server.now + CODE_LIFE,
            )
        )

    def query_authorization_code(self, code: str, client: Client) -> Credential | None:
        """Return a code that is still good for a client."""
        row = self.server.session.get(OAuthCode, tokens.digest(code))
        good = row is not None and row.client_id == client.row.id and row.expires_at > self.server.now
        return Credential(row) if good else None

    def delete_authorization_code(self, authorization_code: Credential) -> None:
        """Let a code work once."""
        self.server.session.delete(authorization_code.row)

    def authenticate_user(self, authorization_code: Credential) -> Workspace | None:
        """Return who has consented."""
        return self.server.session.get(Workspace, authorization_code.row.workspace_id)


class RotatingGrant(RefreshTokenGrant):  # type: ignore[misc] # Authlib has no types
    """A refresh token for a new pair. The old one stops working; using it again ends the whole family."""

    INCLUDE_NEW_REFRESH_TOKEN = True
    server: Server

    def _validate_request_client(self) -> Client:
        # The id of the client suffices; a secret that is given has to be right all the same.
        form, headers = self.request.form, self.request.headers
        if "client_secret" in form or "authorization" in headers:
            methods = ["client_secret_post", "client_secret_basic"]
            client: Client = self.server.authenticate_client(self.request, methods)
            return client
        found = self.server.query_client(form.get("client_id", ""))
        if found is None:
            raise InvalidClientError(description="The client does not exist on this server.")
        return found

    def authenticate_refresh_token(self, refresh_token: str) -> Credential | None:
        """Return a token that is still good; one that was used before was stolen, or its successor was."""
        row = self.server.session.get(RefreshToken, tokens.digest(refresh_token))
        if row is not None and row.revoked_at is not None:
            end_family(self.server.session, row.family, self.server.now)
            return None
        return Credential(row) if row else None

    def authenticate_user(self, refresh_token: Credential) -> Workspace | None:
        """Return who has consented."""
        return self.server.session.get(Workspace, refresh_token.row.workspace_id)

    def revoke_old_credential(self, refresh_token: Credential) -> None:
        """Let a refresh token work once."""
        refresh_token.row.revoked_at = self.server.now


def revoke(session: Session, keyring: tokens.Keyring, fields: Mapping[str, str], now: datetime) -> None:
    """Take a token back, of whichever kind, from the client it belongs to. Anything else changes nothing."""
    token = fields.get("token", "")
    row = session.get(RefreshToken, tokens.digest(token))
    if row is not None and row.client_id == fields.get("client_id"):
        end_family(session, row.family, now)
    elif row is None:
        _revoke_access(session, keyring, token)


def end_family(session: Session, family: str, now: datetime) -> None:
    """Revoke every refresh token that descends from a consent."""
    living = update(RefreshToken).where(RefreshToken.family == family, RefreshToken.revoked_at.is_(None))
    session.execute(living.values(revoked_at=now))


def is_revoked(connection: Connection, token: str) -> bool:
    """Tell whether an access token was given back."""
    return connection.scalar(REVOKED, {"digest": tokens.digest(token)}) is not None


def forget_expired(session: Session, now: datetime) -> None:
    """Remove what is good for nothing any more, so that the tables do not grow for ever."""
    for table in (OAuthCode, RevokedToken):
        session.execute(delete(table).where(table.expires_at <= now))


def _revoke_access(session: Session, keyring: tokens.Keyring, token: str) -> None:
    try:
        _, claims = keyring.signed(token)
    except tokens.TokenRefused:
        return
    expires = datetime.fromtimestamp(int(claims.get("exp", 0)), tz=UTC)
    session.merge(RevokedToken(digest=tokens.digest(token), expires_at=expires))
