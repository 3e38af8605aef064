"""Signing what is sent to webhooks, in every version the contract has."""

import hashlib
import hmac
import secrets

from socialapi_contract.events import SIGNATURES


def new_secret() -> str:
    """Return the secret of a new webhook."""
    return secrets.token_hex(32)


def signatures(secret: str, body: bytes, timestamp: int) -> dict[str, str]:
    """Return the header of each signature; the key is the secret as text."""
    return {
        signature.header: signature.value.format(digest=_digest(secret, signature.signed, body, timestamp))
        for signature in SIGNATURES.values()
    }


def _digest(secret: str, template: str, body: bytes, timestamp: int) -> str:
    signed = template.encode().replace(b"{timestamp}", b"%d" % timestamp).replace(b"{body}", body)
    return hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
