"""Running the server: in a thread for tests, as a process for `sapi mock`."""

import json
import logging
import os
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from types import FrameType

import uvicorn
from starlette.types import ASGIApp
from uvicorn.supervisors import Multiprocess

from socialapi_stub import seeds
from socialapi_stub.app import Middleware, create_app
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage, temporary_url

START_SECONDS = 20
STOP_SECONDS = 5
SETTINGS_VARIABLE = "SOCIALAPI_STUB_SETTINGS"

Ready = Callable[[], None]


class DidNotStart(Exception):
    """The server ended before it answered its first request."""


@contextmanager
def running(settings: Settings | None = None, middleware: Middleware | None = None) -> Iterator[str]:
    """Run a server in a thread on a free port and give its root, such as `http://127.0.0.1:49152`."""
    listener = listen("127.0.0.1", 0)
    ready = threading.Event()
    server = Server(_config(create_app(settings, middleware)), ready.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        if not ready.wait(START_SECONDS):
            raise DidNotStart
        yield root_of(listener)
    finally:
        server.should_exit = True
        thread.join(2 * STOP_SECONDS)


def run(settings: Settings, listener: socket.socket, ready: Ready, workers: int = 1) -> None:
    """Serve until SIGINT or SIGTERM; `ready` is called once requests are answered.

    Several workers share one database, which is made and planted before the first of them starts. Raises
    `DatabaseUnavailable`, and `DidNotStart` when the workers end on their own.
    """
    log_to_stderr()
    if workers == 1:
        Server(_config(create_app(settings)), ready).run(sockets=[listener])
        return
    storage = Storage(settings.database_url or temporary_url())
    seeds.prepare(storage, settings.seed)
    storage.close()
    os.environ[SETTINGS_VARIABLE] = json.dumps(asdict(replace(settings, database_url=storage.url)))
    answered = threading.Event()
    threading.Thread(target=_announce, args=(root_of(listener), ready, answered), daemon=True).start()
    listener.set_inheritable(True)
    Multiprocess(_config(f"{__name__}:worker", workers), sockets=[listener]).run()
    if not answered.is_set():
        raise DidNotStart


def worker() -> ASGIApp:
    """Return the application of one of several workers, whose settings are in the environment."""
    log_to_stderr()
    return create_app(Settings(**json.loads(os.environ[SETTINGS_VARIABLE])))


def listen(host: str, port: int) -> socket.socket:
    """Return a socket bound to an address; port 0 takes a free one. Raises `OSError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(1024)
    except OSError:
        listener.close()
        raise
    return listener


def root_of(listener: socket.socket) -> str:
    """Return the URL under which a server on this socket is reached from this machine."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def log_to_stderr() -> None:
    """Write one line per request, and whatever else the server has to say, to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
    log = logging.getLogger("socialapi_stub")
    log.handlers = [handler]
    log.setLevel(logging.INFO)
    log.propagate = False


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

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - uvicorn's signature
        """Stop, within `STOP_SECONDS` whatever the connections do; asking twice changes nothing."""
        self.should_exit = True


def _config(app: ASGIApp | str, workers: int = 1) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        workers=workers,
        log_config=None,
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )


def _announce(root: str, ready: Ready, answered: threading.Event) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{root}/_mock/jwks.json").close()  # noqa: S310 - our own http address
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
        else:
            answered.set()
            ready()
            return
