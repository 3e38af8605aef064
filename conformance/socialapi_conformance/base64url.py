"""Base64 as JWTs write it (RFC 7515, 2)."""

import base64


def encode(value: bytes) -> str:
    """Return bytes in the letters of URLs, without padding."""
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def decode(value: str) -> bytes:
    """Return the bytes that `encode` was given; raises `ValueError` for what is no base64."""
    return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
