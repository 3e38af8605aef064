"""Accounts with something of everything that their platform has, so that every operation finds some."""

from dataclasses import replace
from datetime import timedelta

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import (
    commented,
    commenting,
    delivery,
    drafting,
    ids,
    phone_numbers,
    upstream,
)
from socialapi_stub.commenting import Said
from socialapi_stub.tables import Account, Target
from socialapi_stub.tables.conversations import Conversation
from socialapi_stub.tables.pinterest import Board
from socialapi_stub.triggers import Occasion, mentions, messages, reviews

TEXT, QUESTION, ANSWER, GUEST = "Freshly roasted.", "Which roast is this?", "The dark one.", "nadia.sand"
BOARD = "Latte art"
HOUR = timedelta(hours=1)


def furnish(occasion: Occasion, account: Account) -> dict[str, str]:
    """Let a post be out on an account, and let people comment, write, mention it and review it.

    Whatever the platform does not have is left out. Returns the ids under the names that requests have for
    them; `comment_id` is a comment of the account itself.
    """
    platform = PLATFORMS[account.platform]
    found: dict[str, str] = {}
    if platform.boards:
        found["board_id"] = _add_board(occasion, account)
    if platform.publishing is not None:
        found |= _publish(occasion, account, found.get("board_id"))
    if platform.messages is not None:
        found |= _write(occasion)
    if platform.mentions.list:
        where = {"metadata": {"media_id": found["platform_post_id"], "mention_type": "comment"}}
        found["media_id"] = mentions.mention_received(replace(occasion, overrides=where))["media_id"]
    if platform.reviews.list:
        found["review_id"] = reviews.review_received(occasion)["review_id"]
    if account.platform == "whatsapp":
        phone_numbers.of(occasion.session, account).status = "registered"
    return found


def _publish(occasion: Occasion, account: Account, board_id: str | None) -> dict[str, str]:
    post = drafting.draft(ids.new_uuid(), account.workspace_id, occasion.now, TEXT)
    target = drafting.destination(ids.new_uuid(), 0, account, board_id=board_id)
    post.targets = [target]
    occasion.session.add(post)
    occasion.session.flush()
    delivery.deliver(occasion.session, post, target, occasion.now)
    post.status, post.published_at = "published", occasion.now
    drafting.place_in_time(post)
    copy = target.platform_post_id or ""
    found = dict.fromkeys(("post_id", "platform_post_id", "video_id"), copy)
    return found | _comment(occasion, account, target)


def _comment(occasion: Occasion, account: Account, copy: Target) -> dict[str, str]:
    if PLATFORMS[account.platform].comments.list == "no":
        return {}
    under = commented.of_copy(account, copy, occasion.now)
    answer = Said(ANSWER, commenting.author_of(account), occasion.now - HOUR, own=True)
    question = Said(QUESTION, upstream.commenter(account.platform, GUEST), occasion.now)
    made = [
        commenting.add(
            occasion.session,
            under,
            said,
            upstream.comment_id(account.platform, under.platform_id, ids.new_uuid()),
        )
        for said in (answer, question)
    ]
    return {"comment_id": made[0].id}


def _write(occasion: Occasion) -> dict[str, str]:
    begun = messages.dm_received(occasion)["conversation_id"]
    return {
        "conversation_id": begun,
        "participant_id": occasion.session.get_one(Conversation, begun).participant_id,
    }


def _add_board(occasion: Occasion, account: Account) -> str:
    board = Board(
        id=ids.new_board_id(),
        account_id=account.id,
        platform_board_id=upstream.digits(ids.new_uuid(), 18),
        name=BOARD,
        privacy="PUBLIC",
        created_at=occasion.now,
    )
    occasion.session.add(board)
    return board.id
