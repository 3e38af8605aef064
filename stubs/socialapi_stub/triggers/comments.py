"""Comments that people write on the platforms."""

from sqlalchemy import select

from socialapi_stub import comment_events, comment_wishes, commented, commenting, ids, upstream, wishes
from socialapi_stub.call import Body
from socialapi_stub.commenting import Said
from socialapi_stub.tables import Account, Target
from socialapi_stub.tables.comments import Comment, CommentedPost
from socialapi_stub.triggers import CannotTrigger, Occasion

QUESTION = "Which roast is this?"


def comment_received(occasion: Occasion) -> Body:
    """Let somebody comment: on the post `platform_post_id` or `post_id`, else on the latest of the account.

    `metadata.parent_id` makes it an answer to a comment there; `received_at` may lie in the past.
    """
    account = wishes.place(occasion)
    under = _post(occasion, account)
    parent = _parent(occasion, under)
    content = wishes.part(occasion.overrides, "content")
    author, at = comment_wishes.author(occasion, account), comment_wishes.moment(occasion)
    said = Said(wishes.text(content, "text", QUESTION), author, at)
    number = upstream.comment_id(account.platform, under.platform_id, ids.new_uuid())
    made = commenting.add(occasion.session, under, said, number, parent)
    occasion.session.flush()
    comment_events.received(occasion.session, account, made, parent, occasion.now)
    return {"comment_id": made.id, "platform_id": made.platform_id, "platform_post_id": under.platform_id}


def _post(occasion: Occasion, account: Account) -> CommentedPost:
    session, wanted = occasion.session, wishes.text(occasion.overrides, "platform_post_id")
    if wanted:
        found = commented.find(session, account, wanted, occasion.now)
        return found or commented.of_platform(account, wanted, occasion.now)
    copies, stored = commented.copies(account), wishes.text(occasion.overrides, "post_id")
    copy = session.scalar((copies.where(Target.post_id == stored) if stored else copies).limit(1))
    if copy is not None:
        found = commented.find(session, account, copy.platform_post_id or "", occasion.now)
        return found or commented.of_copy(account, copy, occasion.now)
    latest = select(CommentedPost).where(CommentedPost.account_id == account.id)
    known = session.scalar(latest.order_by(CommentedPost.commented_at.desc()).limit(1))
    if known is None or stored:
        raise CannotTrigger(f"{account.id} has no such post; publish one first, or give platform_post_id")
    return known


def _parent(occasion: Occasion, under: CommentedPost) -> Comment | None:
    wanted = wishes.text(wishes.part(occasion.overrides, "metadata"), "parent_id")
    found = commenting.find(occasion.session, Comment.post_id == under.id, wanted) if wanted else None
    if wanted and found is None:
        raise CannotTrigger(f"there is no comment {wanted} on the post {under.platform_id}")
    return found
