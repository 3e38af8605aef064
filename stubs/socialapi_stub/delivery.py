"""One delivery: what becomes of a target when its platform is asked to publish it."""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from socialapi_contract.errors import ErrorCode, lookup
from socialapi_contract.platforms import PLATFORMS
from sqlalchemy.orm import Session

from socialapi_stub import boards, collaborating, content, drafting, platform_calls, stories, upstream
from socialapi_stub.content import Content
from socialapi_stub.problems import Problem, platform_code
from socialapi_stub.tables import Account, Post, Target

log = logging.getLogger(__name__)

CALLS = ("publish_post", "create_post")
"""The operations whose ordered outcomes befall a delivery, whoever set it off."""

CAUSES: Mapping[str, tuple[str, str]] = {
    "auth": ("auth", "user"),
    "rate_limit": ("rate_limit", "platform"),
    "api_error": ("platform", "platform"),
}
"""Category and cause of the failures that can be ordered."""


class DeliveryFailed(Exception):
    """The target cannot be published; `error` is what its `error` field will say."""

    def __init__(self, category: str, caused_by: str, code: ErrorCode, message: str = "") -> None:
        super().__init__(code)
        self.error = {
            "category": category,
            "caused_by": caused_by,
            "code": code,
            "message": message or lookup(code).message,
        }


def deliver(session: Session, post: Post, target: Target, now: datetime) -> None:
    """Publish one target, or note why that failed."""
    target.due_at = None
    try:
        _publish(session, post, target, now)
    except DeliveryFailed as failure:
        target.status = "failed"
        target.error = failure.error
    except Exception:
        log.exception("the delivery of target %s failed", target.id)
        target.status = "failed"
        target.error = DeliveryFailed("system", "system", "system.internal").error
    else:
        target.status = "published"
        target.error = None
        target.published_at = now


def fails_at_once(session: Session, post: Post, target: Target) -> bool:
    """Tell whether a delivery is known to fail before its platform takes any time."""
    try:
        account, _ = _checked(session, post, target)
    except Exception:
        return True  # `deliver` finds out why
    return platform_calls.ordered(session, account, *CALLS) is not None


def _publish(session: Session, post: Post, target: Target, now: datetime) -> None:
    account, said = _checked(session, post, target)
    _refuse_on_order(session, account)
    delivered = f"{target.id}/{post.retry_count}"
    target.platform_post_id = upstream.post_id(target.platform, account.platform_account_id, delivered)
    target.permalink = upstream.permalink(target.platform, account.username, target.platform_post_id)
    target.media_type = _media_type(said)
    target.details = _thread(said, target.platform_post_id)
    stories.put_up(session, account, target, said, now)
    collaborating.invite(session, account, target, said, now)


def _checked(session: Session, post: Post, target: Target) -> tuple[Account, Content]:
    """Return where a target goes and what it says, if nothing speaks against it."""
    account = _account(session, post, target)
    _refuse_unknown_board(session, account, target)
    _refuse_duplicate(post, target)
    said = content.of(post, target, content.library_of(session, post))
    _refuse_media(said)
    return account, said


def _refuse_on_order(session: Session, account: Account) -> None:
    outcome = platform_calls.ordered(session, account, *CALLS)
    if outcome is not None:
        platform_calls.spend(session, outcome.id)
        code = platform_calls.code_of(outcome, account.platform)
        raise DeliveryFailed(*CAUSES.get(code.rpartition(".")[2], CAUSES["api_error"]), code)


def _account(session: Session, post: Post, target: Target) -> Account:
    account = session.get(Account, target.account_id)
    if account is None or account.workspace_id != post.workspace_id:
        raise DeliveryFailed("system", "system", "publishing.delivery.account_load_failed")
    if account.status == "reconnect_required":
        raise DeliveryFailed("auth", "user", "account.reconnection_required")
    try:
        target.page_id = drafting.active_page(account, target.page_id) or target.page_id
    except Problem as problem:
        raise DeliveryFailed("system", "system", "publishing.delivery.page_resolve_failed") from problem
    return account


def _refuse_unknown_board(session: Session, account: Account, target: Target) -> None:
    has_boards = PLATFORMS[account.platform].boards
    if has_boards and boards.find(session, account, target.board_id or target.page_id) is None:
        code = platform_code(account.platform, "api_error")
        raise DeliveryFailed("platform", "user", code, "the account has no such board")


def _refuse_duplicate(post: Post, target: Target) -> None:
    earlier = [other for other in post.targets if other.position < target.position]
    if any(_destination(other) == _destination(target) for other in earlier):
        raise DeliveryFailed("validation", "user", "publishing.duplicate_target")


def _refuse_media(said: Content) -> None:
    constraints = said.publishing.constraints
    for item in said.items:
        if item.source_type == "platform_attachment_id":
            if not constraints["supports_platform_attachment_id"]:
                raise DeliveryFailed("validation", "user", "publishing.media.unsupported_source")
            if len(said.items) > 1 and not constraints["supports_mixed_media"]:
                raise DeliveryFailed("validation", "user", "publishing.media.mixing_unsupported")
        elif item.source_type == "media_id" and (item.file is None or item.file.status != "ready"):
            raise DeliveryFailed("validation", "user", "media.not_found", "Media not found")
        elif item.source_type == "url" and _is_unreachable(item.source):
            code = platform_code(said.platform, "api_error")
            raise DeliveryFailed("platform", "user", code, f"{item.source} could not be fetched")


def _is_unreachable(url: str) -> bool:
    return not content.is_public_address(url) or content.is_dead_address(url)


def _destination(target: Target) -> tuple[str, str | None]:
    return target.account_id, target.page_id or target.board_id


def _media_type(said: Content) -> str | None:
    if "content_type" not in said.publishing.platform_data:
        return None
    chosen = said.settings.get("content_type")
    if chosen in ("feed", "reel", "stories", "carousel"):
        return str(chosen)
    return "carousel" if len(said.items) > 1 else "feed"


def _thread(said: Content, root: str) -> dict[str, Any] | None:
    if "thread" not in said.publishing.platform_data:
        return None
    thread = said.settings.get("thread")
    count = len(said.segments) + (len(thread) if isinstance(thread, list) else 0)
    parts = [upstream.digits(f"{root}/{index}", 17) for index in range(count)]
    return {"thread_post_ids": [root, *parts]} if parts else None
