"""Which conversation, person or message an event about messages is set off for."""

from socialapi_contract.states import STATES
from sqlalchemy import select

from socialapi_stub import conversing, wishes
from socialapi_stub.call import Body
from socialapi_stub.conversing import Bubble, Person
from socialapi_stub.tables.conversations import Conversation, Message
from socialapi_stub.triggers import CannotTrigger, Occasion

STRANGER = "Lea Winter"
TAPPED = {"title": "Get started", "payload": "GET_STARTED"}


def conversation(occasion: Occasion) -> Conversation:
    """Return the conversation it happens in, begun now if there is none."""
    account = wishes.place(occasion)
    return known(occasion) or conversing.begin(occasion.session, account, person(occasion), occasion.now)


def known(occasion: Occasion) -> Conversation | None:
    """Return the conversation that is asked for, else the latest one of the account."""
    account, wanted = wishes.place(occasion), occasion.overrides.get("conversation_id")
    mine = select(Conversation).where(Conversation.account_id == account.id)
    if wanted is not None:
        mine = mine.where(Conversation.id == wanted)
    elif "author" in occasion.overrides:
        mine = mine.where(Conversation.participant_id == person(occasion).id)
    found = occasion.session.scalar(mine.order_by(Conversation.sort_at.desc()).limit(1))
    if wanted is not None and found is None:
        raise CannotTrigger(f"{account.id} has no conversation {wanted}")
    return found


def person(occasion: Occasion) -> Person:
    """Return who does it: `author`, as far as it is given."""
    author = wishes.part(occasion.overrides, "author")
    platform = wishes.place(occasion).platform
    called = conversing.called(platform, wishes.text(author, "name", STRANGER))
    picture = wishes.text(author, "avatar_url", called.picture or "")
    return Person(wishes.text(author, "id", called.id), called.name, picture or None)


def bubble(occasion: Occasion, otherwise: str) -> Bubble:
    """Return what is written: `content`, or a text in its place."""
    content = wishes.part(occasion.overrides, "content")
    media = content.get("media") or [{}]
    if not isinstance(media, list) or not isinstance(media[0], dict):
        raise CannotTrigger("content.media has to be a list of objects")
    kind, address = wishes.text(media[0], "type", "image"), wishes.text(media[0], "url")
    said = wishes.text(content, "text", "" if address else otherwise)
    return Bubble(said, kind, address) if address else Bubble(said)


def offered(occasion: Occasion, owner: Conversation) -> Body:
    """Return what the buttons or quick replies sent last in a conversation say when they are tapped."""
    sent = select(Message).where(Message.conversation_id == owner.id, Message.interactive.is_not(None))
    latest = occasion.session.scalar(sent.order_by(Message.created_at.desc()).limit(1))
    offers = [one for kind in ((latest and latest.interactive) or {}).values() for one in kind]
    buttons = [button for offer in offers for button in offer.get("buttons", [offer])]
    named = ({"title": one["title"], "payload": one["payload"]} for one in buttons if "payload" in one)
    return next(named, TAPPED)


def metadata(occasion: Occasion) -> Body | None:
    """Return `metadata`, None without any."""
    return dict(wishes.part(occasion.overrides, "metadata")) or None


def messages(occasion: Occasion, status: str) -> list[Message]:
    """Return the outgoing messages that come into a state: those of `mids`, else the latest that can."""
    account, mids = wishes.place(occasion), occasion.overrides.get("mids")
    able = {before for before, after, _ in STATES["message"].transitions if after == status}
    able |= {status} & set(STATES["message"].initial)  # the first state is reported of what is in it already
    sent = select(Message).join(Message.conversation).order_by(Message.created_at.desc())
    sent = sent.where(Conversation.account_id == account.id, Message.status.in_(able))
    named = [str(one) for one in mids] if isinstance(mids, list) else None
    chosen = sent.limit(1) if named is None else sent.where(Message.platform_id.in_(named))
    found = occasion.session.scalars(chosen).all()
    if len(found) != len(named or "1") or len({row.conversation_id for row in found}) != 1:
        reason = f"{account.id} has no such messages that can be {status}, all of them in one conversation"
        raise CannotTrigger(reason)
    return list(found)
