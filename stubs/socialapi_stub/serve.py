"""Running the server: in a thread for tests, as a process for `sapi mock`."""

import asyncio
import gc
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from socialapi_stub import connections, logs
from socialapi_stub.app import Middleware, create_app
from socialapi_stub.settings import Settings
from socialapi_stub.sockets import listen, root_of

START_SECONDS = 20
STOP_SECONDS = 5

Ready = Callable[[], None]


class DidNotStart(Exception):
    """The server ended on its own."""


@contextmanager
def running(settings: Settings | None = None, middleware: Middleware | None = None) -> Iterator[str]:
    """Run a server in a thread on a free port and give its root, such as `http://127.0.0.1:49152`."""
    listener = listen("127.0.0.1", 0)
    ready = threading.Event()
    settings = settings or Settings()
    server = Server(config(create_app(settings, middleware), settings), ready.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        if not ready.wait(START_SECONDS):
            raise DidNotStart
        yield root_of(listener)
    finally:
        server.should_exit = True
        thread.join(2 * STOP_SECONDS)


def run(settings: Settings, listener: socket.socket, ready: Ready) -> None:
    """Serve until SIGINT or SIGTERM; `ready` is called once requests are answered.

    Raises `DatabaseUnavailable`.
    """
    app = create_app(settings, lines=logs.to_stderr(settings))
    Server(config(app, settings), settled(ready)).run(sockets=[listener])


def settled(ready: Ready) -> Ready:
    """Return `ready` for a process that does nothing but serve: what it has at its start stays.

    Looking through it for garbage, again and again, would take a fifth of the time of requests.
    """

    def call() -> None:
        gc.collect()
        gc.freeze()
        gc.enable()
        ready()

    return call


class Server(uvicorn.Server):
    """uvicorn's server; it tells when it is ready, and ends cleanly on a signal instead of dying of it."""

    def __init__(self, config: uvicorn.Config, ready: Ready) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    async def on_tick(self, counter: int) -> bool:
        """End what takes too long; uvicorn calls this ten times a second."""
        connections.check(self.server_state.connections, asyncio.get_running_loop().time())
        return await super().on_tick(counter)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - uvicorn's signature
        """Stop, within `STOP_SECONDS` whatever the connections do; asking twice changes nothing."""
        self.should_exit = True


def config(app: ASGIApp, settings: Settings) -> connections.Config:
    """Return uvicorn's settings for the stub; it keeps its own log to itself."""
    return connections.Config(
        app,
        settings,
        log_config=None,
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
