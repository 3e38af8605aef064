"""TikTok: a profile in numbers, and fetching its newest videos."""

from urllib.parse import quote

from socialapi_stub import channels, platform_calls
from socialapi_stub.call import Body, Call
from socialapi_stub.documents import present
from socialapi_stub.problems import Problem


def get_tiktok_summary(call: Call, account_id: str) -> Body:
    """Return a profile in numbers; a grant from before apps could ask for them is not enough."""
    account = platform_calls.account(call, account_id)
    details = account.details or {}
    if "follower_count" not in details:
        raise Problem("account.reconnection_required")
    counted = channels.totals(call, account)
    optional = {"bio_description": account.bio, "avatar_url": account.profile_picture_url}
    return {
        "username": account.username,
        "display_name": account.name,
        **present(optional),
        "profile_deep_link": f"https://vm.tiktok.com/{quote(account.username)}/",
        "is_verified": False,
        "follower_count": details["follower_count"],
        "following_count": details["following_count"],
        "likes_count": counted["likes_count"],
        "video_count": counted["video_count"],
    }


def sync_tiktok_account(call: Call, account_id: str) -> Body:
    """Fetch the newest videos of an account into the stored posts."""
    return channels.fetch(call, platform_calls.account(call, account_id))
