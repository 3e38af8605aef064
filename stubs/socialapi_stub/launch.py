"""Starting a server for somebody at a terminal: one process, several, or one that starts anew."""

import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Event

from watchfiles import watch

from socialapi_stub import seeds, serve, sockets, workers, workspaces
from socialapi_stub.settings import Settings

STOP_SECONDS = 10


def run(settings: Settings, listener: socket.socket, processes: int) -> None:
    """Serve until SIGINT or SIGTERM, and print where once requests are answered.

    Raises `DatabaseUnavailable`, and `DidNotStart` when one of several processes ends on its own.
    """

    def ready() -> None:
        print(announcement(settings, listener), flush=True)

    if note := unshared(settings):
        print(note, file=sys.stderr, flush=True)
    if processes == 1:
        serve.run(settings, listener, ready)
    else:
        workers.run(seeds.prepared(settings), listener, ready, processes)


def run_watching(
    settings: Settings, listener: socket.socket, processes: int, folder: Path, renew: Callable[[], bool]
) -> None:
    """Serve until SIGINT or SIGTERM; whenever a file in `folder` changes and `renew` says so, start anew.

    The data outlive every start. Raises `DatabaseUnavailable`.
    """
    shared = seeds.prepared(settings)
    with _stop_on_signal() as stop:
        server = _start(shared, listener, processes)
        for _ in watch(folder, stop_event=stop, raise_interrupt=False):
            if renew():
                _end(server)
                server = _start(shared, listener, processes)
        _end(server)


def announcement(settings: Settings, listener: socket.socket) -> str:
    """Return what is printed once requests are answered."""
    root, name = sockets.root_of(listener), seeds.first_workspace(settings.seed)
    return (
        f"SocialAPI mock  {root}\n"
        f"Reference       {root}/docs\n"
        f"API key         {workspaces.stable_key(name, 'api_key')}"
    )


def unshared(settings: Settings) -> str:
    """Return a warning about what servers of one database should share and do not, or nothing."""
    if settings.media_dir or not settings.database_url.startswith("postgres"):
        return ""
    return (
        "Media files lie in a temporary folder of this server. Name one with --media-dir that lasts and that "
        "every server of the database has."
    )


def _start(settings: Settings, listener: socket.socket, processes: int) -> BaseProcess:
    # A new interpreter, so that the contract is imported anew; the socket stays open between two of them.
    server = get_context("spawn").Process(target=run, args=(settings, listener, processes))
    server.start()
    return server


def _end(server: BaseProcess) -> None:
    server.terminate()
    server.join(STOP_SECONDS)


@contextmanager
def _stop_on_signal() -> Iterator[Event]:
    stop = Event()
    signals = (signal.SIGINT, signal.SIGTERM)
    before = {one: signal.signal(one, lambda _signal, _frame: stop.set()) for one in signals}
    try:
        yield stop
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
