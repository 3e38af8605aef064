"""YouTube: a channel in numbers, fetching its newest videos, changing live ones and their comments."""

from socialapi_stub import channels, commenting, live, platform_calls
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account
from socialapi_stub.tables.videos import VideoEdit

MOST_DESCRIPTION_BYTES = 5000


def get_youtube_summary(call: Call, account_id: str) -> Body:
    """Return a channel in numbers."""
    account = platform_calls.account(call, account_id)
    counted = channels.totals(call, account)
    return {
        "title": account.name,
        "handle": f"@{account.username}",
        "thumbnail_url": account.profile_picture_url or "",
        "subscriber_count": (account.details or {}).get("subscriber_count", 0),
        "view_count": counted["view_count"],
        "video_count": counted["video_count"],
    }


def sync_youtube_account(call: Call, account_id: str) -> Body:
    """Fetch the newest videos of a channel into the stored posts."""
    return channels.fetch(call, platform_calls.account(call, account_id))


def update_youtube_video(call: Call, account_id: str, video_id: str, body: Body | None) -> Body:
    """Change title, description or visibility of a live video; its post keeps its own."""
    account = platform_calls.account(call, account_id)
    _require_video(call, account, video_id)
    changes = body or {}
    if len(changes.get("description", "").encode()) > MOST_DESCRIPTION_BYTES:
        message = f"description: more than {MOST_DESCRIPTION_BYTES} bytes"
        raise Problem("validation.field_invalid", message, field="description")
    key = {"account_id": account.id, "platform_post_id": video_id}
    edit = call.session.get(VideoEdit, key) or VideoEdit(**key)
    edit.title = changes.get("title", edit.title)
    edit.description = changes.get("description", edit.description)
    edit.visibility = changes.get("visibility", edit.visibility)
    call.session.add(edit)
    return {"success": True}


def update_youtube_comment(call: Call, comment_id: str, body: Body) -> Body:
    """Replace the text of a comment of the channel's own; YouTube refuses any other."""
    account = platform_calls.account(call, body["account_id"])
    comment = commenting.comment_for(call, account, comment_id)
    if not comment.is_owner:
        raise Problem("platform.youtube.api_error", "only the author can edit a comment", status=403)
    comment.text = body["text"]
    return {"success": True}


def moderate_youtube_comment(call: Call, comment_id: str, body: Body) -> Body:
    """Show a comment, hold it back or reject it; a rejected author can be banned."""
    if body.get("ban_author") and body["status"] != "rejected":
        raise Problem("validation.field_invalid", "ban_author: only with rejected", field="ban_author")
    account = platform_calls.account(call, body["account_id"])
    commenting.judge(commenting.comment_for(call, account, comment_id), body["status"])
    return {"success": True}


def _require_video(call: Call, account: Account, video_id: str) -> None:
    if not live.videos(call.session, account, only=video_id):
        raise Problem("resource.not_found", resource="video", id=video_id)
