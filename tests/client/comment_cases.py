"""Cases of `comments`: finding them, answering them, keeping order among them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import randbelow
from typing import Any

import pytest
import socialapi
from client.caller import Caller
from client.casebook import drives
from client.workspace import Json, Workspace, all_same, same

POST_ID = "`{postId}`"


@dataclass
class Talk:
    """A post on Facebook with comments under it, of which `comment` is the first."""

    here: Workspace
    account: str
    post: str
    comment: str

    @property
    def place(self) -> tuple[str, str]:
        return self.post, self.comment

    @property
    def by(self) -> dict[str, str]:
        return {"account_id": self.account}

    def row(self) -> Json:
        return next(
            one for one in self.here.get("/inbox/comments")["data"] if one["platform_id"] == self.post
        )

    def held(self) -> list[Json]:
        return list(self.here.get(f"/inbox/comments/{self.post}", **self.by)["data"])

    def replies(self) -> list[Json]:
        path = f"/inbox/comments/{self.post}/{self.comment}/replies"
        return list(self.here.get(path, **self.by)["data"])

    def listed(self, call: Caller) -> Any:
        """Return the comment as the client lists it."""
        found = call.every(call("comments", "list", self.post, **self.by))
        return next(one for one in found if one.platform_id == self.comment)


def talk(here: Workspace, *texts: str) -> Talk:
    """Let people comment on a new post."""
    post = f"1234567890_{randbelow(10**12):012}"
    first, *_ = [
        here.trigger("comment.received", "facebook", platform_post_id=post, content={"text": text})
        for text in texts or ("Where can I buy these?",)
    ]
    return Talk(here, here.account("facebook"), post, first["platform_id"])


def row_of(call: Caller, about: Talk) -> Any:
    """Return the commented post as the client lists it."""
    found = call.every(call("comments", "list_posts", account_id=about.account))
    return next(one for one in found if one.platform_id == about.post)


@drives("comments.list_posts")
def lists_commented_posts(call: Caller, here: Workspace) -> None:
    about = talk(here, "One", "Two")
    assert same(row_of(call, about), about.row())
    order = {"sort_by": "date", "sort_order": "asc", "limit": 1}
    few = {"platform": "facebook", "min_comments": 2, "since": datetime.now(UTC) - timedelta(days=1), **order}
    found = call.every(call("comments", "list_posts", **few))
    assert about.post in {one.platform_id for one in found}
    assert all(one.comment_count >= 2 for one in found)


@drives("comments.list")
def lists_the_comments_of_a_post(call: Caller, here: Workspace) -> None:
    about = talk(here, "One", "Two", "Three")
    found = call.every(call("comments", "list", about.post, **about.by, limit=2))
    assert [one.text for one in found] == ["Three", "Two", "One"]
    assert all_same(found, about.held())
    assert found[0].capabilities.can_private_reply
    only_youtube = {"moderation_status": "published", "order": "recent", "q": "One"}
    assert len(call("comments", "list", about.post, **about.by, **only_youtube)) == 3


@drives("CommentedPost.list_comments", rests_on=POST_ID)
def lists_comments_by_the_id_of_the_row(call: Caller, here: Workspace) -> None:
    about = talk(here, "One", "Two")
    row = row_of(call, about)
    assert row.id != about.post
    assert all_same(call.every(call.on(row, "list_comments", limit=1)), about.held())


@drives("comments.reply", "CommentedPost.reply", "InboxComment.reply", rests_on=POST_ID)
def answers_posts_and_comments(call: Caller, here: Workspace) -> None:
    about = talk(here)
    made = call("comments", "reply", about.post, **about.by, text="Thanks, all")
    call.on(row_of(call, about), "reply", text="Until Sunday")
    assert [one["text"] for one in about.held() if one["is_owner"]] == ["Until Sunday", "Thanks, all"]
    assert made.comment_id in {value for one in about.held() for value in (one["id"], one["platform_id"])}
    call("comments", "reply", about.post, **about.by, comment_id=about.comment, text="Here")
    call.on(about.listed(call), "reply", text="And there")
    assert [one["text"] for one in about.replies()] == ["Here", "And there"]


@drives("comments.list_replies", "InboxComment.list_replies")
def lists_the_replies_to_a_comment(call: Caller, here: Workspace) -> None:
    about = talk(here)
    under = {"platform_post_id": about.post, "metadata": {"parent_id": about.comment}}
    for text in ("First", "Second"):
        here.trigger("comment.received", "facebook", **under, content={"text": text})
    found = call.every(call("comments", "list_replies", *about.place, **about.by, limit=1))
    assert [one.text for one in found] == ["First", "Second"]
    assert all_same(found, about.replies())
    assert all_same(call.every(call.on(about.listed(call), "list_replies", limit=1)), about.replies())


@drives("comments.delete", "InboxComment.delete")
def deletes_comments(call: Caller, here: Workspace) -> None:
    about = talk(here, "One", "Two")
    other = next(one for one in call.every(call("comments", "list", about.post, **about.by)))
    assert call("comments", "delete", *about.place, **about.by) is None
    assert [one["text"] for one in about.held()] == ["Two"]
    assert call.on(other, "delete") is None
    assert about.held() == []


@drives("comments.hide", "comments.unhide", "InboxComment.hide", "InboxComment.unhide")
def hides_and_shows_comments(call: Caller, here: Workspace) -> None:
    about, seen = talk(here), []
    listed = about.listed(call)
    for method in ("hide", "unhide"):
        assert call("comments", method, *about.place, **about.by) is None
        seen.append(about.held()[0]["is_hidden"])
    for method in ("hide", "unhide"):
        assert call.on(listed, method) is None
        seen.append(about.listed(call).is_hidden)
    assert seen == [True, False, True, False]


@drives("comments.like", "comments.unlike", "InboxComment.like", "InboxComment.unlike")
def likes_comments_and_takes_it_back(call: Caller, here: Workspace) -> None:
    about, seen = talk(here), []
    listed = about.listed(call)
    for method in ("like", "unlike"):
        assert call("comments", method, *about.place, **about.by) is None
        seen.append(about.held()[0]["like_count"])
    for method in ("like", "unlike"):
        assert call.on(listed, method) is None
        seen.append(about.listed(call).like_count)
    assert seen == [1, 0, 1, 0]


@drives(
    "comments.private_reply",
    "InboxComment.private_reply",
    facts={"accounts": ["facebook"]},
    rests_on="Second private reply",
)
def answers_a_comment_in_private_once(call: Caller, here: Workspace) -> None:
    one, two = talk(here), talk(here)
    assert call("comments", "private_reply", *one.place, **one.by, text="By message") is None
    assert call.on(two.listed(call), "private_reply", text="By message, too") is None
    assert len(here.get("/events", action="dm.sent")["events"]) == 2
    for again in (one, two):
        with pytest.raises(socialapi.GoneError) as refused:
            call("comments", "private_reply", *again.place, **again.by, text="Once more")
        assert refused.value.code == "platform.facebook.private_reply_ineligible"
