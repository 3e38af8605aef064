"""JWTs that look right and are not, made from a good one and the published keys."""

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

Json = dict[str, Any]


def encode(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def header(token: str) -> Json:
    return dict(json.loads(decode(token.split(".", maxsplit=1)[0])))


def claims(token: str) -> Json:
    return dict(json.loads(decode(token.split(".")[1])))


def unsigned(head: Json, body: Json, signature: str = "") -> str:
    return f"{encode(json.dumps(head).encode())}.{encode(json.dumps(body).encode())}.{signature}"


def signed(head: Json, body: Json, key: Ed25519PrivateKey) -> str:
    text = unsigned(head, body).rpartition(".")[0]
    return f"{text}.{encode(key.sign(text.encode()))}"


def hs256(token: str, secret: bytes) -> str:
    text = unsigned({**header(token), "alg": "HS256"}, claims(token)).rpartition(".")[0]
    return f"{text}.{encode(hmac.new(secret, text.encode(), hashlib.sha256).digest())}"


def public_forms(key: Json) -> dict[str, bytes]:
    """Return a published key in every form somebody might take for a shared secret."""
    raw = decode(key["x"])
    public = Ed25519PublicKey.from_public_bytes(raw)
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return {"raw": raw, "pem": pem, "jwk": json.dumps(key).encode(), "x": key["x"].encode()}
