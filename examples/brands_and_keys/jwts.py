"""The two kinds of JWT: one issuer each, one Ed25519 key each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from jwt.algorithms import OKPAlgorithm
from jwt.utils import base64url_decode, base64url_encode

REQUIRED = ["exp", "iss", "aud", "sub"]


@dataclass(frozen=True)
class Issuer:
    """What the tokens of one issuer say about themselves."""

    issuer: str
    audience: str
    type: str


ISSUERS = {
    "dashboard_jwt": Issuer("https://auth.example.com", "https://dashboard.example.com", "dashboard"),
    "oauth_token": Issuer("https://api.example.com", "https://api.example.com/v1", "oauth_access"),
}


class Keyring:
    """The keys that sign, by the kind of token, which is also their `kid`."""

    def __init__(self) -> None:
        self._keys = {kind: Ed25519PrivateKey.generate() for kind in ISSUERS}

    def jwks(self) -> dict[str, Any]:
        """Return the public keys as a JSON Web Key Set."""
        keys = {kind: OKPAlgorithm.to_jwk(key.public_key(), as_dict=True) for kind, key in self._keys.items()}
        return {"keys": [{**key, "kid": kind, "alg": "EdDSA", "use": "sig"} for kind, key in keys.items()]}

    def sign(self, kind: str, payload: bytes, header: Mapping[str, Any] | None = None) -> str:
        """Return a token of a kind; `header` adds to the usual one or replaces what it says."""
        protected = {"alg": "EdDSA", "typ": "JWT", "kid": kind, **(header or {})}
        signed = b".".join((base64url_encode(json.dumps(protected).encode()), base64url_encode(payload)))
        return b".".join((signed, base64url_encode(self._keys[kind].sign(signed)))).decode()

    def verify(self, token: str) -> tuple[str, str]:
        """Return kind and subject of a token. Raises `jwt.InvalidTokenError`."""
        kind = jwt.get_unverified_header(token).get("kid", "")
        if kind not in ISSUERS or not _is_spelled_as_signed(token):
            raise jwt.InvalidTokenError
        issuer = ISSUERS[kind]
        claims = jwt.decode(
            token,
            self._keys[kind].public_key(),
            algorithms=["EdDSA"],
            audience=issuer.audience,
            issuer=issuer.issuer,
            options={"require": REQUIRED},
        )
        if claims.get("type") != issuer.type:
            raise jwt.InvalidTokenError
        return kind, claims["sub"]


def _is_spelled_as_signed(token: str) -> bool:
    # PyJWT forgives padding and spare bits, so that one token would have several spellings.
    signature = token.rpartition(".")[2]
    return base64url_encode(base64url_decode(signature)).decode() == signature
