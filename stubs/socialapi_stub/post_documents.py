"""Posts as the API shows them."""

from socialapi_stub import clock, content
from socialapi_stub.call import Body
from socialapi_stub.documents import present
from socialapi_stub.tables import Post, Target

OVERRIDES = ("text", "title", "media", "first_comment", "visibility", "scheduled_at")


def post(row: Post) -> Body:
    """Return a post with its targets; what is not set is left out, times that are not reached are null."""
    optional = {"text": row.text, "title": row.title, "visibility": row.visibility}
    return {
        "id": row.id,
        "status": row.status,
        **present(optional),
        "media": row.media,
        "media_ids": content.media_ids_of(row.media),
        "scheduled_at": clock.optional_text(row.scheduled_at),
        "published_at": clock.optional_text(row.published_at),
        "hidden": row.hidden,
        "retry_count": row.retry_count,
        "targets": [target(one) for one in row.targets],
        "created_at": clock.text(row.created_at),
        "updated_at": clock.text(row.updated_at),
    }


def target(row: Target) -> Body:
    """Return one target: where it goes, what it says differently, how it went."""
    own = {name: row.overrides[name] for name in OVERRIDES if name in row.overrides}
    if "media" in own:
        own["media_ids"] = content.media_ids_of(own["media"])
    optional = {
        "page_id": row.page_id,
        "board_id": row.board_id,
        "platform_post_id": row.platform_post_id,
        "permalink": row.permalink,
        "published_at": clock.optional_text(row.published_at),
        "media_type": row.media_type,
        "metrics": row.metrics,
        "metrics_synced_at": clock.optional_text(row.metrics_synced_at),
        "metadata": row.details,
        "error": row.error,
    }
    return {
        "account_id": row.account_id,
        "platform": row.platform,
        "status": row.status,
        **own,
        **present(optional),
    }
