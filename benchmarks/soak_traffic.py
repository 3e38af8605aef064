"""What clients do to a mock, mixed: every function here without an underscore is one thing that they do.

Whatever is made is deleted again, or goes with the next restoring of the data.
"""

import contextlib
import inspect
import random
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import httpx

TIMEOUT_SECONDS = 60
"""A request may wait for so long; the machine may be busy."""

FILE = bytes(50_000)


@dataclass
class Pace:
    """Lets requests go one by one, so many a second; what comes late is not made up for."""

    rate: float
    next: float = field(default_factory=time.monotonic)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self) -> None:
        """Wait until it is the turn of one more request."""
        with self.lock:
            self.next = max(self.next, time.monotonic()) + 1 / self.rate
            turn = self.next
        time.sleep(max(0.0, turn - time.monotonic()))


@dataclass
class Client:
    """One connection to a mock; counts its answers by the hundred of their status, and `lost` ones."""

    http: httpx.Client
    tokens: Mapping[str, str]
    accounts: Mapping[str, str]
    pace: Pace
    counts: Counter[str]
    receiver: str

    def call(self, method: str, path: str, who: str = "api_key", **sent: Any) -> httpx.Response | None:
        """Send a request when it is its turn; None when there is no answer."""
        self.pace.wait()
        headers = {"Authorization": f"Bearer {self.tokens.get(who, who)}", **sent.pop("headers", {})}
        answer = self._send(method, path, headers, sent)
        self.counts["lost" if answer is None else f"{answer.status_code // 100}xx"] += 1
        return answer

    def _send(
        self, method: str, path: str, headers: Mapping[str, str], sent: Mapping[str, Any]
    ) -> httpx.Response | None:
        """Send a request, and once more where the server has just closed a connection that was idle."""
        for _ in range(2):
            with contextlib.suppress(httpx.HTTPError):
                return self.http.request(method, path, headers=headers, **sent)
        return None

    def get(self, path: str, **sent: Any) -> httpx.Response | None:
        """Send a GET."""
        return self.call("GET", path, **sent)

    def make(self, path: str, **sent: Any) -> dict[str, Any]:
        """Send a POST and return what was made; nothing when it was refused."""
        answer = self.call("POST", path, **sent)
        return answer.json() if answer is not None and answer.is_success else {}


Action = Callable[[Client], None]


def actions() -> list[Action]:
    """Return everything that clients do."""
    found = inspect.getmembers(sys.modules[__name__], inspect.isfunction)
    return [one for _, one in found if list(inspect.signature(one).parameters) == ["client"]]


def work(client: Client, stop: threading.Event) -> None:
    """Do one thing after the other until it is time to stop."""
    choice = random.Random()  # noqa: S311 - a choice of requests
    while not stop.is_set():
        choice.choice(actions())(client)


def read_lists(client: Client) -> None:
    """Read the first page of several lists."""
    for path in ("posts?limit=25", "accounts", "brands", "media", "inbox/comments", "keys", "webhooks"):
        client.get(f"/v1/{path}")


def read_one_by_one(client: Client) -> None:
    """Read the posts of a page, each by its id."""
    answer = client.get("/v1/posts?limit=10")
    for post in answer.json().get("data", []) if answer is not None else []:
        client.get(f"/v1/posts/{post['id']}")


def keep_brands(client: Client) -> None:
    """Make a brand, rename it, remove it."""
    brand = client.make("/v1/brands", json={"name": "Soak"})
    client.call("PATCH", f"/v1/brands/{brand.get('id')}", json={"name": "Soaked"})
    client.call("DELETE", f"/v1/brands/{brand.get('id')}")


def draft(client: Client) -> None:
    """Write a draft, change it, throw it away."""
    post = client.make("/v1/posts", json={"text": "Soak"})
    client.call("PATCH", f"/v1/posts/{post.get('id')}", json={"text": "Soaked"})
    client.call("DELETE", f"/v1/posts/{post.get('id')}")


