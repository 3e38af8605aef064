"""The events of posts: scheduled, changed, how publishing ended, taken down, gone."""

from collections.abc import Sequence
from datetime import datetime

from socialapi_contract.events import Event
from sqlalchemy.orm import Session

from socialapi_stub import clock, events, post_documents
from socialapi_stub.call import Body
from socialapi_stub.events import Occurrence
from socialapi_stub.tables import Post

RESULTS: dict[str, Event] = {
    "published": "post.published",
    "partial": "post.partial",
    "failed": "post.failed",
}


def scheduled(session: Session, post: Post, at: datetime) -> None:
    """Tell that a post was made with a time at which it goes out."""
    targets = [{"account_id": target.account_id, "platform": target.platform} for target in post.targets]
    times = {"scheduled_at": clock.optional_text(post.scheduled_at)}
    _emit(session, post, "post.scheduled", {"status": post.status, **times, "targets": targets}, at)


def updated(session: Session, post: Post, changed: Sequence[str], at: datetime) -> None:
    """Tell which fields of a post were changed, if any were."""
    if changed:
        data = {"status": post.status, "changed_fields": list(changed)}
        _emit(session, post, "post.updated", data, at)


def ended(session: Session, post: Post, at: datetime) -> None:
    """Tell how publishing a post ended, target by target."""
    results = [post_documents.target(target) for target in post.targets]
    _emit(session, post, RESULTS[post.status], {"status": post.status, "results": results}, at)


def retried(session: Session, post: Post, count: int, at: datetime) -> None:
    """Tell that failed targets are tried again."""
    _emit(session, post, "post.retried", {"retried_count": count}, at)


def unpublished(session: Session, post: Post, account_id: str | None, count: int, at: datetime) -> None:
    """Tell that copies were taken down: all that could be, or the one on an account."""
    data = {"account_id": account_id, "unpublished_count": count}
    _emit(session, post, "post.unpublished", data, at)


def deleted(session: Session, post: Post, at: datetime) -> None:
    """Tell that a post is gone, and where it stood."""
    _emit(session, post, "post.deleted", {"was_status": post.status}, at)


def _emit(session: Session, post: Post, event: Event, data: Body, at: datetime) -> None:
    events.emit(session, Occurrence(post.workspace_id, event, {"post_id": post.id, **data}, at))
