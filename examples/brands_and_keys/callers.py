"""Who calls, and whether they may: tokens, the block of unpaid subscriptions, the scopes of keys."""

import functools
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import jwt
from flask import current_app, request
from flask.typing import ResponseReturnValue
from refusals import Refusal
from storage import run

KEY_PREFIX = "sapi_key_"
UNGATED, ADMIN = "ungated", "admin"
"""What any valid token may do, and what a restricted key never may; other operations need a scope."""


@dataclass(frozen=True)
class Caller:
    """The user that a token stands for, and what a restricted key is limited to."""

    user: Any
    scopes: tuple[str, ...] = ()
    brand_ids: tuple[str, ...] = ()

    def sees(self, brand_id: str) -> bool:
        """Tell whether a brand of the user is within reach."""
        return not self.brand_ids or brand_id in self.brand_ids


Handler = Callable[..., ResponseReturnValue]


def needs(scope: str, *, past_due_exempt: bool = False) -> Callable[[Handler], Handler]:
    """Let only those through to a handler who may call it; the handler is given the `Caller` first."""

    def decorate(handle: Handler) -> Handler:
        @functools.wraps(handle)
        def admitted(**path: str) -> ResponseReturnValue:
            caller = authenticate()
            if caller.user["past_due_since"] and not past_due_exempt:
                raise Refusal("billing.past_due")
            _refuse_missing_scope(caller, scope)
            return handle(caller, **path)

        return admitted

    return decorate


def authenticate() -> Caller:
    """Return who the request's token stands for. Raises one of the refusals with status 401."""
    header = request.headers.get("Authorization")
    if not header:
        raise Refusal("auth.missing_header")
    scheme, _, token = header.strip().partition(" ")
    if scheme.lower() != "bearer":
        raise Refusal("auth.invalid_token")
    if not token.strip():
        raise Refusal("auth.empty_token")
    token = token.strip()
    return _of_key(token) if token.startswith(KEY_PREFIX) else _of_jwt(token)


def digest(secret: str) -> str:
    """Return what is kept of an API key."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _of_key(secret: str) -> Caller:
    key = run("select * from keys where digest = ? and is_active", digest(secret)).fetchone()
    if key is None:
        raise Refusal("auth.invalid_key")
    user = run("select * from users where id = ?", key["user_id"]).fetchone()
    return Caller(_living(user), tuple(json.loads(key["scopes"])), tuple(json.loads(key["brand_ids"])))


def _of_jwt(token: str) -> Caller:
    try:
        _, subject = current_app.extensions["keyring"].verify(token)
    except jwt.InvalidTokenError:
        raise Refusal("auth.invalid_token") from None
    user = run("select * from users where subject = ?", subject).fetchone()
    if user is None:
        raise Refusal("auth.not_provisioned")
    return Caller(_living(user))


def _living(user: Any) -> Any:
    if user["deleted_at"]:
        raise Refusal("auth.user_not_found")
    return user


def _refuse_missing_scope(caller: Caller, scope: str) -> None:
    restricted = caller.scopes or caller.brand_ids
    if not restricted or scope == UNGATED:
        return
    if scope == ADMIN:
        raise Refusal("auth.insufficient_scope")
    if caller.scopes and scope not in caller.scopes:
        raise Refusal("auth.insufficient_scope", required_scope=scope)
