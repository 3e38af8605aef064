"""Accounts that publish videos: their numbers, and fetching what is new on them."""

from socialapi_stub import drafting, live, upstream
from socialapi_stub.call import Body, Call
from socialapi_stub.live import Live
from socialapi_stub.tables import Account, Target
from socialapi_stub.tables.videos import Fetched

NEWEST = 20


def totals(call: Call, account: Account) -> dict[str, int]:
    """Return what the videos of an account add up to."""
    videos = live.videos(call.session, account)
    return {
        "video_count": sum(video.visibility in live.PUBLIC for video in videos),
        "likes_count": _sum(account, videos, "likes"),
        "view_count": _sum(account, videos, "views"),
    }


def fetch(call: Call, account: Account) -> Body:
    """Store the newest videos with their numbers, those made on the platform itself as posts of their own."""
    for video in live.videos(call.session, account)[:NEWEST]:
        target = video.target or _store(call, account, video)
        target.metrics = upstream.metrics(account.platform, video.platform_post_id)
        target.metrics_synced_at = call.now
    details, counted = account.details or {}, totals(call, account)
    account.details = {name: counted.get(name, value) for name, value in details.items()}
    return {"success": True}


def _sum(account: Account, videos: list[Live], name: str) -> int:
    return sum(upstream.count(account.platform, video.platform_post_id, name) for video in videos)


def _store(call: Call, account: Account, video: Live) -> Target:
    said = {"text": video.text, "title": video.title}
    post = drafting.new_post(call, {**said, "targets": [{"account_id": account.id}]})
    post.status = "published"
    post.published_at = video.made_at
    drafting.place_in_time(post)
    target = post.targets[0]
    target.status = "published"
    target.platform_post_id = video.platform_post_id
    target.permalink = video.permalink
    target.published_at = video.made_at
    fetched = Fetched(account_id=account.id, platform_post_id=video.platform_post_id)
    call.session.add_all([post, fetched])
    return target
