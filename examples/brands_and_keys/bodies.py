"""Request bodies: JSON objects, and the fields that are read from them."""

import json
from typing import Any, NoReturn

from flask import request
from refusals import Refusal

Body = dict[str, Any]


def read() -> Body:
    """Return the body of the request. Raises `validation.body_invalid` if it is no JSON object."""
    try:
        body = json.loads(request.get_data().decode(), parse_constant=_refuse_constant)
        json.dumps(body, ensure_ascii=False).encode()  # a lone surrogate is no character and cannot be stored
    except (ValueError, RecursionError):
        raise Refusal("validation.body_invalid") from None
    if request.mimetype != "application/json" or not isinstance(body, dict):
        raise Refusal("validation.body_invalid")
    return body


def name(body: Body) -> str:
    """Return the name that a body must have: up to 255 characters, not all of them space."""
    if "name" not in body:
        raise Refusal("validation.field_required", field="name")
    value = body["name"]
    if not _is_text(value, 255) or not value.strip():
        raise Refusal("validation.field_invalid", field="name")
    return str(value)


def texts(body: Body, field: str, *, most: int, longest: int) -> list[str]:
    """Return a list of texts, each once; an absent one is empty."""
    values = body.get(field, [])
    listed = isinstance(values, list) and len(values) <= most
    if not listed or not all(_is_text(each, longest) for each in values):
        raise Refusal("validation.field_invalid", field=field)
    return list(dict.fromkeys(values))


def _is_text(value: Any, longest: int) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= longest


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")
