"""YouTube: a channel in numbers, fetching its newest videos, changing live ones and their comments."""

from collections.abc import Iterator
from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.callers import ABSENT
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, problem, that
from socialapi_conformance.publishing import Posts, stored_copies, working_account
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_CLIP = {"source_type": "url", "source": "https://cdn.example.com/roast.mp4", "type": "video"}
_BROKEN = (
    {"title": " "},
    {"title": "x" * 101},
    {"description": "\u00fc" * 2501},
    {"visibility": "everybody"},
)
_LET_THROUGH = {"status": "published"}
_ON_COMMENTS = {
    name: (name, body)
    for name, body in {
        "update_youtube_comment": {"text": "We are open on Sunday."},
        "moderate_youtube_comment": _LET_THROUGH,
    }.items()
}


@check(MUST, "get_youtube_summary", "list_accounts")
def names_the_channel(api: Api) -> None:
    """The summary is about the account: it has the channel's name."""
    account = _channel(api)
    answer = api.demo.call("get_youtube_summary", path={"id": account["id"]})
    equal(answer, "title", ok(answer, 200)["title"], account["name"])


@check(MUST, "sync_youtube_account", "get_youtube_summary", "list_posts")
def fetches_the_newest_videos(api: Api) -> None:
    """After a sync the stored posts hold videos if the channel has any; another sync stores none twice."""
    path = {"id": _channel(api)["id"]}
    for _ in range(2):
        answer = api.demo.call("sync_youtube_account", path=path)
        equal(answer, "success", ok(answer, 200)["success"], True)
    public = ok(api.demo.call("get_youtube_summary", path=path), 200)["video_count"]
    listed, copies = stored_copies(api.demo, path["id"])
    that(listed, bool(copies) or not public, "some of the videos", "none")
    equal(listed, "the number of copies", len(copies), len(set(copies)))


@check(MUST, "update_youtube_video", "get_post")
def leaves_the_post_as_it_is(api: Api) -> None:
    """A video is changed with 200, also when nothing is to be changed, and its post keeps its own text and
    title.
    """
    post, video_id = _uploaded(api)
    change = {"title": api.word("video"), "description": "Another text.", "visibility": "unlisted"}
    for body in (ABSENT, {}, change):
        answer = _change(api, video_id, body)
        equal(answer, "success", ok(answer, 200)["success"], True)
    read = api.demo.call("get_post", path={"pid": post["id"]})
    equal(read, "text and title of the post", _words(ok(read, 200)), _words(post))


@check(MUST, "update_youtube_video")
def answers_unknown_videos(api: Api) -> None:
    """A video the channel does not have is answered with 404 resource.not_found."""
    problem(_change(api, api.unknown_id(), {"visibility": "unlisted"}), 404, "resource.not_found")


@check(MUST, "update_youtube_video")
def bounds_what_a_video_says(api: Api) -> None:
    """A blank title, one of more than 100 characters, a description of more than 5000 bytes and an unknown
    visibility are refused with 400 validation.field_invalid.
    """
    _, video_id = _uploaded(api)
    for body in _BROKEN:
        problem(_change(api, video_id, body), 400, "validation.field_invalid")


@check(MUST, "update_youtube_comment", "reply_to_comment", "list_comments")
def rewrites_an_own_comment(api: Api) -> None:
    """A comment of the channel's own has its new text at once."""
    ids, text = _commented(api), api.word("comment")
    answer = _on_comment(api, "update_youtube_comment", ids, {"text": text})
    equal(answer, "success", ok(answer, 200)["success"], True)
    listed, comments = _comments(api, ids[0])
    equal(listed, "the text", comments.get(ids[1]), text)


@check(MUST, "update_youtube_comment", "list_commented_posts", "list_comments")
def rewrites_own_comments_alone(api: Api) -> None:
    """YouTube's refusal to rewrite a comment of somebody else is passed on as platform.youtube.api_error."""
    for video_id, comment_id in _foreign(api):
        body = {"text": api.word("comment")}
        answer = _on_comment(api, "update_youtube_comment", (video_id, comment_id), body)
        if answer.status != 404:
            problem(answer, 403, "platform.youtube.api_error")
            return
    raise NotVerified("nobody else has commented on the channel")


@check(MUST, "moderate_youtube_comment", "list_comments")
def judges_a_comment(api: Api) -> None:
    """A comment that is held back leaves the published ones, and one that is let through comes back."""
    ids = _commented(api)
    for status in ("held_for_review", "published"):
        answer = _on_comment(api, "moderate_youtube_comment", ids, {"status": status})
        equal(answer, "success", ok(answer, 200)["success"], True)
        for place in ("held_for_review", "published"):
            listed, comments = _comments(api, ids[0], moderation_status=place)
            equal(listed, f"whether it is {place}", ids[1] in comments, place == status)


