"""Tokens that must be refused, and with which code, on every operation."""

import functools
from collections.abc import Callable

from socialapi_contract.errors import ErrorCode
from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import problem, refused
from socialapi_conformance.forging import as_jwk, as_pem, as_raw, claims
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import deletes_its_caller
from socialapi_conformance.verdicts import NotVerified

EVERY = [operation for operation in OPERATIONS.values() if operation.tokens]
_AUTHENTICATION = "overview: Authentication"

on_every_operation = functools.partial(check, MUST, _AUTHENTICATION, over=EVERY)


@on_every_operation()
def refuses_missing_header(api: Api, operation: Operation) -> None:
    """A request without an Authorization header is refused with 401 auth.missing_header."""
    _refused(api, operation, None, "auth.missing_header")


@on_every_operation()
def refuses_empty_token(api: Api, operation: Operation) -> None:
    """`Bearer` with nothing after it is refused with 401 auth.empty_token."""
    _refused(api, operation, "Bearer", "auth.empty_token")


@on_every_operation()
def refuses_other_schemes(api: Api, operation: Operation) -> None:
    """A scheme other than Bearer is refused with 401, even when a valid key follows it."""
    key = _safe(api, operation).token("api_key")
    for scheme in ("Basic", "Token", "ApiKey"):
        refused(_attempt(api, operation, f"{scheme} {key}"), 401)


@on_every_operation()
def refuses_malformed_tokens(api: Api, operation: Operation) -> None:
    """A token that is neither a key nor a JWT is refused with 401 auth.invalid_token."""
    for token in ("nonsense", "a.b", "a.b.c", "e30.e30.", "..", "%00", "x" * 2000):
        _refused(api, operation, f"Bearer {token}", "auth.invalid_token")


@on_every_operation()
def refuses_unknown_keys(api: Api, operation: Operation) -> None:
    """A key of the right form that was never issued, and a mutilated one, are refused with 401
    auth.invalid_key.
    """
    key = _safe(api, operation).token("api_key")
    made_up = f"sapi_key_{api.random.getrandbits(248):062x}"
    for token in (made_up, "sapi_key_", key[:-1], key + "0", key[:-1] + ("0" if key[-1] != "0" else "1")):
        _refused(api, operation, f"Bearer {token}", "auth.invalid_key")


@on_every_operation()
def refuses_revoked_keys(api: Api, operation: Operation) -> None:
    """A key that was revoked is refused with 401 auth.invalid_key."""
    _refused(api, operation, f"Bearer {_safe(api, operation).token('revoked_key')}", "auth.invalid_key")


@on_every_operation()
def refuses_expired_jwts(api: Api, operation: Operation) -> None:
    """A JWT that has expired is refused with 401 auth.invalid_token."""
    _refused(api, operation, f"Bearer {_safe(api, operation).token('expired_jwt')}", "auth.invalid_token")
    if "expired" in api.target.refused_tokens and not deletes_its_caller(operation):
        _refused_token(api, operation, "expired")


@on_every_operation()
def refuses_unsigned_jwts(api: Api, operation: Operation) -> None:
    """A JWT with `alg: none`, in any spelling, is refused with 401 auth.invalid_token."""
    for spelling in ("none", "None", "NONE", "nOnE"):
        _forged(api, operation, functools.partial(api.forge.unsigned, algorithm=spelling))


@on_every_operation()
def refuses_public_key_as_secret(api: Api, operation: Operation) -> None:
    """A JWT signed by HS256 with the public key (PEM, raw or JWK) as the secret is refused with 401
    auth.invalid_token.
    """
    for form in (as_pem, as_raw, as_jwk):
        _forged(api, operation, functools.partial(api.forge.hmac_with_public_key, form=form))


@on_every_operation()
def refuses_foreign_signatures(api: Api, operation: Operation) -> None:
    """A JWT signed by somebody else's key under a known key id is refused with 401 auth.invalid_token."""
    _forged(api, operation, api.forge.foreign_key)


@on_every_operation()
def refuses_unknown_key_ids(api: Api, operation: Operation) -> None:
    """A JWT whose key id the server does not publish is refused with 401 auth.invalid_token."""
    _forged(api, operation, functools.partial(api.forge.foreign_key, kid=api.word("kid")))


