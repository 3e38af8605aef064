"""Failures: raised as a `Problem`, answered as the one envelope."""

import logging
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, cast

import orjson
from socialapi_contract.errors import FAMILIES, ErrorCode, lookup
from socialapi_contract.operations import OPERATIONS
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from socialapi_stub.request_ids import request_id

log = logging.getLogger(__name__)

HttpCode = Literal[
    "http.400", "http.404", "http.405", "http.408", "http.413", "http.414", "http.431", "http.503"
]
PlatformReason = Literal["auth", "rate_limit", "api_error"]

REFUSAL = "refusal"
"""The extension of a request that was refused before there was all of it; its `Problem` is the answer."""


class Problem(Exception):
    """Ends a request with an error of the catalogue.

    `message` replaces the catalogue's wording where the situation has a better one, `status` its status where
    a platform's own is passed on; `meta` are the keys of `error.meta`. With `keep` what the handler changed
    so far stays, otherwise a problem undoes it.
    """

    def __init__(
        self,
        code: ErrorCode | HttpCode,
        message: str = "",
        *,
        headers: Mapping[str, str] | None = None,
        status: int | None = None,
        keep: bool = False,
        **meta: Any,
    ) -> None:
        info = lookup(code)
        super().__init__(code)
        self.code: str = code
        self.status = status or info.status
        self.message = message or info.message
        self.headers = dict(headers or {})
        self.keep = keep
        self.meta = meta


class Problems:
    """Middleware: answers whatever is raised behind it with the envelope.

    A traceback goes to the log only.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer in its place if that fails before an answer has begun."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def watch(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            if refusal := scope["extensions"].get(REFUSAL):
                raise refusal
            await self.app(scope, receive, watch)
        except ClientDisconnect:
            return
        except Exception as error:
            if begun:
                raise
            problem = problem_of(error, scope)
            scope["extensions"]["problem"] = problem
            await envelope(problem, request_id(scope))(scope, receive, send)


def platform_code(platform: str, reason: PlatformReason) -> ErrorCode:
    """Return the code by which a platform's own refusal is passed on."""
    return cast("ErrorCode", f"platform.{platform}.{reason}")


def problem_of(error: Exception, scope: Scope) -> Problem:
    """Return the problem an exception stands for, given the operation it came from."""
    if isinstance(error, HTTPException) and error.status_code in (404, 405):
        return Problem(cast("HttpCode", f"http.{error.status_code}"), headers=error.headers)
    if isinstance(error, Problem):
        operation_id = operation_of(scope)
        if operation_id is None or may_raise(operation_id, error.code):
            return error
        log.error("%s answered %s, which its x-errors does not list", operation_id, error.code)
    else:
        log.error("unexpected failure in request %s", request_id(scope), exc_info=error)
    return Problem("system.internal")


def operation_of(scope: Scope) -> str | None:
    """Return the operationId that routing found for a request, if it got that far."""
    routing = scope.get("extensions", {}).get("connexion_routing", {})
    return cast("str | None", routing.get("operation_id"))


@cache
def may_raise(operation_id: str, code: str) -> bool:
    """Tell whether an operation's `x-errors` allows a code.

    `http.*` and `system.internal` can always happen.
    """
    listed = OPERATIONS[operation_id].errors
    families = (FAMILIES[name].pattern for name in listed if name in FAMILIES)
    anywhere = code.startswith("http.") or code == "system.internal"
    return anywhere or code in listed or any(re.fullmatch(pattern, code) for pattern in families)


def envelope(problem: Problem, name: str) -> Response:
    """Return the answer for a problem; `name` is the request id."""
    error: dict[str, Any] = {"code": problem.code, "message": problem.message}
    if problem.meta:
        error["meta"] = problem.meta
    body = orjson.dumps({"error": error, "request_id": name})
    return Response(body, problem.status, problem.headers, "application/json")
