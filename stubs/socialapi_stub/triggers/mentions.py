"""Mentions of an account on the platforms."""

from socialapi_stub import comment_wishes, events, ids, mentioning, upstream, wishes
from socialapi_stub.call import Body
from socialapi_stub.events import Occurrence
from socialapi_stub.mentioning import Place
from socialapi_stub.tables import Account
from socialapi_stub.triggers import Occasion

TEXT = "Reading with a cup of @{name}."


def mention_received(occasion: Occasion) -> Body:
    """Let somebody mention the account: in a caption, or in a comment if `metadata.mention_type` says so.

    `metadata.media_id` is the post it happens on, else a new one of somebody else.
    """
    account = wishes.place(occasion)
    author, metadata = comment_wishes.author(occasion, account), wishes.part(occasion.overrides, "metadata")
    content = wishes.part(occasion.overrides, "content")
    said = {
        "text": wishes.text(content, "text", TEXT.format(name=account.username)),
        "media": [],
        "author": author,
    }
    place = _place(account, author, wishes.text(metadata, "media_id"), wishes.text(metadata, "mention_type"))
    made = mentioning.add(occasion.session, account, place, said, comment_wishes.moment(occasion))
    data = mentioning.document(made, account)
    occurrence = Occurrence(account.workspace_id, "mention.received", data, occasion.now, account)
    events.emit(occasion.session, occurrence)
    return {"mention_id": made.id, "media_id": made.media_id, "comment_id": made.comment_id}


def _place(account: Account, author: Body, media_id: str, kind: str) -> Place:
    platform, name = account.platform, ids.new_uuid()
    found = media_id or upstream.post_id(platform, author["id"], name)
    return Place(found, upstream.comment_id(platform, found, name) if kind == "comment" else None)
