"""Tokens that a server must refuse: every classic way to forge a JWT."""

from __future__ import annotations

import base64
import functools
import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from socialapi_conformance.client import fetch
from socialapi_conformance.target import Target
from socialapi_conformance.verdicts import Broken, NotVerified

Json = dict[str, Any]


class Forge:
    """Makes forgeries of a genuine JWT: the same claims, a header and a signature that prove nothing."""

    def __init__(self, target: Target, timeout: float) -> None:
        self._target = target
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
        return f"{signed}.{_encode(hmac.new(secret, signed.encode(), hashlib.sha256).digest())}"

    def foreign_key(self, token: str, **header: Any) -> str:
        """Return `token` signed by a key of the forger, with `header` changed on top of the genuine one."""
        signed = _signed_part({**_header(token), **header}, claims(token))
        return f"{signed}.{_encode(self._key.sign(signed.encode()))}"

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
        return {"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": kid, "x": _encode(raw)}

    @functools.cached_property
    def own_jwks_url(self) -> str:
        """The URL of a running server that publishes the forger's key."""
        return _serve({"keys": [self.own_jwk("forged")]})

    def _public_key(self, kid: object) -> Json:
        for key in self._public_keys:
            if key.get("kid") == kid:
                return key
        raise NotVerified(f"{self._target.jwks_url} publishes no key with the kid {kid!r}")

    @functools.cached_property
    def _public_keys(self) -> list[Json]:
        if self._target.jwks_url is None:
            raise NotVerified("the target names no jwks_url, so its public key is unknown")
        answer = fetch(self._target.jwks_url, self._timeout)
        try:
            return [dict(key) for key in json.loads(answer.content)["keys"]]
        except (ValueError, KeyError, TypeError):
            raise Broken(f"{self._target.jwks_url} answers no key set: {answer.summary()}") from None


def as_pem(jwk: Json) -> bytes:
    """Return the public key as the PEM text a server would load it from."""
    return _public(jwk).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def as_raw(jwk: Json) -> bytes:
    """Return the 32 bytes of the public key."""
    return _public(jwk).public_bytes(Encoding.Raw, PublicFormat.Raw)


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
        part = json.loads(_decode(token.split(".")[index]))
    except (ValueError, IndexError):
        raise NotVerified("the target's token is no JWT, so there is nothing to forge") from None
    if not isinstance(part, dict):
        raise NotVerified("the target's token is no JWT, so there is nothing to forge")
    return part


def _signed_part(header: Mapping[str, Any], payload: Mapping[str, Any]) -> str:
    return ".".join(_encode(json.dumps(part, separators=(",", ":")).encode()) for part in (header, payload))


def _public(jwk: Json) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(_decode(jwk["x"]))


def _encode(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def _decode(value: str) -> bytes:
    return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))


def _serve(document: Json) -> str:
    """Publish `document` on a free local port until the process ends; return its URL."""
    body = json.dumps(document).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/jwks.json"
