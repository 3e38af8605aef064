"""Conversations, comments and invitations whose time is over, or that come from somebody else."""

from datetime import timedelta

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import arranging, collaborating, commented, commenting, conversing, ids, upstream
from socialapi_stub.commenting import Said
from socialapi_stub.conversing import Bubble, Person
from socialapi_stub.provider_states import Wish

STRANGER, QUESTION = "nadia.sand", "Is this still on the menu?"
HOUR = timedelta(hours=1)


def closed_conversation_window(wish: Wish) -> dict[str, str]:
    """Somebody has written to `account_id` so long ago that not even a tag allows an answer any more."""
    account = arranging.account(wish, lambda one: one.messages is not None and one.messages.window_hours)
    rules = PLATFORMS[account.platform].messages
    windows = [rules.window_hours, *rules.tags.values()] if rules else []
    wrote = wish.now - timedelta(hours=max(filter(None, windows))) - HOUR
    person = Person(upstream.person_id(account.platform, ids.new_uuid()), STRANGER)
    owner = conversing.begin(wish.session, account, person, wrote)
    wish.session.add(conversing.message(owner, "incoming", Bubble(QUESTION), wrote))
    owner.last_message, owner.last_message_at, owner.last_incoming_at = QUESTION, wrote, wrote
    return {"account_id": account.id, "conversation_id": owner.id}


def expired_private_reply_window(wish: Wish) -> dict[str, str]:
    """Somebody has commented on a post of `account_id` too long ago for a private reply."""
    account = arranging.account(wish, lambda one: one.comments.private_reply_days)
    days = PLATFORMS[account.platform].comments.private_reply_days
    wrote = wish.now - timedelta(days=days) - HOUR
    number = upstream.post_id(account.platform, account.platform_account_id, ids.new_uuid())
    under = commented.of_platform(account, number, wrote)
    said = Said(QUESTION, upstream.commenter(account.platform, STRANGER), wrote)
    made = commenting.add(
        wish.session, under, said, upstream.comment_id(account.platform, number, ids.new_uuid())
    )
    return {"account_id": account.id, "post_id": under.id, "comment_id": made.id}


def pending_collaboration(wish: Wish) -> dict[str, str]:
    """The Instagram account `account_id` is invited to the post `media_id` of somebody else."""
    account = arranging.account(wish, lambda one: one.slug == "instagram")
    media_id = upstream.post_id(account.platform, STRANGER, ids.new_uuid())
    wish.session.add(collaborating.invitation(None, media_id, account.username, wish.now))
    return {"account_id": account.id, "media_id": media_id}
