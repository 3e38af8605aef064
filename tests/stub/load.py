"""Work for a server that is killed in the middle of it, and what has to be left of it."""

import json
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import httpx
from socialapi_conformance.receiver import Mailbox, receiver
from stub.callers import Client, caller
from stub.world import order, soon

THREADS = 4
PAUSE_SECONDS, PATIENCE_SECONDS = 0.03, 60
GONE = 502
"""What a balancer answers for a server that went in the middle of a request."""


@dataclass
class Workspace:
    """A workspace that work is done in: what was answered with a 2xx, and what its webhook was told."""

    token: str
    account_id: str
    mailbox: Mailbox
    brands: list[str] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def client(self, url: str) -> Client:
        return caller(url, self.token)

    def told(self) -> dict[str, set[str]]:
        """Return the deliveries that said of a post that it is published."""
        deliveries = defaultdict(set)
        for received in self.mailbox.events:
            deliveries[json.loads(received.body)["data"]["post_id"]].add(
                received.headers["X-SocialAPI-Delivery"]
            )
        return deliveries


def new_workspace(url: str) -> Workspace:
    """Make a workspace with an account and a webhook."""
    (made,) = order(url, "workspaces", plan="enterprise", accounts=["linkedin"])["workspaces"].values()
    mailbox = receiver().mailbox()
    with caller(url, made["tokens"]["dashboard_jwt"]) as client:
        client.post("/webhooks", json={"url": mailbox.url, "events": ["post.published"]}).raise_for_status()
        account_id = client.get("/accounts").json()["data"][0]["id"]
    return Workspace(made["tokens"]["dashboard_jwt"], account_id, mailbox)


@contextmanager
def working(url: str, workspace: Workspace) -> Iterator[None]:
    """Make brands and posts in several threads; a server that is gone is asked again."""
    stop = threading.Event()
    threads = [threading.Thread(target=_work, args=(url, workspace, stop)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def lost(url: str, workspace: Workspace) -> dict[str, list[str]]:
    """Return what is not as it has to be, once everything is over that a killed server has left behind."""
    order(url, "clock", advance=60)  # what was claimed is free then
    soon(lambda: set(workspace.posts) <= set(workspace.told()), PATIENCE_SECONDS)
    with workspace.client(url) as client:
        brands = {each["id"] for each in client.get("/brands").json()["data"]}
        states = {post: client.get(f"/posts/{post}").json().get("status") for post in workspace.posts}
    return {
        "brands that are gone": sorted(set(workspace.brands) - brands),
        "posts that are not published": [post for post, state in states.items() if state != "published"],
        "posts that were published twice": [post for post, each in workspace.told().items() if len(each) > 1],
        "what was refused": workspace.refused,
    }


def _work(url: str, workspace: Workspace, stop: threading.Event) -> None:
    with workspace.client(url) as client:
        for number in count():
            if stop.is_set():
                return
            time.sleep(PAUSE_SECONDS)
            try:
                _ask(client, workspace, number)
            except httpx.HTTPError:
                continue


def _ask(client: Client, workspace: Workspace, number: int) -> None:
    post = {"text": "X", "targets": [{"account_id": workspace.account_id}]}
    path, body, made = [
        ("/brands", {"name": f"Brand {number}"}, workspace.brands),
        ("/posts", {**post, "publish_now": True}, workspace.posts),
        ("/posts", {**post, "scheduled_at": _in_a_moment()}, workspace.posts),
    ][number % 3]
    answer = client.post(path, json=body)
    if answer.is_success:
        made.append(answer.json()["id"])
    elif answer.status_code != GONE:
        workspace.refused.append(answer.text)


def _in_a_moment() -> str:
    return (datetime.now(UTC) + timedelta(seconds=1)).isoformat()
