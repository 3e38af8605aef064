"""What every answer keeps to, whatever was asked: verbs of checks beside those of `expect.py`."""

import functools
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from socialapi_conformance import schemas
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import envelope, equal, that

_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_JSON = re.compile(r'application/json(\s*;\s*charset="?utf-8"?)?', re.IGNORECASE)
_MARK = b"\xef\xbb\xbf"
_INSIDES = re.compile(
    r"""Traceback | \bpanic: | goroutine\ \d | nil\ pointer | \bGo\ (struct|value) |
    \.(py|go|js|ts|rb|java|php):\d | ,\ line\ \d | \bat\ [\w.$]+\( |
    (^|[\s"'(])/(usr|home|var|app|opt|srv|tmp)/\w | [A-Z]:\\\w |
    \bSELECT\b.+\bFROM\b | \bINSERT\ INTO\b | \bUPDATE\b.+\bSET\b | \bSQLSTATE\b |
    \bpq:\ | sqlalchemy | sqlite | psycopg | \b[A-Za-z]\w*(Error|Exception)\b""",
    re.VERBOSE,
)
"""What is for developers of the server only."""
_TAKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""The form of an X-Request-ID that a server echoes."""


def numbered(answer: Answer, sent: str | None = None) -> None:
    """Expect X-Request-ID, repeated by an error: the one that was `sent` if it is one to echo, else 8 hex."""
    number = answer.headers.get("x-request-id", "")
    if sent is not None and _TAKEN.fullmatch(sent):
        equal(answer, "X-Request-ID", number, sent)
    else:
        that(answer, bool(re.fullmatch("[0-9a-f]{8}", number)), "X-Request-ID of 8 hex characters", number)
    if answer.status >= 400:
        envelope(answer)


def for_clients(answer: Answer) -> None:
    """Expect an error that tells nothing of how the server is built."""
    found = _INSIDES.search(answer.content.decode(errors="replace"))
    that(answer, found is None, "a message for clients", found and found[0])


def is_json(answer: Answer) -> None:
    """Expect a body of JSON in UTF-8, without a byte order mark, that the Content-Type calls so."""
    kind = answer.headers.get("content-type", "nothing")
    that(answer, bool(_JSON.fullmatch(kind)), "Content-Type application/json, in UTF-8", kind)
    that(answer, not answer.content.startswith(_MARK), "no byte order mark", answer.content[:3])
    answer.json()


def timestamps(answer: Answer) -> None:
    """Expect every timestamp in the body to be RFC 3339."""
    for place, value in _timestamps(answer.json(), ""):
        that(answer, _is_rfc3339(value), f"{place} to be an RFC 3339 timestamp", value)


def taken_as_valid(answer: Answer) -> None:
    """Expect of the answer to a valid request that it is not called malformed, nor a plain parameter
    invalid.
    """
    code, summary = answer.code(), answer.summary()
    that(answer, code != "validation.body_invalid", "a well-formed body to be accepted", summary)
    if code == "validation.field_invalid":
        field = answer.json()["error"].get("meta", {}).get("field")
        plain = field in _plain_parameters(answer.operation_id or "")
        that(answer, not plain, f"a valid {field} to be accepted", summary)


@functools.cache
def _plain_parameters(operation_id: str) -> frozenset[str]:
    """Return the query parameters whose schema says all there is to know about their values."""
    names = set()
    for parameter in schemas.parameters(operation_id):
        rules = schemas.resolved(parameter["schema"])
        if parameter["in"] == "query" and not {"x-opaque", "x-known", "format"} & set(rules):
            names.add(parameter["name"])
    return frozenset(names)


def _timestamps(node: Any, place: str) -> Iterator[tuple[str, Any]]:
    """Yield every value under a name that says it is a moment: `created_at`, `period_end`, `last_used_at`."""
    if isinstance(node, list):
        for item in node:
            yield from _timestamps(item, place)
    elif isinstance(node, dict):
        for name, value in node.items():
            inner = f"{place}.{name}" if place else name
            if name.endswith("_at") or name in ("period_start", "period_end"):
                yield from [(inner, value)] if value is not None else []
            elif name not in ("platform_data", "metadata"):
                yield from _timestamps(value, inner)


def _is_rfc3339(value: Any) -> bool:
    if not isinstance(value, str) or not _RFC3339.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
