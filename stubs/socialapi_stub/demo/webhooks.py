"""The webhooks of the demo data, what was sent to them, and the events log that goes with it.

The webhooks are switched off, for nobody answers at their addresses.
"""

from datetime import timedelta
from itertools import chain, cycle, repeat

from socialapi_contract.events import EVENTS
from sqlalchemy import select

from socialapi_stub import deliveries, events, ids, post_events
from socialapi_stub.call import Body
from socialapi_stub.demo.cast import Cast
from socialapi_stub.events import Occurrence
from socialapi_stub.tables import Post, Workspace
from socialapi_stub.tables.webhooks import Webhook, WebhookDelivery
from socialapi_stub.webhook_calls import Outcome

TAKEN = Outcome(200, "ok", 84, "")
BUSY = Outcome(503, "upstream unavailable", 412, "the endpoint answered 503")
LATE = Outcome(None, "", 10000, "the endpoint did not answer in time")
POSTS = 12
# How deliveries go, one after the other; the last outcome repeats itself.
STORIES = ((TAKEN,), (TAKEN,), (LATE, TAKEN), (TAKEN,), (BUSY,))


def plant(cast: Cast) -> None:
    """Tell a webhook of each workspace of its latest posts; the last delivery is still on its way."""
    for workspace, _ in cast.homes.values():
        webhook = _webhook(cast, workspace)
        cast.session.add(webhook)
        cast.session.flush()
        posts = select(Post).where(Post.workspace_id == workspace.id).order_by(Post.created_at.desc())
        for post in cast.session.scalars(posts.limit(POSTS)).all():
            _happen(cast, post)
        cast.session.flush()
        to_it = select(WebhookDelivery).where(WebhookDelivery.webhook_id == webhook.id)
        queued = cast.session.scalars(to_it.order_by(WebhookDelivery.created_at)).all()
        for delivery, story in zip(queued[:-1], cycle(STORIES), strict=False):
            _deliver(cast, webhook, delivery, story)
        for delivery in queued[-1:]:
            deliveries.record(cast.session, webhook, delivery, BUSY, delivery.created_at)
        webhook.is_active = False


def _webhook(cast: Cast, workspace: Workspace) -> Webhook:
    return Webhook(
        id=f"wh_{ids.stable_ulid(workspace.email, 'webhook')}",
        workspace_id=workspace.id,
        url="https://example.com/hooks/socialapi",
        events=[name for name in EVENTS if name.startswith("post.")],
        is_active=True,
        secret=ids.stable_bytes(workspace.email, "webhook").hex(),
        created_at=cast.now - timedelta(days=30),
    )


def _happen(cast: Cast, post: Post) -> None:
    """Let a post be changed after it was made, and its publishing have its result."""
    changed: Body = {"post_id": post.id, "status": "draft", "changed_fields": ["text"]}
    at = post.created_at + timedelta(minutes=1)
    events.emit(cast.session, Occurrence(post.workspace_id, "post.updated", changed, at))
    if post.status in post_events.RESULTS:
        post_events.ended(cast.session, post, post.updated_at)


def _deliver(cast: Cast, webhook: Webhook, delivery: WebhookDelivery, story: tuple[Outcome, ...]) -> None:
    for outcome in chain(story, repeat(story[-1])):
        if delivery.due_at is None:
            return
        deliveries.record(cast.session, webhook, delivery, outcome, delivery.due_at)
