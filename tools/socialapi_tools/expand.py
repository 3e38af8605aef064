"""What the short x- keys stand for, written out as plain OpenAPI."""

from http import HTTPStatus
from itertools import groupby
from typing import Any

from socialapi_tools.catalogues import Catalogues, concrete

CURSOR_FIELDS = {
    "nested": "pagination.next_cursor",
    "flat": "next_cursor",
    "paging": "paging.cursors.after",
}
"""Where each envelope holds the cursor of the next page."""
EXAMPLE_REQUEST_ID = "a1b2c3d4"
EXAMPLE_META = {
    "field": "name",
    "plan": "free",
    "max": 2,
    "resource": "key",
    "id": "7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22",
    "required_scope": "posts:write",
    "retry_after": 30,
    "platform": "twitter",
}


def error_responses(catalogues: Catalogues, codes: list[str], common: str) -> dict[str, Any]:
    """Return one response per status for codes sorted by status; `common` leads to `spec/schemas/common`."""
    by_status = groupby(codes, key=lambda code: int(catalogues.error(code)["status"]))
    return {
        str(status): _error_response(catalogues, status, list(group), common) for status, group in by_status
    }


def _error_response(catalogues: Catalogues, status: int, codes: list[str], common: str) -> dict[str, Any]:
    code = {"type": "object", "properties": {"code": _one_of(catalogues, codes)}}
    body = {"allOf": [{"$ref": f"{common}/ErrorBody.yaml"}, code]}
    narrowed = {"type": "object", "properties": {"error": body}}
    return {
        "description": f"{HTTPStatus(status).phrase}: {', '.join(f'`{code}`' for code in codes)}.",
        "content": {
            "application/json": {
                "schema": {"allOf": [{"$ref": f"{common}/ErrorResponse.yaml"}, narrowed]},
                "examples": {code: _example(catalogues, code) for code in codes},
            }
        },
    }


def _one_of(catalogues: Catalogues, codes: list[str]) -> dict[str, Any]:
    patterns = [catalogues.error(code)["pattern"] for code in codes if "{" in code]
    closed = {"type": "string", "enum": [code for code in codes if "{" not in code]}
    choices = ([closed] if closed["enum"] else []) + [
        {"type": "string", "pattern": pattern} for pattern in patterns
    ]
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _example(catalogues: Catalogues, code: str) -> dict[str, Any]:
    facts = catalogues.error(code)
    error: dict[str, Any] = {
        "code": concrete(code, facts["example"]) if "{" in code else code,
        "message": facts["message"],
    }
    if meta := {key: EXAMPLE_META[key] for key in facts.get("meta", [])}:
        error["meta"] = meta
    return {"summary": facts["title"], "value": {"error": error, "request_id": EXAMPLE_REQUEST_ID}}


def pagination_parameters(pagination: dict[str, Any], common: str) -> list[dict[str, Any]]:
    """Return `limit` and `cursor` of a paginated list; `common` leads to `spec/schemas/common`."""
    default, maximum = pagination["default_limit"], pagination["max_limit"]
    field = CURSOR_FIELDS[pagination["envelope"]]
    return [
        {
            "name": "limit",
            "in": "query",
            "description": f"How many items to return at most; {default} when absent.",
            "schema": {
                "type": "integer",
                "minimum": 1,
                "maximum": maximum,
                "default": default,
                "x-lenient": True,
            },
            "example": default,
        },
        {
            "name": "cursor",
            "in": "query",
            "description": f"The previous response's `{field}`. Keep filters and order as they were.",
            "schema": {"$ref": f"{common}/Cursor.yaml"},
        },
    ]
