"""The posts of the demo data."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import cycle, islice

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy.orm import Session

from socialapi_stub import delivery, drafting, ids, upstream
from socialapi_stub.demo import pinterest
from socialapi_stub.demo.cast import Cast
from socialapi_stub.tables import Account, Post, Target, Workspace

STATES = (
    ("published",) * 28
    + ("scheduled",) * 10
    + ("draft",) * 11
    + ("failed",) * 4
    + ("partial",) * 4
    + ("cancelled",) * 2
)
TEXTS = (
    "Fresh beans are in.",
    "We open at nine tomorrow.",
    "From green to brown in twelve minutes.",
    "Three chairs, one window, no hurry.",
    "New on the shelf: letters from the coast.",
    "What should we roast next?",
)
PHOTO = {"source_type": "url", "source": "https://cdn.example.com/beans.jpg", "type": "image"}
CLIP = {"source_type": "url", "source": "https://cdn.example.com/roast.mp4", "type": "video"}


def plant(cast: Cast) -> None:
    """Add about sixty posts, in every state a post can have, and two to each workspace beside the demo."""
    cast.session.add_all(_posts(cast, _publishing(cast, "demo")))
    for name in cast.homes:
        if name != "demo":
            for account in _publishing(cast, name):
                _plant_two(cast, cast.homes[name][0], account)


def _publishing(cast: Cast, workspace: str) -> list[Account]:
    """Return the accounts of a workspace that posts can be published to."""
    accounts = cast.accounts[workspace]
    return [one for one in accounts if one.status == "active" and PLATFORMS[one.platform].publishing]


def _plant_two(cast: Cast, workspace: Workspace, account: Account) -> None:
    """Add a draft and a published post, for a workspace beside the demo."""
    for number, status in enumerate(("draft", "published")):
        key, created = f"{account.platform}/{number}", cast.now - timedelta(days=number + 1)
        post = _post(workspace, key, TEXTS[number], created)
        post.targets = [_target(post, 0, account)]
        _live(cast.session, post, status, cast.now)
        cast.session.add(post)


def _posts(cast: Cast, working: Sequence[Account]) -> Iterator[Post]:
    session, now = cast.session, cast.now
    workspace, _ = cast.homes["demo"]
    accounts = cycle(working)
    for number, status in enumerate(STATES):
        text = f"{TEXTS[number % len(TEXTS)]} ({number + 1})"
        post = _post(workspace, f"post/{number}", text, now - timedelta(hours=9 * (len(STATES) - number)))
        chosen = [] if status == "draft" and number % 4 == 0 else list(islice(accounts, 1 + number % 2))
        if status in ("failed", "partial"):
            chosen = [cast.lost] if status == "failed" else [*chosen[:1], cast.lost]
        post.targets = [_target(post, position, account) for position, account in enumerate(chosen)]
        post.hidden = status == "draft" and number % 10 == 0
        _live(session, post, status, now)
        yield post
    yield from _twins(session, workspace, working, now)
    yield _held(workspace, working, now)


def _post(workspace: Workspace, key: str, text: str, created: datetime) -> Post:
    return drafting.draft(ids.stable_uuid(workspace.email, key), workspace.id, created, text)


def _target(post: Post, position: int, account: Account) -> Target:
    own = {
        "instagram": {"media": [PHOTO], "platform_data": {"content_type": "feed"}},
        "tiktok": {"media": [CLIP], "platform_data": {"privacy_level": "PUBLIC_TO_EVERYONE"}},
        "youtube": {"media": [CLIP], "title": "How we roast"},
        "pinterest": {"media": [PHOTO]},
    }
    return drafting.destination(
        ids.stable_uuid(post.id, str(position)),
        position,
        account,
        board_id=pinterest.first_board(account),
        overrides=own.get(account.platform, {}),
    )


def _live(session: Session, post: Post, status: str, now: datetime) -> None:
    """Bring a draft into a state by living through what leads there."""
    post.status = status
    if status == "scheduled":
        post.scheduled_at = now + timedelta(hours=30 + int(upstream.digits(post.id, 3)))
        for target in post.targets:
            target.due_at = post.scheduled_at
    elif status not in ("draft", "cancelled"):
        at = post.created_at + timedelta(minutes=5)
        for target in post.targets:
            delivery.deliver(session, post, target, at)
            _measure(target, now)
        if any(target.status == "published" for target in post.targets):
            post.published_at = at
        post.updated_at = at
    drafting.place_in_time(post)


def _measure(target: Target, now: datetime) -> None:
    if target.platform_post_id is not None:
        target.metrics = upstream.metrics(target.platform, target.platform_post_id)
        target.metrics_synced_at = now - timedelta(hours=1) if target.metrics else None


def _twins(
    session: Session, workspace: Workspace, accounts: Sequence[Account], now: datetime
) -> Iterator[Post]:
    """Two posts whose copies have the same id, which is ambiguous: platforms count for themselves."""
    for number, platform in enumerate(("instagram", "threads")):
        account = next(account for account in accounts if account.platform == platform)
        post = _post(
            workspace, f"twin/{number}", f"Twice the same number. ({number + 1})", now - timedelta(days=2)
        )
        post.targets = [_target(post, 0, account)]
        _live(session, post, "published", now)
        post.targets[0].platform_post_id = upstream.digits("twins", 17)
        yield post


def _held(workspace: Workspace, accounts: Sequence[Account], now: datetime) -> Post:
    """A post that stays in delivery, as one does whose platform takes its time with a long video."""
    post = _post(workspace, "held", "A long film on its way.", now - timedelta(minutes=1))
    account = next(account for account in accounts if account.platform == "youtube")
    post.targets = [_target(post, 0, account)]
    post.status = "publishing"
    post.targets[0].status = "publishing"
    post.targets[0].due_at = now + timedelta(days=3650)
    return post
