"""Running the server: in a thread for tests, as a process for `sapi mock`."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from socialapi_stub.app import Middleware, create_app
from socialapi_stub.settings import Settings

START_SECONDS = 20
STOP_SECONDS = 5


@contextmanager
def running(settings: Settings | None = None, middleware: Middleware | None = None) -> Iterator[str]:
    """Run a server in a thread on a free port and give its root, such as `http://127.0.0.1:49152`."""
    listener = listen("127.0.0.1", 0)
    server = uvicorn.Server(config(create_app(settings, middleware)))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        _wait_until_started(server, thread)
        yield "http://127.0.0.1:{}".format(listener.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(STOP_SECONDS)
        listener.close()


def listen(host: str, port: int) -> socket.socket:
    """Return a socket bound to an address; port 0 takes a free one. Raises `OSError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    listener.set_inheritable(True)
    return listener


def config(app: ASGIApp | str, workers: int = 1) -> uvicorn.Config:
    """Return uvicorn's settings for the stub; it keeps its own log to itself."""
    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        workers=workers,
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )


def _wait_until_started(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise RuntimeError("the stub server did not start")
        time.sleep(0.01)
