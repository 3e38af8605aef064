"""X-Request-ID: the caller's own if it has the right form, else one made here; on every answer."""

import re
import secrets

from flask import Response, g, request

HEADER = "X-Request-ID"
FORM = re.compile(r"[A-Za-z0-9_-]{1,64}")


def choose() -> None:
    """Give the request its id."""
    wish = request.headers.get(HEADER, "")
    g.request_id = wish if FORM.fullmatch(wish) else secrets.token_hex(4)


def show(response: Response) -> Response:
    """Put the id on the answer."""
    response.headers[HEADER] = current()
    return response


def current() -> str:
    """Return the id of the request that is being answered."""
    return str(g.request_id)
