"""Cases of `publishing`: writing, judging, importing and publishing posts."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import httpx
import pytest
import socialapi
from client.caller import Caller
from client.casebook import drives
from client.workspace import Json, Workspace, same, soon
from stub.callers import web

PICTURE = b"\x89PNG\r\n\x1a\n a small picture"
ROWS = b"text,title\nFirst,One\n,Two\n"


def targets(here: Workspace, platform: str = "threads", **more: Any) -> list[Json]:
    return [{"account_id": here.account(platform), **more}]


def uploaded(here: Workspace) -> str:
    """Return the id of a picture in the library."""
    answer = here.api.post("/media/upload", files={"file": ("cup.png", PICTURE, "image/png")})
    return str(answer.json()["media_id"])


def settled(call: Caller, post_id: str) -> Any:
    """Return a post once its deliveries are over."""

    def seen() -> Any:
        post = call("posts", "get", post_id)
        return None if post.status == "publishing" else post

    return soon(seen)


@drives("publishing.create")
def writes_a_draft_with_everything_in_it(call: Caller, here: Workspace) -> None:
    said = {"text": "Hello", "title": "Greeting", "visibility": "public", "media_ids": [uploaded(here)]}
    own = targets(here, text="Hello, Threads", first_comment="And more")
    made = call("publishing", "create", **said, targets=own)
    assert {name: getattr(made, name) for name in said} == said
    assert (made.status, made.targets[0].text, made.targets[0].first_comment) == (
        "draft",
        "Hello, Threads",
        "And more",
    )
    assert same(made, here.get(f"/posts/{made.id}"))


@drives("publishing.create")
def schedules_by_an_instant_with_an_offset(call: Caller, here: Workspace) -> None:
    away = timezone(timedelta(hours=5, minutes=30))
    later = (datetime.now(away) + timedelta(days=1)).replace(microsecond=0)
    made = call("publishing", "create", text="Later", scheduled_at=later, targets=targets(here))
    assert (made.status, made.scheduled_at) == ("scheduled", later)


@drives("publishing.create")
def publishes_in_the_background(call: Caller, here: Workspace) -> None:
    made = call(
        "publishing",
        "create",
        text="Now",
        publish_now=True,
        skip_duplicate_check=True,
        first_comment="First",
        targets=targets(here),
    )
    assert made.status == "publishing"
    ended = settled(call, made.id)
    assert (ended.status, ended.targets[0].permalink[:8]) == ("published", "https://")


@drives("publishing.create", rests_on="422 of create and publish")
def raises_a_post_that_failed_everywhere(call: Caller, here: Workspace) -> None:
    here.refuse("publish_post", "api_error")
    with pytest.raises(socialapi.APIStatusError) as refused:
        call("publishing", "create", text="Now", publish_now=True, targets=targets(here))
    assert (refused.value.status_code, refused.value.code, str(refused.value)) == (422, None, "HTTP 422")
    assert refused.value.body == here.get(f"/posts/{refused.value.body['id']}")


@drives("publishing.update", "Post.update")
def changes_a_draft(call: Caller, here: Workspace) -> None:
    made = call("publishing", "create", text="Hello", targets=targets(here))
    changed = call("publishing", "update", made.id, text="Hello again", title="Twice", hidden=True)
    assert (changed.text, changed.title, changed.hidden) == ("Hello again", "Twice", True)
    later = (datetime.now(UTC) + timedelta(days=1)).replace(microsecond=0)
    moved = call.on(changed, "update", scheduled_at=later, hidden=False, targets=targets(here, "linkedin"))
    assert (moved.status, moved.scheduled_at, moved.hidden) == ("scheduled", later, False)
    assert moved.targets[0].platform == "linkedin"
    assert same(moved, here.get(f"/posts/{made.id}"))


@drives("publishing.get_constraints")
def reads_what_every_platform_takes(call: Caller, here: Workspace) -> None:
    found, held = call("publishing", "get_constraints"), here.get("/posts/validate")["data"]
    assert found.keys() == held.keys()
    assert all(same(rules, held[platform]) for platform, rules in found.items())
    only = call("publishing", "get_constraints", platform="twitter")
    assert (only["twitter"].text.max_length, only.keys()) == (280, {"twitter"})


@drives("publishing.validate")
def judges_a_post_as_its_platforms_would(call: Caller, here: Workspace) -> None:
    later = datetime.now(UTC) + timedelta(days=1)
    found = call("publishing", "validate", text="x" * 281, platforms=["twitter"], scheduled_at=later)
    assert (found.valid, [issue.field for issue in found.errors]) == (False, ["text"])
    account = here.account("threads")
    assert call("publishing", "validate", text="Hello", account_ids=[account]).valid
    pictured = call(
        "publishing", "validate", text="Hello", media_ids=[uploaded(here)], targets=targets(here, "threads")
    )
    assert (pictured.valid, pictured.errors) == (True, [])


@drives("publishing.get_upload_url", "publishing.verify_upload", facts={})
def uploads_to_an_address_and_says_so(call: Caller, here: Workspace) -> None:
    found = call("publishing", "get_upload_url", media_type="image/png", filename="cup.png")
    web.put(found.upload_url, content=PICTURE, headers={"Content-Type": "image/png"}).raise_for_status()
    assert here.get("/media")["data"] == []
    assert call("publishing", "verify_upload", found.media_id) is None
    (held,) = here.get("/media")["data"]
    assert (held["id"], held["size_bytes"]) == (found.media_id, len(PICTURE))
    assert httpx.get(held["url"]).content == PICTURE


@drives("publishing.import_posts", facts={})
def imports_rows_and_reports_the_bad_ones(call: Caller, here: Workspace) -> None:
    tried = call("publishing", "import_posts", file=ROWS, filename="posts.csv", dry_run=True)
    assert (tried.total_rows, here.get("/posts")["data"]) == (2, [])
    done = call("publishing", "import_posts", file=ROWS, filename="posts.csv")
    assert (done.total_rows, done.created, done.failed) == (2, 1, 1)
    assert ([error.row for error in done.errors], done.errors[0].message != "") == ([2], True)
    assert [post["text"] for post in here.get("/posts")["data"]] == ["First"]
