"""Faults in what TikTok, YouTube and LinkedIn alone have."""

from typing import Any

import pytest
from faults.faulty import fault, instead
from faults.key_faults import changed
from socialapi_stub import channels, commenting, live, platform_calls, visibility
from socialapi_stub.problems import Problem
from socialapi_stub.resources import linkedin, tiktok, youtube
from socialapi_stub.tables import Post
from socialapi_stub.tables.videos import Fetched
from sqlalchemy import delete


@fault("tiktok/get_tiktok_summary/names_the_profile")
def names_somebody_else(patch: pytest.MonkeyPatch) -> None:
    """The summary of a profile has another handle."""
    changed(patch, tiktok, "get_tiktok_summary", lambda body: {**body, "username": body["display_name"]})


@fault("youtube/get_youtube_summary/names_the_channel")
def names_another_channel(patch: pytest.MonkeyPatch) -> None:
    """The summary of a channel has its handle for a title."""
    changed(patch, youtube, "get_youtube_summary", lambda body: {**body, "title": body["handle"]})


@fault(
    "tiktok/sync_tiktok_account/fetches_the_newest_videos",
    "youtube/sync_youtube_account/fetches_the_newest_videos",
)
def fetches_videos_again_and_again(patch: pytest.MonkeyPatch) -> None:
    """A sync forgets which videos it has stored."""
    original = channels.fetch

    def fetch(call: Any, account: Any) -> Any:
        answer = original(call, account)
        call.session.flush()
        call.session.execute(delete(Fetched))
        return answer

    patch.setattr(channels, "fetch", fetch)


@fault("youtube/update_youtube_video/leaves_the_post_as_it_is")
def changes_the_post_with_the_video(patch: pytest.MonkeyPatch) -> None:
    """A new title of a video is a new title of its post."""
    original = youtube.update_youtube_video

    def update_youtube_video(call: Any, account_id: str, video_id: str, body: Any) -> Any:
        answer = original(call, account_id, video_id, body)
        post: Post = visibility.post_by_any_id(call, video_id)
        post.title = (body or {}).get("title", post.title)
        return answer

    patch.setattr(youtube, "update_youtube_video", update_youtube_video)


@fault("youtube/update_youtube_video/answers_unknown_videos")
def changes_unknown_videos(patch: pytest.MonkeyPatch) -> None:
    """A video that is not there is changed all the same."""
    patch.setattr(youtube, "_require_video", lambda call, account, video_id: None)


@fault("youtube/update_youtube_video/bounds_what_a_video_says")
def counts_characters_for_bytes(patch: pytest.MonkeyPatch) -> None:
    """A description may have 5000 characters of any size."""
    patch.setattr(youtube, "MOST_DESCRIPTION_BYTES", 20000)


@fault("youtube/update_youtube_comment/rewrites_an_own_comment")
def only_says_that_it_rewrites(patch: pytest.MonkeyPatch) -> None:
    """A rewritten comment keeps its text."""
    patch.setattr(youtube, "update_youtube_comment", _only_found)


@fault("youtube/update_youtube_comment/rewrites_own_comments_alone")
def answers_for_youtube(patch: pytest.MonkeyPatch) -> None:
    """Rewriting a comment of somebody else is refused as if the comment was broken."""
    codes = {"platform.youtube.api_error": "validation.field_invalid"}
    instead(patch, youtube, "update_youtube_comment", codes, field="commentId")


@fault("youtube/moderate_youtube_comment/judges_a_comment")
def only_says_that_it_judges(patch: pytest.MonkeyPatch) -> None:
    """A verdict on a comment has no effect."""
    patch.setattr(commenting, "judge", lambda changed, verdict: None)


@fault("youtube/moderate_youtube_comment/bans_only_whom_it_rejects")
def bans_anybody(patch: pytest.MonkeyPatch) -> None:
    """The author of a comment can be banned whatever the verdict."""
    original = youtube.moderate_youtube_comment

    def moderate_youtube_comment(call: Any, comment_id: str, body: Any) -> Any:
        return original(call, comment_id, {**body, "ban_author": False})

    patch.setattr(youtube, "moderate_youtube_comment", moderate_youtube_comment)


@fault("youtube/comments/answers_unknown_comments")
def changes_unknown_comments(patch: pytest.MonkeyPatch) -> None:
    """A comment that is not there is changed all the same."""
    for name in ("update_youtube_comment", "moderate_youtube_comment"):
        original = getattr(youtube, name)

        def handler(call: Any, comment_id: str, body: Any, original: Any = original) -> Any:
            try:
                return original(call, comment_id, body)
            except Problem as problem:
                if problem.code == "resource.not_found":
                    return {"success": True}
                raise

        patch.setattr(youtube, name, handler)


@fault("linkedin/get_linkedin_insights/knows_the_posts_of_a_page")
def forgets_its_own_posts(patch: pytest.MonkeyPatch) -> None:
    """The insights of a Page leave out what was published through the API."""
    original = live.on

    def on(session: Any, account: Any) -> Any:
        return [one for one in original(session, account) if one.target is None]

    patch.setattr(live, "on", on)


@fault("linkedin/get_linkedin_insights/answers_unknown_accounts")
def has_no_insights_of_unknown_pages(patch: pytest.MonkeyPatch) -> None:
    """An account that does not exist is one of a platform without insights."""
    original = linkedin.get_linkedin_insights

    def get_linkedin_insights(call: Any, query: Any) -> Any:
        try:
            return original(call, query)
        except Problem:
            raise Problem("resource.not_supported") from None

    patch.setattr(linkedin, "get_linkedin_insights", get_linkedin_insights)


def _only_found(call: Any, comment_id: str, body: Any) -> Any:
    """Look a comment up and change nothing."""
    commenting.comment_for(call, platform_calls.account(call, body["account_id"]), comment_id)
    return {"success": True}
