"""The three kinds of bearer token: API keys, dashboard JWTs, OAuth 2.1 access tokens."""

import hashlib
import json
import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc import jws
from joserfc.errors import JoseError, UnsupportedAlgorithmError
from joserfc.jwk import OKPKey
from joserfc.jws import JWSRegistry

TokenKind = Literal["api_key", "dashboard_jwt", "oauth_token"]
JwtKind = Literal["dashboard_jwt", "oauth_token"]

KEY_PREFIX = "sapi_key_"
KEY_FORM = re.compile(KEY_PREFIX + "[0-9a-f]{62}")
ALGORITHMS = ("EdDSA", "Ed25519")
# A header that brings its own key, or wants something done that is not, must not be obeyed (RFC 8725, 3.10;
# RFC 7515, 4.1.11).
REFUSED_HEADERS = frozenset({"jwk", "jku", "x5u", "x5c", "crit", "b64"})


@dataclass(frozen=True, slots=True)
class Issuer:
    """What the tokens of one issuer say about themselves."""

    issuer: str
    audience: str
    type: str


ISSUERS: Mapping[JwtKind, Issuer] = {
    "dashboard_jwt": Issuer("https://auth.social-api.ai", "https://dashboard.social-api.ai", "dashboard"),
    "oauth_token": Issuer("https://api.social-api.ai", "https://api.social-api.ai/v1", "oauth_access"),
}


class TokenRefused(Exception):
    """The token is not a JWT that this server accepts. The reason is for the log only."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verified JWT says: its kind and whose it is."""

    kind: JwtKind
    subject: str


def new_api_key() -> str:
    """Return the secret of a new API key."""
    return KEY_PREFIX + secrets.token_hex(31)


def new_secret() -> str:
    """Return 256 bits that nobody can guess, as letters and digits."""
    return secrets.token_hex(32)


def digest(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def preview(secret: str) -> str:
    """Return the part of an API key that lists may show."""
    return secret[: len(KEY_PREFIX) + 5] + "..."


class Keyring:
    """The two Ed25519 keys that sign JWTs, made of one 32-byte seed each."""

    def __init__(self, seeds: Mapping[JwtKind, bytes]) -> None:
        self._keys = {kind: _key(seed) for kind, seed in seeds.items()}
        self._kinds = {key.kid: kind for kind, key in self._keys.items()}

    def jwks(self) -> dict[str, Any]:
        """Return the public keys as a JSON Web Key Set (RFC 7517)."""
        return {"keys": [key.as_dict(private=False) for key in self._keys.values()]}

    def sign(self, kind: JwtKind, claims: Mapping[str, Any], header: Mapping[str, Any] | None = None) -> str:
        """Sign claims with the key of a kind; `header` adds to or replaces the usual header."""
        return self.sign_payload(kind, _json(claims), header)

    def sign_payload(self, kind: JwtKind, payload: bytes, header: Mapping[str, Any] | None = None) -> str:
        """Sign any bytes in the place of claims."""
        key = self._keys[kind]
        protected = {"alg": "EdDSA", "typ": "JWT", "kid": key.kid, **(header or {})}
        signed = f"{_encode(_json(protected))}.{_encode(payload)}"
        signature = _REGISTRY.get_alg("EdDSA").sign(signed.encode(), key)
        return f"{signed}.{_encode(signature)}"

    def signed(self, token: str) -> tuple[JwtKind, dict[str, Any]]:
        """Return kind and claims of a token this keyring signed. Raises `TokenRefused`."""
        header = _header(token)
        kind = self._kinds.get(header.get("kid"))
        if kind is None:
            raise TokenRefused("unknown key id")
        try:
            payload = jws.deserialize_compact(token, self._keys[kind], registry=_REGISTRY).payload
        except (JoseError, ValueError) as error:
            raise TokenRefused(str(error)) from error
        return kind, _object(payload)


def claims_for(kind: JwtKind, subject: str, issued: datetime, expires: datetime) -> dict[str, Any]:
    """Return the claims of a regular token."""
    issuer = ISSUERS[kind]
    return {
        "iss": issuer.issuer,
        "aud": issuer.audience,
        "type": issuer.type,
        "sub": subject,
        "iat": int(issued.timestamp()),
        "nbf": int(issued.timestamp()),
        "exp": int(expires.timestamp()),
    }


def verify(token: str, keyring: Keyring, at: datetime) -> Claims:
    """Accept a JWT or raise `TokenRefused`: header, signature, times, issuer, audience, type, subject."""
    kind, claims = keyring.signed(token)
    issuer = ISSUERS[kind]
    moment = at.timestamp()
    _require("exp", _number(claims, "exp") > moment)
    _require("nbf", "nbf" not in claims or _number(claims, "nbf") <= moment)
    _require("iat", "iat" not in claims or _number(claims, "iat") <= moment)
    _require("iss", claims.get("iss") == issuer.issuer)
    _require("aud", issuer.audience in _audiences(claims))
    _require("type", claims.get("type") == issuer.type)
    subject = claims.get("sub")
    if not isinstance(subject, str) or not subject:
        raise TokenRefused("claim sub")
    return Claims(kind, subject)


class _OnlyEd25519(JWSRegistry):
    """Knows one signature, by its name in RFC 8037 and the newer one in RFC 9864.

    The first still is what is issued.
    """

    def get_alg(self, name: str) -> Any:
        if name not in ALGORITHMS:
            raise UnsupportedAlgorithmError(f"algorithm {name}")
        return self.algorithms[name]


_REGISTRY = _OnlyEd25519()


def _key(seed: bytes) -> OKPKey:
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    key = OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "d": _encode(seed), "x": _encode(public)})
    return OKPKey.import_key({**key.as_dict(private=True), "kid": key.thumbprint(), "use": "sig"})


def _header(token: str) -> dict[str, Any]:
    parts = token.split(".")
    if len(parts) != 3 or not all(_is_canonical(part) for part in parts):
        raise TokenRefused("not a JWS in compact form")
    header = _object(_decode(parts[0]))
    if header.get("alg") not in ALGORITHMS:
        raise TokenRefused("algorithm")
    if refused := REFUSED_HEADERS & header.keys():
        raise TokenRefused(f"header {', '.join(sorted(refused))}")
    if not isinstance(header.get("kid"), str):
        raise TokenRefused("no key id")
    return header


def _object(payload: bytes | None) -> dict[str, Any]:
    try:
        value = json.loads(payload or b"", object_pairs_hook=_without_repetitions)
    except (ValueError, RecursionError) as error:
        raise TokenRefused("not JSON") from error
    if not isinstance(value, dict):
        raise TokenRefused("not an object")
    return value


def _without_repetitions(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Whoever reads the first of two members would see other claims than whoever reads the last.
    value = dict(pairs)
    if len(value) < len(pairs):
        raise ValueError("a name occurs twice")
    return value


def _require(claim: str, holds: bool) -> None:
    if not holds:
        raise TokenRefused(f"claim {claim}")


def _number(claims: Mapping[str, Any], name: str) -> float:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TokenRefused(f"claim {name}")
    return value


def _audiences(claims: Mapping[str, Any]) -> list[Any]:
    audience = claims.get("aud")
    return audience if isinstance(audience, list) else [audience]


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _encode(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _is_canonical(part: str) -> bool:
    # Several base64 texts decode to the same bytes; only one of them is what was signed.
    try:
        return _encode(_decode(part)) == part
    except ValueError:
        return False
