"""What `POST /_mock/trigger` can let happen to posts."""

import json
from typing import Any

import pytest
from socialapi_conformance import schemas
from socialapi_conformance.receiver import receiver
from socialapi_contract.events import EVENTS
from stub.callers import Client, account, post_in, web

pytestmark = pytest.mark.usefixtures("reset_once")
POST_EVENTS = [name for name, event in EVENTS.items() if event.category == "posts"]


def trigger(url: str, event: str, **overrides: str) -> Any:
    return web.post(f"{url}/_mock/trigger", json={"event": event, "overrides": overrides}).json()


@pytest.mark.parametrize("event", POST_EVENTS)
def test_an_event_of_posts_is_told_as_documented(url: str, demo: Client, event: str) -> None:
    mailbox = receiver().mailbox()
    webhook = demo.post("/webhooks", json={"url": mailbox.url, "events": [event]}).json()
    post = trigger(url, event)["post_id"]
    sent = json.loads(mailbox.wait(1, 10)[0].body)
    demo.delete(f"/webhooks/{webhook['id']}")
    assert (sent["event"], sent["data"]["post_id"]) == (event, post)
    assert [error.message for error in schemas.of_component(EVENTS[event].payload).iter_errors(sent)] == []


@pytest.mark.parametrize("state", ["published", "partial", "failed"])
def test_a_post_ends_as_it_is_told_to(url: str, demo: Client, state: str) -> None:
    post = trigger(url, f"post.{state}")["post_id"]
    assert demo.get(f"/posts/{post}").json()["status"] == state


def test_a_post_that_is_named_is_the_one_it_happens_to(url: str, demo: Client) -> None:
    targets = [{"account_id": account(demo, "threads")}]
    post = demo.post("/posts", json={"text": "Not yet", "targets": targets}).json()["id"]
    assert trigger(url, "post.published", post_id=post) == {"post_id": post}
    assert demo.get(f"/posts/{post}").json()["status"] == "published"


@pytest.mark.parametrize(
    ("event", "state"),
    [
        ("post.published", "published"),
        ("post.updated", "published"),
        ("post.deleted", "publishing"),
        ("post.unpublished", "draft"),
        ("post.retried", "scheduled"),
    ],
)
def test_what_the_state_of_a_post_forbids_does_not_happen(
    url: str, demo: Client, event: str, state: str
) -> None:
    refusal = trigger(url, event, post_id=post_in(demo, state))
    assert state in refusal["error"]["message"]


def test_a_post_that_was_changed_is_found_by_its_title_still(url: str, demo: Client) -> None:
    made = demo.post("/posts", json={"text": "Before", "title": "Quarterly tasting"}).json()["id"]
    trigger(url, "post.updated", post_id=made, text="After")
    found = [demo.get("/posts", params={"search": words}).json()["data"] for words in ("tasting", "after")]
    assert [[post["id"] for post in posts] for posts in found] == [[made], [made]]
