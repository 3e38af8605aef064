"""How the posts of a page are doing, as LinkedIn tells it."""

from socialapi_stub import clock, upstream
from socialapi_stub.call import Body
from socialapi_stub.live import Live

MOST_IMPRESSIONS = 5000


def followers(page: str) -> int:
    """Return how many follow a page."""
    return upstream.amount(f"{page}/followers", 20000)


def post(one: Live) -> Body:
    """Return a post with its numbers; what it was clicked and liked is part of how often it was shown."""
    shown = 1 + upstream.amount(f"{one.platform_post_id}/impressions", MOST_IMPRESSIONS)
    acts = {
        "clicks": shown // 20,
        "likes": shown // 25,
        "comments": upstream.amount(f"{one.platform_post_id}/comments", 1 + shown // 200),
        "shares": upstream.amount(f"{one.platform_post_id}/shares", 1 + shown // 200),
    }
    return {
        "post_id": one.platform_post_id,
        **({"text": one.text} if one.text else {}),
        "permalink": one.permalink,
        "created_at": clock.text(one.made_at),
        "impressions": shown,
        "unique_views": shown - shown // 3,
        **acts,
        "engagement_rate": round(sum(acts.values()) / shown, 3),
    }
