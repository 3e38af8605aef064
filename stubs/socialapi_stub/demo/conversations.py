"""The conversations of the demo data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import conversing, ids, receipts, upstream
from socialapi_stub.conversing import Bubble
from socialapi_stub.demo.cast import Cast
from socialapi_stub.tables import Account
from socialapi_stub.tables.conversations import Conversation, Message

TALK = (
    "Hello! Are you open on Sunday?",
    "Yes, from 9 to 14.",
    "Can I reserve a table for four?",
    "Of course. At what time?",
    "Half past ten would be great.",
    "It is yours.",
    "",  # a picture
    "What a good dog.",
    "One more thing: is he welcome too?",
)
# The workspace whose lists are walked through; elsewhere the end of the talk will do.
TALKATIVE, LATER = "other", 4
PICTURE = Bubble("", "image", "https://cdn.example.com/media/dog.jpg")
PAUSE = timedelta(minutes=7)


@dataclass(frozen=True, slots=True)
class Situation:
    """How long ago the latest message was, how many incoming ones are unread, and the state."""

    age: timedelta
    unread: int
    status: str = "active"


PEOPLE = {
    "Maria Lopez": Situation(timedelta(minutes=20), 2),
    "Jonas Weber": Situation(timedelta(hours=5), 0),
    "Aisha Khan": Situation(timedelta(hours=16), 1),
    "Luca Rossi": Situation(timedelta(days=3), 0),
    "Mei Tanaka": Situation(timedelta(days=12), 1),
    "Noah Berg": Situation(timedelta(days=25), 0, "archived"),
}
# Somebody who cannot be written to, although the window is open.
REFUSING, REFUSED = "Noor Haddad", Situation(timedelta(hours=2), 0)
REFUSALS: Mapping[str, str] = {
    "telegram": "telegram.cannot_message",
    "whatsapp": "whatsapp.user_opted_out",
}


def plant(cast: Cast) -> None:
    """Add conversations to every account that can have some: open and closed windows, read and unread."""
    for workspace in cast.homes:
        for account in cast.accounts[workspace]:
            if account.status == "active" and PLATFORMS[account.platform].messages is not None:
                _converse(cast, account)


def _converse(cast: Cast, account: Account) -> None:
    for name, situation in PEOPLE.items():
        _conversation(cast, account, name, situation)
    if account.platform in REFUSALS:
        _conversation(cast, account, REFUSING, REFUSED).refusal = REFUSALS[account.platform]


def _conversation(cast: Cast, account: Account, name: str, situation: Situation) -> Conversation:
    """Bring a conversation to where its situation wants it; one that is read ends in an answer."""
    whole = TALK if account.workspace_id == cast.homes[TALKATIVE][0].id else TALK[LATER:]
    talk = whole if situation.unread else whole[:-1]
    # A distance by account, so that the conversations of several are mixed in the list.
    latest = cast.now - situation.age - timedelta(seconds=int(upstream.digits(account.id, 3)))
    start = latest - (len(talk) - 1) * PAUSE
    made = conversing.begin(cast.session, account, conversing.called(account.platform, name), start)
    messages = [_message(made, place, text, start + place * PAUSE) for place, text in enumerate(talk)]
    cast.session.add_all(messages)
    made.status = situation.status
    made.unread_count = situation.unread
    made.last_message = talk[-1]
    made.last_message_at = made.sort_at = made.updated_at = latest
    made.last_incoming_at = max(one.created_at for one in messages if one.direction == "incoming")
    return made


def _message(owner: Conversation, place: int, text: str, at: datetime) -> Message:
    """Return one line of the talk; person and account take turns, and every answer has been read."""
    name = ids.stable_uuid(owner.id, str(place))
    bubble = Bubble(text) if text else PICTURE
    if place % 2 == 0:
        return conversing.message(owner, "incoming", bubble, at, name)
    answer = conversing.message(owner, "outgoing", bubble, at, name)
    answer.status = receipts.last(owner.platform)
    answer.status_updated_at = at + PAUSE / 2
    return answer
