"""The events of webhooks. Written by `sapi generate` from spec/catalogues/events.yaml; do not edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Event = Literal[
    "post.scheduled",
    "post.published",
    "post.failed",
    "post.partial",
    "post.updated",
    "post.deleted",
    "post.unpublished",
    "post.retried",
    "comment.received",
    "dm.received",
    "dm.sent",
    "dm.referral",
    "dm.postback",
    "dm.status.sent",
    "dm.status.delivered",
    "dm.status.read",
    "dm.status.failed",
    "review.received",
    "mention.received",
    "account.connected",
    "account.disconnected",
    "page.removed",
]

PING_EVENT: Literal["webhook.test"] = "webhook.test"
"""Sent to try an endpoint; nobody subscribes to it."""

TIMEOUT_SECONDS = 10
"""How long an endpoint may take to answer an attempt with 2xx."""

ATTEMPTS = 5
"""How many attempts are made before a delivery is given up."""

DELAYS_SECONDS: tuple[int, ...] = (0, 30, 300, 1800, 10800)
"""The wait before each attempt, counted from the failure of the one before."""


@dataclass(frozen=True, slots=True)
class EventInfo:
    """One event.

    `platforms` are the slugs it can come from, None for all of them; `payload` names the schema and model of its body,
    in which `raw_payload` can stand beside the data if the field of this name says so.
    """

    name: Event
    category: Literal["posts", "inbox", "accounts"]
    description: str
    platforms: tuple[str, ...] | None
    payload: str
    raw_payload: bool


@dataclass(frozen=True, slots=True)
class Header:
    """A header of the requests to endpoints; `sent_with` tells which requests carry it."""

    name: str
    description: str
    sent_with: tuple[Literal["ping", "test", "event"], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """A way to sign: `signed` and `value` are templates of what is signed and of the value of the header."""

    header: str
    algorithm: Literal["HMAC-SHA256"]
    signed: Literal["{body}", "{timestamp}.{body}"]
    value: str
    tolerance_seconds: int | None


EVENTS: Mapping[Event, EventInfo] = MappingProxyType(
    {
        "post.scheduled": EventInfo(
            name="post.scheduled",
            category="posts",
            description="A post was created with a time at which it goes out.",
            platforms=None,
            payload="PostScheduledEvent",
            raw_payload=False,
        ),
        "post.published": EventInfo(
            name="post.published",
            category="posts",
            description="Publishing ended, and every target took the post.",
            platforms=None,
            payload="PostPublishedEvent",
            raw_payload=False,
        ),
        "post.failed": EventInfo(
            name="post.failed",
            category="posts",
            description="Publishing ended, and every target failed.",
            platforms=None,
            payload="PostFailedEvent",
            raw_payload=False,
        ),
        "post.partial": EventInfo(
            name="post.partial",
            category="posts",
            description="Publishing ended; some targets took the post, others failed.",
            platforms=None,
            payload="PostPartialEvent",
            raw_payload=False,
        ),
        "post.updated": EventInfo(
            name="post.updated",
            category="posts",
            description="A draft, scheduled or failed post was changed.",
            platforms=None,
            payload="PostUpdatedEvent",
            raw_payload=False,
        ),
        "post.deleted": EventInfo(
            name="post.deleted",
            category="posts",
            description="A post was removed.",
            platforms=None,
            payload="PostDeletedEvent",
            raw_payload=False,
        ),
        "post.unpublished": EventInfo(
            name="post.unpublished",
            category="posts",
            description="A published post was taken down from one or more platforms.",
            platforms=None,
            payload="PostUnpublishedEvent",
            raw_payload=False,
        ),
        "post.retried": EventInfo(
            name="post.retried",
            category="posts",
            description="The failed targets of a post are being tried again; the event of the result follows.",
            platforms=None,
            payload="PostRetriedEvent",
            raw_payload=False,
        ),
        "comment.received": EventInfo(
            name="comment.received",
            category="inbox",
            description="Somebody commented on a post.",
            platforms=("instagram", "facebook", "threads"),
            payload="CommentReceivedEvent",
            raw_payload=True,
        ),
        "dm.received": EventInfo(
            name="dm.received",
            category="inbox",
            description="A direct message came in; Instagram story mentions arrive as one.",
            platforms=("instagram", "facebook", "whatsapp", "telegram"),
            payload="DmReceivedEvent",
            raw_payload=True,
        ),
        "dm.sent": EventInfo(
            name="dm.sent",
            category="inbox",
            description="A direct message went out, also when somebody wrote it in the platform's own app.",
            platforms=("instagram", "facebook"),
            payload="DmSentEvent",
            raw_payload=True,
        ),
        "dm.referral": EventInfo(
            name="dm.referral",
            category="inbox",
            description="Somebody followed an ad or link into a conversation without writing anything.",
            platforms=("instagram", "facebook"),
            payload="DmReferralEvent",
            raw_payload=True,
        ),
        "dm.postback": EventInfo(
            name="dm.postback",
            category="inbox",
            description="Somebody tapped a quick reply or a postback button.",
            platforms=("instagram", "facebook"),
            payload="DmPostbackEvent",
            raw_payload=True,
        ),
        "dm.status.sent": EventInfo(
            name="dm.status.sent",
            category="inbox",
            description="The platform accepted outgoing direct messages.",
            platforms=("instagram", "facebook", "whatsapp"),
            payload="DmStatusSentEvent",
            raw_payload=True,
        ),
        "dm.status.delivered": EventInfo(
            name="dm.status.delivered",
            category="inbox",
            description="Outgoing direct messages reached their recipient.",
            platforms=("facebook", "whatsapp"),
            payload="DmStatusDeliveredEvent",
            raw_payload=True,
        ),
        "dm.status.read": EventInfo(
            name="dm.status.read",
            category="inbox",
            description="The recipient read outgoing direct messages.",
            platforms=("instagram", "facebook", "whatsapp"),
            payload="DmStatusReadEvent",
            raw_payload=True,
        ),
        "dm.status.failed": EventInfo(
            name="dm.status.failed",
            category="inbox",
            description="Outgoing direct messages could not be delivered.",
            platforms=("whatsapp",),
            payload="DmStatusFailedEvent",
            raw_payload=True,
        ),
        "review.received": EventInfo(
            name="review.received",
            category="inbox",
            description="Somebody left a review.",
            platforms=("google",),
            payload="ReviewReceivedEvent",
            raw_payload=True,
        ),
        "mention.received": EventInfo(
            name="mention.received",
            category="inbox",
            description="Somebody mentioned the account in a comment or caption.",
            platforms=("instagram", "facebook", "threads"),
            payload="MentionReceivedEvent",
            raw_payload=True,
        ),
        "account.connected": EventInfo(
            name="account.connected",
            category="accounts",
            description="An account was connected; once per account.",
            platforms=None,
            payload="AccountConnectedEvent",
            raw_payload=False,
        ),
        "account.disconnected": EventInfo(
            name="account.disconnected",
            category="accounts",
            description="The owner revoked the access on the platform (Meta and TikTok) and the account is gone, or the account has to be connected again.",
            platforms=None,
            payload="AccountDisconnectedEvent",
            raw_payload=False,
        ),
        "page.removed": EventInfo(
            name="page.removed",
            category="accounts",
            description="A page of an account has vanished from the platform and was switched off.",
            platforms=("facebook",),
            payload="PageRemovedEvent",
            raw_payload=False,
        ),
    }
)

HEADERS: Mapping[str, Header] = MappingProxyType(
    {
        "X-SocialAPI-Event": Header(
            name="X-SocialAPI-Event",
            description="The name of the event.",
            sent_with=("ping", "test", "event"),
        ),
        "X-SocialAPI-Timestamp": Header(
            name="X-SocialAPI-Timestamp",
            description="When this attempt was made, in Unix seconds; each attempt has its own.",
            sent_with=("ping", "test", "event"),
        ),
        "X-SocialAPI-Signature": Header(
            name="X-SocialAPI-Signature",
            description="The signature of the body.",
            sent_with=("ping", "test", "event"),
        ),
        "X-SocialAPI-Signature-V2": Header(
            name="X-SocialAPI-Signature-V2",
            description="The signature of timestamp and body, which a replayed request cannot keep fresh.",
            sent_with=("ping", "test", "event"),
        ),
        "X-SocialAPI-Delivery": Header(
            name="X-SocialAPI-Delivery",
            description="The id of the delivery; all attempts at one delivery share it.",
            sent_with=("event",),
        ),
    }
)

SIGNATURES: Mapping[str, Signature] = MappingProxyType(
    {
        "v1": Signature(
            tolerance_seconds=None,
            header="X-SocialAPI-Signature",
            algorithm="HMAC-SHA256",
            signed="{body}",
            value="sha256={digest}",
        ),
        "v2": Signature(
            tolerance_seconds=300,
            header="X-SocialAPI-Signature-V2",
            algorithm="HMAC-SHA256",
            signed="{timestamp}.{body}",
            value="sha256={digest}",
        ),
    }
)
