"""What is told of comments: one that came in, and the message that answers one privately."""

from datetime import datetime

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import commenting, conversation_documents, events, ids, interactions, upstream
from socialapi_stub.call import Body, Call
from socialapi_stub.documents import present
from socialapi_stub.events import Occurrence
from socialapi_stub.interactions import Deed
from socialapi_stub.tables import Account, Target
from socialapi_stub.tables.comments import Comment, CommentedPost


def received(session: Session, on: Account, comment: Comment, parent: Comment | None, now: datetime) -> None:
    """Tell of a comment that came in under a post of an account."""
    under, tells = comment.post, PLATFORMS[on.platform].comments.tells
    optional = {
        "page_id": under.page_id,
        "permalink": under.permalink if "permalink" in tells else None,
        "platform_post_id": under.platform_id if "platform_post_id" in tells else None,
        "post_id": _stored_post(session, under),
    }
    metadata = {
        **({"media_id": under.platform_id} if "media_id" in tells else {}),
        **({"parent_id": parent.platform_id} if parent and "parent_id" in tells else {}),
    }
    deed = Deed(
        "comment",
        on,
        comment.platform_id,
        comment.created_at,
        author(comment.author),
        comment.text,
        metadata=metadata or None,
        optional=optional,
    )
    data = interactions.document(deed)
    events.emit(session, Occurrence(on.workspace_id, "comment.received", data, now, on))


def answered_privately(call: Call, comment: Comment, text: str) -> None:
    """Tell of the message that went out to the author of a comment."""
    on = call.session.get_one(Account, comment.post.account_id)
    recipient = author(comment.author) if conversation_documents.tells(on.platform, "recipient") else None
    optional = {"page_id": comment.post.page_id, "recipient": recipient}
    message, speaker = upstream.message_id(on.platform, ids.new_uuid()), author(commenting.author_of(on))
    deed = Deed("dm", on, message, call.now, speaker, text, optional=optional)
    data = interactions.document(deed)
    events.emit(call.session, Occurrence(on.workspace_id, "dm.sent", data, call.now, on))


def author(person: Body) -> Body:
    """Return the author of a comment in the form that interactions have."""
    told = {name: person.get(name) for name in ("id", "name", "username")}
    known = {**told, "avatar_url": person.get("picture")}
    return present(known)


def _stored_post(session: Session, under: CommentedPost) -> str | None:
    copies = select(Target.post_id).where(Target.platform_post_id == under.platform_id)
    return session.scalar(copies.where(Target.account_id == under.account_id).limit(1))
