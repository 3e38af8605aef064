"""Stories of the demo data, and invitations to posts made elsewhere."""

from datetime import timedelta

from socialapi_stub import collaborating, stories, upstream
from socialapi_stub.demo.cast import Cast
from socialapi_stub.tables import Account
from socialapi_stub.tables.instagram import Collaboration, Story

STORIES = 9
INVITING = "tidewater.books"


def plant(cast: Cast) -> None:
    """Add the stories of this morning to every Instagram account, and an invitation that waits."""
    for accounts in cast.accounts.values():
        for account in accounts:
            if account.platform == "instagram":
                cast.session.add_all(_story(cast, account, number) for number in range(STORIES))
                cast.session.add(_invitation(cast, account))


def _story(cast: Cast, account: Account, number: int) -> Story:
    name = upstream.digits(f"{account.id}/story/{number}", 17)
    at = cast.now - timedelta(minutes=5 * number + 1)
    moving = number % 2 == 0
    return Story(
        id=name,
        account_id=account.id,
        media_type="VIDEO" if moving else "IMAGE",
        media_url=f"https://cdn.example.com/{'roast.mp4' if moving else 'beans.jpg'}",
        permalink=stories.address(account, name),
        created_at=at,
        expires_at=at + timedelta(days=1),
    )


def _invitation(cast: Cast, account: Account) -> Collaboration:
    media_id = upstream.digits(f"{INVITING}/{account.username}", 17)
    return collaborating.invitation(None, media_id, account.username, cast.now - timedelta(days=1))
