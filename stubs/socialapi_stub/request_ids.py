"""The name of a request: in its answer, in every error, in the log."""

import re
import secrets
import time
from typing import cast
from urllib.parse import quote

from socialapi_contract.operations import OPERATIONS
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from socialapi_stub import headers
from socialapi_stub.request_log import RequestLog

HEADER = "X-Request-ID"
FIELD = HEADER.lower().encode()
FORM = re.compile(r"[a-zA-Z0-9_-]{1,64}")


class RequestIds:
    """Middleware: names every request, puts the name on every response, has both logged."""

    def __init__(self, app: ASGIApp, requests: RequestLog) -> None:
        self.app = app
        self.requests = requests

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on under its name."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        extensions = scope.setdefault("extensions", {})
        extensions["request_id"] = name = chosen(headers.first(scope, FIELD))
        started = time.perf_counter()
        status = 0
        noted = False

        def note() -> None:
            nonlocal noted
            if not noted:
                noted = True
                self.requests.note(scope, path_of(scope), status, (time.perf_counter() - started) * 1000)

        async def named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (FIELD, name.encode())]
            elif not message.get("more_body"):
                note()  # before a client can have the whole answer and ask for its line
            await send(message)

        try:
            await self.app(scope, receive, named)
        finally:
            note()


def chosen(wish: str) -> str:
    """Return the caller's id if it has the right form, otherwise a new one."""
    return wish if wish and FORM.fullmatch(wish) else secrets.token_hex(4)


def path_of(scope: Scope) -> str:
    """Return the path as it was sent, so that nothing in it can break the line of a log.

    What opens an operation that takes no token is in its path, of which only the template is told then.
    """
    operation = OPERATIONS.get(scope["extensions"].get("connexion_routing", {}).get("operation_id"))
    if operation is not None and not operation.tokens:
        return operation.path
    raw = scope.get("raw_path") or quote(scope["path"]).encode()
    return raw.decode("latin-1")


def request_id(scope: Scope) -> str:
    """Return the name of the request."""
    return cast("str", scope["extensions"]["request_id"])
