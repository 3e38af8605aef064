"""What the events log is told of a post."""

from typing import Any

import pytest
from stub.callers import Client, account, lost_account, publish, settled

pytestmark = pytest.mark.usefixtures("reset_once")
LATER = "2099-01-01T00:00:00Z"


def draft(client: Client, **body: Any) -> str:
    return str(client.post("/posts", json={"text": "Told", **body}).json()["id"])


def told(client: Client, post_id: str) -> list[str]:
    """Return what happened to a post, the first thing first."""
    found = client.get("/events", params={"resource_id": post_id}).json()["events"]
    return [event["action"].removeprefix("post.") for event in reversed(found)]


def summary(client: Client, post_id: str) -> str:
    return str(client.get("/events", params={"resource_id": post_id}).json()["events"][0]["summary"])


def test_a_draft_is_nothing_to_tell(demo: Client) -> None:
    assert told(demo, draft(demo)) == []


def test_a_schedule_is_told(demo: Client) -> None:
    targets = [{"account_id": account(demo, "linkedin")}]
    assert told(demo, draft(demo, targets=targets, scheduled_at=LATER)) == ["scheduled"]


def test_an_imported_schedule_is_told(demo: Client) -> None:
    rows = f"text,account_ids,scheduled_at\nLater,{account(demo, 'linkedin')},{LATER}\nDraft,,\n"
    posts = demo.post("/posts/import", files={"file": ("a.csv", rows)}).json()["posts"]
    assert [told(demo, post["id"]) for post in posts] == [["scheduled"], []]


def test_a_change_is_told_with_its_fields(demo: Client) -> None:
    post_id = draft(demo)
    demo.patch(f"/posts/{post_id}", json={"text": "New", "hidden": True})
    demo.patch(f"/posts/{post_id}", json={})
    assert (told(demo, post_id), summary(demo, post_id)) == (["updated"], "Post changed: text, hidden")


def test_how_publishing_ended_is_told(demo: Client) -> None:
    good, bad = account(demo, "linkedin"), lost_account(demo)
    ended = [publish(demo, *targets) for targets in ((good,), (good, bad), (bad,))]
    assert [told(demo, post["id"]) for post in ended] == [["published"], ["partial"], ["failed"]]


def test_a_retry_is_told_and_how_it_ended(demo: Client) -> None:
    post_id = publish(demo, lost_account(demo))["id"]
    demo.post(f"/posts/{post_id}/retry")
    settled(demo, post_id)
    assert told(demo, post_id) == ["failed", "retried", "failed"]


def test_what_was_taken_down_is_told(demo: Client) -> None:
    post_id = publish(demo, account(demo, "linkedin"), account(demo, "twitter"))["id"]
    demo.post(f"/posts/{post_id}/unpublish", json={"account_id": account(demo, "twitter")})
    assert (told(demo, post_id), summary(demo, post_id)) == (
        ["published", "unpublished"],
        "Taken down: 1 of its copies",
    )


def test_a_deletion_is_told_once_the_post_is_gone(demo: Client) -> None:
    post_id = draft(demo)
    demo.delete(f"/posts/{post_id}")
    assert (told(demo, post_id), summary(demo, post_id)) == (["deleted"], "Post deleted that was draft")
