"""Stories: what is seen for a day and then disappears."""

from datetime import datetime, timedelta
from operator import attrgetter

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from socialapi_stub import clock
from socialapi_stub.call import Body
from socialapi_stub.content import Content
from socialapi_stub.pages import Order
from socialapi_stub.tables import Account, Target
from socialapi_stub.tables.instagram import Story

FORM = "stories"
LATEST_FIRST = Order(Story.created_at, Story.id, attrgetter("created_at", "id"), descending=True)


def put_up(session: Session, account: Account, target: Target, said: Content, now: datetime) -> None:
    """Note a copy that was published as a story."""
    rules = said.publishing.formats.get(FORM)
    if target.media_type != FORM or rules is None or rules.lifetime_hours is None:
        return
    item = said.items[0]
    number = str(target.platform_post_id)
    story = Story(
        id=number,
        account_id=account.id,
        media_type="VIDEO" if item.kind == "video" else "IMAGE",
        media_url=item.source if item.source_type == "url" else None,
        permalink=address(account, number),
        created_at=now,
        expires_at=now + timedelta(hours=rules.lifetime_hours),
    )
    session.add(story)


def visible(account: Account, now: datetime) -> Select[Story]:
    """Select the stories of an account that can still be seen."""
    return select(Story).where(Story.account_id == account.id, Story.expires_at > now)


def address(account: Account, number: str) -> str:
    """Return where a story can be seen."""
    return f"https://www.instagram.com/stories/{account.username}/{number}"


def document(account: Account, story: Story) -> Body:
    """Return a story as the platform has it."""
    return {
        "id": story.id,
        "account_id": account.id,
        "platform": account.platform,
        "media_type": story.media_type,
        **({"media_url": story.media_url} if story.media_url else {}),
        "permalink": story.permalink,
        "timestamp": clock.text(story.created_at),
        "metadata": {"is_story": True, "expires_at": clock.text(story.expires_at)},
    }
