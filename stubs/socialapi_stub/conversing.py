"""The life of a conversation: found or begun, written in by either side, seen by those who may."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from urllib.parse import quote

from socialapi_contract.events import EVENTS, Event
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from socialapi_stub import conversation_documents, events, ids, receipts, upstream
from socialapi_stub.call import Body, Call
from socialapi_stub.events import Occurrence
from socialapi_stub.problems import Problem
from socialapi_stub.settings import Settings
from socialapi_stub.tables import Account
from socialapi_stub.tables.conversations import Conversation, Message

Direction = Literal["incoming", "outgoing"]
# Messages that go out together keep their order in lists by this distance.
BEAT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on a platform, as the platform shows them."""

    id: str
    name: str
    picture: str | None = None


def called(platform: str, name: str) -> Person:
    """Return the person of a name on a platform, the same whenever it is asked for."""
    picture = f"https://cdn.example.com/avatars/{platform}/{quote(name)}.jpg"
    return Person(upstream.person_id(platform, name), name, picture)


@dataclass(frozen=True, slots=True)
class Bubble:
    """What one message holds."""

    text: str = ""
    attachment_type: str | None = None
    attachment_url: str | None = None
    interactive: Body | None = None


def visible(call: Call) -> Select[Conversation]:
    """Select the conversations on the accounts that the caller may see."""
    statement = select(Conversation).where(Conversation.workspace_id == call.workspace_id)
    if call.caller.brand_ids:
        own = select(Account.id).where(Account.brand_id.in_(call.caller.brand_ids))
        statement = statement.where(Conversation.account_id.in_(own))
    return statement


def one(call: Call, conversation_id: str) -> Conversation:
    """Return a conversation. Raises `conversation.not_found`."""
    found = call.session.scalar(visible(call).where(Conversation.id == conversation_id))
    if found is None:
        raise Problem("conversation.not_found")
    return found


def between(session: Session, account: Account, person: Person, now: datetime) -> Conversation:
    """Return the conversation of an account with a person, begun now if there is none."""
    known = select(Conversation).where(
        Conversation.account_id == account.id, Conversation.participant_id == person.id
    )
    return session.scalar(known) or begin(session, account, person, now)


def begin(session: Session, account: Account, person: Person, now: datetime) -> Conversation:
    """Add an empty conversation with a person the account has none with."""
    made = Conversation(
        id=ids.stable_uuid(account.id, "conversation", person.id),
        workspace_id=account.workspace_id,
        account_id=account.id,
        account=account,
        page_id=_page_id(account),
        platform=account.platform,
        platform_id=upstream.conversation_id(account.platform, account.platform_account_id, person.id),
        participant_id=person.id,
        participant_name=person.name,
        participant_picture=person.picture,
        status="active",
        unread_count=0,
        sort_at=now,
        created_at=now,
        updated_at=now,
    )
    session.add(made)
    return made


def write(
    session: Session, owner: Conversation, bubbles: Sequence[Bubble], now: datetime, settings: Settings
) -> list[Message]:
    """Add messages of the account in the order of sending, and tell that they went out."""
    rows = [message(owner, "outgoing", bubble, now + place * BEAT) for place, bubble in enumerate(bubbles)]
    session.add_all(rows)
    _note_latest(owner, rows[-1])
    for row in rows:
        _tell(session, "dm.sent", owner, conversation_documents.sent(row), now)
    receipts.report(session, rows, "sent", now, settings)
    return rows


def receive(
    session: Session, owner: Conversation, bubble: Bubble, now: datetime, metadata: Body | None = None
) -> Message:
    """Add a message of the person.

    It opens the window, ends a refusal of the person, and brings the conversation back into the list.
    """
    row = message(owner, "incoming", bubble, now)
    session.add(row)
    _note_latest(owner, row)
    owner.status, owner.refusal = "active", None
    owner.unread_count += 1
    owner.last_incoming_at = now
    _tell(session, "dm.received", owner, conversation_documents.received(row, metadata), now)
    return row


def message(
    owner: Conversation, direction: Direction, bubble: Bubble, at: datetime, name: str = ""
) -> Message:
    """Return a message that is not stored yet; `name` is its id, if it shall have a certain one."""
    name = name or ids.new_uuid()
    speaker = _account(owner) if direction == "outgoing" else _person(owner)
    return Message(
        id=name,
        conversation_id=owner.id,
        conversation=owner,
        platform_id=upstream.message_id(owner.platform, name),
        direction=direction,
        sender_id=speaker.id,
        sender_name=speaker.name,
        text=bubble.text,
        attachment_type=bubble.attachment_type,
        attachment_url=bubble.attachment_url,
        interactive=bubble.interactive,
        created_at=at,
    )


def _person(owner: Conversation) -> Person:
    return Person(owner.participant_id, owner.participant_name)


def _account(owner: Conversation) -> Person:
    """Return who writes on behalf of the account: its page, if the conversation is with one."""
    account = owner.account
    page = next((page for page in account.pages if page.id == owner.page_id), None)
    return (
        Person(page.platform_page_id, page.name)
        if page
        else Person(account.platform_account_id, account.name)
    )


def _note_latest(owner: Conversation, row: Message) -> None:
    owner.last_message = row.text
    owner.last_message_at = owner.sort_at = owner.updated_at = row.created_at


def _page_id(account: Account) -> str | None:
    active = [page for page in account.pages if page.is_active]
    chosen = next((page for page in active if page.is_default), None) or next(iter(active), None)
    return chosen.id if chosen else None


def _tell(session: Session, event: Event, owner: Conversation, data: dict[str, Any], now: datetime) -> None:
    platforms = EVENTS[event].platforms
    if platforms is None or owner.platform in platforms:
        events.emit(session, Occurrence(owner.workspace_id, event, data, now, owner.account))
