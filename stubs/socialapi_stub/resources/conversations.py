"""Conversations: direct messages read, answered, put away."""

from operator import attrgetter

from sqlalchemy import select

from socialapi_stub import conversation_documents, conversing, pages, sending
from socialapi_stub.call import Body, Call
from socialapi_stub.pages import Order
from socialapi_stub.tables import Account
from socialapi_stub.tables.conversations import Conversation, Message

LATEST_FIRST = Order(Conversation.sort_at, Conversation.id, attrgetter("sort_at", "id"), descending=True)
NEWEST_FIRST = Order(Message.created_at, Message.id, attrgetter("created_at", "id"), descending=True)


def list_conversations(call: Call, query: Body) -> Body:
    """Return one page of the conversations that meet the filters."""
    statement = conversing.visible(call).where(Conversation.status == query["status"])
    for name in ("account_id", "page_id", "platform"):
        if name in query:
            statement = statement.where(getattr(Conversation, name) == query[name])
    if "brand_id" in query:
        own = select(Account.id).where(Account.brand_id == query["brand_id"])
        statement = statement.where(Conversation.account_id.in_(own))
    return pages.page(call, query, statement, LATEST_FIRST, conversation_documents.conversation)


def get_conversation(call: Call, conversation_id: str) -> Body:
    """Return a conversation, archived or not."""
    return {"data": conversation_documents.conversation(conversing.one(call, conversation_id))}


def update_conversation(call: Call, conversation_id: str, body: Body) -> Body:
    """Put a conversation away, or bring it back."""
    conversation = conversing.one(call, conversation_id)
    conversation.status = body["status"]
    conversation.updated_at = call.now
    return {"success": True}


def list_messages(call: Call, conversation_id: str, query: Body) -> Body:
    """Return one page of the messages of a conversation; it stays unread."""
    conversation = conversing.one(call, conversation_id)
    statement = select(Message).where(Message.conversation_id == conversation.id)
    return pages.page(call, query, statement, NEWEST_FIRST, conversation_documents.message)


def send_message(call: Call, conversation_id: str, body: Body) -> Body:
    """Write to the person of a conversation."""
    sent = [message.platform_id for message in sending.send(call, conversation_id, body)]
    return {"success": True, "message_id": sent[0], "message_ids": sent}


def mark_conversation_read(call: Call, conversation_id: str) -> Body:
    """Let a conversation have nothing unread."""
    conversation = conversing.one(call, conversation_id)
    conversation.unread_count = 0
    conversation.updated_at = call.now
    return {"success": True}
