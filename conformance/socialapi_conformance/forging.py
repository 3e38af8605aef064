"""Tokens that a server must refuse: every classic way to forge a JWT."""

from __future__ import annotations

import functools
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from socialapi_conformance import forgers_keys
from socialapi_conformance.base64url import decode, encode
from socialapi_conformance.client import fetch
from socialapi_conformance.forgers_keys import Algorithm
from socialapi_conformance.verdicts import Broken, NotVerified

Json = dict[str, Any]

_ED25519_ORDER = 2**252 + 27742317777372353535851937790883648493
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Forge:
    """Makes forgeries of a genuine JWT: the same claims, a header and a signature that prove nothing.

    `jwks_url` is where the keys that signed it are published, None if nobody knows.
    """

    def __init__(self, jwks_url: str | None, timeout: float) -> None:
        self._jwks_url = jwks_url
        self._timeout = timeout
        self._key = Ed25519PrivateKey.generate()

    def unsigned(self, token: str, algorithm: str) -> str:
        """Return `token` with `alg: none` (in the given spelling) and no signature."""
        return f"{_signed_part({**_header(token), 'alg': algorithm}, claims(token))}."

    def hmac_with_public_key(self, token: str, form: Callable[[Json], bytes]) -> str:
        """Return `token` signed by HS256 with the server's own public key, written by `form`, as the
        secret.
        """
        signed = _signed_part({**_header(token), "alg": "HS256"}, claims(token))
        secret = form(self._public_key(_header(token).get("kid")))
        return f"{signed}.{encode(hmac.new(secret, signed.encode(), hashlib.sha256).digest())}"

    def other_algorithm(self, token: str, algorithm: Algorithm) -> str:
        """Return `token` signed by another algorithm with a key of the forger, under the genuine key id."""
        signed = _signed_part({**_header(token), "alg": algorithm}, claims(token))
        return f"{signed}.{encode(forgers_keys.sign(algorithm, signed.encode()))}"

    def foreign_key(self, token: str, **header: Any) -> str:
        """Return `token` signed by a key of the forger, with `header` changed on top of the genuine one."""
        signed = _signed_part({**_header(token), **header}, claims(token))
        return f"{signed}.{encode(self._key.sign(signed.encode()))}"

    def altered(self, token: str, expires_in: int) -> str:
        """Return `token` with its genuine signature over other claims: it expires `expires_in` seconds
        later.
        """
        genuine, signature = claims(token), token.rpartition(".")[2]
        changed = {**genuine, "exp": genuine.get("exp", 0) + expires_in}
        return f"{_signed_part(_header(token), changed)}.{signature}"

    def own_jwk(self, kid: str) -> Json:
        """Return the forger's public key as a JWK called `kid`."""
        raw = self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return {"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": kid, "x": encode(raw)}

    @functools.cached_property
    def own_url(self) -> str:
        """The root of a running server that publishes the forger's key, as `/jwks.json` and `/x5u.pem`."""
        keys = json.dumps({"keys": [self.own_jwk("forged")]}).encode()
        return forgers_keys.publish({"/jwks.json": keys, "/x5u.pem": forgers_keys.certificate(self._key)})

    def _public_key(self, kid: object) -> Json:
        for key in self._public_keys:
            if key.get("kid") == kid:
                return key
        raise NotVerified(f"{self._jwks_url} publishes no key with the kid {kid!r}")

    @functools.cached_property
    def _public_keys(self) -> list[Json]:
        if self._jwks_url is None:
            raise NotVerified("the target names no jwks_url, so its public key is unknown")
        answer = fetch(self._jwks_url, self._timeout)
        try:
            return [dict(key) for key in json.loads(answer.content)["keys"]]
        except (ValueError, KeyError, TypeError):
            raise Broken(f"{self._jwks_url} answers no key set: {answer.summary()}") from None


@functools.cache
def shared(jwks_url: str | None, timeout: float) -> Forge:
    """Return the forge of this process, so that keys are made, published and looked up once."""
    return Forge(jwks_url, timeout)


def malleable(token: str) -> str:
    """Return `token` with another signature that is as good to a verifier without RFC 8032's bound: S + L."""
    signature = _signature(token)
    scalar = int.from_bytes(signature[32:], "little") + _ED25519_ORDER
    return _with_signature(token, signature[:32] + scalar.to_bytes(32, "little"))


def lengthened(token: str) -> str:
    """Return `token` with a byte after its signature."""
    return _with_signature(token, _signature(token) + b"\0")


def respelled(token: str) -> str:
    """Return `token` with a last character that decodes to the same signature."""
    encoded = encode(_signature(token))
    return _signed(token) + encoded[:-1] + _ALPHABET[_ALPHABET.index(encoded[-1]) + 1]


def padded(token: str) -> str:
    """Return `token` with the padding that base64url in a JWT has not."""
    return f"{token}=="


def as_pem(jwk: Json) -> bytes:
    """Return the public key as the PEM text a server would load it from."""
    return _public(jwk).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def as_raw(jwk: Json) -> bytes:
    """Return the 32 bytes of the public key."""
    return _public(jwk).public_bytes(Encoding.Raw, PublicFormat.Raw)


def as_ssh(jwk: Json) -> bytes:
    """Return the public key as a line of OpenSSH."""
    return _public(jwk).public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)


def as_jwk(jwk: Json) -> bytes:
    """Return the JWK as compact JSON text."""
    return json.dumps(jwk, separators=(",", ":")).encode()


def claims(token: str) -> Json:
    """Return the claims of a JWT without any verification; raises `NotVerified` when `token` is none."""
    return _part(token, 1)


def _header(token: str) -> Json:
    return _part(token, 0)


def _part(token: str, index: int) -> Json:
    try:
        part = json.loads(decode(token.split(".")[index]))
    except (ValueError, IndexError):
        raise NotVerified("the target's token is no JWT, so there is nothing to forge") from None
    if not isinstance(part, dict):
        raise NotVerified("the target's token is no JWT, so there is nothing to forge")
    return part


def _signature(token: str) -> bytes:
    """Return the signature of a JWT; raises `NotVerified` when it is not one of Ed25519."""
    try:
        signature = decode(token.rpartition(".")[2])
    except ValueError:
        signature = b""
    if len(signature) != 64:
        raise NotVerified("the target's token has no signature of Ed25519")
    return signature


def _with_signature(token: str, signature: bytes) -> str:
    return _signed(token) + encode(signature)


def _signed(token: str) -> str:
    return token[: token.rfind(".") + 1]


def _signed_part(header: Mapping[str, Any], payload: Mapping[str, Any]) -> str:
    return ".".join(encode(json.dumps(part, separators=(",", ":")).encode()) for part in (header, payload))


def _public(jwk: Json) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(decode(jwk["x"]))
