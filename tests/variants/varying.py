"""What a variant is: the stub changed within the freedom that the contract leaves; no check may notice."""

import json
import multiprocessing
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from faults import faulty
from faults.faulty import Arrange, Middleware, Reply, replies
from routes import operation_at
from socialapi_contract.operations import Operation
from starlette.types import ASGIApp, Message, Receive, Scope, Send

DECISIONS = Path(__file__).parents[2] / "spec" / "decisions.md"

MET = multiprocessing.get_context("fork").Value("L", 0)
"""How often the server that runs now has made use of its freedom; the test reads it across processes."""


@dataclass(frozen=True)
class Variant:
    """A way to be right. `grants` are the rows of `spec/decisions.md` that leave the freedom, `tries` are the
    families of checks, or single checks, that meet it.
    """

    name: str
    freedom: str
    grants: tuple[str, ...]
    tries: tuple[str, ...]
    arrange: Arrange


VARIANTS: dict[str, Variant] = {}


def variant(*grants: str, tries: tuple[str, ...] = ()) -> Callable[[Arrange], Arrange]:
    """Declare a variant; its docstring says which freedom it takes.

    The function patches the stub, or returns the middleware that changes what the stub answers.
    """

    def declare(arrange: Arrange) -> Arrange:
        name = arrange.__name__  # type: ignore[attr-defined] # every variant is a function
        assert name not in VARIANTS, f"two variants are called {name}"
        VARIANTS[name] = Variant(name, (arrange.__doc__ or "").strip(), grants, tries, arrange)
        return arrange

    return declare


def met() -> None:
    """Count that the server has made use of its freedom."""
    with MET.get_lock():
        MET.value += 1


def answers(change: Callable[[Reply], None]) -> Middleware:
    """Return a middleware that lets `change` replace every answer of the API by another legal one."""

    def counted(reply: Reply) -> None:
        before = (reply.status, dict(reply.headers), reply.body)
        change(reply)
        if before != (reply.status, reply.headers, reply.body):
            met()

    return replies(counted, ("/v1/", "/invite/"))


def documents(change: Callable[[Any], Any]) -> Middleware:
    """Return a middleware that lets `change` replace the JSON of every answer of the API."""

    def changed(reply: Reply) -> None:
        if is_json(reply):
            reply.json = change(reply.json)

    return answers(changed)


def sending(change: Callable[[Message], Message | None]) -> Middleware:
    """Return a middleware that lets `change` replace what is sent, or drop it by returning None."""

    def middleware(app: ASGIApp) -> ASGIApp:
        async def changed(scope: Scope, receive: Receive, send: Send) -> None:
            async def other(message: Message) -> None:
                if (replaced := change(message)) is not None:
                    met()
                    await send(replaced)

            await app(scope, receive, other if scope["type"] == "http" else send)

        return changed

    return middleware


def one_after_the_other(*layers: Middleware | None) -> Middleware:
    """Return the middleware that is all of `layers`, the first the innermost."""

    def middleware(app: ASGIApp) -> ASGIApp:
        for layer in layers:
            app = layer(app) if layer else app
        return app

    return middleware


def set_up(patch: pytest.MonkeyPatch, **settings: Any) -> None:
    """Start the server with other settings, on data of its own if that is another seed."""
    patch.setattr(faulty, "QUICK", replace(faulty.QUICK, **settings))
    if "seed" in settings:
        patch.setattr(faulty, "planted", tempfile.mkdtemp)


def is_json(reply: Reply) -> bool:
    """Tell whether an answer holds JSON."""
    return "json" in reply.headers.get("content-type", "") and bool(reply.body)


def every_object(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a JSON value."""
    if isinstance(node, dict):
        yield node
    for item in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from every_object(item)


def operation_of(reply: Reply) -> Operation | None:
    """Return the operation that gave an answer, None where there is no such route."""
    return operation_at(reply.method, reply.path.rstrip("/"))


@cache
def decided() -> Mapping[str, str]:
    """Return the rows of `spec/decisions.md` by topic."""
    rows = re.findall(r"^\| (?!topic|---)(.+?) \|(.*)$", DECISIONS.read_text(encoding="utf-8"), re.MULTILINE)
    repeated = [topic for topic, count in Counter(topic for topic, _ in rows).items() if count > 1]
    assert repeated == [], "rows of one name hide one another"
    return dict(rows)


def body_of(error: Mapping[str, Any], reply: Reply) -> bytes:
    """Return the body of an answer with another error in its envelope."""
    return json.dumps({**reply.json, "error": error}).encode()
