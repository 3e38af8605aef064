"""Faults in reading what a JWT with a good signature says."""

# ruff: noqa: SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

from collections.abc import Callable
from typing import Any

import pytest
from faults.faulty import fault
from faults.forged_jwt_faults import has_genuine, signature_of, trusting
from socialapi_stub import tokens


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


def reading_numbers(patch: pytest.MonkeyPatch, changed: Callable[[str, float], float]) -> None:
    """Let the stub read another number in a claim than stands there."""
    original = tokens._number
    patch.setattr(tokens, "_number", lambda claims, name: changed(name, original(claims, name)))


@fault("across/signed_jwts/refuses_expired_jwts")
def forgives_hours_of_expiry(patch: pytest.MonkeyPatch) -> None:
    """A JWT is good for two more hours."""
    reading_numbers(patch, lambda name, value: value + 7200 if name == "exp" else value)


@fault("across/signed_jwts/refuses_early_jwts")
def forgives_hours_before(patch: pytest.MonkeyPatch) -> None:
    """A JWT is good two hours before its time."""
    reading_numbers(patch, lambda name, value: value - 7200 if name == "nbf" else value)


@fault("across/signed_jwts/refuses_foreign_audiences")
def looks_for_its_name_in_audiences(patch: pytest.MonkeyPatch) -> None:
    """An audience is right that holds the right one anywhere in its text."""
    patch.setattr(tokens, "_audiences", lambda claims: str(claims.get("aud")))


@fault("across/signed_jwts/refuses_confused_kinds", "across/signed_jwts/refuses_oauth_tokens_without_type")
def ignores_the_type(patch: pytest.MonkeyPatch) -> None:
    """Nobody looks at `type`."""
    ignoring_claim(patch, "type")


@fault("across/signed_jwts/refuses_oauth_tokens_without_type")
def supplies_the_type(patch: pytest.MonkeyPatch) -> None:
    """A JWT without `type` is of the kind of its key."""
    original = tokens.Keyring.signed

    def signed(self: tokens.Keyring, token: str) -> tuple[tokens.JwtKind, dict[str, Any]]:
        kind, claims = original(self, token)
        return kind, {"type": tokens.ISSUERS[kind].type, **claims}

    patch.setattr(tokens.Keyring, "signed", signed)


@fault("across/signed_jwts/refuses_confused_kinds")
def lets_either_key_sign_for_either(patch: pytest.MonkeyPatch) -> None:
    """The issuer in the claims says of which kind a JWT is, whichever key has signed it."""
    original = tokens.Keyring.signed

    def signed(self: tokens.Keyring, token: str) -> tuple[tokens.JwtKind, dict[str, Any]]:
        kind, claims = original(self, token)
        issuers = {each.issuer: name for name, each in tokens.ISSUERS.items()}
        return issuers.get(claims.get("iss", ""), kind), claims

    patch.setattr(tokens.Keyring, "signed", signed)


@fault("across/signed_jwts/refuses_misnamed_algorithms")
def passes_over_the_algorithm(patch: pytest.MonkeyPatch) -> None:
    """The key decides how a signature is verified, and nobody holds the header against it."""
    trusting(
        patch,
        lambda header, token, keyring: (
            header.get("alg") in ("ES256", "RS256") and has_genuine(signature_of(token), token, keyring)
        ),
    )


@fault("across/signed_jwts/refuses_critical_headers")
def ignores_critical_headers(patch: pytest.MonkeyPatch) -> None:
    """A `crit` header is passed over."""
    trusting(
        patch,
        lambda header, token, keyring: "crit" in header and has_genuine(signature_of(token), token, keyring),
    )


@fault("across/signed_jwts/refuses_critical_headers")
def knows_unencoded_payloads_by_name(patch: pytest.MonkeyPatch) -> None:
    """`b64` is counted among the extensions that are understood, and is passed over."""
    trusting(
        patch,
        lambda header, token, keyring: (
            header.get("crit") == ["b64"] and has_genuine(signature_of(token), token, keyring)
        ),
    )


@fault("across/signed_jwts/refuses_repeated_claims")
def reads_the_first_of_two_claims(patch: pytest.MonkeyPatch) -> None:
    """Of a claim that occurs twice the first one counts."""
    patch.setattr(tokens, "_without_repetitions", lambda pairs: dict(reversed(pairs)))
