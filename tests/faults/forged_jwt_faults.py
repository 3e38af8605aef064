"""Faults in verifying JWTs: every classic hole."""

# ruff: noqa: SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

import hashlib
import hmac
import json
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from cryptography import x509
from faults.faulty import fault
from joserfc.jwk import OKPKey
from socialapi_conformance.forging import as_jwk, as_pem, as_raw, as_ssh
from socialapi_stub import tokens

ED25519_ORDER = 2**252 + 27742317777372353535851937790883648493
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


def has_genuine(signature: bytes, token: str, keyring: tokens.Keyring) -> bool:
    """Return whether the key that the token names made the signature."""
    kid = _unverified(token)[0].get("kid")
    key = next((key for key in keyring._keys.values() if key.kid == kid), None)
    signed = token.rpartition(".")[0].encode()
    return key is not None and bool(tokens._REGISTRY.get_alg("EdDSA").verify(signed, signature, key))


def signature_of(token: str) -> bytes:
    """Return the signature of a JWT."""
    return tokens._decode(token.rpartition(".")[2].rstrip("="))


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
def takes_the_line_of_ssh_for_a_secret(patch: pytest.MonkeyPatch) -> None:
    """HS256 is verified with the line of OpenSSH for the public key."""
    believing_hmac(patch, as_ssh)


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


@fault("across/forged_jwts/refuses_linked_keys")
def fetches_linked_certificates(patch: pytest.MonkeyPatch) -> None:
    """The certificate is fetched from wherever the token's header says, and nobody asks who signed it."""

    def believes(header: dict[str, Any], token: str, _keyring: tokens.Keyring) -> bool:
        if "x5u" not in header:
            return False
        with urllib.request.urlopen(header["x5u"]) as answer:
            key: Any = x509.load_pem_x509_certificate(answer.read()).public_key()
        return _verifies({"kty": "OKP", "crv": "Ed25519", "x": tokens._encode(key.public_bytes_raw())}, token)

    trusting(patch, believes)


@fault("across/forged_jwts/refuses_other_algorithms", "across/signed_jwts/refuses_misnamed_algorithms")
def leaves_other_algorithms_to_others(patch: pytest.MonkeyPatch) -> None:
    """A signature of ES256 or RS256 is taken for one that a gateway has verified."""
    trusting(patch, lambda header, _token, _keyring: header.get("alg") in ("ES256", "RS256"))


@fault("across/forged_jwts/refuses_malleable_signatures")
def reduces_signatures(patch: pytest.MonkeyPatch) -> None:
    """The second half of a signature counts modulo the order of the group."""

    def believes(_header: dict[str, Any], token: str, keyring: tokens.Keyring) -> bool:
        signature = signature_of(token)
        scalar = int.from_bytes(signature[32:], "little") % ED25519_ORDER
        return len(signature) == 64 and has_genuine(
            signature[:32] + scalar.to_bytes(32, "little"), token, keyring
        )

    trusting(patch, _with_plain_header(believes))


@fault("across/forged_jwts/refuses_malleable_signatures")
def passes_over_what_follows_a_signature(patch: pytest.MonkeyPatch) -> None:
    """A signature may be followed by anything."""

    def believes(_header: dict[str, Any], token: str, keyring: tokens.Keyring) -> bool:
        signature = signature_of(token)
        return len(signature) > 64 and has_genuine(signature[:64], token, keyring)

    trusting(patch, _with_plain_header(believes))


@fault("across/forged_jwts/refuses_respelled_signatures")
def decodes_base64_loosely(patch: pytest.MonkeyPatch) -> None:
    """Padding and spare bits in a signature are passed over."""

    def believes(_header: dict[str, Any], token: str, keyring: tokens.Keyring) -> bool:
        return len(signature_of(token)) == 64 and has_genuine(signature_of(token), token, keyring)

    trusting(patch, _with_plain_header(believes))


def _with_plain_header(believes: Judge) -> Judge:
    plain = {"alg", "typ", "kid"}
    return lambda header, token, keyring: (
        set(header) == plain
        and header["alg"] == "EdDSA"
        and token.count(".") == 2
        and believes(header, token, keyring)
    )
