"""One connection of a client: uvicorn's own, within limits, and refusing with the envelope."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httptools
import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from socialapi_stub.problems import REFUSAL, Problem
from socialapi_stub.settings import Settings

SURPLUS = 64
"""So many connections beyond `max_connections` are told so; more than that are dropped at once."""

RETRY_SECONDS = 1


class Config(uvicorn.Config):
    """uvicorn's settings, and those that bound a connection."""

    def __init__(self, app: ASGIApp, settings: Settings, **options: Any) -> None:
        super().__init__(app, http=Connection, ws="none", **options)
        self.settings = settings


class Connection(HttpToolsProtocol):
    """Reads requests, and refuses what is no HTTP, too large, too slow or one connection too many.

    What it refuses goes to the application as a request with the `Problem` in its extensions, so that it is
    named, logged and answered like any other. After a refusal the client is not listened to any more.
    """

    def __init__(self, config: Config, *given: Any, **named: Any) -> None:
        super().__init__(config, *given, **named)
        self.settings = config.settings
        self.timeout_keep_alive = self.settings.keep_alive_seconds  # type: ignore[assignment] # fractions work
        self._application: ASGIApp = self.app
        self.app = self._within_limits
        self._surplus = False
        self._in_head = True
        self._deaf = False
        self._received = 0
        self._since: float | None = None
        self._blocked: float | None = None
        self._refusal: Problem | None = None

    async def _within_limits(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; while its body is on its way, reading it may end in a refusal."""
        whole = self.cycle.scope is not scope or not self.cycle.more_body
        await self._application(scope, receive if whole else self._refusing(receive), send)

    def _refusing(self, receive: Receive) -> Receive:
        async def receive_or_raise() -> Message:
            message = await receive()
            if self._refusal is not None:
                raise self._refusal
            return message

        return receive_or_raise

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in the base class
        """Begin to wait for a request, unless there are far too many already."""
        super().connection_made(transport)
        excess = len(self.connections) - self.settings.max_connections
        self._surplus = excess > 0
        self._since = self.loop.time()
        if excess > SURPLUS:
            transport.abort()

    def data_received(self, data: bytes) -> None:
        """Read what has come."""
        if self._deaf:
            return
        if self._since is None:
            self._since = self.loop.time()
        self._received += len(data)
        super().data_received(data)
        if self._in_head and self._received > self.settings.max_header_bytes and not self._deaf:
            self._refuse(self._too_long())

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self._in_head = True
        if self._since is None:
            self._since = self.loop.time()

    def on_headers_complete(self) -> None:
        """Have the request answered, or refused for what its head is."""
        problem = self._objection()
        if problem is not None:
            self.scope["extensions"] = {REFUSAL: problem}  # type: ignore[dict-item] # ASGI has dicts there
        super().on_headers_complete()
        self._in_head = False
        if problem is not None:
            self._part()

    def on_message_complete(self) -> None:
        """End a request; nothing is awaited from the client until the next one begins."""
        super().on_message_complete()
        self._since, self._received, self._in_head = None, 0, True

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's signature
        """Refuse what is no HTTP, or an address that is too long to be read as one."""
        too_long = self._in_head and self._received > self.settings.max_header_bytes and self._is_too_long()
        self._refuse(self._too_long() if too_long else Problem("http.400", "the request is not valid HTTP"))

    def pause_writing(self) -> None:
        """Note since when the client takes nothing of its answer."""
        super().pause_writing()
        self._blocked = self.loop.time()

    def resume_writing(self) -> None:
        """Forget it, for the client takes its answer."""
        super().resume_writing()
        self._blocked = None

    def check(self, now: float) -> None:
        """Refuse or end what takes too long; `now` is the time of the loop."""
        if self._blocked is None and self.transport.is_closing():
            self._blocked = now
        if self._blocked is not None:
            if now - self._blocked > self.settings.answer_seconds:
                self.transport.abort()
        elif self._since is not None and not self.flow.read_paused and now > self._deadline(self._since):
            self._end_wait()

    def _deadline(self, since: float) -> float:
        if self._in_head:
            return since + self.settings.header_seconds
        answered = self.cycle.response_complete
        earned = 0 if answered else self._received / self.settings.min_bytes_per_second
        return since + self.settings.body_seconds + earned

    def _end_wait(self) -> None:
        if self._received:
            self._refuse(Problem("http.408", "the request did not come in time"))
        else:
            self.transport.close()

    def _objection(self) -> Problem | None:
        """Return why a request is refused that has nothing but its head yet."""
        if self._surplus:
            message = f"more than {self.settings.max_connections} connections are open"
            return Problem("http.503", message, headers={"Retry-After": str(RETRY_SECONDS)})
        if self._received > self.settings.max_header_bytes and self._is_too_long():
            return self._too_long()
        if sum(name == b"host" for name, _ in self.headers) != 1 and self.parser.get_http_version() == "1.1":
            return Problem("http.400", "the request has to have one Host header")
        if self.url.count(b"&") >= self.settings.max_query_parameters:
            message = f"the query has more than {self.settings.max_query_parameters} parameters"
            return Problem("http.400", message)
        return None

    def _is_too_long(self) -> bool:
        if self.scope is None:  # not even the first line has begun
            return False
        fields = sum(len(name) + len(value) for name, value in self.headers)
        return len(self.url) + fields > self.settings.max_header_bytes

    def _too_long(self) -> Problem:
        most = self.settings.max_header_bytes
        if len(self.url) > most:
            return Problem("http.414", f"the address is longer than {most} bytes")
        return Problem("http.431", f"the head of the request is longer than {most} bytes")

    def _refuse(self, problem: Problem) -> None:
        """Refuse a request that is not whole: its head by an answer, its body by an end to reading it."""
        if self._in_head:
            self._answer_head(problem)
        elif not self.cycle.response_started:
            self._refusal = problem
            self.cycle.message_event.set()
        self._part()

    def _answer_head(self, problem: Problem) -> None:
        if self.scope is None or "path" in self.scope:  # of the request before, or of none
            super().on_message_begin()
        self.scope["extensions"] = {REFUSAL: problem}  # type: ignore[dict-item] # ASGI has dicts there
        self.parser = _Unreadable(self.parser.get_method() if self.url else b"-")  # type: ignore[assignment]
        self.url = _readable(self.url)
        super().on_headers_complete()

    def _part(self) -> None:
        """Listen no more. The client has the time of an idle connection to read what it is told."""
        self._deaf, self._since = True, None
        self.cycle.keep_alive = False
        self.cycle.transport = _Parting(self.transport)  # type: ignore[assignment] # all of it that is used
        if self.cycle.response_complete:
            self.transport.close()


@dataclass(frozen=True, slots=True)
class _Parting:
    """A transport that ends its own half at first: to close it at once may cost the client its answer."""

    transport: asyncio.Transport

    def write(self, data: bytes) -> None:
        self.transport.write(data)

    def is_closing(self) -> bool:
        return self.transport.is_closing()

    def close(self) -> None:
        if not self.transport.is_closing():
            self.transport.write_eof()


@dataclass(frozen=True, slots=True)
class _Unreadable:
    """The parser of a head that cannot be read to its end."""

    method: bytes

    def get_method(self) -> bytes:
        return self.method

    def get_http_version(self) -> str:
        return "1.1"

    def should_upgrade(self) -> bool:
        return False

    def should_keep_alive(self) -> bool:
        return False


def check(connections: Iterable[Any], now: float) -> None:
    """Refuse or end what takes too long on any of the connections; `now` is the time of the loop."""
    for connection in list(connections):
        connection.check(now)


def _readable(url: bytes) -> bytes:
    """Return an address as far as it could be read, or that of nothing."""
    try:
        return url if httptools.parse_url(url).path.decode("ascii") else b"/"
    except (httptools.HttpParserError, UnicodeError, AttributeError):
        return b"/"
