"""Secrets never reach a report: tokens, keys and every property the contract marks `x-secret`."""

import functools
import re
from collections.abc import Iterator
from typing import Any, get_args

from socialapi_contract import bundle
from socialapi_contract.operations import Document

SHOWN = "***"

_KEY = re.compile(r"sapi_key_[0-9a-fA-F]{16,}")
_JWT = re.compile(r"\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*")
_SIGNED = re.compile(r"(?i)((?:[?&;]|\\u0026)[\w-]*(?:signature|token)=)[\w.~%+/-]+")
_BEARER = re.compile(r"(?i)\b(bearer\s+)\S+")


def mask(text: str) -> str:
    """Return `text` with every credential replaced by `***`."""
    text = _BEARER.sub(rf"\g<1>{SHOWN}", text)
    text = _SIGNED.sub(rf"\g<1>{SHOWN}", text)
    text = _JWT.sub(SHOWN, _KEY.sub(SHOWN, text))
    return _secret_properties().sub(rf'\g<1>"{SHOWN}"', text)


@functools.cache
def _secret_properties() -> re.Pattern[str]:
    found = set(_secret_names([bundle(document) for document in get_args(Document)]))
    names = "|".join(sorted(map(re.escape, found)))
    return re.compile(rf'("(?:{names or "$^"})"\s*:\s*)"(?:[^"\\]|\\.)*"')


def _secret_names(node: Any) -> Iterator[str]:
    """Yield the names of the properties marked `x-secret` anywhere in `node`."""
    if isinstance(node, list):
        for item in node:
            yield from _secret_names(item)
    elif isinstance(node, dict):
        for name, schema in dict(node.get("properties") or {}).items():
            if isinstance(schema, dict) and schema.get("x-secret"):
                yield name
        for value in node.values():
            yield from _secret_names(value)
