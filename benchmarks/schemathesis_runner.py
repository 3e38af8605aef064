"""Runs Schemathesis' command many times and pays once for what it imports.

Each run is a process of its own, forked from one that has run the command once and keeps nothing of that but
the imports.
"""

import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from typing import NoReturn

SECONDS = 3600
"""A run that takes longer is ended; what it has reported until then counts."""

NOBODY = "http://127.0.0.1:9"
"""Where no server listens."""


class Runner:
    """Runs the command; `document` is any that it can read, for the run that imports everything."""

    def __init__(self, document: str) -> None:
        self._pipe, theirs = multiprocessing.get_context("fork").Pipe()
        process = multiprocessing.get_context("fork").Process(
            target=_forking, args=(theirs, document), daemon=True
        )
        process.start()

    def run(self, arguments: Sequence[str], folder: str, environment: Mapping[str, str]) -> None:
        """Run `schemathesis run` with `arguments` in `folder`."""
        self._pipe.send((arguments, folder, environment))
        self._pipe.recv()


def _forking(pipe: Connection, document: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        _silence()
        _command([document, "--url", NOBODY, "--include-operation-id=list_brands", "--max-examples=1"])
    while True:
        arguments, place, environment = pipe.recv()
        child = os.fork()
        if not child:
            _run(arguments, place, environment)
        os.waitpid(child, 0)
        pipe.send(None)


def _run(arguments: Sequence[str], folder: str, environment: Mapping[str, str]) -> NoReturn:
    signal.alarm(SECONDS)
    os.chdir(folder)
    os.environ.update(environment)
    _command(arguments)
    os._exit(0)


def _command(arguments: Sequence[str]) -> None:
    from schemathesis.cli import schemathesis

    try:
        schemathesis(["run", *arguments])
    except SystemExit:
        return


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
