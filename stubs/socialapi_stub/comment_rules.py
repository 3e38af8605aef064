"""What can be done with a comment, by its platform and author."""

from datetime import datetime, timedelta
from typing import Literal, cast

from socialapi_contract.errors import ErrorCode
from socialapi_contract.platforms import PLATFORMS

from socialapi_stub.problems import Problem
from socialapi_stub.tables.comments import Comment

Action = Literal["list", "reply", "hide", "like", "delete", "private_reply"]


def knows(platform: str, action: Action) -> bool:
    """Tell whether a platform lets an action be done to comments at all."""
    return bool(getattr(PLATFORMS[platform].comments, action) != "no")


def allows(platform: str, action: Action, *, own: bool) -> bool:
    """Tell whether a platform lets an action be done to a comment of the account itself, or of others."""
    return getattr(PLATFORMS[platform].comments, action) in ("yes", "own" if own else "foreign")


def require_private_reply(platform: str, comment: Comment, now: datetime) -> None:
    """Raise `platform.….private_reply_ineligible` if a comment had its private reply or is too old for it."""
    window = timedelta(days=PLATFORMS[platform].comments.private_reply_days)
    if comment.privately_answered_at is not None or now - comment.created_at > window:
        raise Problem(cast("ErrorCode", f"platform.{platform}.private_reply_ineligible"))
