"""Cases of `youtube`: the channel, its videos, and order among their comments."""

import pytest
import socialapi
from client.caller import Caller
from client.casebook import drives
from client.workspace import Json, Workspace, same, soon

ALONE = {"accounts": ["youtube"]}


def synced(call: Caller, here: Workspace) -> str:
    """Return YouTube's id of a video of the channel."""
    assert call("youtube", "sync_account", here.account("youtube")) is None
    return str(here.get("/posts", platform="youtube")["data"][0]["targets"][0]["platform_post_id"])


def own_comment(call: Caller, here: Workspace) -> tuple[str, str]:
    """Return the ids of a comment that the channel wrote, and of its video."""
    video = synced(call, here)
    made = call("comments", "reply", video, account_id=here.account("youtube"), text="Welcome")
    return str(made.comment_id), video


def comments(here: Workspace, video: str, **query: str) -> list[Json]:
    found = here.get(f"/inbox/comments/{video}", account_id=here.account("youtube"), **query)
    return list(found["data"])


@drives("youtube.get_channel_summary")
def reads_a_channel_in_numbers(call: Caller, here: Workspace) -> None:
    account = here.account("youtube")
    found = call("youtube", "get_channel_summary", account)
    assert found.handle.startswith("@")
    assert same(found, here.get(f"/platforms/youtube/accounts/{account}/summary"))


@drives("youtube.sync_account", facts=ALONE)
def brings_the_videos_of_a_channel_in(call: Caller, here: Workspace) -> None:
    assert here.get("/posts")["data"] == []
    assert call("youtube", "sync_account", here.account("youtube")) is None
    posts = here.get("/posts")["data"]
    assert {(post["status"], post["targets"][0]["platform"]) for post in posts} == {("published", "youtube")}


@drives("youtube.update_video", facts=ALONE)
def changes_a_video(call: Caller, here: Workspace) -> None:
    account, video = here.account("youtube"), synced(call, here)
    change = {"title": "Slowly", "description": "By hand", "visibility": "unlisted"}
    assert call("youtube", "update_video", account, video, **change) is None
    export = here.post(f"/accounts/{account}/export")["id"]
    soon(lambda: here.get(f"/exports/{export}")["status"] == "completed")
    found = here.get(f"/exports/{export}/videos")["videos"]
    (shown,) = [one for one in found if one["platform_video_id"] == video]
    assert (shown["title"], shown["description"]) == ("Slowly", "By hand")


@drives("youtube.edit_comment", facts=ALONE)
def rewrites_an_own_comment(call: Caller, here: Workspace) -> None:
    comment, video = own_comment(call, here)
    place = {"account_id": here.account("youtube"), "post_id": video}
    assert call("youtube", "edit_comment", comment, **place, text="Welcome, all") is None
    assert [one["text"] for one in comments(here, video) if one["is_owner"]] == ["Welcome, all"]


@drives("youtube.moderate_comment", facts=ALONE)
def moderates_a_comment(call: Caller, here: Workspace) -> None:
    comment, video = own_comment(call, here)
    place = {"account_id": here.account("youtube"), "post_id": video}
    assert call("youtube", "moderate_comment", comment, **place, status="held_for_review") is None
    held = comments(here, video, moderation_status="held_for_review")
    assert [one["text"] for one in held] == ["Welcome"]
    assert call("youtube", "moderate_comment", comment, **place, status="rejected", ban_author=True) is None
    assert comments(here, video, moderation_status="held_for_review") == []


@drives("youtube.get_channel_summary")
def a_channel_is_on_youtube(call: Caller, here: Workspace) -> None:
    with pytest.raises(socialapi.NotSupportedError):
        call("youtube", "get_channel_summary", here.account("threads"))
