"""The server: the life of a request, from top to bottom."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import cache, partial
from typing import Any

from starlette.types import ASGIApp

from socialapi_stub import jobs, seeds, served, timekeeping
from socialapi_stub.access import Access
from socialapi_stub.answering import Answering
from socialapi_stub.control import ControlPlane, Plane
from socialapi_stub.cross_origin import cross_origin
from socialapi_stub.framework import API, ConnexionMiddleware, LifespanMiddleware, OpenAPISpecification
from socialapi_stub.handlers import Handlers
from socialapi_stub.logs import RequestLines
from socialapi_stub.preferences import Preferences
from socialapi_stub.problems import Problems
from socialapi_stub.request_ids import RequestIds
from socialapi_stub.request_log import RequestLog
from socialapi_stub.routing import PREFIX, Routing
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.validation import Validation

Middleware = Callable[[ASGIApp], ASGIApp]


class Contract(OpenAPISpecification):  # type: ignore[misc] # the base class has no types
    """What requests are held against.

    `sapi generate` has validated it; Connexion doing so again would double the time to start.
    """

    @classmethod
    def _validate_spec(cls, spec: Any) -> None:
        """Take the document as it is."""


@cache
def contract() -> Contract:
    """Return what requests are held against, its references resolved once for all servers of a process."""
    return Contract(served.requests())


def create_app(
    settings: Settings | None = None,
    middleware: Middleware | None = None,
    lines: RequestLines | None = None,
) -> ASGIApp:
    """Return the server as an ASGI application; `middleware` wraps it as the outermost layer.

    With `lines` every request has one there.

    Opens the database and plants the seed if it is new. Raises `DatabaseUnavailable` and `MissingHandlers`.
    """
    settings = settings or Settings()
    storage = Storage(settings.database_url, settings.media_dir)
    secrets = seeds.prepare(storage, settings.seed)
    timekeeping.load(storage)
    handlers = Handlers(storage, settings, secrets.cursor_key)
    requests = RequestLog(storage, lines)
    life_of_a_request = [
        partial(RequestIds, requests=requests),
        Problems,
        partial(ControlPlane, plane=Plane(storage, settings, secrets, requests)),
        Routing,
        partial(Preferences, settings=settings),
        partial(Access, storage=storage, keyring=secrets.keyring),
        partial(Validation, settings=settings),
        LifespanMiddleware,
    ]
    lifespan = _lifespan(storage, settings, requests)
    app = ConnexionMiddleware(
        Answering(), import_name=__name__, middlewares=life_of_a_request, lifespan=lifespan
    )
    options = vars(app.options.replace(resolver=handlers.resolver()))
    app.apis.append(API(contract(), base_path=PREFIX, **options))
    server = cross_origin(app, settings)
    return middleware(server) if middleware else server


def _lifespan(storage: Storage, settings: Settings, requests: RequestLog) -> Any:
    """Return what runs beside the requests: the background work, from start to stop."""

    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncIterator[None]:
        background = asyncio.gather(jobs.run(storage, settings), timekeeping.follow(storage), requests.keep())
        yield
        background.cancel()
        with suppress(asyncio.CancelledError):
            await background
        requests.end()
        storage.close()

    return lifespan
