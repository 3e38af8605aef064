"""Sending posts out: schedules, deliveries in the background, the state that follows from the targets."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from socialapi_contract.states import STATES
from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import clock, delivery, drafting, due, post_events
from socialapi_stub.problems import Problem
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Post, Target


def require(post: Post, action: str) -> None:
    """Raise `post.state_invalid` unless the state machine allows an operation in the state of the post."""
    if STATES["post"].actions[action].get(post.status) != "allowed":
        raise Problem("post.state_invalid", f"the post is {post.status}")


def schedule(post: Post, at: datetime) -> None:
    """Let a post wait for its time; a target may have an own one."""
    post.status = "scheduled"
    post.scheduled_at = at
    for target in post.targets:
        own = target.overrides.get("scheduled_at")
        target.due_at = clock.parse(own) if own else at
    drafting.place_in_time(post)


def unschedule(post: Post) -> None:
    """Turn a scheduled post back into a draft."""
    post.status = "draft"
    post.scheduled_at = None
    for target in post.targets:
        target.due_at = None
    drafting.place_in_time(post)


def send(post: Post, targets: Iterable[Target], now: datetime, settings: Settings) -> None:
    """Start to deliver targets; the publisher ends it."""
    post.status = "publishing"
    post.updated_at = now
    for target in targets:
        target.status = "publishing"
        target.error = None
        target.due_at = now + timedelta(seconds=settings.publish_seconds)


def start(session: Session, post: Post, now: datetime, settings: Settings) -> None:
    """Start to deliver every target; that ends at once where one is known to fail, or nothing takes time."""
    send(post, post.targets, now, settings)
    at_once = (delivery.fails_at_once(session, post, target) for target in post.targets)
    if settings.publish_seconds == 0 or any(at_once):
        for target in post.targets:
            delivery.deliver(session, post, target, now)
        settle(session, post, now)


def deliver_due(storage: Storage, settings: Settings, now: datetime) -> int:
    """Move every target that is due and return how many posts that touched."""
    waiting = select(Post).where(Post.id.in_(select(Target.post_id).where(Target.due_at <= now)))
    return due.move(
        storage, waiting, Post.workspace_id, lambda session, post: _advance(session, post, now, settings)
    )


def _advance(session: Session, post: Post, now: datetime, settings: Settings) -> None:
    ready = [target for target in post.targets if target.due_at is not None and target.due_at <= now]
    starting = [target for target in ready if target.status == "pending"]
    for target in ready:
        if target.status == "publishing":
            delivery.deliver(session, post, target, now)
    if starting:
        send(post, starting, now, settings)
    if all(target.status in ("published", "failed") for target in post.targets):
        settle(session, post, now)


def settle(session: Session, post: Post, now: datetime) -> None:
    """Give a post whose targets are final the state they add up to."""
    published = [target for target in post.targets if target.status == "published"]
    if len(published) == len(post.targets):
        post.status = "published"
    else:
        post.status = "partial" if published else "failed"
    if published and post.published_at is None:
        post.published_at = min(target.published_at or now for target in published)
    post.updated_at = now
    drafting.place_in_time(post)
    post_events.ended(session, post, now)
