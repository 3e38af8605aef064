"""Several processes behind one socket: starting them, and ending them together."""

import gc
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from types import FrameType

from socialapi_stub import logs
from socialapi_stub.app import create_app
from socialapi_stub.serve import STOP_SECONDS, DidNotStart, Ready, Server, config, settled
from socialapi_stub.settings import Settings

SETTINGS_VARIABLE = "SOCIALAPI_STUB_SETTINGS"


def run(settings: Settings, listener: socket.socket, ready: Ready, count: int) -> None:
    """Serve with `count` processes until SIGINT or SIGTERM; `ready` is called once all of them answer.

    Raises `DidNotStart` when one of them ends on its own.
    """
    reader, writer = os.pipe()
    command = [sys.executable, "-m", __name__, str(listener.fileno()), str(writer)]
    environment = {**os.environ, SETTINGS_VARIABLE: json.dumps(asdict(settings))}
    with _stop_on_signal() as stop:
        started = [
            subprocess.Popen(command, env=environment, pass_fds=(listener.fileno(), writer))  # noqa: S603 - ourselves
            for _ in range(count)
        ]
        os.close(writer)
        threading.Thread(target=_announce, args=(reader, count, ready), daemon=True).start()
        while not stop.wait(0.1) and all(worker.poll() is None for worker in started):
            pass
        for worker in started:
            worker.terminate()
        for worker in started:
            worker.wait(2 * STOP_SECONDS)
    if not stop.is_set():
        raise DidNotStart


def main() -> None:
    """Be one of the processes: socket and pipe are inherited, the settings are in the environment."""
    gc.disable()
    listener, report = socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2])
    settings = Settings(**json.loads(os.environ[SETTINGS_VARIABLE]))
    app = create_app(settings, lines=logs.to_stderr(settings))
    Server(config(app, settings), settled(lambda: _report(report))).run(sockets=[listener])


def _report(pipe: int) -> None:
    os.write(pipe, b".")
    os.close(pipe)


@contextmanager
def _stop_on_signal() -> Iterator[threading.Event]:
    stop = threading.Event()

    def ask(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {one: signal.signal(one, ask) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _announce(reader: int, count: int, ready: Ready) -> None:
    answered = 0
    while answered < count:
        reports = os.read(reader, count)
        if not reports:
            return
        answered += len(reports)
    ready()


if __name__ == "__main__":
    main()
