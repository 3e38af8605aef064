"""Talking to the stub in few words."""

import ssl
import time
from typing import Any

import httpx

Client = httpx.Client
# Every client would load the machine's certificates otherwise, for servers that speak plain http.
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
web = httpx.Client(verify=NO_CERTIFICATES, timeout=20)


def caller(url: str, token: str) -> Client:
    return httpx.Client(
        base_url=f"{url}/v1", headers={"Authorization": f"Bearer {token}"}, verify=NO_CERTIFICATES, timeout=20
    )


def code(response: httpx.Response) -> str:
    return str(response.json()["error"]["code"])


def field(response: httpx.Response) -> str:
    return str(response.json()["error"]["meta"]["field"])


def account(client: Client, platform: str, brand: str | None = None) -> str:
    """Return the id of a working account."""
    found = client.get("/accounts", params={"brand_id": brand} if brand else {}).json()["data"]
    return next(one["id"] for one in found if one["platform"] == platform and one["status"] == "active")


def lost_account(client: Client) -> str:
    found = client.get("/accounts").json()["data"]
    return next(one["id"] for one in found if one["status"] == "reconnect_required")


def brand(client: Client, name: str) -> str:
    return next(one["id"] for one in client.get("/brands").json()["data"] if one["name"] == name)


def post_in(client: Client, status: str) -> str:
    """Return the id of a demo post in a state; the one that is `publishing` stays so."""
    query = {"status": status, "limit": 1, "search": "a long film" if status == "publishing" else ""}
    return str(client.get("/posts", params=query).json()["data"][0]["id"])


def publish(client: Client, *accounts: str, **body: Any) -> dict[str, Any]:
    """Publish a post and return it when its deliveries are over."""
    given = {"text": "Now", "publish_now": True, "targets": [{"account_id": one} for one in accounts], **body}
    made = client.post("/posts", json=given)
    assert made.status_code in (201, 207, 422), made.text
    return settled(client, made.json()["id"])


def settled(client: Client, post_id: str) -> dict[str, Any]:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        post: dict[str, Any] = client.get(f"/posts/{post_id}").json()
        if post["status"] != "publishing":
            return post
        time.sleep(0.02)
    raise AssertionError(f"post {post_id} is still publishing")