@check(MUST, "moderate_youtube_comment")
def bans_only_whom_it_rejects(api: Api) -> None:
    """`ban_author` is refused with 400 validation.field_invalid unless the comment is rejected."""
    ids = _commented(api)
    for status in ("published", "held_for_review"):
        body: dict[str, Any] = {"status": status, "ban_author": True}
        problem(_on_comment(api, "moderate_youtube_comment", ids, body), 400, "validation.field_invalid")
    ok(_on_comment(api, "moderate_youtube_comment", ids, {**_LET_THROUGH, "ban_author": False}), 200)


@check(MUST, topic="comments", over=_ON_COMMENTS)
def answers_unknown_comments(api: Api, case: tuple[str, dict[str, Any]]) -> None:
    """A comment that the channel does not have is answered with 404 resource.not_found."""
    operation_id, body = case
    answer = _on_comment(api, operation_id, (api.unknown_id(), api.unknown_id()), body)
    problem(answer, 404, "resource.not_found")


@check(MUST, "list_accounts", topic="comments", over=_ON_COMMENTS)
def needs_a_channel(api: Api, case: tuple[str, dict[str, Any]]) -> None:
    """A comment cannot be changed through an account of another platform: 501 resource.not_supported."""
    operation_id, body = case
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    other = next((each["id"] for each in accounts if each["platform"] != "youtube"), None)
    if other is None:
        raise NotVerified("the workspace demo has YouTube channels alone")
    named = {"account_id": other, "post_id": api.unknown_id(), **body}
    answer = api.demo.call(operation_id, path={"commentId": api.unknown_id()}, body=named)
    problem(answer, 501, "resource.not_supported")


def _channel(api: Api) -> dict[str, Any]:
    return working_account(api.demo, "youtube")


def _words(post: dict[str, Any]) -> list[Any]:
    """Return what a post says; its numbers may change meanwhile."""
    return [post["text"], *(each.get("title") for each in (post, *post["targets"]))]


def _uploaded(api: Api) -> tuple[dict[str, Any], str]:
    """Publish a video; return its post and YouTube's id of it."""
    posts = Posts(api)
    target = {"account_id": _channel(api)["id"], "media": [_CLIP], "title": api.word("video")}
    post = posts.settled(posts.made(targets=[target], publish_now=True)["id"])
    target = post["targets"][0]
    if post["status"] != "published" or "platform_post_id" not in target:
        raise NotVerified(f"no video could be published: {target.get('error')}")
    return post, target["platform_post_id"]


def _change(api: Api, video_id: str, body: Any) -> Answer:
    path = {"id": _channel(api)["id"], "videoId": video_id}
    return api.demo.call("update_youtube_video", path=path, body=body)


def _commented(api: Api) -> tuple[str, str]:
    """Write a comment under a video of its own; return the ids of both."""
    _, video_id = _uploaded(api)
    body = {"account_id": _channel(api)["id"], "text": api.word("comment")}
    answer = api.demo.call("reply_to_comment", path={"postId": video_id}, body=body)
    return video_id, ok(answer, 200)["comment_id"]


def _foreign(api: Api) -> Iterator[tuple[str, str]]:
    """Yield the ids of video and comment for what others have written under the latest videos."""
    query = {"account_id": _channel(api)["id"]}
    for post in ok(api.demo.call("list_commented_posts", query=query), 200)["data"]:
        listed = api.demo.call("list_comments", path={"postId": post["platform_id"]}, query=query)
        for comment in ok(listed, 200)["data"] if listed.status == 200 else []:
            if not comment.get("is_owner"):
                yield post["platform_id"], comment["id"]


def _on_comment(api: Api, operation_id: str, ids: tuple[str, str], body: dict[str, Any]) -> Answer:
    video_id, comment_id = ids
    named = {"account_id": _channel(api)["id"], "post_id": video_id, **body}
    return api.demo.call(operation_id, path={"commentId": comment_id}, body=named)


def _comments(api: Api, video_id: str, **query: str) -> tuple[Answer, dict[str, str]]:
    """Return the texts of the comments under a video by both of their ids."""
    query = {"account_id": _channel(api)["id"], **query}
    listed = api.demo.call("list_comments", path={"postId": video_id}, query=query)
    comments = ok(listed, 200)["data"]
    return listed, {each[name]: each["text"] for each in comments for name in ("id", "platform_id")}
