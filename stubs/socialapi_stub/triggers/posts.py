"""Posts: written, changed, published well or badly, tried again, taken down, removed.

`overrides.post_id` names the post it happens to; without it one in the right state is chosen, or made.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from socialapi_contract.events import Event
from socialapi_contract.platforms import PLATFORMS
from socialapi_contract.states import STATES
from sqlalchemy import select

from socialapi_stub import clock, delivery, drafting, ids, post_events, publishing, text_index
from socialapi_stub.call import Body
from socialapi_stub.delivery import DeliveryFailed
from socialapi_stub.problems import Problem, platform_code
from socialapi_stub.tables import Account, Post, Target
from socialapi_stub.triggers import CannotTrigger, Occasion

HOUR = timedelta(hours=1)
UNPUBLISHED = ("draft", "scheduled", "publishing")


def post_scheduled(occasion: Occasion) -> Body:
    """Let a post be made that goes out at `scheduled_at`, in an hour by default."""
    post = _written(occasion, 1)
    publishing.schedule(post, _time(occasion))
    post_events.scheduled(occasion.session, post, occasion.now)
    return {"post_id": post.id}


def post_published(occasion: Occasion) -> Body:
    """Let every target of a post take it."""
    return _end(occasion, _outgoing(occasion, 1), "post.published", ())


def post_failed(occasion: Occasion) -> Body:
    """Let the platforms refuse every target of a post."""
    post = _outgoing(occasion, 1)
    return _end(occasion, post, "post.failed", post.targets)


def post_partial(occasion: Occasion) -> Body:
    """Let the platforms refuse every target of a post but the first."""
    post = _outgoing(occasion, 2)
    return _end(occasion, post, "post.partial", post.targets[1:])


def post_updated(occasion: Occasion) -> Body:
    """Let the text of a post be changed that is not out."""
    post = _allowed(occasion, "update_post") or _written(occasion, 1)
    post.text = str(occasion.overrides.get("text", f"Changed at {clock.text(occasion.now)}"))
    post.search = text_index.searchable(post.text, post.title)
    post.updated_at = occasion.now
    post_events.updated(occasion.session, post, ["text"], occasion.now)
    return {"post_id": post.id}


def post_deleted(occasion: Occasion) -> Body:
    """Let a post be removed."""
    post = _allowed(occasion, "delete_post") or _written(occasion, 1)
    post_events.deleted(occasion.session, post, occasion.now)
    occasion.session.delete(post)
    return {"post_id": post.id}


def post_unpublished(occasion: Occasion) -> Body:
    """Let every copy of a post be taken down, and the post with them."""
    post = _allowed(occasion, "unpublish_post")
    if post is None:
        raise CannotTrigger("no post is published")
    copies = sum(target.status == "published" for target in post.targets)
    post_events.unpublished(occasion.session, post, None, copies, occasion.now)
    occasion.session.delete(post)
    return {"post_id": post.id}


def post_retried(occasion: Occasion) -> Body:
    """Let the failed targets of a post be tried again; the event of the result follows."""
    post = _allowed(occasion, "retry_post")
    failed = [target for target in post.targets if target.status == "failed"] if post else []
    if post is None or not failed:
        raise CannotTrigger("no post has a failed target")
    post.retry_count += 1
    post_events.retried(occasion.session, post, len(failed), occasion.now)
    publishing.send(post, failed, occasion.now, occasion.settings)
    return {"post_id": post.id}


def _end(occasion: Occasion, post: Post, event: Event, refused: Sequence[Target]) -> Body:
    for target in post.targets:
        delivery.deliver(occasion.session, post, target, occasion.now)
    for target in refused:
        code = platform_code(target.platform, "api_error")
        target.status, target.published_at = "failed", None
        target.platform_post_id = target.permalink = None
        target.error = DeliveryFailed("platform", "platform", code).error
    publishing.settle(occasion.session, post, occasion.now)
    if post_events.RESULTS[post.status] != event:
        raise CannotTrigger(f"publishing {post.id} ends as {post.status}, whatever its platforms do")
    return {"post_id": post.id}


def _named(occasion: Occasion) -> Post | None:
    """Return the post that is asked for, None if any will do."""
    if "post_id" not in occasion.overrides:
        return None
    post = occasion.session.get(Post, str(occasion.overrides["post_id"]))
    if post is None or post.workspace_id != occasion.workspace.id:
        raise CannotTrigger("the workspace has no post with this post_id")
    return post


def _outgoing(occasion: Occasion, targets: int) -> Post:
    """Return the post that is asked for and not out yet, or a new one, with so many targets at least."""
    post = _named(occasion) or _written(occasion, targets)
    if post.status not in UNPUBLISHED:
        raise CannotTrigger(f"{post.id} is {post.status}")
    if len(post.targets) < targets:
        raise CannotTrigger(f"{post.id} needs {targets} targets for this")
    return post


def _allowed(occasion: Occasion, action: str) -> Post | None:
    """Return the post that is asked for, or the latest one that an operation is allowed for."""
    if (named := _named(occasion)) is not None:
        try:
            publishing.require(named, action)
        except Problem as problem:
            raise CannotTrigger(f"{named.id}: {problem.message}") from problem
        return named
    states = [state for state, verdict in STATES["post"].actions[action].items() if verdict == "allowed"]
    fitting = select(Post).where(Post.workspace_id == occasion.workspace.id, Post.status.in_(states))
    return occasion.session.scalar(fitting.order_by(Post.created_at.desc(), Post.id).limit(1))


def _written(occasion: Occasion, targets: int) -> Post:
    """Return a new draft for as many accounts as asked for."""
    text = str(occasion.overrides.get("text", "Set off by the control plane."))
    post = drafting.draft(ids.new_uuid(), occasion.workspace.id, occasion.now, text)
    chosen = enumerate(_accounts(occasion)[:targets])
    post.targets = [drafting.destination(ids.new_uuid(), place, account) for place, account in chosen]
    if len(post.targets) < targets:
        raise CannotTrigger(f"the workspace needs {targets} working accounts that take text alone")
    occasion.session.add(post)
    occasion.session.flush()
    return post


def _accounts(occasion: Occasion) -> list[Account]:
    """Return the working accounts that take a post of text alone, the one it should happen on first."""
    working = select(Account).where(Account.workspace_id == occasion.workspace.id, Account.status == "active")
    found = [one for one in occasion.session.scalars(working) if _takes_text(one)]
    return sorted(found, key=lambda one: (one is not occasion.account, one.created_at))


def _takes_text(account: Account) -> bool:
    rules = PLATFORMS[account.platform].publishing
    return rules is not None and rules.capabilities.text_only and not rules.required_to_publish


def _time(occasion: Occasion) -> datetime:
    wanted = occasion.overrides.get("scheduled_at")
    try:
        return occasion.now + HOUR if wanted is None else clock.parse(str(wanted))
    except ValueError as error:
        raise CannotTrigger(f"scheduled_at: {error}") from error
