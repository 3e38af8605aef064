"""Comments, and the posts under which they stand, as the API shows them."""

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import clock, comment_rules
from socialapi_stub.call import Body
from socialapi_stub.comment_rules import Action
from socialapi_stub.documents import present
from socialapi_stub.tables.comments import Comment, CommentedPost


def post(row: CommentedPost) -> Body:
    """Return a post of the inbox; its user is the workspace it belongs to."""
    optional = {
        "page_id": row.page_id,
        "content": row.content,
        "permalink": row.permalink,
        "thumbnail": row.thumbnail,
    }
    return {
        "id": row.id,
        "user_id": row.workspace_id,
        "account_id": row.account_id,
        "platform": row.platform,
        "platform_id": row.platform_id,
        **present(optional),
        "comment_count": row.comment_count,
        "like_count": row.like_count,
        "published_at": clock.optional_text(row.published_at),
        "created_at": clock.text(row.created_at),
        "updated_at": clock.text(row.updated_at),
    }


def comment(row: Comment, platform: str, parent: Comment | None = None) -> Body:
    """Return a comment with what can be done with it; `parent` is the comment it answers."""
    optional = {
        "parent_id": parent.platform_id if parent else None,
        "moderation_status": row.moderation_status or None,
    }
    return {
        "id": row.id,
        "platform": platform,
        "platform_id": row.platform_id,
        **present(optional),
        "text": row.text,
        "created_at": clock.text(row.created_at),
        **{f"author_{name}": value for name, value in present(row.author).items()},
        "is_owner": row.is_owner,
        "is_hidden": row.is_hidden,
        "like_count": row.like_count,
        "liked_by_viewer": row.liked and PLATFORMS[platform].comments.liked_by_viewer,
        "has_replies": row.reply_count > 0,
        "reply_count": row.reply_count,
        "capabilities": _capabilities(row, platform),
    }


def _capabilities(row: Comment, platform: str) -> dict[str, bool]:
    actions: tuple[Action, ...] = ("reply", "delete", "hide", "like", "private_reply")
    return {f"can_{action}": comment_rules.allows(platform, action, own=row.is_owner) for action in actions}