def schedule(client: Client) -> None:
    """Schedule a post for the next second, look at it until it is out, delete it."""
    due = (datetime.now(UTC) + timedelta(seconds=1)).isoformat()
    targets = [{"account_id": client.accounts["linkedin"]}]
    post = client.make("/v1/posts", json={"text": "Soak", "scheduled_at": due, "targets": targets})
    for _ in range(5):
        time.sleep(0.4)
        client.get(f"/v1/posts/{post.get('id')}")
    client.call("DELETE", f"/v1/posts/{post.get('id')}")


def upload(client: Client) -> None:
    """Upload a file in a form, read it where it is, delete it."""
    item = client.make("/v1/media/upload", files={"file": ("soak.jpg", FILE, "image/jpeg")})
    answer = client.get("/v1/media?limit=1")
    for shown in answer.json().get("data", []) if answer is not None else []:
        client.get(shown["url"])
    client.call("DELETE", f"/v1/media/{item.get('media_id')}")


def announce(client: Client) -> None:
    """Upload a file to an address of its own, delete it."""
    answer = client.get("/v1/media/upload-url?media_type=image/jpeg&filename=soak.jpg")
    if answer is not None and answer.is_success:
        client.call("PUT", answer.json()["upload_url"], content=FILE, headers={"Content-Type": "image/jpeg"})
        client.call("POST", f"/v1/media/{answer.json()['media_id']}/verify")
        client.call("DELETE", f"/v1/media/{answer.json()['media_id']}")


def subscribe(client: Client) -> None:
    """Register a webhook, let a comment come, look at the deliveries, remove the webhook."""
    events = ["comment.received"]
    webhook = client.make("/v1/webhooks", json={"url": client.receiver, "events": events})
    client.make("/_mock/trigger", json={"event": "comment.received"})
    client.get(f"/v1/webhooks/{webhook.get('id')}/deliveries")
    client.call("DELETE", f"/v1/webhooks/{webhook.get('id')}")


def export(client: Client) -> None:
    """Ask for an export and look at it."""
    made = client.make(f"/v1/accounts/{client.accounts['tiktok']}/export")
    client.get(f"/v1/exports/{made.get('id')}")


def go_wrong(client: Client) -> None:
    """Ask for what there is not, with bodies that are wrong."""
    client.get("/v1/posts/nothing")
    client.get(f"/v1/{random.getrandbits(64)}")
    client.get(f"/v1/posts?cursor={random.getrandbits(64)}&x{random.getrandbits(64)}=1")
    client.call("POST", "/v1/brands", json={"name": 5})
    client.call("POST", "/v1/brands", content=b"{", headers={"Content-Type": "application/json"})
    client.call("POST", "/v1/posts", json={"text": "x" * 4_200_000})


def be_refused(client: Client) -> None:
    """Call with tokens that may not."""
    client.get("/v1/brands", who="nobody")
    client.get("/v1/brands", who=f"sapi_key_{random.getrandbits(64)}")
    client.get("/v1/brands", who=f"e30.{random.getrandbits(64)}.e30")
    client.call("POST", "/v1/brands", who="scoped_key", json={"name": "Soak"})


def hang_up(client: Client) -> None:
    """Stop in the middle of an upload, and of a head."""
    place = urlsplit(str(client.http.base_url))
    for sent in (_half_a_form(client), b"GET /v1/brands HTTP/1.1\r\nHost: x\r\n", b"no HTTP\r\n\r\n"):
        client.pace.wait()
        try:
            with socket.create_connection((place.hostname or "", place.port or 0), TIMEOUT_SECONDS) as opened:
                opened.sendall(sent)
        except ConnectionRefusedError:
            client.counts["lost"] += 1


def _half_a_form(client: Client) -> bytes:
    head = (
        "POST /v1/media/upload HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n"
        f"Authorization: Bearer {client.tokens['api_key']}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
        '--x\r\nContent-Disposition: form-data; name="file"; filename="soak.jpg"\r\n\r\n'
    )
    return head.encode() + bytes(2_000_000)