@on_every_operation()
def refuses_embedded_keys(api: Api, operation: Operation) -> None:
    """A JWT that brings its own key (`jwk` in the header) is refused with 401 auth.invalid_token."""
    _forged(api, operation, functools.partial(api.forge.foreign_key, jwk=api.forge.own_jwk("forged")))


@on_every_operation()
def refuses_linked_keys(api: Api, operation: Operation) -> None:
    """A JWT that names where its key is found (`jku` in the header) is refused with 401
    auth.invalid_token.
    """
    header = {"jku": api.forge.own_jwks_url, "kid": "forged"}
    _forged(api, operation, functools.partial(api.forge.foreign_key, **header))


@on_every_operation()
def refuses_altered_claims(api: Api, operation: Operation) -> None:
    """A JWT whose claims were changed after signing is refused with 401 auth.invalid_token."""
    _forged(api, operation, functools.partial(api.forge.altered, expires_in=10**6))


@on_every_operation()
def refuses_jwts_without_expiry(api: Api, operation: Operation) -> None:
    """A genuine JWT without `exp` is refused with 401 auth.invalid_token."""
    _refused_token(api, operation, "missing_exp")


@on_every_operation()
def refuses_foreign_audiences(api: Api, operation: Operation) -> None:
    """A genuine JWT made for another audience is refused with 401 auth.invalid_token."""
    _refused_token(api, operation, "wrong_audience")


@on_every_operation()
def refuses_foreign_issuers(api: Api, operation: Operation) -> None:
    """A genuine JWT in the name of another issuer is refused with 401 auth.invalid_token."""
    _refused_token(api, operation, "wrong_issuer")


@on_every_operation()
def refuses_early_jwts(api: Api, operation: Operation) -> None:
    """A genuine JWT whose `nbf` lies ahead is refused with 401 auth.invalid_token."""
    _refused_token(api, operation, "not_yet_valid")


@on_every_operation()
def refuses_unknown_critical_headers(api: Api, operation: Operation) -> None:
    """A genuine JWT with a `crit` extension nobody knows is refused with 401 auth.invalid_token."""
    _refused_token(api, operation, "unknown_crit")


@on_every_operation()
def refuses_unprovisioned_users(api: Api, operation: Operation) -> None:
    """A genuine JWT of a user that was never set up is refused with 401 auth.not_provisioned."""
    _refused_token(api, operation, "unprovisioned", "auth.not_provisioned")


def _safe(api: Api, operation: Operation) -> Caller:
    """Return a caller whose bad token does no harm where a faulty server accepts it."""
    # Accepted in the blocked workspace, a token earns a 402 instead of deleting the workspace.
    return api.past_due if deletes_its_caller(operation) else api.demo


def _attempt(api: Api, operation: Operation, authorization: str | None) -> Answer:
    caller = _safe(api, operation)
    return caller.authorized_by(authorization).send(api.samples(caller).naming_nothing(operation))


def _refused(api: Api, operation: Operation, authorization: str | None, code: ErrorCode) -> None:
    problem(_attempt(api, operation, authorization), 401, code)


def _forged(api: Api, operation: Operation, forgery: Callable[[str], str]) -> None:
    """Try a forgery of each kind of JWT the target names."""
    tokens = _safe(api, operation).workspace.tokens
    genuine = [tokens[kind] for kind in ("dashboard_jwt", "oauth_token") if kind in tokens]
    if not genuine:
        raise NotVerified("the target names no JWT that could be forged")
    for token in genuine:
        _refused(api, operation, f"Bearer {forgery(token)}", "auth.invalid_token")


def _refused_token(api: Api, operation: Operation, name: str, code: ErrorCode = "auth.invalid_token") -> None:
    if name not in api.target.refused_tokens:
        raise NotVerified(f"the target names no refused token {name}")
    token = api.target.refused_tokens[name]
    if deletes_its_caller(operation) and _owner(api, token) not in (None, "past_due"):
        raise NotVerified("a faulty server would delete the workspace of the token")
    _refused(api, operation, f"Bearer {token}", code)


def _owner(api: Api, token: str) -> str | None:
    """Return the workspace a JWT is made out to."""
    for workspace in api.target.workspaces.values():
        genuine = workspace.tokens.get("dashboard_jwt")
        if genuine and claims(genuine).get("sub") == claims(token).get("sub"):
            return workspace.name
    return None
