"""What somebody does on a platform, in the one form that events and lists of interactions show it in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from socialapi_stub import clock, ids
from socialapi_stub.call import Body
from socialapi_stub.documents import present
from socialapi_stub.tables import Account

Kind = Literal["comment", "dm", "review", "mention"]
PREFIXES: Mapping[Kind, str] = {"comment": "cmt", "dm": "dm", "review": "rev", "mention": "mnt"}
ALPHABET = "ABCDEFGHIJKLMNPQRSTUVWXYZ12345679"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that somebody did on a platform; `optional` are the fields that not every platform has."""

    kind: Kind
    account: Account
    platform_id: str
    at: datetime
    author: Body
    text: str = ""
    media: Sequence[Body] = ()
    metadata: Mapping[str, Any] | None = None
    optional: Mapping[str, Any] = field(default_factory=dict)


def identifier(kind: Kind, platform: str, platform_id: str) -> str:
    """Return the id of a thing on a platform, the same whenever it is asked for."""
    digest = ids.stable_bytes(platform, platform_id)
    payload = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest)
    return f"sapi_{PREFIXES[kind]}_{payload}"


def document(deed: Deed) -> Body:
    """Return what somebody did; optional fields that are None are left out."""
    media = {"media": deed.media} if deed.media else {}
    return {
        "id": identifier(deed.kind, deed.account.platform, deed.platform_id),
        "platform": deed.account.platform,
        "type": deed.kind,
        "account_id": deed.account.id,
        "author": deed.author,
        "content": {"text": deed.text, **media},
        "received_at": clock.text(deed.at),
        "metadata": deed.metadata,
        **present(deed.optional),
    }
