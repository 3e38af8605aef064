"""Who may call what: authentication, the past-due block, token kinds, the scopes of restricted keys."""

import hmac
from collections.abc import Hashable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from socialapi_contract.errors import lookup
from socialapi_contract.operations import OPERATIONS, Operation
from socialapi_contract.scopes import SCOPES
from sqlalchemy import Connection, Row, String, bindparam, literal_column, select
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from socialapi_stub import authorization, clock, headers, timekeeping, tokens
from socialapi_stub.call import Caller
from socialapi_stub.collisions import again
from socialapi_stub.problems import Problem, operation_of
from socialapi_stub.storage import Storage
from socialapi_stub.tables import ApiKey, Workspace
from socialapi_stub.unchanged import Unchanged

REFUSALS = lookup("auth.insufficient_scope").messages
USE_NOTED_EVERY = timedelta(seconds=60)

KEYS = select(
    ApiKey.id,
    ApiKey.digest,
    ApiKey.is_active,
    ApiKey.scopes,
    ApiKey.brand_ids,
    ApiKey.last_used_at,
    ApiKey.workspace_id,
    Workspace.plan,
    Workspace.billing_blocked_at,
    literal_column(f"({timekeeping.KEPT})", String).label("clock"),
).join(Workspace, ApiKey.workspace_id == Workspace.id)
KEY = KEYS.where(ApiKey.digest == bindparam("digest"))
USER = select(Workspace.id, Workspace.plan, Workspace.billing_blocked_at, Workspace.deleted_at).where(
    Workspace.subject == bindparam("subject")
)


class Access:
    """Middleware: lets a request through to its operation only if its token may call it."""

    def __init__(self, app: ASGIApp, storage: Storage, keyring: tokens.Keyring) -> None:
        self.app = app
        self.storage = storage
        self.keyring = keyring
        self.known: Unchanged[Caller] = Unchanged(storage.watch)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Authenticate, then refuse in the order of ARCHITECTURE.md: 401, 402, 403.

        An operation without tokens is open to everybody; what is sent for a token is not looked at.
        """
        operation = OPERATIONS[operation_of(scope) or ""] if scope["type"] == "http" else None
        if operation is not None and operation.tokens:
            token = bearer_token(headers.every(scope, b"authorization"))
            mark = scope["extensions"]["mark"] = await self.storage.watch.mark()
            caller = await self._caller(token, mark)
            refuse_past_due(caller, operation)
            refuse_token_kind(caller, operation)
            refuse_missing_scope(caller, operation)
            scope["extensions"]["caller"] = caller
        await self.app(scope, receive, send)

    async def _caller(self, token: str, mark: Hashable) -> Caller:
        """Return who a token stands for; only what may wait for others gets a thread."""
        digest = tokens.digest(token)
        caller = self.known.get(digest, mark)
        if caller is None:
            caller = await self._authenticated(token)
            if caller.key_id:  # other tokens end by themselves
                await self.known.keep(digest, caller, mark)
        if caller.key_id and _is_long_ago(caller.last_used_at):
            await run_in_threadpool(_note_use, self.storage, caller.key_id)
        return caller

    async def _authenticated(self, token: str) -> Caller:
        if self.storage.at_once:
            return authenticate(self.storage, self.keyring, token)
        return await run_in_threadpool(again, partial(authenticate, self.storage, self.keyring, token))


def bearer_token(given: list[str]) -> str:
    """Return the token of the `Authorization` header. Two such headers are ambiguous and refused."""
    if not any(given):
        raise Problem("auth.missing_header")
    if len(given) > 1:
        raise Problem("auth.invalid_token", "the request has more than one Authorization header")
    scheme, _, token = given[0].strip().partition(" ")
    if scheme.lower() != "bearer":
        raise Problem("auth.invalid_token", "the Authorization header has to use the Bearer scheme")
    if not token.strip():
        raise Problem("auth.empty_token")
    return token.strip()


def authenticate(storage: Storage, keyring: tokens.Keyring, token: str) -> Caller:
    """Return who a token stands for. Raises one of the `auth.*` problems with status 401."""
    with storage.reading(here=True) as connection:
        if token.startswith(tokens.KEY_PREFIX):
            show_time = timekeeping.before_reading(storage)
            key = _active_key(connection, token)
            show_time(key.clock)
            return _key_caller(key)
        timekeeping.look(storage, connection)
        return _jwt_caller(connection, keyring, token)


def refuse_past_due(caller: Caller, operation: Operation) -> None:
    """Raise `billing.past_due` unless the operation works while payment is missing."""
    if caller.past_due and not operation.past_due_exempt:
        raise Problem("billing.past_due")


def refuse_token_kind(caller: Caller, operation: Operation) -> None:
    """Raise `auth.dashboard_only` when the operation does not take this kind of token."""
    if caller.kind not in operation.tokens:
        raise Problem("auth.dashboard_only")


def refuse_missing_scope(caller: Caller, operation: Operation) -> None:
    """Raise `auth.insufficient_scope` where the catalogue has words for it; unrestricted callers pass."""
    scope = operation.scope
    if not caller.restricted or scope == "ungated":
        return
    if scope in ("admin", "unmapped"):
        raise Problem("auth.insufficient_scope", REFUSALS[scope])
    if caller.scopes and scope not in caller.scopes:
        message = REFUSALS["missing_scope"].format(required_scope=scope)
        raise Problem("auth.insufficient_scope", message, required_scope=scope)
    if caller.brand_ids and SCOPES[scope].account_level:
        raise Problem("auth.insufficient_scope", REFUSALS["brand_restricted"], required_scope=scope)


def _active_key(connection: Connection, secret: str) -> Row[*tuple[Any, ...]]:
    digest = tokens.digest(secret)
    row = connection.execute(KEY, {"digest": digest}).one_or_none()
    if row is None or not row.is_active or not hmac.compare_digest(row.digest, digest):
        raise Problem("auth.invalid_key")
    return row


def _key_caller(key: Row[*tuple[Any, ...]]) -> Caller:
    return Caller(
        "api_key",
        key.workspace_id,
        key.plan,
        past_due=key.billing_blocked_at is not None,
        key_id=key.id,
        scopes=frozenset(key.scopes),
        brand_ids=frozenset(key.brand_ids),
        last_used_at=key.last_used_at,
    )


def _jwt_caller(connection: Connection, keyring: tokens.Keyring, token: str) -> Caller:
    try:
        claims = tokens.verify(token, keyring, clock.now())
    except tokens.TokenRefused as refusal:
        raise Problem("auth.invalid_token") from refusal
    if claims.kind == "oauth_token" and authorization.is_revoked(connection, token):
        raise Problem("auth.invalid_token")
    user = connection.execute(USER, {"subject": claims.subject}).one_or_none()
    if user is None:
        raise Problem("auth.not_provisioned" if claims.kind == "dashboard_jwt" else "auth.user_not_found")
    if user.deleted_at is not None:
        raise Problem("auth.user_not_found")
    return Caller(claims.kind, user.id, user.plan, past_due=user.billing_blocked_at is not None)


def _is_long_ago(moment: datetime | None) -> bool:
    return moment is None or clock.now() - moment > USE_NOTED_EVERY


def _note_use(storage: Storage, key_id: str) -> None:
    with storage.write(beside=True, wakes=False) as session:
        key = session.get(ApiKey, key_id, with_for_update=True)
        if key is not None:
            key.last_used_at = clock.now()
