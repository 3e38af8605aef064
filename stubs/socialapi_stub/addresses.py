"""Addresses of the stub's own storage, in place of a cloud's: signed, and good for a short time."""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from urllib.parse import urlencode

STORAGE_PATH = "/_mock/storage"
LIFETIME = timedelta(minutes=15)


def expiry(now: datetime) -> datetime:
    """Return until when an address that is issued now is good, in whole seconds."""
    return now.replace(microsecond=0) + LIFETIME


def issue(root: str, key: bytes, method: str, media_id: str, until: datetime) -> str:
    """Return an address at which one method works on one file.

    The signature is in the query, which no log holds.
    """
    expires = str(int(until.timestamp()))
    query = urlencode({"expires": expires, "signature": _signature(key, method, media_id, expires)})
    return f"{root}{STORAGE_PATH}/{media_id}?{query}"


def admits(key: bytes, method: str, media_id: str, query: Mapping[str, str], now: datetime) -> bool:
    """Tell whether a query was issued for a method and a file, and is still good."""
    expires = query.get("expires", "")
    signature = _signature(key, method, media_id, expires)
    genuine = hmac.compare_digest(signature.encode(), query.get("signature", "").encode())
    return genuine and now.timestamp() < int(expires)


def _signature(key: bytes, method: str, media_id: str, expires: str) -> str:
    signed = "\0".join(("storage", method, media_id, expires))
    return hmac.new(key, signed.encode(), hashlib.sha256).hexdigest()
