"""Faults in telling tokens apart: every classic hole, and every wrong refusal."""

# ruff: noqa: SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

import hashlib
import hmac
import json
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from faults.faulty import fault
from joserfc.jwk import OKPKey
from socialapi_conformance.forging import as_jwk, as_pem, as_raw
from socialapi_stub import access, tokens
from socialapi_stub.problems import Problem
from socialapi_stub.tables import ApiKey, Workspace
from sqlalchemy import select

Judge = Callable[[dict[str, Any], str, tokens.Keyring], bool]


def trusting(patch: pytest.MonkeyPatch, believes: Judge) -> None:
    """Let the stub accept, besides what it should, every JWT that `believes` says to."""
    genuine = tokens.Keyring.signed

    def signed(self: tokens.Keyring, token: str) -> tuple[tokens.JwtKind, dict[str, Any]]:
        try:
            return genuine(self, token)
        except tokens.TokenRefused:
            header, claims = _unverified(token)
            if not believes(header, token, self):
                raise
            kind = next(kind for kind, each in tokens.ISSUERS.items() if each.issuer == claims.get("iss"))
            return kind, claims

    patch.setattr(tokens.Keyring, "signed", signed)


def _unverified(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    try:
        header, claims = (json.loads(tokens._decode(part)) for part in token.split(".")[:2])
    except ValueError as error:
        raise tokens.TokenRefused("not a JWT") from error
    if not isinstance(header, dict) or not isinstance(claims, dict):
        raise tokens.TokenRefused("not a JWT")
    return header, claims


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


@fault("across/auth/refuses_malformed_tokens")
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

    def found(session: Any, secret: str) -> tuple[ApiKey, Workspace]:
        statement = select(ApiKey, Workspace).join(Workspace, ApiKey.workspace_id == Workspace.id)
        alike = statement.where(ApiKey.preview == tokens.preview(secret), ApiKey.is_active)
        row = session.execute(alike).first()
        if row is None:
            raise Problem("auth.invalid_key")
        return row[0], row[1]

    patch.setattr(access, "_active_key", found)


@fault("across/auth/refuses_revoked_keys", "keys/revoke_key/stops_a_revoked_key")
def ignores_that_a_key_is_revoked(patch: pytest.MonkeyPatch) -> None:
    """A key works whether it is active or not."""

    def found(session: Any, secret: str) -> tuple[ApiKey, Workspace]:
        statement = select(ApiKey, Workspace).join(Workspace, ApiKey.workspace_id == Workspace.id)
        row = session.execute(statement.where(ApiKey.digest == tokens.digest(secret))).one_or_none()
        if row is None:
            raise Problem("auth.invalid_key")
        return row[0], row[1]

    patch.setattr(access, "_active_key", found)


def ignoring_claim(patch: pytest.MonkeyPatch, name: str) -> None:
    """Let the stub skip the check of one claim."""
    original = tokens._require
    patch.setattr(tokens, "_require", lambda claim, holds: original(claim, holds or claim == name))


@fault("across/signed_jwts/refuses_expired_jwts")
def ignores_expiry(patch: pytest.MonkeyPatch) -> None:
    """A JWT is good for ever."""
    ignoring_claim(patch, "exp")


@fault("across/signed_jwts/refuses_jwts_without_expiry")
def takes_no_expiry_for_never(patch: pytest.MonkeyPatch) -> None:
    """A JWT without `exp` never expires."""
    original = tokens._number
    patch.setattr(tokens, "_number", lambda claims, name: original({"exp": float("inf"), **claims}, name))


@fault("across/signed_jwts/refuses_foreign_audiences")
def ignores_the_audience(patch: pytest.MonkeyPatch) -> None:
    """A JWT for somebody else is accepted."""
    ignoring_claim(patch, "aud")


@fault("across/signed_jwts/refuses_foreign_issuers")
def ignores_the_issuer(patch: pytest.MonkeyPatch) -> None:
    """A JWT in any issuer's name is accepted."""
    ignoring_claim(patch, "iss")


@fault("across/signed_jwts/refuses_early_jwts")
def ignores_not_before(patch: pytest.MonkeyPatch) -> None:
    """A JWT is good before its time."""
    ignoring_claim(patch, "nbf")


@fault("across/signed_jwts/refuses_critical_headers")
def ignores_critical_headers(patch: pytest.MonkeyPatch) -> None:
    """A `crit` header is passed over."""
    trusting(patch, lambda header, token, keyring: "crit" in header and _is_genuine(token, keyring))


def _is_genuine(token: str, keyring: tokens.Keyring) -> bool:
    header, signature = _unverified(token)[0], tokens._decode(token.rpartition(".")[2])
    key = next(key for key in keyring._keys.values() if key.kid == header.get("kid"))
    return bool(tokens._REGISTRY.get_alg("EdDSA").verify(token.rpartition(".")[0].encode(), signature, key))


@fault("across/auth/refuses_unprovisioned_users")
def calls_unknown_users_deleted(patch: pytest.MonkeyPatch) -> None:
    """A user who was never set up is told to be deleted."""
    instead(patch, "authenticate", {"auth.not_provisioned": "auth.user_not_found"})


@fault("across/forged_jwts/refuses_unsigned_jwts")
def obeys_alg_none(patch: pytest.MonkeyPatch) -> None:
    """`alg: None`, capitalized, means that no signature is needed."""
    trusting(patch, lambda header, _token, _keyring: header.get("alg") == "None")


def believing_hmac(patch: pytest.MonkeyPatch, secret: Callable[[dict[str, Any]], bytes]) -> None:
    """Let the stub take its public key, in some form, for the secret of HS256."""

    def believes(header: dict[str, Any], token: str, keyring: tokens.Keyring) -> bool:
        signed, _, signature = token.rpartition(".")
        keys = [key for key in keyring.jwks()["keys"] if key["kid"] == header.get("kid")]
        return header.get("alg") == "HS256" and any(
            tokens._encode(hmac.new(secret(key), signed.encode(), hashlib.sha256).digest()) == signature
            for key in keys
        )

    trusting(patch, believes)


@fault("across/forged_jwts/refuses_public_key_as_secret")
def takes_the_pem_for_a_secret(patch: pytest.MonkeyPatch) -> None:
    """HS256 is verified with the PEM text of the public key."""
    believing_hmac(patch, as_pem)


@fault("across/forged_jwts/refuses_public_key_as_secret")
def takes_the_raw_key_for_a_secret(patch: pytest.MonkeyPatch) -> None:
    """HS256 is verified with the bytes of the public key."""
    believing_hmac(patch, as_raw)


@fault("across/forged_jwts/refuses_public_key_as_secret")
def takes_the_jwk_for_a_secret(patch: pytest.MonkeyPatch) -> None:
    """HS256 is verified with the JSON text of the public key."""
    believing_hmac(patch, as_jwk)


@fault("across/forged_jwts/refuses_foreign_signatures", "across/forged_jwts/refuses_altered_claims")
def never_verifies_signatures(patch: pytest.MonkeyPatch) -> None:
    """A known key id is enough; the signature is not looked at."""
    plain = {"alg", "typ", "kid"}
    trusting(
        patch,
        lambda header, token, keyring: (
            set(header) == plain
            and header["alg"] == "EdDSA"
            and header["kid"] in keyring._kinds
            and token.count(".") == 2
            and bool(token.rpartition(".")[2])
        ),
    )


@fault("across/forged_jwts/refuses_unknown_key_ids")
def trusts_unknown_key_ids(patch: pytest.MonkeyPatch) -> None:
    """A key id that nobody knows is taken for a new key of one's own."""
    known = {"alg", "typ", "kid"}
    trusting(
        patch,
        lambda header, _token, keyring: set(header) == known and header["kid"] not in keyring._kinds,
    )


@fault("across/forged_jwts/refuses_embedded_keys")
def obeys_embedded_keys(patch: pytest.MonkeyPatch) -> None:
    """The key in the token's own header verifies the token."""
    trusting(patch, lambda header, token, _keyring: "jwk" in header and _verifies(header["jwk"], token))


@fault("across/forged_jwts/refuses_linked_keys")
def fetches_linked_keys(patch: pytest.MonkeyPatch) -> None:
    """The key is fetched from wherever the token's header says."""
    trusting(patch, lambda header, token, _keyring: "jku" in header and _verifies(_fetched(header), token))


def _verifies(jwk: dict[str, Any], token: str) -> bool:
    signed, _, signature = token.rpartition(".")
    algorithm = tokens._REGISTRY.get_alg("EdDSA")
    return bool(algorithm.verify(signed.encode(), tokens._decode(signature), OKPKey.import_key(jwk)))


def _fetched(header: dict[str, Any]) -> dict[str, Any]:
    with urllib.request.urlopen(header["jku"]) as answer:
        found: dict[str, Any] = json.load(answer)["keys"][0]
    return found
