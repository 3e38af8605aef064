"""What a fault is: the stub with exactly one thing wrong, and the checks that must notice."""

import atexit
import gc
import json
import multiprocessing
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, cast

import pytest
from socialapi_stub.problems import Problem
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Middleware = Callable[[ASGIApp], ASGIApp]
Arrange = Callable[[pytest.MonkeyPatch], Middleware | None]

START_TRIES, START_SECONDS = 3, 8

QUICK = Settings(publish_seconds=0.01, poll_seconds=0.02)


@dataclass(frozen=True)
class Fault:
    """A way to be wrong. `wakes` names the families of checks, or single checks, that fail because of it."""

    name: str
    wrong: str
    wakes: tuple[str, ...]
    arrange: Arrange


FAULTS: dict[str, Fault] = {}


def fault(*wakes: str) -> Callable[[Arrange], Arrange]:
    """Declare a fault; its docstring says what is wrong.

    The function patches the stub, or returns the middleware that spoils what the stub answers.
    """

    def declare(arrange: Arrange) -> Arrange:
        name = arrange.__name__  # type: ignore[attr-defined] # every fault is a function
        assert name not in FAULTS, f"two faults are called {name}"
        FAULTS[name] = Fault(name, (arrange.__doc__ or "").strip(), wakes, arrange)
        return arrange

    return declare


def instead(
    patch: pytest.MonkeyPatch, module: Any, name: str, codes: str | Mapping[str, str], **meta: Any
) -> None:
    """Let a function raise another code than it should: one for all, or by the code that would be right."""
    original = getattr(module, name)

    def mistaken(*args: Any, **kwargs: Any) -> Any:
        try:
            return original(*args, **kwargs)
        except Problem as problem:
            wrong = codes if isinstance(codes, str) else codes.get(problem.code)
            if wrong is None:
                raise
            raise Problem(cast("Any", wrong), **meta) from None

    patch.setattr(module, name, mistaken)


@contextmanager
def serving(middleware: Middleware | None = None) -> Iterator[str]:
    """Run the stub as it is patched now, in a process of its own so that suite and server use a core each.

    Its data are a copy of what the sound stub has planted, so that a fault is in what it does.
    """
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(planted(), folder, dirs_exist_ok=True)
        process, url = _started(middleware, _settings(folder))
        try:
            yield url
        finally:
            process.kill()
            process.join(10)


def _started(middleware: Middleware | None, settings: Settings) -> tuple[Any, str]:
    """Return a process that serves, and where; raises `AssertionError` when none starts.

    A process that is forked while a thread holds a lock of a library waits for that lock for ever, so that it
    takes another try.
    """
    context = multiprocessing.get_context("fork")
    for _ in range(START_TRIES):
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, middleware, settings), daemon=True)
        process.start()
        if ours.poll(START_SECONDS):
            return process, ours.recv()
        process.kill()
        process.join()
    raise AssertionError("the faulty stub did not start")


@cache
def planted() -> str:
    """Return a folder with the data of a sound server, whose run imports what every server needs."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = _settings(folder)
    with running(settings):
        pass
    gc.freeze()  # what is there now stays, so that no process has to look through it, or to copy it
    return folder


def _settings(folder: str) -> Settings:
    return replace(QUICK, database_url=f"sqlite:///{folder}/mock.db", media_dir=f"{folder}/media")


def _serve(connection: Any, middleware: Middleware | None, settings: Settings) -> None:
    with running(settings, middleware) as url:
        connection.send(url)
        threading.Event().wait()


@dataclass
class Reply:
    """An answer of the stub on its way out, open to being spoiled."""

    method: str
    path: str
    query: str
    status: int
    headers: dict[str, str]
    body: bytes = b""
    sent: Mapping[str, str] = field(default_factory=dict)

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @json.setter
    def json(self, value: Any) -> None:
        self.body = json.dumps(value).encode()

    @property
    def code(self) -> str | None:
        """The error code, None for a success."""
        said = self.json if self.status >= 400 and b'"error"' in self.body else {}
        return said["error"]["code"] if "error" in said else None


def replies(spoil: Callable[[Reply], None], below: tuple[str, ...] = ("/v1/",)) -> Middleware:
    """Return a middleware that lets `spoil` change every answer of the API, or of what is `below` paths."""

    def middleware(app: ASGIApp) -> ASGIApp:
        async def spoiled(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http" or not scope["path"].startswith(below):
                await app(scope, receive, send)
                return
            collected: list[Message] = []

            async def collect(message: Message) -> None:
                collected.append(message)

            await app(scope, receive, collect)
            reply = _reply(scope, collected)
            spoil(reply)
            await _send(reply, send)

        return spoiled

    return middleware


def requests(change: Callable[[Scope], Scope]) -> Middleware:
    """Return a middleware that lets `change` replace every request before the stub sees it."""

    def middleware(app: ASGIApp) -> ASGIApp:
        async def changed(scope: Scope, receive: Receive, send: Send) -> None:
            await app(change(scope) if scope["type"] == "http" else scope, receive, send)

        return changed

    return middleware


def _reply(scope: Scope, messages: list[Message]) -> Reply:
    headers = {name.decode(): value.decode("latin-1") for name, value in messages[0]["headers"]}
    sent = {name.decode(): value.decode("latin-1") for name, value in scope["headers"]}
    body = b"".join(message.get("body", b"") for message in messages[1:])
    query = scope["query_string"].decode()
    return Reply(scope["method"], scope["path"], query, messages[0]["status"], headers, body, sent)


async def _send(reply: Reply, send: Send) -> None:
    headers = {name.lower(): value for name, value in reply.headers.items()}
    headers["content-length"] = str(len(reply.body))
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": reply.status, "headers": raw})
    await send({"type": "http.response.body", "body": reply.body})
