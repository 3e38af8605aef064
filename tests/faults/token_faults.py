"""Faults in reading the Authorization header and in telling keys apart, and every wrong refusal."""

# ruff: noqa: SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

from typing import Any

import pytest
from faults.faulty import fault
from socialapi_stub import access, tokens
from socialapi_stub.problems import Problem
from socialapi_stub.resources import keys
from socialapi_stub.tables import ApiKey
from sqlalchemy import Connection, Row


def instead(patch: pytest.MonkeyPatch, function: str, codes: dict[str, Any]) -> None:
    """Let a function of `access` raise other codes than it should."""
    original = getattr(access, function)

    def renamed(*args: Any) -> Any:
        try:
            return original(*args)
        except Problem as problem:
            if problem.code in codes:
                raise Problem(codes[problem.code]) from None
            raise

    patch.setattr(access, function, renamed)


@fault("across/auth/refuses_missing_header")
def calls_a_missing_header_a_bad_token(patch: pytest.MonkeyPatch) -> None:
    """A request without a token is told that its token is invalid."""
    instead(patch, "bearer_token", {"auth.missing_header": "auth.invalid_token"})


@fault("across/auth/refuses_empty_token")
def calls_an_empty_token_a_bad_one(patch: pytest.MonkeyPatch) -> None:
    """An empty token is told to be invalid."""
    instead(patch, "bearer_token", {"auth.empty_token": "auth.invalid_token"})


@fault("across/auth/refuses_other_schemes")
def takes_any_scheme(patch: pytest.MonkeyPatch) -> None:
    """What stands before the token is not looked at."""
    original = access.bearer_token
    patch.setattr(access, "bearer_token", lambda headers: original([_as_bearer(each) for each in headers]))


def _as_bearer(header: str) -> str:
    return f"Bearer {header.partition(' ')[2]}"


@fault(
    "across/auth/refuses_malformed_tokens",
    "across/auth/refuses_a_second_token",
    "across/auth/tells_keys_and_jwts_apart",
)
def fails_on_tokens_without_dots(patch: pytest.MonkeyPatch) -> None:
    """A token that has no three parts is an unexpected failure."""
    original = tokens.verify

    def verify(token: str, *rest: Any) -> Any:
        _, _, _ = token.split(".")
        return original(token, *rest)

    patch.setattr(tokens, "verify", verify)


@fault("across/auth/refuses_unknown_keys")
def compares_the_head_of_a_key(patch: pytest.MonkeyPatch) -> None:
    """Only the part of a key that lists may show is compared."""

    def found(connection: Connection, secret: str) -> Row[*tuple[Any, ...]]:
        alike = access.KEYS.where(ApiKey.preview == tokens.preview(secret), ApiKey.is_active)
        row = connection.execute(alike).first()
        if row is None:
            raise Problem("auth.invalid_key")
        return row

    patch.setattr(access, "_active_key", found)


@fault("across/auth/refuses_revoked_keys", "keys/revoke_key/stops_a_revoked_key")
def ignores_that_a_key_is_revoked(patch: pytest.MonkeyPatch) -> None:
    """A key works whether it is active or not."""

    def found(connection: Connection, secret: str) -> Row[*tuple[Any, ...]]:
        row = connection.execute(access.KEY, {"digest": tokens.digest(secret)}).one_or_none()
        if row is None:
            raise Problem("auth.invalid_key")
        return row

    patch.setattr(access, "_active_key", found)


@fault("across/auth/refuses_unprovisioned_users")
def calls_unknown_users_deleted(patch: pytest.MonkeyPatch) -> None:
    """A user who was never set up is told to be deleted."""
    instead(patch, "authenticate", {"auth.not_provisioned": "auth.user_not_found"})


def reading(patch: pytest.MonkeyPatch, chosen: Any) -> None:
    """Let the stub look at those Authorization headers alone that `chosen` returns."""
    original = access.bearer_token
    patch.setattr(access, "bearer_token", lambda headers: original(chosen(headers)))


@fault("across/auth/refuses_a_second_token", "across/auth/refuses_two_headers")
def takes_the_last_header(patch: pytest.MonkeyPatch) -> None:
    """Of two Authorization headers the last one counts."""
    reading(patch, lambda headers: headers[-1:])


@fault("across/auth/refuses_two_headers")
def takes_the_first_header(patch: pytest.MonkeyPatch) -> None:
    """Of two Authorization headers the first one counts."""
    reading(patch, lambda headers: headers[:1])


@fault("across/auth/refuses_a_second_token")
def takes_what_follows_a_comma(patch: pytest.MonkeyPatch) -> None:
    """Of two tokens in a header the last one counts."""
    reading(patch, lambda headers: [each.rpartition(", ")[2] for each in headers])


@fault("across/auth/reads_the_scheme_as_http_writes_it")
def wants_the_scheme_in_its_own_case(patch: pytest.MonkeyPatch) -> None:
    """`bearer` is not taken for Bearer."""
    reading(patch, lambda headers: [each.replace("bearer", "Other") for each in headers])


def presented(patch: pytest.MonkeyPatch, respelled: Any) -> None:
    """Let the stub read another token than the one that it is given."""
    original = access.authenticate
    patch.setattr(
        access, "authenticate", lambda storage, keyring, token: original(storage, keyring, respelled(token))
    )


@fault("across/auth/tells_keys_and_jwts_apart")
def takes_the_prefix_off_jwts(patch: pytest.MonkeyPatch) -> None:
    """A JWT behind the prefix of keys is accepted."""
    presented(patch, lambda token: token.removeprefix(tokens.KEY_PREFIX) if "." in token else token)


@fault("across/auth/tells_keys_and_jwts_apart")
def supplies_the_prefix_of_keys(patch: pytest.MonkeyPatch) -> None:
    """A key is accepted without its prefix."""
    presented(patch, lambda token: tokens.KEY_PREFIX + token if len(token) == 62 else token)


@fault("across/auth/refuses_rotated_keys", "keys/rotate_key/replaces_the_secret")
def keeps_the_secret_of_before(patch: pytest.MonkeyPatch) -> None:
    """The secret that a key had before it was rotated works on."""
    rotate, find = keys.rotate_key, access._active_key
    rotated: dict[str, str] = {}

    def rotate_key(call: Any, key_id: str) -> Any:
        before = keys._active_key(call, key_id).digest
        answer = rotate(call, key_id)
        rotated[before] = answer["raw_key"]
        return answer

    patch.setattr(keys, "rotate_key", rotate_key)
    patch.setattr(
        access,
        "_active_key",
        lambda connection, secret: find(connection, rotated.get(tokens.digest(secret), secret)),
    )
