"""JWTs that the real key signed and that are wrong nevertheless must be refused, on every operation."""

import functools

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance.api import Api
from socialapi_conformance.intruding import refuses, refuses_signed, victim
from socialapi_conformance.registry import MUST, check

EVERY = [operation for operation in OPERATIONS.values() if operation.tokens]

on_every_operation = functools.partial(check, MUST, "overview: Authentication", over=EVERY)


@on_every_operation()
def refuses_expired_jwts(api: Api, operation: Operation) -> None:
    """A JWT that has expired, an hour ago or long before, is refused with 401 auth.invalid_token."""
    refuses(api, operation, [f"Bearer {victim(api, operation).token('expired_jwt')}"], "auth.invalid_token")
    refuses_signed(api, operation, "expired")


@on_every_operation()
def refuses_jwts_without_expiry(api: Api, operation: Operation) -> None:
    """A genuine JWT without `exp` is refused with 401 auth.invalid_token."""
    refuses_signed(api, operation, "missing_exp")


@on_every_operation()
def refuses_early_jwts(api: Api, operation: Operation) -> None:
    """A genuine JWT whose `nbf` lies an hour ahead is refused with 401 auth.invalid_token."""
    refuses_signed(api, operation, "not_yet_valid")


@on_every_operation()
def refuses_foreign_audiences(api: Api, operation: Operation) -> None:
    """A genuine JWT made for another audience, or for a list of others, is refused with 401
    auth.invalid_token.
    """
    refuses_signed(api, operation, "wrong_audience", "wrong_audiences")


@on_every_operation()
def refuses_foreign_issuers(api: Api, operation: Operation) -> None:
    """A genuine JWT in the name of another issuer is refused with 401 auth.invalid_token."""
    refuses_signed(api, operation, "wrong_issuer")


@on_every_operation()
def refuses_confused_kinds(api: Api, operation: Operation) -> None:
    """A genuine JWT of the one kind with the `type`, or with all the claims, of the other is refused with 401
    auth.invalid_token.
    """
    refuses_signed(api, operation, "wrong_type", "other_kind")


@on_every_operation()
def refuses_oauth_tokens_without_type(api: Api, operation: Operation) -> None:
    """A JWT signed like an OAuth access token without its `type` is refused with 401 auth.invalid_token."""
    refuses_signed(api, operation, "missing_type")


@on_every_operation()
def refuses_misnamed_algorithms(api: Api, operation: Operation) -> None:
    """A genuine JWT whose header names ES256 or RS256 is refused with 401 auth.invalid_token."""
    refuses_signed(api, operation, "es256_header", "rs256_header")


@on_every_operation()
def refuses_critical_headers(api: Api, operation: Operation) -> None:
    """A genuine JWT with a `crit` extension nobody knows, or with that of unencoded payloads (RFC 7797), is
    refused with 401 auth.invalid_token.
    """
    refuses_signed(api, operation, "unknown_crit", "unencoded_payload")


@on_every_operation()
def refuses_repeated_claims(api: Api, operation: Operation) -> None:
    """A genuine JWT with `exp`, `aud` or `sub` twice, the wrong one last, is refused with 401."""
    refuses_signed(api, operation, "repeated_exp", "repeated_audience", "repeated_subject", code=None)
