"""Cases of `posts`: reading, deleting, retrying, taking down."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import socialapi
from client.caller import Caller
from client.casebook import drives
from client.workspace import Json, Workspace, all_same, same, soon


def written(here: Workspace, text: str, **body: Any) -> Json:
    """Return a new post for the Threads account."""
    return here.post("/posts", text=text, targets=[{"account_id": here.account("threads")}], **body)


def published(here: Workspace, text: str = "Now") -> str:
    post_id = str(written(here, text, publish_now=True)["id"])
    soon(lambda: here.get(f"/posts/{post_id}")["status"] == "published")
    return post_id


def failed(here: Workspace) -> str:
    """Return the id of a post that its platform has refused."""
    return str(here.trigger("post.failed", "threads")["post_id"])


def status(here: Workspace, post_id: str) -> str:
    return str(here.get(f"/posts/{post_id}")["status"])


@drives("posts.list", "CursorPage.has_next_page", "CursorPage.next_page", facts={"accounts": ["threads"]})
def walks_every_page_of_posts(call: Caller, here: Workspace) -> None:
    for number in range(5):
        written(here, f"Number {number}")
    first = call("posts", "list", limit=2, status="draft")
    assert (len(first), call.on(first, "has_next_page")) == (2, True)
    second = call.on(first, "next_page")
    held = here.get("/posts", limit=100)["data"]
    assert all_same(first.data + second.data, held[:4])
    assert not call.on(call.on(second, "next_page"), "has_next_page")
    assert all_same(call.every(call("posts", "list", limit=2, status="draft")), held)


@drives("posts.list", facts={"accounts": ["threads"]})
def every_filter_of_posts_reaches_the_server(call: Caller, here: Workspace) -> None:
    later = datetime.now(UTC) + timedelta(days=3)
    wanted = written(here, "A harbour morning", scheduled_at=later.isoformat())
    written(here, "Something else")
    filters = {
        "account_ids": [here.account("threads"), "acc_unknown"],
        "status": "scheduled",
        "platform": "threads",
        "from_date": later - timedelta(hours=1),
        "to_date": (later + timedelta(hours=1)).isoformat(),
        "search": "HARBOUR",
        "sort": "scheduled_asc",
        "hidden": False,
    }
    assert [one.id for one in call.every(call("posts", "list", **filters))] == [wanted["id"]]
    assert call.every(call("posts", "list", **{**filters, "page_id": "sapi_page_none"})) == []


@drives("posts.get")
def reads_a_post(call: Caller, here: Workspace) -> None:
    post_id = published(here, "To be read")
    found = call("posts", "get", post_id)
    assert (found.text, found.targets[0].status) == ("To be read", "published")
    assert same(found, here.get(f"/posts/{post_id}"))


@drives("posts.delete", "Post.delete")
def deletes_posts(call: Caller, here: Workspace) -> None:
    draft, live = written(here, "Never mind")["id"], published(here)
    assert call("posts", "delete", draft).deleted
    outcome = call.on(call("posts", "get", live), "delete")
    assert (outcome.deleted, outcome.results[0].platform) == (True, "threads")
    for gone in (draft, live):
        with pytest.raises(socialapi.NotFoundError, match="not found"):
            call("posts", "get", gone)


@drives("posts.retry", "Post.retry")
def tries_failed_posts_again(call: Caller, here: Workspace) -> None:
    one, two = failed(here), failed(here)
    assert call("posts", "retry", one) is None
    assert call.on(call("posts", "get", two), "retry") is None
    for post_id in (one, two):
        soon(lambda post_id=post_id: status(here, post_id) == "published")
        assert here.get(f"/posts/{post_id}")["retry_count"] == 1


@drives("posts.unpublish", "Post.unpublish")
def takes_posts_down(call: Caller, here: Workspace) -> None:
    account = here.account("facebook")
    one, two = (str(here.trigger("post.published", "facebook")["post_id"]) for _ in range(2))
    assert call("posts", "unpublish", one, account_id=account) is None
    assert call.on(call("posts", "get", two), "unpublish") is None
    for gone in (one, two):
        with pytest.raises(socialapi.NotFoundError):
            call("posts", "get", gone)


@drives("posts.get_metrics", "Post.get_metrics")
def reads_the_metrics_of_a_post(call: Caller, here: Workspace) -> None:
    post_id = here.trigger("post.published", "facebook")["post_id"]
    found, held = call("posts", "get_metrics", post_id), here.get(f"/posts/{post_id}/metrics")["data"]
    assert found.post_id == post_id
    assert found.targets[0].metrics.likes == held["targets"][0]["metrics"]["likes"] > 0
    again = call.on(call("posts", "get", post_id), "get_metrics")
    assert again.targets[0].metrics == found.targets[0].metrics
