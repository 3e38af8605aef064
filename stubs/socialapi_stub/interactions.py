"""What somebody does on a platform, in the one form that events and lists of interactions show it in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from socialapi_stub import clock, ids
from socialapi_stub.call import Body
from socialapi_stub.tables import Account

Kind = Literal["comment", "dm", "review", "mention"]
PREFIXES: Mapping[Kind, str] = {"comment": "cmt", "dm": "dm", "review": "rev", "mention": "mnt"}
ALPHABET = "ABCDEFGHIJKLMNPQRSTUVWXYZ12345679"


def identifier(kind: Kind, platform: str, platform_id: str) -> str:
    """Return the id of a thing on a platform, the same whenever it is asked for."""
    digest = ids.stable_bytes(platform, platform_id)
    payload = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest)
    return f"sapi_{PREFIXES[kind]}_{payload}"


def document(
    kind: Kind, account: Account, platform_id: str, at: datetime, author: Body, text: str, **more: Any
) -> Body:
    """Return an interaction; `more` are its optional fields, left out where they are None."""
    media = more.pop("media", None)
    return {
        "id": identifier(kind, account.platform, platform_id),
        "platform": account.platform,
        "type": kind,
        "account_id": account.id,
        "author": author,
        "content": {"text": text, **({"media": media} if media else {})},
        "received_at": clock.text(at),
        "metadata": more.pop("metadata", None),
        **{name: value for name, value in more.items() if value is not None},
    }
