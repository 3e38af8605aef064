"""Serves the page, and receives webhooks for it: run it beside `sapi mock`, then open http://127.0.0.1:3000."""

import argparse
import hashlib
import hmac
import json
import queue
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx

EVENTS = ["post.published", "post.failed", "comment.received"]
LARGEST_BODY = 1024 * 1024
OLDEST_SECONDS = 300
HEARTBEAT_SECONDS = 10
PAGE = Path(__file__).with_name("index.html")


class Receiver(ThreadingHTTPServer):
    """The server of the page: what it needs to call the mock, and the webhooks that came in."""

    daemon_threads = True

    def __init__(self, port: int, mock: str) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.mock = mock
        self.key = credentials(mock)
        self.secret = ""
        self.listeners: list[queue.Queue[dict[str, Any]]] = []

    def register(self) -> None:
        """Subscribe to events. The mock calls the address at once, so this server has to answer already."""
        address = f"http://127.0.0.1:{self.server_port}/webhook"
        headers = {"Authorization": f"Bearer {self.key}"}
        body = {"url": address, "events": EVENTS}
        made = httpx.post(f"{self.mock}/v1/webhooks", json=body, headers=headers).raise_for_status()
        self.secret = made.json()["secret"]

    def hand_on(self, message: dict[str, Any]) -> None:
        """Give a webhook to every page that listens."""
        for listener in list(self.listeners):
            listener.put(message)


class Handler(BaseHTTPRequestHandler):
    """Answers the page and the mock."""

    server: Receiver
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the page, its settings, or the stream of webhooks."""
        if self.path == "/":
            self._answer(200, PAGE.read_bytes(), "text/html; charset=utf-8")
        elif self.path == "/settings":
            settings = {"mock": self.server.mock, "key": self.server.key}
            self._answer(200, json.dumps(settings).encode(), "application/json")
        elif self.path == "/stream":
            self._stream()
        else:
            self._answer(404)

    def do_POST(self) -> None:
        """Take a webhook; the sender waits 10 seconds for a 2xx, and tries again after anything else."""
        length = int(self.headers.get("Content-Length") or 0)
        if self.path != "/webhook" or length > LARGEST_BODY:
            self.close_connection = True
            self._answer(404 if self.path != "/webhook" else 413)
            return
        body = self.rfile.read(length)
        verified = is_genuine(self.server.secret, self.headers, body)
        if self.server.secret and not verified:
            self._answer(401)
            return
        self._answer(204)
        self.server.hand_on({"verified": verified, **json.loads(body)})

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ARG002 - the base class names it
        """Print one line per webhook, none for the rest."""
        if self.path == "/webhook":
            print(f"webhook {self.headers.get('X-SocialAPI-Event')}: {args[1]}", flush=True)

    def _stream(self) -> None:
        listener: queue.Queue[dict[str, Any]] = queue.Queue()
        self.server.listeners.append(listener)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            while True:
                self.wfile.write(next_chunk(listener))
        except OSError:
            self.server.listeners.remove(listener)

    def _answer(self, status: int, body: bytes = b"", kind: str = "text/plain") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def is_genuine(secret: str, headers: Any, body: bytes) -> bool:
    """Tell whether a webhook was signed with the secret, not more than five minutes ago."""
    sent_at = headers.get("X-SocialAPI-Timestamp") or ""
    given = headers.get("X-SocialAPI-Signature-V2") or ""
    digest = hmac.new(secret.encode(), f"{sent_at}.".encode() + body, hashlib.sha256).hexdigest()
    fresh = sent_at.isdecimal() and abs(time.time() - int(sent_at)) <= OLDEST_SECONDS
    return fresh and hmac.compare_digest(given, f"sha256={digest}")


def next_chunk(listener: "queue.Queue[dict[str, Any]]") -> bytes:
    """Return the next webhook as a server-sent event, or a comment that shows that the line is alive."""
    try:
        return f"data: {json.dumps(listener.get(timeout=HEARTBEAT_SECONDS))}\n\n".encode()
    except queue.Empty:
        return b": waiting\n\n"


def credentials(mock: str) -> str:
    """Return the API key of the demo workspace."""
    answer = httpx.get(f"{mock}/_mock/credentials", params={"workspace": "demo"}).raise_for_status()
    return str(answer.json()["workspaces"]["demo"]["tokens"]["api_key"])


def main() -> None:
    """Serve until Ctrl-C."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, default=3000)
    options.add_argument("--mock", default="http://127.0.0.1:4010", help="the address of `sapi mock`")
    given = options.parse_args()
    try:
        server = Receiver(given.port, given.mock.rstrip("/"))
    except (OSError, httpx.HTTPError) as error:
        raise SystemExit(f"Cannot start: {error}\nIs `sapi mock` running on {given.mock}?") from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.register()
    print(f"Open http://127.0.0.1:{server.server_port}", flush=True)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        server.shutdown()


if __name__ == "__main__":
    main()
