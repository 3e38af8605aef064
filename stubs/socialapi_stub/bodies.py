"""Reading request bodies: bounded, JSON or one uploaded file."""

import json
import math
from typing import Any, NoReturn

from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope

from socialapi_stub.problems import Problem

MAX_DEPTH = 64
MAX_FILE_BYTES = 5 * 1024 * 1024
MAX_FORM_BYTES = 4 * MAX_FILE_BYTES
JSON_TYPE = "application/json"
FORM_TYPE = "multipart/form-data"


async def read(scope: Scope, receive: Receive, limit: int) -> bytes:
    """Return the whole body. Raises `http.413` as soon as it is longer than `limit` bytes."""
    declared = Headers(scope=scope).get("content-length", "0")
    if declared.isdigit() and int(declared) > limit:
        raise Problem("http.413", f"the request body is larger than {limit} bytes")
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > limit:
            raise Problem("http.413", f"the request body is larger than {limit} bytes")
    return bytes(body)


def media_type(scope: Scope) -> str:
    """Return the media type of the body without its parameters; empty when the request names none."""
    return Headers(scope=scope).get("content-type", "").partition(";")[0].strip().lower()


def parse_json(body: bytes) -> Any:
    """Return the value of a JSON text.

    Raises `validation.body_invalid` for what is no JSON or no sane value.
    """
    try:
        text = body.decode()
        value = json.loads(text, parse_constant=_refuse_constant, parse_float=_finite)
        if "\\ud" in text.lower():
            json.dumps(
                value, ensure_ascii=False
            ).encode()  # a lone surrogate is no character and cannot be stored
    except (ValueError, RecursionError) as error:
        raise Problem("validation.body_invalid", f"the request body is not valid JSON: {error}") from error
    if _deeper_than(value, MAX_DEPTH):
        raise Problem("validation.body_invalid", f"the request body is nested deeper than {MAX_DEPTH} levels")
    return value


async def parse_form(scope: Scope, body: bytes) -> dict[str, Any]:
    """Return the parts of a multipart form, files as bytes. Raises `validation.body_invalid`."""

    async def stream() -> Any:
        yield body
        yield b""

    try:
        form = await MultiPartParser(Headers(scope=scope), stream(), max_files=10, max_fields=100).parse()
    except (MultiPartException, KeyError, ValueError, UnicodeError) as error:
        raise Problem("validation.body_invalid", f"the form cannot be read: {error}") from error
    return {name: await part.read() if isinstance(part, UploadFile) else part for name, part in form.items()}


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is too large")
    return number


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
