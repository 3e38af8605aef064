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


def reply(handler: BaseHTTPRequestHandler, status: int, body: bytes, kind: str = "application/json") -> None:
    handler.send_response(status)
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


def answers_once() -> Answer:
    """Return a server that answers one request and hangs up on all others."""
    asked: list[str] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        if len(asked) == 1:
            always_ok(handler)
        handler.close_connection = True

    return answer


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
