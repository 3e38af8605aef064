"""The people who write to an account, as far as they show themselves."""

from sqlalchemy import select

from socialapi_stub import upstream
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account
from socialapi_stub.tables.conversations import Conversation

# Whoever has this name has not agreed to show a profile.
RELUCTANT = "Luca Rossi"


def profile(call: Call, account: Account, participant_id: str) -> Body:
    """Return the profile of a person who is in a conversation with an account.

    Raises `resource.not_found` for anybody else, `platform.instagram.230` without consent.
    """
    with_account = select(Conversation).where(Conversation.account_id == account.id)
    found = call.session.scalar(with_account.where(Conversation.participant_id == participant_id))
    if found is None:
        raise Problem("resource.not_found", resource="participant", id=participant_id)
    if found.participant_name == RELUCTANT:
        raise Problem("platform.instagram.230")
    picture = found.participant_picture
    return {
        "id": participant_id,
        "username": found.participant_name.casefold().replace(" ", "."),
        "name": found.participant_name,
        **({"profile_pic": picture} if picture else {}),
        "follower_count": upstream.amount(f"{participant_id}/followers", 2000),
        "is_verified_user": False,
        "is_user_follow_business": bool(upstream.amount(f"{participant_id}/{account.id}", 2)),
        "is_business_follow_user": bool(upstream.amount(f"{account.id}/{participant_id}", 2)),
    }
