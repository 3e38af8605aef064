"""Instagram: a profile and its reach, stories, posts with several authors, who writes to the account."""

from datetime import timedelta

from sqlalchemy import func, select

from socialapi_stub import clock, collaborating, pages, participants, platform_calls, stories, upstream
from socialapi_stub.call import Body, Call
from socialapi_stub.tables import Account, Target

REACHED = {"reach": 9000, "views": 20000, "accounts_engaged": 900, "interactions": 1500}
SUMMED_UP = timedelta(days=30)


def get_instagram_summary(call: Call, account_id: str) -> Body:
    """Return the counts of a profile, and what it reached in 30 whole days."""
    account = platform_calls.account(call, account_id)
    end = call.now.replace(hour=0, minute=0, second=0, microsecond=0)
    picture = account.profile_picture_url
    return {
        "username": account.username,
        "display_name": account.name,
        **({"picture_url": picture} if picture else {}),
        "follower_count": upstream.amount(f"{account.id}/followers", 20000),
        "following_count": upstream.amount(f"{account.id}/following", 900),
        "media_count": upstream.amount(f"{account.id}/media", 200) + _published(call, account),
        **{name: upstream.amount(f"{account.id}/{end}/{name}", below) for name, below in REACHED.items()},
        "net_follows": upstream.amount(f"{account.id}/{end}/net_follows", 100) - 20,
        "period_start": clock.text(end - SUMMED_UP),
        "period_end": clock.text(end),
    }


def list_instagram_stories(call: Call, account_id: str, query: Body) -> Body:
    """Return one page of the stories that can still be seen, the latest first."""
    account = platform_calls.account(call, account_id)
    statement = stories.visible(account, call.now)
    scoped = {**query, "account_id": account.id}
    return pages.page(
        call, scoped, statement, stories.LATEST_FIRST, lambda row: stories.document(account, row)
    )


def list_instagram_collaborators(call: Call, account_id: str, media_id: str) -> Body:
    """Return who was invited to a post that the account published."""
    account = platform_calls.account(call, account_id)
    data = [
        {"id": row.platform_account_id, "username": row.username, "status": row.status}
        for row in collaborating.collaborators(call, account, media_id)
    ]
    return {"data": data, "count": len(data)}


def accept_instagram_collaboration(call: Call, account_id: str, media_id: str) -> Body:
    """Become an author of a post to which the account is invited."""
    collaborating.answer(call, platform_calls.account(call, account_id), media_id, "accepted")
    return {"success": True}


def decline_instagram_collaboration(call: Call, account_id: str, media_id: str) -> Body:
    """Turn an invitation down."""
    collaborating.answer(call, platform_calls.account(call, account_id), media_id, "declined")
    return {"success": True}


def get_instagram_participant(call: Call, account_id: str, participant_id: str) -> Body:
    """Return the profile of somebody who wrote to the account."""
    return participants.profile(call, platform_calls.account(call, account_id), participant_id)


def _published(call: Call, account: Account) -> int:
    counting = select(func.count()).select_from(Target).where(Target.account_id == account.id)
    return call.session.scalar(counting.where(Target.status == "published")) or 0
