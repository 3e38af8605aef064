"""A receiver of webhooks on this machine, for servers that run here too."""

from __future__ import annotations

import functools
import ipaddress
import threading
import time
import uuid
import weakref
from collections.abc import Sequence
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import urlsplit

from socialapi_contract.events import PING_EVENT

EVENT_HEADER = "X-SocialAPI-Event"

NO_ANSWER = 0
"""The status that stands for hanging up."""

_LARGEST = 1024 * 1024
_LONGEST_LINE = 8192
_MOST_KEPT = 1000
_SOCKET_SECONDS = 10.0
_PAUSE = 0.02
_SINK = "sink"


class Received:
    """One request to a mailbox: its headers and its body as they came."""

    def __init__(self, headers: Message, body: bytes) -> None:
        self.headers = headers
        self.body = body
        self.at = time.time()

    @property
    def event(self) -> str | None:
        """The event that the header names."""
        return self.headers.get(EVENT_HEADER)


class Mailbox:
    """An address of the receiver; it is there for as long as somebody holds it.

    The request that tries the address is answered with `to_ping`, the others with one of `statuses` after the
    other and then with the last one again and again; `NO_ANSWER` stands for none. `location` is where answers
    lead, should they redirect.
    """

    def __init__(self, url: str, statuses: Sequence[int], to_ping: int, location: str) -> None:
        self.url = url
        self.location = location
        self._statuses = list(statuses)
        self._to_ping = to_ping
        self._received: list[Received] = []
        self._lock = threading.Lock()

    @property
    def pings(self) -> list[Received]:
        """The requests that tried the address."""
        return [each for each in self._received if each.event == PING_EVENT]

    @property
    def events(self) -> list[Received]:
        """All other requests, in the order they came."""
        return [each for each in self._received if each.event != PING_EVENT]

    def wait(self, count: int, seconds: float) -> list[Received]:
        """Return the events once there are `count` of them, or those that are there after `seconds`."""
        deadline = time.monotonic() + seconds
        while len(self.events) < count and time.monotonic() < deadline:
            time.sleep(_PAUSE)
        return self.events

    def answer_with(self, status: int) -> None:
        """Answer every request but the one that tries the address with a status from now on."""
        with self._lock:
            self._statuses = [status]

    def take(self, request: Received) -> int:
        """Keep a request and return the status to answer it with."""
        with self._lock:
            if len(self._received) < _MOST_KEPT:
                self._received.append(request)
            if request.event == PING_EVENT:
                return self._to_ping
            return self._statuses.pop(0) if len(self._statuses) > 1 else self._statuses[0]


class Receiver:
    """Listens on a free port of the loopback interface until the process ends."""

    def __init__(self) -> None:
        self._mailboxes: weakref.WeakValueDictionary[str, Mailbox] = weakref.WeakValueDictionary()
        handler = type("Handler", (_Handler,), {"mailboxes": self._mailboxes})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def sink(self) -> str:
        """An address that takes everything and keeps nothing."""
        return self._url(_SINK)

    def mailbox(self, *statuses: int, to_ping: int = 200, location: str = "") -> Mailbox:
        """Return a new address; without `statuses` it takes everything."""
        name = uuid.uuid4().hex
        mailbox = Mailbox(self._url(name), statuses or (200,), to_ping, location)
        self._mailboxes[name] = mailbox
        return mailbox

    def _url(self, name: str) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/{name}"


@functools.cache
def receiver() -> Receiver:
    """Return the receiver of this process, which starts with the first who asks."""
    return Receiver()


def is_near(origin: str) -> bool:
    """Return whether a server is on this machine, so that it can reach the receiver."""
    host = urlsplit(origin).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class _Handler(BaseHTTPRequestHandler):
    mailboxes: ClassVar[weakref.WeakValueDictionary[str, Mailbox]]
    timeout = _SOCKET_SECONDS
    disable_nagle_algorithm = True  # or each body waits 40 ms for the headers to be acknowledged

    def do_POST(self) -> None:
        """Put a request into its mailbox; one that breaks off is none."""
        try:
            self._take()
        except ConnectionError:
            self.close_connection = True

    def _take(self) -> None:
        name = self.path.strip("/")
        mailbox = self.mailboxes.get(name)
        body = self._body()
        if body is None:
            self._answer(413)
        elif mailbox is None:
            self._answer(200 if name == _SINK else 404)
        else:
            self._answer(mailbox.take(Received(self.headers, body)), mailbox.location)

    def _body(self) -> bytes | None:
        """Return the body, whether or not its length is told beforehand; None when it is too long."""
        if "chunked" not in self.headers.get("Transfer-Encoding", "").lower():
            length = self.headers.get("Content-Length", "0")
            return self._read(int(length)) if length.isdigit() and int(length) <= _LARGEST else None
        body = b""
        while size := int(self.rfile.readline(_LONGEST_LINE).partition(b";")[0], 16):
            if len(body) + size > _LARGEST:
                return None
            body += self._read(size)
            self.rfile.readline(_LONGEST_LINE)
        while self.rfile.readline(_LONGEST_LINE).strip():
            pass
        return body

    def _read(self, size: int) -> bytes:
        found = self.rfile.read(size)
        if len(found) < size:
            raise ConnectionAbortedError
        return found

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _answer(self, status: int, location: str = "") -> None:
        if status == NO_ANSWER:
            self.close_connection = True
            return
        content = b"received" if 200 <= status < 300 else b"refused"
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
