"""What arrives by itself: messages, taps, receipts and reviews, each told of as the contract says."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from socialapi_contract import bundle
from socialapi_contract.events import EVENTS, Event
from socialapi_stub import clock, conversing, events, receipts, seeds, triggers
from socialapi_stub.conversing import Bubble
from socialapi_stub.schemas import Checker
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Account, Workspace
from socialapi_stub.tables.conversations import Conversation, Message
from socialapi_stub.tables.reviews import Review
from socialapi_stub.triggers import CannotTrigger, Occasion
from sqlalchemy import select
from sqlalchemy.orm import Session

SETTINGS = Settings(publish_seconds=1)
Told = list[tuple[Event, dict[str, Any]]]
CASES = [
    (name, platform)
    for name, info in EVENTS.items()
    if name.startswith(("dm.", "review."))
    for platform in info.platforms or ()
]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo data, for every test to copy."""
    path = tmp_path_factory.mktemp("planted") / "mock.db"
    made = Storage(f"sqlite:///{path}")
    seeds.prepare(made, "demo")
    made.close()
    return path


@pytest.fixture
def storage(planted: Path, tmp_path: Path) -> Iterator[Storage]:
    made = Storage(f"sqlite:///{shutil.copy(planted, tmp_path)}")
    yield made
    made.close()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Every event that is told of, with its data."""
    seen: Told = []
    monkeypatch.setattr(events, "emit", lambda _session, one: seen.append((one.event, one.data)))
    return seen


def trigger(storage: Storage, event: str, platform: str, **overrides: Any) -> dict[str, Any]:
    with storage.write() as session:
        account = account_on(session, platform)
        workspace = session.get_one(Workspace, account.workspace_id)
        occasion = Occasion(session, workspace, account, overrides, clock.now(), SETTINGS)
        return triggers.discover()[event](occasion)


def write(storage: Storage, platform: str) -> str:
    """Let an account write to somebody and return the id of the message."""
    with storage.write() as session:
        owner = conversing.between(
            session, account_on(session, platform), conversing.called(platform, "Zoe"), clock.now()
        )
        return conversing.write(session, owner, [Bubble("Hello")], clock.now(), SETTINGS)[0].id


def account_on(session: Session, platform: str) -> Account:
    demo = select(Workspace.id).where(Workspace.email == "demo@example.com").scalar_subquery()
    here = select(Account).where(Account.workspace_id == demo, Account.platform == platform)
    return session.scalars(here.order_by(Account.id)).first() or pytest.fail(f"no account on {platform}")


def found(storage: Storage, table: Any, name: str) -> Any:
    with storage.read() as session:
        return session.get_one(table, name)


@pytest.mark.parametrize(("event", "platform"), CASES)
def test_every_event_is_told_of_as_the_contract_says(
    storage: Storage, told: Told, event: str, platform: str
) -> None:
    write(storage, platform) if event.startswith("dm.") else None
    trigger(storage, event, platform)
    for name, data in told:
        payload = bundle()["components"]["schemas"][EVENTS[name].payload]
        Checker(payload).check({"event": name, "data": data})
    assert event in [name for name, _ in told]


def test_a_message_opens_the_window_and_brings_the_conversation_back(storage: Storage, told: Told) -> None:
    made = trigger(storage, "dm.received", "instagram", author={"name": "Noah Berg"}, content={"text": "Hi"})
    owner = found(storage, Conversation, made["conversation_id"])
    assert (owner.status, owner.unread_count, owner.last_message) == ("active", 1, "Hi")
    assert clock.now() - owner.last_incoming_at < timedelta(minutes=1)
    assert told[0][1]["conversation_id"] == owner.id


def test_a_stranger_begins_a_conversation(storage: Storage, told: Told) -> None:
    made = trigger(storage, "dm.received", "telegram", author={"id": "1", "name": "Zoe"})
    again = trigger(storage, "dm.received", "telegram", author={"id": "1"})
    assert made["conversation_id"] == again["conversation_id"]
    assert found(storage, Conversation, made["conversation_id"]).unread_count == 2
    assert [data["author"]["name"] for _, data in told] == ["Zoe", "Zoe"]


def test_who_writes_can_be_written_to(storage: Storage, told: Told) -> None:
    made = trigger(storage, "dm.received", "telegram", author={"name": "Noor Haddad"})
    assert (found(storage, Conversation, made["conversation_id"]).refusal, len(told)) == (None, 1)


def test_a_story_mention_is_a_message_with_an_attachment(storage: Storage, told: Told) -> None:
    mention = {"type": "story_mention", "url": "https://cdn.example.com/story.jpg"}
    made = trigger(storage, "dm.received", "instagram", content={"media": [mention]})
    message = found(storage, Message, made["message_id"])
    assert (message.text, message.attachment_type) == ("", "story_mention")
    assert told[0][1]["content"] == {"text": "", "media": [mention]}


def test_receipts_follow_by_themselves(storage: Storage, told: Told) -> None:
    made = trigger(storage, "dm.sent", "facebook")
    for seconds in (2, 4, 6):
        receipts.report_due(storage, SETTINGS, clock.now() + timedelta(seconds=seconds))
    names = [name for name, _ in told]
    assert names == ["dm.sent", "dm.status.sent", "dm.status.delivered", "dm.status.read"]
    assert found(storage, Message, made["message_id"]).status == "read"


def test_a_message_that_gets_lost_stays_lost(storage: Storage, told: Told) -> None:
    lost = write(storage, "whatsapp")
    trigger(storage, "dm.status.failed", "whatsapp")
    receipts.report_due(storage, SETTINGS, clock.now() + timedelta(hours=1))
    assert found(storage, Message, lost).status == "failed"
    assert [name for name, _ in told] == ["dm.status.sent", "dm.status.failed"]


def test_a_tap_says_what_the_button_says(storage: Storage, told: Told) -> None:
    trigger(storage, "dm.postback", "instagram", metadata={"title": "Yes", "payload": "YES"})
    assert told[0][1]["metadata"] == {"title": "Yes", "payload": "YES"}


def test_a_review_is_stored_and_told_of(storage: Storage, told: Told) -> None:
    made = trigger(storage, "review.received", "google", metadata={"star_rating": 2}, content={"text": "Meh"})
    review = found(storage, Review, made["review_id"])
    assert (review.rating, review.text, told[0][1]["id"]) == (2, "Meh", review.id)


@pytest.mark.parametrize(
    ("event", "overrides"),
    [
        ("dm.received", {"conversation_id": "unknown"}),
        ("dm.received", {"content": "Hi"}),
        ("dm.received", {"content": {"text": 1}}),
        ("dm.status.read", {"mids": ["unknown"]}),
    ],
)
def test_what_cannot_happen_is_said(storage: Storage, event: str, overrides: dict[str, Any]) -> None:
    with pytest.raises(CannotTrigger):
        trigger(storage, event, "instagram", **overrides)
