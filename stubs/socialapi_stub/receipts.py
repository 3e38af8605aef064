"""What platforms report of messages that went out: how far they are."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from socialapi_contract.events import EVENTS, Event
from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import conversation_documents, due, events
from socialapi_stub.events import Occurrence
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables.conversations import Conversation, Message

# A message that goes well passes these, as far as its platform reports them.
COURSE = ("sent", "delivered", "read")


def report(
    session: Session, messages: Sequence[Message], status: str, now: datetime, settings: Settings
) -> None:
    """Bring messages of one conversation to a state and tell of it; the next one follows after a while."""
    owner = messages[0].conversation
    coming = following(owner.platform, status)
    for message in messages:
        message.status = status
        message.status_updated_at = now
        message.due_at = now + timedelta(seconds=settings.publish_seconds) if coming else None
    event = cast("Event", f"dm.status.{status}")
    platforms: Any = EVENTS[event].platforms
    if owner.platform in platforms:
        data = conversation_documents.status(messages)
        events.emit(session, Occurrence(owner.workspace_id, event, data, now, owner.account))


def following(platform: str, status: str) -> str | None:
    """Return the state that a platform reports after another one, None when it reports no more."""
    rules = PLATFORMS[platform].messages
    if rules is None or status not in COURSE:
        return None
    later = COURSE[COURSE.index(status) + 1 :]
    return next((one for one in later if one in rules.receipts), None)


def last(platform: str) -> str:
    """Return the state in which a message ends that goes well on a platform."""
    status = COURSE[0]
    while coming := following(platform, status):
        status = coming
    return status


def report_due(storage: Storage, settings: Settings, now: datetime) -> int:
    """Move every message whose next report is due, and return how many that were."""

    def step(session: Session, message: Message) -> None:
        status = following(message.conversation.platform, message.status or "")
        message.due_at = None
        if status is not None:
            report(session, [message], status, now, settings)

    waiting = select(Message).join(Message.conversation).where(Message.due_at <= now)
    return due.move(storage, waiting, Conversation.workspace_id, step)
