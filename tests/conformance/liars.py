"""Servers that are wrong altogether, each in its own way."""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]


def reply(
    handler: BaseHTTPRequestHandler, status: int, body: bytes, kind: str = "application/json", name: str = ""
) -> None:
    handler.send_response(status)
    if name:
        handler.send_header("X-Request-ID", name)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def always_html(handler: BaseHTTPRequestHandler) -> None:
    reply(handler, 200, b"<html><h1>Welcome to nginx!</h1></html>", "text/html")


def always_ok(handler: BaseHTTPRequestHandler) -> None:
    reply(handler, 200, b"{}")


def always_fails(handler: BaseHTTPRequestHandler) -> None:
    reply(handler, 500, b'{"error": {"code": "system.internal", "message": "no"}, "request_id": "a1b2c3d4"}')


def always_unauthorized(handler: BaseHTTPRequestHandler) -> None:
    reply(handler, 401, b'{"error": {"code": "auth.invalid_key", "message": "no"}, "request_id": "a1b2c3d4"}')


def always_text(handler: BaseHTTPRequestHandler) -> None:
    reply(handler, 200, b"not JSON at all", "application/json")


def never_answers(_handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def never_ends(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(60):
            handler.wfile.write(b" " * 1000)
            time.sleep(0.05)


def drips(handler: BaseHTTPRequestHandler) -> None:
    """Send a header byte by byte, each well in time."""
    with contextlib.suppress(OSError):
        for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"s" * 60:
            handler.wfile.write(bytes([byte]))
            time.sleep(0.05)


def floods(handler: BaseHTTPRequestHandler) -> None:
    """Send a body that ends nowhere, as fast as it is read."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    with contextlib.suppress(OSError):
        while True:
            handler.wfile.write(b" " * 1_000_000)


def promises_more(handler: BaseHTTPRequestHandler) -> None:
    """Hang up before the body is as long as it is said to be."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"{}")
    handler.close_connection = True


def sends_more(handler: BaseHTTPRequestHandler) -> None:
    """Send more than the body is said to be long."""
    reply(handler, 200, b"{}")
    handler.wfile.write(b"and another thing")


def speaks_no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail.example.com ESMTP\r\n")
    handler.close_connection = True


def hangs_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


def leads_to(address: str) -> Answer:
    """Return a server that redirects every request to an address."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(307)
        handler.send_header("Location", address)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def listens(heard: list[dict[str, str]]) -> Answer:
    """Return a server that says yes to everything and keeps the headers of what it was asked."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        heard.append(
            {"path": handler.path, **{name.lower(): value for name, value in handler.headers.items()}}
        )
        always_ok(handler)

    return answer


def answers_first(count: int, answer: Answer = always_ok) -> Answer:
    """Return a server that answers some requests and hangs up on all others."""
    asked: list[str] = []

    def dies(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        (answer if len(asked) <= count else hangs_up)(handler)

    return dies


def hangs_at(path: str) -> Answer:
    """Return a server that hangs up on requests for a path and says yes to all others."""
    return lambda handler: hangs_up(handler) if path in handler.path else always_ok(handler)


def describes(**description: Any) -> Answer:
    """Return a server that describes itself as a target and answers nothing else."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/_mock/target":
            reply(handler, 200, json.dumps(description).encode())
        else:
            reply(handler, 200, b"{}")

    return answer


@contextlib.contextmanager
def lying(answer: Answer) -> Iterator[str]:
    """Run a server whose every answer is `answer`, and give its root."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # or each body waits 40 ms for the headers to be acknowledged

        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            answer(self)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def closed_port() -> str:
    """Return the root of a server that is not there."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}"
