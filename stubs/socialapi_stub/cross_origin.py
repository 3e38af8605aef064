"""Which pages of which sites may call from a browser."""

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from socialapi_stub.credits import HEADERS as CREDITS
from socialapi_stub.preferences import APPLIED
from socialapi_stub.request_ids import HEADER as REQUEST_ID
from socialapi_stub.settings import Settings

THIS_MACHINE = r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
# What a page may read of an answer besides its body.
EXPOSED = (
    REQUEST_ID,
    APPLIED,
    "Location",
    "Retry-After",
    *(f"{name}-{what}" for name in CREDITS.values() for what in ("Limit", "Remaining")),
)


def cross_origin(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Return the server with CORS: pages of this machine may call, and those of `cors_origins`.

    Tokens travel in a header that a page has to know, never in cookies, so credentials are not allowed.
    """
    return CORSMiddleware(
        app,
        allow_origins=settings.cors_origins,
        allow_origin_regex=THIS_MACHINE,
        allow_methods=METHODS,
        allow_headers=["*"],
        expose_headers=EXPOSED,
    )
