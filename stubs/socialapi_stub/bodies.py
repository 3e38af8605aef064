"""Reading request bodies: bounded, JSON or a form with files."""

import json
import math
from collections.abc import AsyncGenerator
from typing import Any, NoReturn

from starlette.datastructures import FormData, Headers
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope

from socialapi_stub import headers
from socialapi_stub.problems import Problem

MAX_DEPTH = 64
MAX_FILE_BYTES = 5 * 1024 * 1024
"""How long a file may be where its schema does not say."""

FORM_OVERHEAD_BYTES = 1024 * 1024
"""What a form may have beside its files."""

JSON_TYPE = "application/json"
FORM_TYPE = "multipart/form-data"


class TooLarge(Exception):
    """A body is longer than it may be."""


async def read(scope: Scope, receive: Receive, limit: int) -> bytes:
    """Return the whole body. Raises `http.413` as soon as it is longer than `limit` bytes."""
    try:
        return b"".join([chunk async for chunk in chunks(scope, receive, limit)])
    except TooLarge as error:
        raise Problem("http.413", f"the request body is larger than {limit} bytes") from error


async def chunks(scope: Scope, receive: Receive, limit: int) -> AsyncGenerator[bytes]:
    """Give the body as it comes. Raises `TooLarge` as soon as it is longer than `limit` bytes."""
    declared = headers.first(scope, b"content-length")
    if declared.isdigit() and int(declared) > limit:
        raise TooLarge
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunk = message.get("body", b"")
        more = message.get("more_body", False)
        size += len(chunk)
        if size > limit:
            raise TooLarge
        yield chunk


def media_type(scope: Scope) -> str:
    """Return the media type of the body without its parameters; empty when the request names none."""
    return headers.first(scope, b"content-type").partition(";")[0].strip().lower()


def parse_json(body: bytes) -> Any:
    """Return the value of a JSON text.

    Raises `validation.body_invalid` for what is no JSON or no sane value.
    """
    try:
        text = body.decode()
        value = _JSON.decode(text)
        if "\\ud" in text.lower():
            json.dumps(
                value, ensure_ascii=False
            ).encode()  # a lone surrogate is no character and cannot be stored
    except (ValueError, RecursionError) as error:
        raise Problem("validation.body_invalid", f"the request body is not valid JSON: {error}") from error
    if _deeper_than(value, MAX_DEPTH):
        raise Problem("validation.body_invalid", f"the request body is nested deeper than {MAX_DEPTH} levels")
    return value


async def read_form(scope: Scope, receive: Receive, limit: int) -> FormData:
    """Return the parts of a multipart form, to be closed by the caller; large files are spooled to disk.

    Raises `validation.body_invalid`, and `TooLarge` as soon as the form is longer than `limit` bytes.
    """
    body = chunks(scope, receive, limit)
    try:
        return await MultiPartParser(Headers(scope=scope), body, max_files=10, max_fields=100).parse()
    except (MultiPartException, KeyError, ValueError, UnicodeError) as error:
        raise Problem("validation.body_invalid", f"the form cannot be read: {error}") from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is too large")
    return number


_JSON = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite)


def _deeper_than(value: Any, levels: int) -> bool:
    level = [value]
    for _ in range(levels + 1):
        containers = [item for item in level if isinstance(item, dict | list)]
        if not containers:
            return False
        level = [item for container in containers for item in _items(container)]
    return True


def _items(container: dict[str, Any] | list[Any]) -> list[Any]:
    return list(container.values()) if isinstance(container, dict) else container
