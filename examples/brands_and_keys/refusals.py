"""Errors: the codes this server answers with, and the one envelope they come in."""

from typing import Any

import request_ids
import storage
from flask import Flask, current_app, jsonify
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

CATALOGUE = {
    "auth.missing_header": (401, "missing Authorization header"),
    "auth.empty_token": (401, "the bearer token is empty"),
    "auth.invalid_key": (401, "invalid or inactive API key"),
    "auth.invalid_token": (401, "invalid or expired token"),
    "auth.not_provisioned": (401, "user is not provisioned"),
    "auth.user_not_found": (401, "user not found"),
    "auth.insufficient_scope": (403, "this API key cannot perform this operation"),
    "billing.past_due": (402, "the subscription is past due"),
    "billing.profile_units_limit": (403, "the plan has no room for another brand"),
    "brand.not_found": (404, "brand not found"),
    "resource.not_found": (404, "resource not found"),
    "validation.body_invalid": (400, "the request body could not be parsed"),
    "validation.field_required": (400, "a required field is missing"),
    "validation.field_invalid": (400, "a field is not valid"),
    "validation.scope_invalid": (400, "unknown scope"),
    "validation.brand_invalid": (400, "unknown brand"),
}


class Refusal(Exception):
    """Ends a request with a code of the catalogue; `meta` becomes `error.meta`."""

    def __init__(self, code: str, **meta: Any) -> None:
        super().__init__(code)
        self.code = code
        self.meta = meta


def answer_in(app: Flask) -> None:
    """Let every failure of the server be answered with the envelope."""
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(HTTPException, _refused_by_flask)
    app.register_error_handler(Exception, _failed)


def _refused(refusal: Refusal) -> ResponseReturnValue:
    status, message = CATALOGUE[refusal.code]
    return _envelope(status, refusal.code, message, refusal.meta)


def _refused_by_flask(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    return _envelope(status, f"http.{status}", error.name.lower(), {})


def _failed(_error: Exception) -> ResponseReturnValue:
    current_app.logger.exception("request %s failed", request_ids.current())
    return _envelope(500, "system.internal", "something went wrong on our side", {})


def _envelope(status: int, code: str, message: str, meta: dict[str, Any]) -> ResponseReturnValue:
    storage.undo()
    error = {"code": code, "message": message, **({"meta": meta} if meta else {})}
    return jsonify(error=error, request_id=request_ids.current()), status
