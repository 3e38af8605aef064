"""Direct messages: written by people and in the platform's own app, and reported on."""

from socialapi_contract.events import Event

from socialapi_stub import (
    conversation_documents,
    conversing,
    events,
    ids,
    interactions,
    message_wishes,
    receipts,
    upstream,
    wishes,
)
from socialapi_stub.call import Body
from socialapi_stub.events import Occurrence
from socialapi_stub.interactions import Deed
from socialapi_stub.tables.conversations import Conversation
from socialapi_stub.triggers import CannotTrigger, Occasion

QUESTION = "Hello! Is anybody there?"
ANSWER = "Hello! How can we help?"
REFERRAL = {"referral": {"ad_id": "120210000000000001", "source": "ADS", "type": "OPEN_THREAD"}}


def dm_received(occasion: Occasion) -> Body:
    """Let a person write: `author`, or the one of `conversation_id`, else of the latest conversation."""
    owner, bubble = message_wishes.conversation(occasion), message_wishes.bubble(occasion, QUESTION)
    metadata = message_wishes.metadata(occasion)
    row = conversing.receive(occasion.session, owner, bubble, occasion.now, metadata)
    return {"conversation_id": owner.id, "message_id": row.id}


def dm_sent(occasion: Occasion) -> Body:
    """Let the account write in the platform's own app; the conversation is chosen likewise."""
    owner, bubble = message_wishes.conversation(occasion), message_wishes.bubble(occasion, ANSWER)
    rows = conversing.write(occasion.session, owner, [bubble], occasion.now, occasion.settings)
    return {"conversation_id": owner.id, "message_id": rows[0].id}


def dm_referral(occasion: Occasion) -> Body:
    """Let a person follow an ad without writing; the person is chosen likewise, and may be a stranger."""
    metadata = message_wishes.metadata(occasion) or REFERRAL
    known = message_wishes.known(occasion)
    if known is not None:
        return _gesture(occasion, "dm.referral", _deed(occasion, known, metadata))
    stranger = message_wishes.person(occasion)
    author = {"id": stranger.id, "name": stranger.name}
    deed = Deed("dm", wishes.place(occasion), _new_id(occasion), occasion.now, author, metadata=metadata)
    return _gesture(occasion, "dm.referral", deed)


def dm_postback(occasion: Occasion) -> Body:
    """Let a person tap a button: the one of `metadata`, else one that was sent last."""
    known = message_wishes.known(occasion)
    if known is None:
        raise CannotTrigger("nobody can tap anything before there is a conversation; trigger dm.received")
    metadata = message_wishes.metadata(occasion) or message_wishes.offered(occasion, known)
    return _gesture(occasion, "dm.postback", _deed(occasion, known, metadata))


def dm_status_sent(occasion: Occasion) -> Body:
    """Let the platform say again that it took messages: those of `mids`, else the latest one."""
    return _report(occasion, "sent")


def dm_status_delivered(occasion: Occasion) -> Body:
    """Let messages arrive; they are chosen likewise."""
    return _report(occasion, "delivered")


def dm_status_read(occasion: Occasion) -> Body:
    """Let messages be read; they are chosen likewise."""
    return _report(occasion, "read")


def dm_status_failed(occasion: Occasion) -> Body:
    """Let messages get lost; they are chosen likewise."""
    return _report(occasion, "failed")


def _gesture(occasion: Occasion, event: Event, deed: Deed) -> Body:
    data = interactions.document(deed)
    events.emit(occasion.session, Occurrence(occasion.workspace.id, event, data, occasion.now, deed.account))
    return {"id": data["id"]}


def _deed(occasion: Occasion, owner: Conversation, metadata: Body) -> Deed:
    return conversation_documents.gesture(owner, _new_id(occasion), occasion.now, metadata)


def _new_id(occasion: Occasion) -> str:
    return upstream.message_id(wishes.place(occasion).platform, ids.new_uuid())


def _report(occasion: Occasion, status: str) -> Body:
    rows = message_wishes.messages(occasion, status)
    receipts.report(occasion.session, rows, status, occasion.now, occasion.settings)
    return {"message_ids": [row.id for row in rows]}
