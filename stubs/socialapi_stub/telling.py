"""Events in a sentence for people, and what they are about."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from socialapi_contract.events import Event
from socialapi_contract.platforms import PLATFORMS

from socialapi_stub.call import Body
from socialapi_stub.tables import Account

SENTENCES: Mapping[Event, str] = {
    "post.scheduled": "Scheduled for {where}",
    "post.published": "Published to {where}{as_whom}",
    "post.failed": "Publishing to {where} failed",
    "post.partial": "Publishing to some of {where} failed",
    "post.updated": "Post changed: {changed}",
    "post.deleted": "Post deleted that was {was_status}",
    "post.unpublished": "Taken down: {unpublished_count} of its copies",
    "post.retried": "Tried again: {retried_count} of its targets",
    "comment.received": "Comment by {author} on {where}",
    "dm.received": "Message from {author} on {where}",
    "dm.sent": "Message sent on {where}",
    "dm.referral": "{author} came from an ad or link on {where}",
    "dm.postback": "{author} tapped a button on {where}",
    "dm.status.sent": "Message to {recipient_id} accepted",
    "dm.status.delivered": "Message to {recipient_id} delivered",
    "dm.status.read": "Message to {recipient_id} read",
    "dm.status.failed": "Message to {recipient_id} could not be delivered",
    "review.received": "Review by {author} on {where}",
    "mention.received": "Mention by {author} on {where}",
    "account.connected": "{where} account connected{as_whom}",
    "account.disconnected": "{where} account lost: {reason}",
    "page.removed": "Page {name} is gone from {where}",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An event for people and for filters: what happened, on which account, to which object."""

    summary: str
    platform: str | None
    account_id: str | None
    resource_id: str | None


def tell(event: Event, data: Body, account: Account | None) -> Told:
    """Return what an event is about; one that touches several accounts is about none of them."""
    targets: list[Body] = data.get("results") or data.get("targets") or []
    places = [str(target["platform"]) for target in targets] or _place(data, account)
    only = targets[0] if len(targets) == 1 else data
    account_id = only.get("account_id") or (account.id if account else None)
    return Told(
        summary=SENTENCES[event].format_map(_Words(data, places, account)),
        platform=places[0] if len(places) == 1 else None,
        account_id=account_id,
        resource_id=data.get("post_id") if event.startswith("post.") else data.get("id") or account_id,
    )


class _Words(dict[str, Any]):
    """The words of a sentence; one that is not known is empty."""

    def __init__(self, data: Body, places: list[str], account: Account | None) -> None:
        author, username = data.get("author") or {}, data.get("username") or (account and account.username)
        super().__init__(
            {
                **data,
                "where": ", ".join(dict.fromkeys(PLATFORMS[place].name for place in places)) or "no platform",
                "as_whom": f" as {username}" if username else "",
                "author": author.get("username") or author.get("name") or "somebody",
                "changed": ", ".join(data.get("changed_fields") or []),
            }
        )

    def __missing__(self, name: str) -> str:
        return ""


def _place(data: Body, account: Account | None) -> list[str]:
    place = data.get("platform") or (account.platform if account else None)
    return [place] if place else []
