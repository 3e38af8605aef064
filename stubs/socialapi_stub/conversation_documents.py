"""Conversations and messages as the API shows them, and as the events about them do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import clock, interactions
from socialapi_stub.call import Body
from socialapi_stub.documents import present
from socialapi_stub.interactions import Deed
from socialapi_stub.tables.conversations import Conversation, Message


def conversation(row: Conversation) -> Body:
    """Return a conversation; what is not known is left out."""
    optional = {
        "page_id": row.page_id,
        "participant_picture": row.participant_picture,
        "last_message": row.last_message,
    }
    return {
        "id": row.id,
        "user_id": row.workspace_id,
        "account_id": row.account_id,
        "platform": row.platform,
        "platform_id": row.platform_id,
        "participant_id": row.participant_id,
        "participant_name": row.participant_name,
        "status": row.status,
        "unread_count": row.unread_count,
        "last_message_at": clock.optional_text(row.last_message_at),
        "created_at": clock.text(row.created_at),
        "updated_at": clock.text(row.updated_at),
        **present(optional),
    }


def message(row: Message) -> Body:
    """Return a message; the state is null on an incoming one."""
    return {
        "id": row.id,
        "conversation_id": row.conversation_id,
        "platform_id": row.platform_id,
        "direction": row.direction,
        "sender_id": row.sender_id,
        "sender_name": row.sender_name,
        "text": row.text,
        **present({"attachment_type": row.attachment_type, "attachment_url": row.attachment_url}),
        "status": row.status,
        "status_updated_at": clock.optional_text(row.status_updated_at),
        "created_at": clock.text(row.created_at),
    }


def sent(row: Message) -> Body:
    """Return what `dm.sent` says of a message of the account."""
    owner = row.conversation
    recipient = participant(owner) if tells(owner.platform, "recipient") else None
    optional = {"page_id": owner.page_id, "recipient": recipient}
    author = {"id": row.sender_id, "name": row.sender_name}
    deed = Deed("dm", owner.account, row.platform_id, row.created_at, author, row.text, _media(row))
    return interactions.document(replace(deed, optional=optional))


def received(row: Message, metadata: Mapping[str, Any] | None) -> Body:
    """Return what `dm.received` says of a message of the person."""
    deed = gesture(row.conversation, row.platform_id, row.created_at, metadata)
    return interactions.document(replace(deed, text=row.text, media=_media(row)))


def gesture(owner: Conversation, platform_id: str, at: datetime, metadata: Mapping[str, Any] | None) -> Deed:
    """Return something that the person of a conversation did, without words."""
    named = owner.id if tells(owner.platform, "conversation_id") else None
    optional = {"page_id": owner.page_id, "conversation_id": named}
    author = participant(owner)
    return Deed("dm", owner.account, platform_id, at, author, metadata=metadata, optional=optional)


def status(rows: Sequence[Message]) -> Body:
    """Return what the `dm.status` events say of messages that are equally far."""
    mids = [row.platform_id for row in rows]
    return {"status": rows[0].status, "mids": mids, "recipient_id": rows[0].conversation.participant_id}


def tells(platform: str, field: str) -> bool:
    """Tell whether the events of a platform have a field about messages."""
    rules = PLATFORMS[platform].messages
    return rules is not None and field in rules.tells


def participant(row: Conversation) -> Body:
    """Return the person of a conversation as an author."""
    picture = {"avatar_url": row.participant_picture}
    return {"id": row.participant_id, "name": row.participant_name, **present(picture)}


def _media(row: Message) -> list[Body]:
    return [{"type": row.attachment_type, "url": row.attachment_url}] if row.attachment_url else []
