"""Every schema of the contract as a pydantic model. Written by `sapi generate`; do not edit."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from pydantic import AnyUrl, AwareDatetime, BaseModel, ConfigDict, Field, RootModel
from typing_extensions import TypeAliasType


class Account(BaseModel):
    """A social account connected to a brand."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["instagram"])]
    """The platform's slug."""
    name: Annotated[str, Field(examples=["Acme Coffee"])]
    """The name shown on the platform."""
    username: Annotated[str, Field(examples=["acmecoffee"])]
    """The handle; equals the name where the platform has no handles."""
    brand_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    status: Annotated[Literal["active", "reconnect_required"], Field(examples=["active"])]
    """Whether the account can be used."""
    reconnect_reason: Annotated[str | None, Field(examples=["The authorization has expired."])] = None
    """Why the account has to be connected again; only there when it has to be."""
    profile_picture_url: Annotated[str | None, Field(examples=["https://example.com/acme.jpg"])] = None
    """The profile picture, if known."""
    bio: Annotated[str | None, Field(examples=["Coffee, roasted daily."])] = None
    """The profile text, if known."""
    login_id: Annotated[str | None, Field(examples=["cred_01JT2MC8Z5Y7Q3K9WX4BDHN6VR"])] = None
    """The platform login the account hangs on, where several accounts share one."""
    page_name: Annotated[str | None, Field(examples=["Acme Coffee"])] = None
    """The page in use, when exactly one page of the account is active."""
    metadata: Annotated[dict[str, Any] | None, Field(examples=[{"follower_count": 1200}])] = None
    """What the platform told when the account was connected; the keys depend on the platform."""


class AccountConnectedEvent(BaseModel):
    """Sent when an account is connected, once per account."""

    event: Annotated[Literal["account.connected"], Field(examples=["account.connected"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: AccountConnectedEventData


class AccountConnectedEventData(BaseModel):
    """The account that was connected."""

    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    brand_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["instagram"])]
    """The account's platform."""
    platform_user_id: Annotated[str, Field(examples=["17841400008460057"])]
    """The platform's id of the account."""
    username: Annotated[str, Field(examples=["acmecoffee"])]
    """The handle; equals the name where the platform has no handles."""
    display_name: Annotated[str | None, Field(examples=["Acme Coffee"])] = None
    """The name shown on the platform, if known."""
    profile_picture_url: Annotated[str | None, Field(examples=["https://example.com/acme.jpg"])] = None
    """The profile picture, if known."""
    bio: Annotated[str | None, Field(examples=["Coffee, roasted daily."])] = None
    """The profile text, if known."""
    profile_url: Annotated[str, Field(examples=["https://www.instagram.com/acmecoffee"])]
    """The address of the profile; empty where it cannot be made from the username or the platform's id."""
    user_email: Annotated[str | None, Field(examples=["ada@example.com"])] = None
    """The e-mail address that goes with the connection, if known."""
    connected_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class AccountDisconnectedEvent(BaseModel):
    """Sent when an account can no longer be used: its owner revoked the access on the platform and the account is gone, or it is kept and has to be connected again."""

    event: Annotated[Literal["account.disconnected"], Field(examples=["account.disconnected"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: AccountDisconnectedEventData


class AccountDisconnectedEventData(BaseModel):
    """The account that can no longer be used."""

    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["facebook"])]
    """The account's platform."""
    reason: Annotated[str, Field(examples=["all_pages_removed"])]
    """Why, in one word. `all_pages_removed` and `access_revoked` are known to come with `reconnect_required`."""
    reconnect_required: Annotated[bool | None, Field(examples=[True])] = None
    """True if the account is kept and works again once it is connected anew; absent if it is gone."""


class AccountId(RootModel[str]):
    root: Annotated[str, Field(examples=["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"], max_length=255, min_length=1)]
    """The id of a connected account, as `GET /accounts` returns it."""


class AccountLimits(RootModel[dict[str, int]]):
    """What is left of the platform's limits, by counter."""

    root: dict[str, int]


class AccountList(BaseModel):
    """All accounts in one response; this list is not paginated."""

    data: list[Account]
    """The accounts."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class AccountPage(BaseModel):
    """A page that an account manages."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform_page_id: Annotated[str, Field(examples=["102938475610293"])]
    """The page's id on the platform."""
    name: Annotated[str, Field(examples=["Acme Coffee"])]
    """The page's name on the platform."""
    is_active: Annotated[bool, Field(examples=[True])]
    """Whether the page can be posted to."""
    is_default: Annotated[bool, Field(examples=[True])]
    """Whether posts go here unless they name another page."""
    about: Annotated[str | None, Field(examples=["Coffee in the old town."])] = None
    """The page's own description."""
    category: Annotated[str | None, Field(examples=["Coffee shop"])] = None
    """The platform's category of the page."""
    cover_photo_url: Annotated[str | None, Field(examples=["https://example.com/cover.jpg"])] = None
    """The cover picture."""
    enriched_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-15T14:30:00Z"])] = None
    """When the optional fields were last read from the platform."""
    followers_count: Annotated[int | None, Field(examples=[1200], ge=0)] = None
    """Followers on the platform."""
    link: Annotated[str | None, Field(examples=["https://www.facebook.com/acmecoffee"])] = None
    """The page's address."""
    profile_picture_url: Annotated[str | None, Field(examples=["https://example.com/acme.jpg"])] = None
    """The profile picture."""
    username: Annotated[str | None, Field(examples=["acmecoffee"])] = None
    """The page's handle."""
    verification_status: Annotated[str | None, Field(examples=["not_verified"])] = None
    """The platform's verdict on who runs the page."""


class AccountPageList(BaseModel):
    """All pages of an account in one response."""

    data: list[AccountPage]
    """The pages, inactive ones included."""


class ActOnComment(BaseModel):
    """The account that acts on the comment named in the path."""

    account_id: Annotated[
        str, Field(examples=["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"], max_length=255, min_length=1)
    ]
    """The id of a connected account, as `GET /accounts` returns it."""


class Announcement(BaseModel):
    """A message of the service to its users."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    kind: Annotated[
        Literal["maintenance", "incident", "product_update", "breaking_change"],
        Field(examples=["maintenance"]),
    ]
    """What the message is about."""
    title: Annotated[str, Field(examples=["Publishing pauses on Sunday"])]
    """The headline."""
    body: Annotated[str, Field(examples=["Posts that are due meanwhile go out afterwards."])]
    """The message."""
    link_label: Annotated[str | None, Field(examples=["Status page"])] = None
    """What the link is called, if there is one."""
    link_url: Annotated[AnyUrl | None, Field(examples=["https://status.example.com"])] = None
    """Where to read more, if anywhere."""
    window_start: Annotated[AwareDatetime | None, Field(examples=["2026-02-22T02:00:00Z"])] = None
    """When the downtime begins; `maintenance` only."""
    window_end: Annotated[AwareDatetime | None, Field(examples=["2026-02-22T03:00:00Z"])] = None
    """When the downtime ends; `maintenance` only."""
    seen: Annotated[bool, Field(examples=[False])]
    """Whether the user has read it, with any key or token."""


class AnnouncementList(BaseModel):
    """The visible announcements in one response; this list is not paginated."""

    data: list[Announcement]
    """The announcements, the newest first."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class AssignFacebookPage(BaseModel):
    """The brand to assign the Page to."""

    brand_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """The id of a brand, as `GET /brands` returns it."""


class AssignedFacebookPage(BaseModel):
    """Where the Page is now."""

    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    brand_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform_page_id: Annotated[str, Field(examples=["102938475610293"])]
    """The Page's id on Facebook."""


class Author(BaseModel):
    """A person or page on a platform. Holds only what the platform discloses, so it may be empty."""

    id: Annotated[str | None, Field(examples=["17841400008460056"])] = None
    """The platform's own id of the person."""
    name: Annotated[str | None, Field(examples=["Maria Lopez"])] = None
    """The name shown on the platform."""
    username: Annotated[str | None, Field(examples=["maria.lopez"])] = None
    """The handle on the platform."""
    avatar_url: Annotated[AnyUrl | None, Field(examples=["https://example.com/avatars/maria.jpg"])] = None
    """The profile picture. Platforms let these addresses expire."""


class BillingPlan(BaseModel):
    """A plan, its price and what it allows."""

    tier: Annotated[Literal["free", "starter", "pro", "business", "enterprise"], Field(examples=["pro"])]
    """The plan's stable name, as `GET /users/me` gives it."""
    name: Annotated[str, Field(examples=["Full Send"])]
    """The name shown to people."""
    tagline: Annotated[str, Field(examples=["For teams that serve many clients."])]
    """Whom the plan is for."""
    monthly_price_usd: Annotated[int, Field(examples=[109], ge=-1)]
    """What a month costs, in US dollars; -1 means a price by agreement."""
    annual_price_usd: Annotated[int | None, Field(examples=[1044], ge=-1)]
    """What a year costs when paid at once; -1 means a price by agreement, null that none is published."""
    popular: Annotated[bool, Field(examples=[True])]
    """Whether the plan is to be shown as the popular one."""
    limits: BillingPlanLimits


class BillingPlanLimits(BaseModel):
    """What a plan allows; -1 means no limit."""

    profiles: Annotated[int, Field(examples=[50], ge=-1)]
    """How many brands."""
    posts_per_month: Annotated[int, Field(examples=[-1], ge=-1)]
    """How many post credits in a period."""
    interactions_per_month: Annotated[int, Field(examples=[-1], ge=-1)]
    """How many interaction credits in a period."""
    storage_bytes: Annotated[int, Field(examples=[-1], ge=-1)]
    """How many bytes of media."""
    event_retention_days: Annotated[int, Field(examples=[30], ge=-1)]
    """For how many days events are kept."""
    exports_per_month: Annotated[int, Field(examples=[20], ge=-1)]
    """How many exports in a period."""


class BillingPlanList(BaseModel):
    """All plans in one response; this list is not paginated."""

    plans: list[BillingPlan]
    """The plans, the cheapest first."""


class Brand(BaseModel):
    """A workspace for one client or product, holding at most one account per platform."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    name: Annotated[str, Field(examples=["Acme Coffee"])]
    """The name shown to people. Not unique."""
    accounts_count: Annotated[int, Field(examples=[2], ge=0)]
    """How many accounts are connected to the brand."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    updated_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class BrandList(BaseModel):
    """All brands in one response; this list is not paginated."""

    data: list[Brand]
    """The brands, oldest first."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


ByCategoryAdditionalProperty = TypeAliasType(
    "ByCategoryAdditionalProperty", Annotated[int, Field(examples=[41], ge=0)]
)
"""How many."""


ByErrorCategoryAdditionalProperty = TypeAliasType(
    "ByErrorCategoryAdditionalProperty", Annotated[int, Field(examples=[2], ge=0)]
)
"""How many."""


class CandidateId(RootModel[str]):
    root: Annotated[
        str, Field(examples=["accounts/1029384756/locations/5647382910"], max_length=255, min_length=1)
    ]
    """The id of a candidate on its platform. Google takes one in `platform_account_id`."""


class CarouselConstraints(BaseModel):
    """Whether and how several media make one post."""

    supported: Annotated[bool, Field(examples=[True])]
    """Whether the platform takes several media in one post."""
    min_items: Annotated[int | None, Field(examples=[2], ge=0)] = None
    """The fewest media of such a post."""
    max_items: Annotated[int | None, Field(examples=[10], ge=0)] = None
    """The most media of such a post."""
    allow_video: Annotated[bool | None, Field(examples=[True])] = None
    """Whether videos may be among them."""
    images_only: Annotated[bool | None, Field(examples=[False])] = None
    """Whether all of them have to be images."""
    photos_only: Annotated[bool | None, Field(examples=[False])] = None
    """Whether all of them have to be photos, so that animated images are refused as well."""


class Comment(BaseModel):
    """A comment on a post, or a reply to one. A flag that is absent means the same as false."""

    id: Annotated[
        str,
        Field(
            examples=["sapi_cmt_K7QX2MZ4VB9TGR1HNWJ5YCD3FAPLE6"],
            max_length=255,
            pattern="^sapi_(cmt|dm|rev|mnt)_[1-79A-NP-Z]+$",
        ),
    ]
    """The id of a comment (`sapi_cmt_`), direct message (`sapi_dm_`), review (`sapi_rev_`) or mention (`sapi_mnt_`). The same thing on a platform always has the same id."""
    platform: Annotated[str, Field(examples=["instagram"])]
    """The platform's slug."""
    platform_id: Annotated[str, Field(examples=["17870913679156914"])]
    """The platform's own id of the comment. It can be used in paths as well."""
    parent_id: Annotated[str | None, Field(examples=["17870913679156900"])] = None
    """The platform's own id of the comment that this one answers; null or absent where it answers none."""
    text: Annotated[str, Field(examples=["When does the shop open?"])]
    """What was written."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    author_id: Annotated[str, Field(examples=["17841400008460056"])]
    """The platform's own id of the author."""
    author_name: Annotated[str | None, Field(examples=["Maria Lopez"])] = None
    """The name shown on the platform."""
    author_username: Annotated[str | None, Field(examples=["maria.lopez"])] = None
    """The handle on the platform."""
    author_picture: Annotated[str | None, Field(examples=["https://example.com/avatars/maria.jpg"])] = None
    """The profile picture. Platforms let these addresses expire."""
    author_headline: Annotated[str | None, Field(examples=["Barista and blogger"])] = None
    """What the author says of themselves, where the platform tells it, as LinkedIn does."""
    author_profile_url: Annotated[str | None, Field(examples=["https://www.linkedin.com/in/maria-lopez"])] = (
        None
    )
    """The address of the author's profile, where the platform tells it, as LinkedIn does."""
    is_owner: Annotated[bool | None, Field(examples=[False])] = None
    """Whether the connected account wrote it."""
    is_hidden: Annotated[bool | None, Field(examples=[False])] = None
    """Whether it is hidden from the public."""
    moderation_status: Annotated[str | None, Field(examples=["published"])] = None
    """YouTube's verdict: `published`, `held_for_review`, `likely_spam` or `rejected`. Empty or absent on the other platforms."""
    like_count: Annotated[int | None, Field(examples=[2], ge=0)] = None
    """How many people like it."""
    liked_by_viewer: Annotated[bool | None, Field(examples=[False])] = None
    """Whether the connected account likes it. Only LinkedIn pages tell; it is false elsewhere."""
    has_replies: Annotated[bool | None, Field(examples=[True])] = None
    """Whether somebody has answered it."""
    reply_count: Annotated[int | None, Field(deprecated=True, examples=[1], ge=0)] = None
    """How many answers it has. Not exact on every platform; `has_replies` is."""
    capabilities: CommentCapabilities


class CommentCapabilities(BaseModel):
    """What can be done with this comment, by its platform and author. What is false is answered with 501. A private reply that comes too late or for the second time is answered with 410, so true is no promise there."""

    can_reply: Annotated[bool, Field(examples=[True])]
    """Whether it can be answered in public."""
    can_delete: Annotated[bool, Field(examples=[True])]
    """Whether it can be deleted. On Threads only the account's own comments can."""
    can_hide: Annotated[bool, Field(examples=[True])]
    """Whether it can be hidden and shown again. On Threads only comments of others can."""
    can_like: Annotated[bool, Field(examples=[False])]
    """Whether the account can like it and take the like back."""
    can_private_reply: Annotated[bool, Field(examples=[True])]
    """Whether the platform lets its author be answered by message."""


class CommentList(BaseModel):
    """One page of comments."""

    data: list[Comment]
    """The comments, each with what can be done with it."""
    pagination: InboxPagination


class CommentReceivedEvent(BaseModel):
    """Sent when somebody comments on a post."""

    event: Annotated[Literal["comment.received"], Field(examples=["comment.received"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: Interaction
    raw_payload: RawPayload | None = None


class CommentedPost(BaseModel):
    """A post in the inbox, as the platform has it, wherever it was made. It is not a post of the workspace."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    user_id: Annotated[str, Field(examples=["2c7e9b40-1f5d-4b8a-9e63-8d0a4c6f7b12"])]
    """The user the post belongs to, as `GET /users/me` returns it."""
    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    page_id: Annotated[
        str | None, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ] = None
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["instagram"])]
    """The platform's slug."""
    platform_id: Annotated[str, Field(examples=["17895695668004550"])]
    """The platform's own id of the post, which is the `postId` of the other operations."""
    content: Annotated[str | None, Field(examples=["Fresh beans are in."])] = None
    """The text of the post, if it has any."""
    permalink: Annotated[str | None, Field(examples=["https://www.instagram.com/p/DAbCdEfGhIj/"])] = None
    """The address of the post on the platform."""
    thumbnail: Annotated[str | None, Field(examples=["https://example.com/media/beans-small.jpg"])] = None
    """A small picture of the post. Platforms let these addresses expire."""
    comment_count: Annotated[int | None, Field(examples=[5], ge=0)] = None
    """How many comments it has, if known."""
    like_count: Annotated[int | None, Field(examples=[42], ge=0)] = None
    """How many people like it, if known."""
    published_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-20T09:00:04Z"])] = None
    """When the post went out on the platform, if known."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-20T09:30:00Z"])]
    """When the post came into the inbox."""
    updated_at: Annotated[AwareDatetime, Field(examples=["2026-02-20T09:41:00Z"])]
    """When the inbox last learned something about the post."""


class CommentedPostList(BaseModel):
    """One page of commented posts."""

    data: list[CommentedPost]
    """The posts, in the order that was asked for."""
    pagination: InboxPagination


class ConnectAccount(BaseModel):
    """The account to connect."""

    platform: Annotated[str, Field(examples=["threads"], max_length=64, min_length=1)]
    """The platform's slug."""
    brand_id: Annotated[
        str | None, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ] = None
    """The id of a brand, as `GET /brands` returns it."""
    redirect_uri: Annotated[
        str | None, Field(examples=["https://example.com/connected"], max_length=2048)
    ] = None
    """Where the user ends up afterwards, with the outcome as query parameters: an https address, or http on localhost. Without it the user sees a plain page."""
    state: Annotated[str | None, Field(examples=["user-42"], max_length=512)] = None
    """Comes back unchanged at `redirect_uri`."""
    metadata: ConnectMetadata | None = None


class ConnectMetadata(BaseModel):
    """What the platform needs to connect an account, by key. Keys it does not know are ignored."""

    model_config = ConfigDict(
        extra="allow",
    )
    bot_token: Annotated[str | None, Field(examples=["123456789:AAExampleSecret"], max_length=512)] = None
    """Telegram; the token of the bot, `<bot id>:<secret>`."""
    connection_type: Annotated[str | None, Field(examples=["organization"], max_length=64)] = None
    """LinkedIn Page; `organization` unless it says `personal`."""


class ConnectStarted(BaseModel):
    """A connection that waits for the consent of the platform's user."""

    auth_url: Annotated[
        str,
        Field(
            examples=[
                "https://threads.net/oauth/authorize?client_id=1&state=0123456789abcdef0123456789abcdef"
            ]
        ),
    ]
    """Where to send the user; empty when the platform's window opens in the page (WhatsApp)."""
    state: Annotated[str, Field(examples=["0123456789abcdef0123456789abcdef"], pattern="^[0-9a-f]{32}$")]
    """Protects the flow against forgery; needed when the platform's code is exchanged. Not the caller's `state`."""
    message: Annotated[str, Field(examples=["Send the user to auth_url to give consent."])]
    """What to do next, for people."""
    metadata: Annotated[dict[str, Any] | None, Field(examples=[{"app_id": "1029384756"}])] = None
    """What the platform's window needs, if it opens in the page."""


class ConnectedAccount(BaseModel):
    """The account that was connected."""

    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["telegram"])]
    """The platform's slug."""
    username: Annotated[str, Field(examples=["acme_bot"])]
    """The account's handle."""
    display_name: Annotated[str | None, Field(examples=["Acme Bot"])] = None
    """The name shown on the platform."""


class Conversation(BaseModel):
    """The direct messages between an account and one person."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    user_id: Annotated[str, Field(examples=["1e0d9c8b-7a65-4f43-a210-9f8e7d6c5b4a"])]
    """The user the conversation belongs to, as `GET /users/me` returns it."""
    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    page_id: Annotated[
        str | None, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ] = None
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["instagram"])]
    """The platform's slug."""
    platform_id: Annotated[str, Field(examples=["aWdfZAG06MTpJR01lc3NhZA2VUaHJlYWQ6MTc4NDE0"])]
    """The platform's own id of the conversation."""
    participant_id: Annotated[str, Field(examples=["17841400008460056"])]
    """The platform's own id of the other person."""
    participant_name: Annotated[str, Field(examples=["Maria Lopez"])]
    """The other person's name on the platform."""
    participant_picture: Annotated[
        AnyUrl | None, Field(examples=["https://example.com/avatars/maria.jpg"])
    ] = None
    """The other person's profile picture, if known. Platforms let these addresses expire."""
    status: Annotated[Literal["active", "archived"], Field(examples=["active"])]
    """Whether the conversation is in the list or put away."""
    unread_count: Annotated[int, Field(examples=[1], ge=0)]
    """Incoming messages since the conversation was last marked as read."""
    last_message: Annotated[str | None, Field(examples=["Are you open on Sunday?"])] = None
    """The text of the latest message, in either direction."""
    last_message_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-16T10:12:00Z"])] = None
    """When the latest message was sent; null or absent while there is none."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    updated_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class ConversationList(BaseModel):
    """One page of conversations."""

    data: list[Conversation]
    """The conversations, the one with the latest message first."""
    pagination: InboxPagination


class ConversationResponse(BaseModel):
    """One conversation."""

    data: Conversation


class CreateBrand(BaseModel):
    """The brand to make."""

    name: Annotated[str, Field(examples=["Acme Coffee"], max_length=255, min_length=1, pattern="\\S")]
    """The name shown to people. Need not be unique."""


class CreateExport(BaseModel):
    """What the export holds besides the numbers of each video."""

    include_transcript: Annotated[bool, Field(examples=[True])] = False
    """Whether to write down what is said in the videos, as many as the plan allows."""
    include_vision: Annotated[bool, Field(examples=[False])] = False
    """Whether to describe what the videos show. The free plan leaves it out."""


class CreateInvite(BaseModel):
    """Whom to invite, and for how long."""

    brand_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """The id of a brand, as `GET /brands` returns it."""
    platform: Annotated[str, Field(examples=["instagram"], max_length=64, min_length=1)]
    """The platform whose account is to be connected."""
    expires_in_days: Annotated[Literal[1, 3, 7, 14, 30], Field(examples=[7])]
    """After how many days the link stops working. There is no default."""


class CreateKey(BaseModel):
    """The key to make. With neither scopes nor brands it has full access."""

    name: Annotated[str, Field(examples=["Nightly import"], max_length=255, min_length=1, pattern="\\S")]
    """What the key is for. Need not be unique."""
    scopes: Annotated[
        list[KeyScopesInputItem] | None, Field(examples=[["posts:read", "posts:write"]], max_length=100)
    ] = None
    """The scopes to limit the key to, by the names of `GET /keys/scopes`; none means no limit. An unknown name is refused with `validation.scope_invalid`."""
    brand_ids: Annotated[
        list[KeyBrandsInputItem] | None,
        Field(examples=[["0b9f0c2e-6f0e-4d53-9a55-3f1f6f3b8a10"]], max_length=1000),
    ] = None
    """The brands to limit the key to, by their ids; none means no limit. A brand that does not exist or is not yours is refused with `validation.brand_invalid`."""


class CreatePinterestBoard(BaseModel):
    """The board to make."""

    name: Annotated[str, Field(examples=["Latte art"], max_length=255, min_length=1, pattern="\\S")]
    """The board's name."""
    description: Annotated[
        str | None, Field(examples=["Hearts, swans and tulips in milk foam."], max_length=1000)
    ] = None
    """What the board is about. Answers do not repeat it."""
    privacy: Annotated[Literal["PUBLIC", "PROTECTED", "SECRET"] | None, Field(examples=["PUBLIC"])] = None
    """Who sees the board on Pinterest. A new board is `PUBLIC` unless the request says otherwise."""


class CreatePost(BaseModel):
    """The post to make. With `publish_now` it goes out at once, with `scheduled_at` later, with neither it is a draft."""

    text: Annotated[str | None, Field(examples=["Fresh beans are in."], max_length=65536)] = None
    """Caption, message or description, as the platform has it. May be left out where media suffice."""
    title: Annotated[str | None, Field(examples=["How we roast"], max_length=1000)] = None
    """The title where a platform has one. Wins over a title inside `platform_data`."""
    media: Annotated[list[MediaInput] | None, Field(max_length=100)] = None
    """What to show, in order. When present, `media_ids` is ignored."""
    media_ids: Annotated[
        list[PostMediaId] | None, Field(examples=[["5b0c5a52-53c1-4f0c-9a77-0d6b7f6a9e31"]], max_length=100)
    ] = None
    """Files of the media library by their ids, as short for `media`. Ignored when `media` is present; anything but a library id, such as an address, is ignored too."""
    targets: Annotated[list[PostTargetInput] | None, Field(max_length=100)] = None
    """The accounts to publish to. A draft may have none."""
    visibility: Annotated[
        Literal["public", "private", "connections_only", "logged_in", "unlisted"] | None,
        Field(examples=["public"]),
    ] = None
    """Who may see the published post. Every platform offers a part of these: LinkedIn `public`, `connections_only` (members only) and `logged_in`; YouTube `public`, `private` and `unlisted`."""
    first_comment: Annotated[str | None, Field(examples=["Which roast is yours?"], max_length=10000)] = None
    """A comment placed under the published post, on Instagram, Facebook and YouTube. Best effort."""
    publish_now: Annotated[bool, Field(examples=[False])] = False
    """Publish at once; `scheduled_at` is ignored then."""
    scheduled_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-20T09:00:00Z"])] = None
    """When the post goes out; in the future. RFC 3339 with any offset."""
    segments: Annotated[list[PostSegment] | None, Field(max_length=100)] = None
    """Continuations that make the post a thread, on X."""
    platform_data: PostPlatformData | None = None
    skip_duplicate_check: Annotated[bool, Field(examples=[False])] = False
    """Publish even if the workspace posted the same content before."""
    skip_validation: Annotated[bool, Field(examples=[False])] = False
    """Do not hold the post against the platforms' rules first; it may then fail at the platform."""


class CreateRedirectUri(BaseModel):
    """The address to register."""

    uri: Annotated[
        str,
        Field(
            examples=["https://example.com/connected"],
            max_length=2048,
            pattern="^(https://[^/\\s]|http://(localhost|127\\.0\\.0\\.1)([:/?#]|$))",
        ),
    ]
    """An https address, or http on `localhost` or `127.0.0.1`."""
    label: Annotated[str | None, Field(examples=["Production"], max_length=255)] = None
    """What the address is for."""


class CreateWebhook(BaseModel):
    """The endpoint to register."""

    url: Annotated[
        str,
        Field(examples=["https://example.com/hooks/socialapi"], max_length=2048, pattern="^https://[^/\\s]"),
    ]
    """Where to send events; an https address that answers requests already."""
    events: Annotated[
        list[
            Literal[
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
        ],
        Field(examples=[["comment.received", "dm.received"]], max_length=100, min_length=1),
    ]
    """The events to send there, by the names of `GET /webhooks/events`."""


class CreateWhatsAppTemplate(BaseModel):
    """The template to hand in for review."""

    name: Annotated[
        str, Field(examples=["order_ready"], max_length=512, min_length=1, pattern="^[a-z0-9_]+$")
    ]
    """Names a template, in small letters, digits and underscores. The languages of a template share it."""
    category: Annotated[Literal["MARKETING", "UTILITY", "AUTHENTICATION"], Field(examples=["UTILITY"])]
    """What a template is for. WhatsApp holds the content against it."""
    language: Annotated[
        str, Field(examples=["en_US"], max_length=20, min_length=2, pattern="^[a-z]{2,3}(_[A-Za-z0-9]+)*$")
    ]
    """A BCP 47 language tag, but with underscores."""
    components: Annotated[
        list[WhatsAppTextHeader | WhatsAppMediaHeader | WhatsAppBody | WhatsAppFooter | WhatsAppButtons],
        Field(
            examples=[
                [
                    {
                        "type": "BODY",
                        "text": "Hello {{1}}, your order {{2}} is ready.",
                        "example": {"body_text": [["Maria", "4711"]]},
                    }
                ]
            ],
            max_length=4,
            min_length=1,
        ),
    ]
    """What the message consists of: a body and, if wanted, a header, a footer and buttons, each at most once. Texts may hold placeholders, `{{1}}`, `{{2}}` and so on, numbered from 1 without gaps in each text; a text with placeholders needs sample values in `example` to be approved."""


class CreatedWhatsAppTemplate(BaseModel):
    """What became of the template that was handed in."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    status: Annotated[
        Literal["PENDING", "APPROVED", "REJECTED", "PAUSED", "DISABLED"], Field(examples=["PENDING"])
    ]
    """How the review stands: `PENDING` as a rule, `REJECTED` when WhatsApp turns the template down at once."""
    category: Annotated[Literal["MARKETING", "UTILITY", "AUTHENTICATION"], Field(examples=["UTILITY"])]
    """What a template is for. WhatsApp holds the content against it."""


class CreatorInfo(BaseModel):
    """What a creator may choose when posting."""

    platform: Annotated[str, Field(examples=["tiktok"])]
    """The platform's slug."""
    nickname: Annotated[str | None, Field(examples=["Acme Coffee"])] = None
    """The creator's name."""
    avatar_url: Annotated[str | None, Field(examples=["https://example.com/acme.jpg"])] = None
    """The creator's picture."""
    can_post: Annotated[bool | None, Field(examples=[True])] = None
    """Whether the creator can post now."""
    max_video_duration_sec: Annotated[int | None, Field(examples=[600], ge=0)] = None
    """The longest video in seconds."""
    privacy_level_options: Annotated[
        list[str] | None, Field(examples=[["PUBLIC_TO_EVERYONE", "SELF_ONLY"]])
    ] = None
    """The values `privacy_level` may have; none when the daily limit is reached."""
    interaction_settings: InteractionSettings | None = None


class DmPostbackEvent(BaseModel):
    """Sent when somebody taps a quick reply or a postback button."""

    event: Annotated[Literal["dm.postback"], Field(examples=["dm.postback"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: Interaction
    raw_payload: RawPayload | None = None


class DmReceivedEvent(BaseModel):
    """Sent when a direct message comes in, and when a story mentions the account."""

    event: Annotated[Literal["dm.received"], Field(examples=["dm.received"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: Interaction
    raw_payload: RawPayload | None = None


class DmReferralEvent(BaseModel):
    """Sent when somebody follows an ad or link into a conversation without writing anything."""

    event: Annotated[Literal["dm.referral"], Field(examples=["dm.referral"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: Interaction
    raw_payload: RawPayload | None = None


class DmSentEvent(BaseModel):
    """Sent when a direct message goes out, also when somebody writes it in the platform's own app."""

    event: Annotated[Literal["dm.sent"], Field(examples=["dm.sent"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: Interaction
    raw_payload: RawPayload | None = None


class DmStatusDeliveredEvent(BaseModel):
    """Sent when outgoing direct messages have reached their recipient."""

    event: Annotated[Literal["dm.status.delivered"], Field(examples=["dm.status.delivered"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: DmStatusEventData
    raw_payload: RawPayload | None = None


class DmStatusEventData(BaseModel):
    """What became of outgoing direct messages."""

    status: Annotated[Literal["sent", "delivered", "read", "failed"], Field(examples=["delivered"])]
    """How far the messages are."""
    mids: Annotated[list[str], Field(examples=[["wamid.HBgNNDkxNTExMjM0NTY3OBUCABEYEjQ1"]])]
    """The messages, by the platform's ids."""
    recipient_id: Annotated[str, Field(examples=["4915112345678"])]
    """The platform's id of the recipient; on WhatsApp the phone number."""


class DmStatusFailedEvent(BaseModel):
    """Sent when outgoing direct messages cannot be delivered."""

    event: Annotated[Literal["dm.status.failed"], Field(examples=["dm.status.failed"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: DmStatusEventData
    raw_payload: RawPayload | None = None


class DmStatusReadEvent(BaseModel):
    """Sent when the recipient has read outgoing direct messages."""

    event: Annotated[Literal["dm.status.read"], Field(examples=["dm.status.read"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: DmStatusEventData
    raw_payload: RawPayload | None = None


class DmStatusSentEvent(BaseModel):
    """Sent when the platform has accepted outgoing direct messages."""

    event: Annotated[Literal["dm.status.sent"], Field(examples=["dm.status.sent"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: DmStatusEventData
    raw_payload: RawPayload | None = None


class ErrorBody(BaseModel):
    """What went wrong."""

    code: Annotated[str, Field(examples=["validation.field_required"])]
    """A stable code of the error catalogue, most of them `namespace.reason`."""
    message: Annotated[str, Field(examples=["A required field is missing."])]
    """For people and logs only; the wording may change."""
    meta: Annotated[dict[str, Any] | None, Field(examples=[{"field": "name"}])] = None
    """Details by key; absent when there is nothing to add."""


class ErrorResponse(BaseModel):
    """The envelope of every error. Match on `error.code`, never on the message."""

    error: ErrorBody
    request_id: Annotated[str, Field(examples=["a1b2c3d4"], pattern="^[a-zA-Z0-9_-]{1,64}$")]
    """Equals the `X-Request-ID` response header."""


class Event(BaseModel):
    """One thing that happened in the workspace."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    category: Annotated[Literal["post", "inbox", "account", "webhook"], Field(examples=["post"])]
    """The part of the service that the event comes from."""
    action: Annotated[str, Field(examples=["post.published"])]
    """What happened. Where a webhook tells the same, it has the webhook's name."""
    status: Annotated[str, Field(examples=["ok"])]
    """Whether it went well, as `ok` or `failed`; some servers say `success`."""
    summary: Annotated[str, Field(examples=["Published to Instagram as acmecoffee"])]
    """What happened, for people."""
    platform: Annotated[str | None, Field(examples=["instagram"])] = None
    """The platform it happened on, if any."""
    account_id: Annotated[
        str | None, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ] = None
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    resource_id: Annotated[str | None, Field(examples=["3f6c1b1e-8d2a-4c57-9a0e-5b7d9e2f4a10"])] = None
    """The id of what it happened to, such as a post, a comment or a webhook endpoint."""
    error_category: Annotated[str | None, Field(examples=["auth"])] = None
    """What kind of failure it was: `validation`, `auth`, `rate_limit`, `platform`, `system`, or one that is not known yet."""
    error_message: Annotated[
        str | None, Field(examples=["The platform rejected the stored access token."])
    ] = None
    """What went wrong, for people."""
    status_code: Annotated[int | None, Field(examples=[401], ge=0)] = None
    """The HTTP status that the platform or the webhook endpoint answered with."""
    duration_ms: Annotated[int | None, Field(examples=[842], ge=0)] = None
    """How long it took, in milliseconds."""
    metadata: Annotated[dict[str, Any], Field(examples=[{"error_code": "platform.instagram.auth"}])]
    """Details by key; may be empty. After a failure `error_code` holds a code of the error catalogue, `publishing.*` included."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class EventList(BaseModel):
    """One page of the event log."""

    events: list[Event]
    """The events, the newest first."""
    pagination: Pagination
    retention_days: Annotated[int, Field(examples=[30], ge=0)]
    """For how many days the plan keeps events; older ones are never shown."""


class EventSummary(BaseModel):
    """How many events a span of time holds."""

    total: Annotated[int, Field(examples=[214], ge=0)]
    """How many events there are."""
    total_previous: Annotated[int | None, Field(examples=[187], ge=0)] = None
    """How many there were in the span of equal length just before; null or absent if that is not known."""
    failed: Annotated[int, Field(examples=[3], ge=0)]
    """How many of them tell of a failure."""
    by_category: Annotated[
        dict[str, ByCategoryAdditionalProperty],
        Field(examples=[{"post": 41, "inbox": 160, "account": 2, "webhook": 11}]),
    ]
    """How many there are in each category; one without events may be missing."""
    by_error_category: Annotated[
        dict[str, ByErrorCategoryAdditionalProperty], Field(examples=[{"auth": 2, "rate_limit": 1}])
    ]
    """How many failures there are of each kind; empty without failures."""
    inbox_breakdown: Annotated[
        dict[str, InboxBreakdownAdditionalProperty], Field(examples=[{"comment": 96, "dm": 58, "review": 6}])
    ]
    """How many of the inbox events there are of each kind, such as `comment`, `dm`, `review` or `mention`."""
    retention_days: Annotated[int, Field(examples=[30], ge=0)]
    """For how many days the plan keeps events; older ones are never shown."""


class ExchangeConnectionCode(BaseModel):
    """The code the platform sent, and the flow it belongs to."""

    platform: Annotated[str, Field(examples=["threads"], max_length=64, min_length=1)]
    """The platform the flow was started for."""
    code: Annotated[str, Field(examples=["AQBx3kZ9"], max_length=4096, min_length=1)]
    """What the platform appended to the redirect as `code`."""
    metadata: ExchangeMetadata


class ExchangeMetadata(BaseModel):
    """What ties the code to its flow, by key. Keys the platform does not know are ignored."""

    model_config = ConfigDict(
        extra="allow",
    )
    state: Annotated[str, Field(examples=["0123456789abcdef0123456789abcdef"], max_length=512, min_length=1)]
    """The `state` that `POST /accounts/connect` answered."""
    redirect_uri: Annotated[
        str | None, Field(examples=["https://example.com/connected"], max_length=2048)
    ] = None
    """The same `redirect_uri` as in the connect call, if there was one."""
    waba_id: Annotated[str | None, Field(examples=["104996122399160"], max_length=64)] = None
    """WhatsApp; the id of the business account, from Meta's window."""
    phone_number_id: Annotated[str | None, Field(examples=["106540352242922"], max_length=64)] = None
    """WhatsApp; the id of the phone number, from Meta's window."""


class Export(BaseModel):
    """One run over the videos of an account."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["tiktok"])]
    """The account's platform."""
    status: Annotated[Literal["pending", "processing", "completed", "failed"], Field(examples=["completed"])]
    """How far the export is."""
    total_videos: Annotated[int, Field(examples=[30], ge=0)]
    """How many videos the export covers, at most what the plan allows; 0 until they are counted."""
    processed_videos: Annotated[int, Field(examples=[30], ge=0)]
    """How many of them are done."""
    error: Annotated[str | None, Field(examples=["The platform rejected the stored access token."])] = None
    """Why the export failed; absent otherwise."""
    result: ExportResult | None = None
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    completed_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-15T14:38:20Z"])] = None
    """When the export ended; null or absent before."""
    expires_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-22T14:38:20Z"])] = None
    """When the reports are deleted, 7 to 90 days later depending on the plan; null or absent if not known."""


class ExportList(BaseModel):
    """The latest exports in one response; this list is not paginated."""

    exports: Annotated[list[Export], Field(max_length=50)]
    """At most the 50 latest exports, the newest first, without `result`."""


class ExportResult(BaseModel):
    """Where the reports of a completed export are. Only `GET /exports/{id}` tells; each may be absent."""

    excel_url: Annotated[
        AnyUrl | None, Field(examples=["https://exports.example.com/e4a7c1d2/videos.xlsx?signature=5e6f7a8b"])
    ] = None
    """The spreadsheet, at an address that works for a short time. Read the export again for a fresh one."""
    report_url: Annotated[AnyUrl | None, Field(examples=["https://exports.example.com/e4a7c1d2/report"])] = (
        None
    )
    """The report for people to read."""


class ExportStarted(BaseModel):
    """An export that was just asked for."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["tiktok"])]
    """The account's platform."""
    status: Annotated[Literal["pending", "processing", "completed", "failed"], Field(examples=["pending"])]
    """How far the export is."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class ExportVideo(BaseModel):
    """One video of an export. Its numbers are always there; transcript and description of the picture only if they were asked for and the plan allows them."""

    platform: Annotated[str, Field(examples=["tiktok"])]
    """The platform of the video."""
    platform_video_id: Annotated[str, Field(examples=["7471029384756102938"])]
    """The platform's own id of the video."""
    title: Annotated[str | None, Field(examples=["How we roast"])] = None
    """The title on the platform."""
    description: Annotated[str | None, Field(examples=["From green to brown. #coffee"])] = None
    """The text under the video."""
    create_time: Annotated[AwareDatetime | None, Field(examples=["2026-02-15T14:30:00Z"])] = None
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    cover_image_url: Annotated[str | None, Field(examples=["https://example.com/roast.jpg"])] = None
    """The preview picture."""
    share_url: Annotated[
        str | None, Field(examples=["https://www.tiktok.com/@acmecoffee/video/7471029384756102938"])
    ] = None
    """The address of the video on the platform."""
    duration_seconds: Annotated[int, Field(examples=[34], ge=0)]
    """How long the video is."""
    width: Annotated[int, Field(examples=[1080], ge=0)]
    """The width in pixels."""
    height: Annotated[int, Field(examples=[1920], ge=0)]
    """The height in pixels."""
    view_count: Annotated[int, Field(examples=[18250], ge=0)]
    """How often it was viewed."""
    like_count: Annotated[int, Field(examples=[1204], ge=0)]
    """How many people liked it."""
    comment_count: Annotated[int, Field(examples=[87], ge=0)]
    """How many comments it has."""
    share_count: Annotated[int, Field(examples=[63], ge=0)]
    """How often it was shared."""
    transcript: Annotated[str | None, Field(examples=["This is how we roast our beans."])] = None
    """What is said in the video."""
    transcript_lang: Annotated[str | None, Field(examples=["en"])] = None
    """The language of the transcript."""
    vision_category: Annotated[str | None, Field(examples=["tutorial"])] = None
    """What kind of video the picture makes it."""
    vision_elements: Annotated[list[str] | None, Field(examples=[["coffee roaster", "barista"]])] = None
    """What can be seen."""
    vision_summary: Annotated[
        str | None, Field(examples=["A barista fills green beans into a drum roaster."])
    ] = None
    """What the picture shows, in a few words."""


class ExportVideoList(BaseModel):
    """All videos of an export in one response; this list is not paginated."""

    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["tiktok"])]
    """The account's platform."""
    videos: list[ExportVideo]
    """The videos with their numbers, at most as many as the plan allows."""


class FacebookLoginPages(BaseModel):
    """All Pages of a Facebook login in one response; this list is not paginated."""

    login_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    pages: list[SelectablePage]
    """The Pages the login has access to now, assigned or free."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class Id(RootModel[str]):
    root: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""


class ImportPosts(BaseModel):
    """The file to import."""

    file: Annotated[bytes, Field(examples=["text,title\nFresh beans are in.,Beans\n"], max_length=5242880)]
    """A CSV file in UTF-8 of at most 5 MB."""


InboxBreakdownAdditionalProperty = TypeAliasType(
    "InboxBreakdownAdditionalProperty", Annotated[int, Field(examples=[96], ge=0)]
)
"""How many."""


class InboxPagination(BaseModel):
    """Where this page stands in the list."""

    has_more: Annotated[bool, Field(examples=[True])]
    """Whether another page follows."""
    next_cursor: Annotated[
        str | None, Field(examples=["eyJzIjoiMjAyNi0wMi0xNVQxNDozMDowMFoifQ"], max_length=512, min_length=1)
    ] = None
    """An opaque place in a list. Only one that the server issued is accepted."""


class InstagramCollaborator(BaseModel):
    """An Instagram account invited to appear as author of a post."""

    id: Annotated[str, Field(examples=["17841405309211844"])]
    """Instagram's own id of the account."""
    username: Annotated[str, Field(examples=["harbourbooks"])]
    """The handle."""
    status: Annotated[Literal["pending", "accepted", "declined"], Field(examples=["pending"])]
    """What became of the invitation."""


class InstagramCollaboratorList(BaseModel):
    """All collaborators of a post in one response; this list is not paginated."""

    data: list[InstagramCollaborator]
    """The accounts invited to the post; empty if there are none."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class InstagramParticipant(BaseModel):
    """The profile of a person who wrote to an Instagram account."""

    id: Annotated[str, Field(examples=["6482719305518274"])]
    """The person's id within this account's conversations."""
    username: Annotated[str, Field(examples=["maria.lopez"])]
    """The handle."""
    name: Annotated[str | None, Field(examples=["Maria Lopez"])] = None
    """The name shown on the profile, if Instagram tells it."""
    profile_pic: Annotated[str | None, Field(examples=["https://example.com/avatars/maria.jpg"])] = None
    """The profile picture, if Instagram tells it; the address expires within days."""
    follower_count: Annotated[int, Field(examples=[318], ge=0)]
    """How many follow the person."""
    is_verified_user: Annotated[bool, Field(examples=[False])]
    """Whether Instagram has verified the person."""
    is_user_follow_business: Annotated[bool, Field(examples=[True])]
    """Whether the person follows the account."""
    is_business_follow_user: Annotated[bool, Field(examples=[False])]
    """Whether the account follows the person."""


class InstagramStoryList(BaseModel):
    """One page of stories."""

    data: list[PlatformPost]
    """The stories that can still be seen."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""
    next_cursor: Annotated[
        str | None, Field(examples=["eyJzIjoiMjAyNi0wMi0xNVQxNDozMDowMFoifQ"], max_length=512, min_length=1)
    ] = None
    """An opaque place in a list. Only one that the server issued is accepted."""


class InstagramSummary(BaseModel):
    """A profile on Instagram and its totals of the last 30 days."""

    username: Annotated[str, Field(examples=["acmecoffee"])]
    """The handle."""
    display_name: Annotated[str | None, Field(examples=["Acme Coffee"])] = None
    """The name shown on the profile, if it has one."""
    picture_url: Annotated[str | None, Field(examples=["https://example.com/acme.jpg"])] = None
    """The profile picture, if any."""
    follower_count: Annotated[int, Field(examples=[1200], ge=0)]
    """How many follow the profile."""
    following_count: Annotated[int, Field(examples=[310], ge=0)]
    """How many the profile follows."""
    media_count: Annotated[int, Field(examples=[184], ge=0)]
    """How many posts the profile shows."""
    reach: Annotated[int, Field(examples=[5400], ge=0)]
    """How many accounts saw something in the period."""
    views: Annotated[int, Field(examples=[9800], ge=0)]
    """How often something was seen in the period."""
    accounts_engaged: Annotated[int, Field(examples=[420], ge=0)]
    """How many accounts reacted in the period."""
    interactions: Annotated[int, Field(examples=[610], ge=0)]
    """How many reactions there were in the period."""
    net_follows: Annotated[int, Field(examples=[35])]
    """Followers won in the period less those lost; negative if more were lost."""
    period_start: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    period_end: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class Interaction(BaseModel):
    """One thing that somebody did on a platform, in the same form for every platform. `recipient` is only there on Instagram messages that the account itself sent, `page_id` on what came through a Facebook Page, `post_id` when the post is stored here, `conversation_id` on incoming Facebook and Instagram messages of a stored conversation."""

    id: Annotated[
        str,
        Field(
            examples=["sapi_cmt_K7QX2MZ4VB9TGR1HNWJ5YCD3FAPLE6"],
            max_length=255,
            pattern="^sapi_(cmt|dm|rev|mnt)_[1-79A-NP-Z]+$",
        ),
    ]
    """The id of a comment (`sapi_cmt_`), direct message (`sapi_dm_`), review (`sapi_rev_`) or mention (`sapi_mnt_`). The same thing on a platform always has the same id."""
    platform: Annotated[str, Field(examples=["instagram"])]
    """The platform's slug."""
    type: Annotated[Literal["comment", "review", "dm", "mention"], Field(examples=["mention"])]
    """What kind of thing it is."""
    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    author: Author
    recipient: Author | None = None
    content: InteractionContent
    received_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    page_id: Annotated[
        str | None, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ] = None
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    permalink: Annotated[AnyUrl | None, Field(examples=["https://www.instagram.com/p/C3xYz1AbCdE/"])] = None
    """Where the post can be seen; Instagram comments only, and only if it could be found out."""
    platform_post_id: Annotated[str | None, Field(examples=["17895695668004550"])] = None
    """The platform's id of the post; Instagram and Facebook comments only."""
    post_id: Annotated[
        str | None, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ] = None
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    conversation_id: Annotated[
        str | None, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ] = None
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    metadata: Annotated[
        dict[str, Any] | None, Field(examples=[{"mention_type": "caption", "media_id": "17895695668004550"}])
    ] = None
    """What only some platforms tell. Known keys: `star_rating` (Google reviews), `permalink_url` (Facebook mentions), `media_id` (Instagram), `mention_type` (`comment` or `caption`), `parent_id` (Threads replies), `referral` (the ad or link a direct message came from: `ad_id`, `source`, `type`, `ads_context_data`), `title` and `payload` (the button that was tapped)."""


class InteractionContent(BaseModel):
    """What was written or sent."""

    text: Annotated[str, Field(examples=["Look what @acmecoffee brewed for us!"])]
    """The text; empty where there is none, as in a message of attachments alone."""
    media: Annotated[
        list[InteractionMedia] | None,
        Field(examples=[[{"type": "image", "url": "https://example.com/media/latte.jpg"}]]),
    ] = None
    """The attachments, if any."""


class InteractionMedia(BaseModel):
    """One attachment of an interaction."""

    type: Annotated[str, Field(examples=["image"])]
    """The platform's word for the kind of attachment, such as `image`, `video` or `story_mention`."""
    url: Annotated[AnyUrl, Field(examples=["https://example.com/media/latte.jpg"])]
    """Where the attachment can be fetched; platforms let these addresses expire."""


class InteractionSettings(BaseModel):
    """What the creator has switched off for all posts."""

    comment_disabled: Annotated[bool, Field(examples=[False])]
    """Nobody can comment."""
    duet_disabled: Annotated[bool, Field(examples=[False])]
    """Nobody can make duets."""
    stitch_disabled: Annotated[bool, Field(examples=[True])]
    """Nobody can make stitches."""


class Invite(BaseModel):
    """A fresh link that lets somebody connect an account to a brand."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["instagram"])]
    """The platform whose account is to be connected."""
    token: Annotated[
        str, Field(examples=["4f1c9e7ab2d3c4e5f60718293a4b5c6d7e8f9012"], max_length=255, min_length=1)
    ]
    """What opens the invite. Whoever has it can use it, so pass it on in confidence."""
    url: Annotated[
        AnyUrl, Field(examples=["https://api.social-api.ai/invite/4f1c9e7ab2d3c4e5f60718293a4b5c6d7e8f9012"])
    ]
    """The link to pass on. It ends in the token."""
    expires_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class InviteList(BaseModel):
    """All invites of a brand in one response; this list is not paginated."""

    data: list[ListedInvite]
    """The invites, the newest first."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class Key(BaseModel):
    """An API key without its secret."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    name: Annotated[str, Field(examples=["Nightly import"])]
    """What the key is for. Not unique."""
    preview: Annotated[str, Field(examples=["sapi_key_a1b2c..."], max_length=40, pattern="^sapi_key_")]
    """The beginning of the secret, to recognize the key by."""
    is_active: Annotated[bool, Field(examples=[True])]
    """False once the key is revoked; then it opens nothing, for good."""
    scopes: Annotated[
        list[
            Literal[
                "accounts:read",
                "accounts:manage",
                "posts:read",
                "posts:write",
                "media:read",
                "media:write",
                "inbox:read",
                "inbox:write",
                "dms:read",
                "dms:send",
                "webhooks:manage",
                "analytics:read",
            ]
        ],
        Field(examples=[["posts:read", "posts:write"]]),
    ]
    """The operations the key is limited to, by scope; empty when it may call all of them."""
    brand_ids: Annotated[list[Id], Field(examples=[["0b9f0c2e-6f0e-4d53-9a55-3f1f6f3b8a10"]])]
    """The brands the key is limited to; empty when it reaches all of them. The id of a deleted brand stays, so that the list never becomes empty by itself."""
    last_used_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-20T09:00:04Z"])] = None
    """When the key was last used; null or absent if never. It may lag behind."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class KeyBrandsInputItem(RootModel[str]):
    root: Annotated[
        str, Field(examples=["0b9f0c2e-6f0e-4d53-9a55-3f1f6f3b8a10"], max_length=255, min_length=1)
    ]
    """The id of a brand."""


class KeyList(BaseModel):
    """All API keys in one response; this list is not paginated."""

    data: list[Key]
    """The keys, without their secrets."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class KeyScope(BaseModel):
    """A permission that a key can be limited to."""

    name: Annotated[
        Literal[
            "accounts:read",
            "accounts:manage",
            "posts:read",
            "posts:write",
            "media:read",
            "media:write",
            "inbox:read",
            "inbox:write",
            "dms:read",
            "dms:send",
            "webhooks:manage",
            "analytics:read",
        ],
        Field(examples=["posts:read"]),
    ]
    """The name to put into a key's `scopes`."""
    description: Annotated[
        str, Field(examples=["See posts, how they fared on each platform, and their metrics."])
    ]
    """What the scope opens, for people."""
    group: Annotated[str, Field(examples=["Posts"])]
    """The heading to show the scope under."""


class KeyScopeList(BaseModel):
    """All scopes in one response; this list is not paginated."""

    data: list[KeyScope]
    """The scopes."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class KeyScopesInputItem(RootModel[str]):
    root: Annotated[str, Field(examples=["posts:read"], max_length=64)]
    """The name of a scope."""


class KeySettings(BaseModel):
    """What can be changed about a key, as it is now."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    name: Annotated[str, Field(examples=["Nightly import"])]
    """What the key is for."""
    scopes: Annotated[
        list[
            Literal[
                "accounts:read",
                "accounts:manage",
                "posts:read",
                "posts:write",
                "media:read",
                "media:write",
                "inbox:read",
                "inbox:write",
                "dms:read",
                "dms:send",
                "webhooks:manage",
                "analytics:read",
            ]
        ],
        Field(examples=[["posts:read", "posts:write"]]),
    ]
    """The operations the key is limited to, by scope; empty when it may call all of them."""
    brand_ids: Annotated[list[Id], Field(examples=[["0b9f0c2e-6f0e-4d53-9a55-3f1f6f3b8a10"]])]
    """The brands the key is limited to; empty when it reaches all of them. The id of a deleted brand stays, so that the list never becomes empty by itself."""


class KeyWithSecret(BaseModel):
    """A key with its secret. The secret is shown this once and cannot be asked for again."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    name: Annotated[str, Field(examples=["Nightly import"])]
    """What the key is for."""
    raw_key: Annotated[
        str,
        Field(
            examples=["sapi_key_a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f"],
            pattern="^sapi_key_[0-9a-f]{62}$",
        ),
    ]
    """The secret to send as bearer token. Store it now."""
    message: Annotated[str, Field(examples=["Store this key now. It will not be shown again."])]
    """A reminder to store the secret, for people."""
    scopes: Annotated[
        list[
            Literal[
                "accounts:read",
                "accounts:manage",
                "posts:read",
                "posts:write",
                "media:read",
                "media:write",
                "inbox:read",
                "inbox:write",
                "dms:read",
                "dms:send",
                "webhooks:manage",
                "analytics:read",
            ]
        ],
        Field(examples=[["posts:read", "posts:write"]]),
    ]
    """The operations the key is limited to, by scope; empty when it may call all of them."""
    brand_ids: Annotated[list[Id], Field(examples=[["0b9f0c2e-6f0e-4d53-9a55-3f1f6f3b8a10"]])]
    """The brands the key is limited to; empty when it reaches all of them. The id of a deleted brand stays, so that the list never becomes empty by itself."""


class LinkedInInsights(BaseModel):
    """How a LinkedIn Page and its posts are doing."""

    follower_count: Annotated[int, Field(examples=[940], ge=0)]
    """How many follow the Page."""
    posts: list[LinkedInPostInsights]
    """The Page's posts, wherever they were made."""


class LinkedInInsightsResponse(BaseModel):
    """The numbers of a LinkedIn Page."""

    data: LinkedInInsights


class LinkedInPostInsights(BaseModel):
    """How one post of a LinkedIn Page has done since it went out."""

    post_id: Annotated[str, Field(examples=["urn:li:share:7165432109876543210"])]
    """LinkedIn's own id of the post."""
    text: Annotated[str | None, Field(examples=["Fresh beans are in."])] = None
    """The text, if it has any."""
    permalink: Annotated[
        str | None, Field(examples=["https://www.linkedin.com/feed/update/urn:li:share:7165432109876543210"])
    ] = None
    """The address on LinkedIn, if known."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    impressions: Annotated[int, Field(examples=[1840], ge=0)]
    """How often it was shown."""
    unique_views: Annotated[int, Field(examples=[1210], ge=0)]
    """How many people it was shown to."""
    clicks: Annotated[int, Field(examples=[96], ge=0)]
    """How often it was clicked."""
    likes: Annotated[int, Field(examples=[42], ge=0)]
    """How often it was liked."""
    comments: Annotated[int, Field(examples=[5], ge=0)]
    """How many comments it has."""
    shares: Annotated[int, Field(examples=[3], ge=0)]
    """How often it was shared."""
    engagement_rate: Annotated[float, Field(examples=[0.079])]
    """Reactions per impression, as LinkedIn reckons it."""


class ListedInvite(BaseModel):
    """An invite of a brand, and whether it can still be used."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["instagram"])]
    """The platform whose account is to be connected."""
    token: Annotated[
        str, Field(examples=["4f1c9e7ab2d3c4e5f60718293a4b5c6d7e8f9012"], max_length=255, min_length=1)
    ]
    """What opens the invite. Whoever has it can use it, so pass it on in confidence."""
    url: Annotated[
        AnyUrl, Field(examples=["https://api.social-api.ai/invite/4f1c9e7ab2d3c4e5f60718293a4b5c6d7e8f9012"])
    ]
    """The link to pass on. It ends in the token."""
    is_active: Annotated[bool, Field(examples=[True])]
    """Whether the link works; not once it was used, was revoked or has expired."""
    expires_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class LostPage(BaseModel):
    """A Page that a brand uses and that the login has lost. It works again once access is granted again."""

    platform_page_id: Annotated[str, Field(examples=["647382910564738"])]
    """The Page's id on Facebook."""
    name: Annotated[str, Field(examples=["Acme Roastery"])]
    """The Page's name on Facebook."""
    brand_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    brand_name: Annotated[str, Field(examples=["Acme Coffee"])]
    """The name of the brand that uses it."""


class Media(BaseModel):
    """A file of the media library."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    filename: Annotated[str, Field(examples=["beans.jpg"])]
    """The name the file was uploaded with."""
    content_type: Annotated[str, Field(examples=["image/jpeg"])]
    """The file's MIME type."""
    size_bytes: Annotated[int, Field(examples=[482113], ge=0)]
    """How many bytes the file takes up."""
    status: Annotated[Literal["pending", "ready", "failed"], Field(examples=["ready"])]
    """Whether the file can be used in posts."""
    url: Annotated[
        AnyUrl, Field(examples=["https://media.example.com/5b0c5a52/beans.jpg?signature=9f8e7d6c"])
    ]
    """Where the file can be seen for a short time. List again for a fresh address."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class MediaConstraints(BaseModel):
    """What media may be."""

    max_image_size_bytes: Annotated[int, Field(examples=[8388608], ge=0)]
    """The largest image in bytes; 0 means no images."""
    max_video_size_bytes: Annotated[int, Field(examples=[314572800], ge=0)]
    """The largest video in bytes; 0 means no videos."""
    min_video_duration_sec: Annotated[int | None, Field(examples=[3], ge=0)] = None
    """The shortest video in seconds; 0 means no bound."""
    max_video_duration_sec: Annotated[int | None, Field(examples=[900], ge=0)] = None
    """The longest video in seconds; 0 means no bound."""
    max_video_fps: Annotated[int | None, Field(examples=[60], ge=0)] = None
    """The highest frame rate; 0 means no bound."""
    supported_image_types: Annotated[list[str] | None, Field(examples=[["image/jpeg"]])] = None
    """The media types of images."""
    supported_video_types: Annotated[list[str] | None, Field(examples=[["video/mp4", "video/quicktime"]])] = (
        None
    )
    """The media types of videos."""


class MediaInput(BaseModel):
    """One image, video, sound or file. The order of the items is the order in which the platform shows them."""

    source_type: Annotated[Literal["media_id", "url", "platform_attachment_id"], Field(examples=["media_id"])]
    """What `source` is: the id of a ready file in the media library, a public http(s) address that is fetched when the post or message goes out, or an id from the platform's own API."""
    source: Annotated[
        str, Field(examples=["5b0c5a52-53c1-4f0c-9a77-0d6b7f6a9e31"], max_length=4096, min_length=1)
    ]
    """The id or the address that `source_type` announces."""
    type: Annotated[Literal["image", "video", "audio", "file"] | None, Field(examples=["image"])] = None
    """Needed with `platform_attachment_id`; found out by the server otherwise."""


class MediaList(BaseModel):
    """One page of the media library."""

    data: list[Media]
    """The ready files, the newest first."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""
    next_cursor: Annotated[
        str | None, Field(examples=["eyJzIjoiMjAyNi0wMi0xNVQxNDozMDowMFoifQ"], max_length=512, min_length=1)
    ] = None
    """An opaque place in a list. Only one that the server issued is accepted."""


class MediaStorage(BaseModel):
    """How full the media library is."""

    used_bytes: Annotated[int, Field(examples=[52428800], ge=0)]
    """How many bytes the files take up."""
    limit_bytes: Annotated[int, Field(examples=[104857600], ge=-1)]
    """How many bytes the plan allows; -1 means no limit."""
    count: Annotated[int, Field(examples=[12], ge=0)]
    """How many ready files the library holds."""


class MediaUploadUrl(BaseModel):
    """Where to send the bytes of a new file."""

    media_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    upload_url: Annotated[AnyUrl, Field(examples=["https://uploads.example.com/5b0c5a52?signature=1a2b3c4d"])]
    """The address that takes the bytes, with PUT and without a token."""
    expires_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class MentionList(BaseModel):
    """One page of mentions."""

    data: list[Interaction]
    """The mentions, the newest first."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""
    next_cursor: Annotated[
        str | None, Field(examples=["eyJzIjoiMjAyNi0wMi0xNVQxNDozMDowMFoifQ"], max_length=512, min_length=1)
    ] = None
    """An opaque place in a list. Only one that the server issued is accepted."""


class MentionReceivedEvent(BaseModel):
    """Sent when somebody mentions the account in a comment or caption."""

    event: Annotated[Literal["mention.received"], Field(examples=["mention.received"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: Interaction
    raw_payload: RawPayload | None = None


class Message(BaseModel):
    """One message of a conversation."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    conversation_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform_id: Annotated[str, Field(examples=["m_aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlE"])]
    """The platform's own id of the message; `reply_to_message_id` takes it."""
    direction: Annotated[Literal["incoming", "outgoing"], Field(examples=["incoming"])]
    """Whether the other person wrote it (`incoming`) or the account did (`outgoing`)."""
    sender_id: Annotated[str, Field(examples=["17841400008460056"])]
    """The platform's own id of whoever wrote it."""
    sender_name: Annotated[str, Field(examples=["Maria Lopez"])]
    """The name of whoever wrote it."""
    text: Annotated[str | None, Field(examples=["Are you open on Sunday?"])] = None
    """The text; empty or absent in a message that is only an attachment."""
    attachment_type: Annotated[str | None, Field(examples=["image"])] = None
    """The kind of the attachment, if there is one: `image`, `video`, `audio` or `file`. An incoming message may have the platform's own word, such as `story_mention`."""
    attachment_url: Annotated[AnyUrl | None, Field(examples=["https://example.com/media/latte.jpg"])] = None
    """Where the attachment can be fetched. Platforms let these addresses expire."""
    status: Annotated[str | None, Field(examples=["delivered"])] = None
    """How far an outgoing message is, as far as the platform tells; null or absent on an incoming one."""
    status_updated_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-16T10:20:03Z"])] = None
    """When `status` last changed; null or absent where that is."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class MessageButton(BaseModel):
    """A button under a message or on a card. Its type decides what else it needs."""

    type: Annotated[Literal["url", "postback"], Field(examples=["postback"])]
    """`url` opens an address and tells nobody; `postback` fires the `dm.postback` event."""
    title: Annotated[str, Field(examples=["See the menu"], max_length=20, min_length=1)]
    """What stands on the button."""
    url: Annotated[
        str | None,
        Field(
            examples=["https://example.com/menu"], max_length=2048, min_length=1, pattern="^https?://[^/\\s]"
        ),
    ] = None
    """The address to open; required with `url`."""
    payload: Annotated[str | None, Field(examples=["SHOW_MENU"], max_length=4096, min_length=1)] = None
    """What the `dm.postback` event carries; required with `postback`."""


class MessageCard(BaseModel):
    """One card of a row the person can swipe through."""

    title: Annotated[str, Field(examples=["House blend"], max_length=80, min_length=1)]
    """The heading of the card."""
    subtitle: Annotated[str | None, Field(examples=["Dark, nutty, 250 g"], max_length=80)] = None
    """The line under the heading."""
    image_url: Annotated[
        str | None,
        Field(
            examples=["https://cdn.example.com/house-blend.jpg"], max_length=2048, pattern="^https?://[^/\\s]"
        ),
    ] = None
    """The picture on the card, at a public address."""
    buttons: Annotated[
        list[MessageButton] | None,
        Field(
            examples=[[{"type": "url", "title": "Order", "url": "https://example.com/order"}]], max_length=3
        ),
    ] = None
    """The buttons on the card."""


class MessageList(BaseModel):
    """One page of messages."""

    data: list[Message]
    """The messages, the newest first."""
    pagination: InboxPagination


class MessageQuickReply(BaseModel):
    """A suggested answer shown under the message; tapping it sends it."""

    title: Annotated[str, Field(examples=["Book a table"], max_length=20, min_length=1)]
    """What the person sees and sends."""
    payload: Annotated[str | None, Field(examples=["BOOK_TABLE"], max_length=4096)] = None
    """Comes back in the `dm.postback` event when it is tapped."""


class ModerateYouTubeComment(BaseModel):
    """The verdict on a comment, and where the comment is."""

    account_id: Annotated[
        str, Field(examples=["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"], max_length=255, min_length=1)
    ]
    """The id of a connected account, as `GET /accounts` returns it."""
    post_id: Annotated[str, Field(examples=["dQw4w9WgXcQ"], max_length=255, min_length=1)]
    """YouTube's own id of the video the comment is under."""
    status: Annotated[Literal["published", "held_for_review", "rejected"], Field(examples=["rejected"])]
    """Show the comment, hold it back for review, or reject it."""
    ban_author: Annotated[bool, Field(examples=[True])] = False
    """True keeps the author from commenting on the channel again; only with `rejected`."""


class Ok(BaseModel):
    """The action was carried out."""

    ok: Annotated[bool, Field(examples=[True])]
    """Always true; a refusal is an error."""


class PageId(RootModel[str]):
    root: Annotated[
        str, Field(examples=["9d1f0a86-2c1b-4e0f-8f55-6a3c0d9b7e24"], max_length=255, min_length=1)
    ]
    """The id of a page, as `GET /accounts/{id}/pages` returns it."""


class PageRemovedEvent(BaseModel):
    """Sent when a page of an account has vanished from the platform and was switched off."""

    event: Annotated[Literal["page.removed"], Field(examples=["page.removed"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: PageRemovedEventData


class PageRemovedEventData(BaseModel):
    """The page that was switched off, and the account it belongs to."""

    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform_page_id: Annotated[str, Field(examples=["102938475610293"])]
    """The page's id on the platform."""
    name: Annotated[str, Field(examples=["Acme Coffee"])]
    """The page's last known name."""
    platform: Annotated[str, Field(examples=["facebook"])]
    """The account's platform."""
    reason: Annotated[str, Field(examples=["page_not_found"])]
    """Why, in one word, such as `page_not_found`."""


class Pagination(BaseModel):
    """Where this page stands in the list."""

    has_more: Annotated[bool, Field(examples=[True])]
    """Whether another page follows."""
    next_cursor: Annotated[
        str | None, Field(examples=["eyJzIjoiMjAyNi0wMi0xNVQxNDozMDowMFoifQ"], max_length=512, min_length=1)
    ] = None
    """An opaque place in a list. Only one that the server issued is accepted."""
    limit: Annotated[int, Field(examples=[25], ge=1)]
    """How many items a page holds at most."""


class PendingConnection(BaseModel):
    """A connection that waits for a choice, with the candidates."""

    connection_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["facebook"])]
    """The platform of the flow."""
    login_id: Annotated[str | None, Field(examples=["cred_01JT2MC8Z5Y7Q3K9WX4BDHN6VR"])] = None
    """The Facebook login the Pages belong to; Facebook only."""
    pages: list[SelectablePage] | None = None
    """The Pages the login has access to; Facebook only."""
    profiles: list[SelectableProfile] | None = None
    """The Profiles of the login; Google only."""
    lost_access: list[LostPage] | None = None
    """Pages of brands that the login has lost; Facebook only."""
    expires_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class PinterestBoard(BaseModel):
    """A Pinterest board."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    board_id: Annotated[str, Field(examples=["549755885175"])]
    """Pinterest's own id of the board."""
    name: Annotated[str, Field(examples=["Latte art"])]
    """The board's name."""
    privacy: Annotated[Literal["PUBLIC", "PROTECTED", "SECRET"], Field(examples=["PUBLIC"])]
    """Who sees the board on Pinterest. A new board is `PUBLIC` unless the request says otherwise."""


class PinterestBoardList(BaseModel):
    """All boards of an account in one response."""

    data: list[PinterestBoard]
    """The boards."""


class PinterestPin(BaseModel):
    """A Pin on Pinterest, wherever it was made."""

    id: Annotated[str, Field(examples=["813744226420795884"])]
    """Pinterest's own id of the Pin."""
    board_id: Annotated[str, Field(examples=["549755885175"])]
    """Pinterest's own id of the board the Pin is on."""
    title: Annotated[str | None, Field(examples=["A tulip in five pours."])] = None
    """The Pin's description, in spite of the name; empty or absent if it has none."""
    media_url: Annotated[str | None, Field(examples=["https://example.com/media/tulip.jpg"])] = None
    """The picture, if Pinterest tells it."""
    permalink: Annotated[str, Field(examples=["https://www.pinterest.com/pin/813744226420795884/"])]
    """The Pin's address on Pinterest."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class PinterestPinList(BaseModel):
    """Pins of an account in one response; this list is not paginated."""

    data: list[PinterestPin]
    """The Pins, at most `limit` of them."""


class PinterestSummary(BaseModel):
    """A profile on Pinterest in numbers."""

    username: Annotated[str, Field(examples=["acmecoffee"])]
    """The handle."""
    profile_image: Annotated[str | None, Field(examples=["https://example.com/acme.jpg"])] = None
    """The profile picture, if any."""
    follower_count: Annotated[int, Field(examples=[860], ge=0)]
    """How many follow the profile."""
    pin_count: Annotated[int, Field(examples=[142], ge=0)]
    """How many Pins it has."""
    board_count: Annotated[int, Field(examples=[6], ge=0)]
    """How many boards it has."""
    monthly_views: Annotated[int, Field(examples=[23400], ge=0)]
    """How often its Pins are seen in a month."""


class Platform(RootModel[str]):
    root: Annotated[str, Field(examples=["instagram"], max_length=64, min_length=1)]
    """A platform."""


class PlatformConstraints(BaseModel):
    """What one platform accepts. The same for every account; a creator's own limits are in its creator info."""

    text: TextConstraints
    media: MediaConstraints
    carousel: CarouselConstraints
    scheduling: SchedulingConstraints
    supports_platform_attachment_id: Annotated[bool, Field(examples=[True])]
    """Whether media may be given by the platform's own ids."""
    supports_mixed_media: Annotated[bool, Field(examples=[False])]
    """Whether media given by the platform's own ids may stand beside others."""


class PlatformConstraintsMap(BaseModel):
    """What the platforms accept."""

    data: dict[str, PlatformConstraints]
    """One entry per platform that can be published to, by its name."""


class PlatformPost(BaseModel):
    """A post as the platform has it, wherever it was made. It is not a post of SocialAPI and has no id here."""

    id: Annotated[str, Field(examples=["18025679123456789"])]
    """The platform's own id of the post."""
    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["instagram"])]
    """The platform's slug."""
    caption: Annotated[str | None, Field(examples=["Fresh beans are in."])] = None
    """The text, if it has any."""
    media_type: Annotated[str, Field(examples=["VIDEO"])]
    """The platform's word for the kind of media."""
    media_url: Annotated[str | None, Field(examples=["https://example.com/media/roasting.mp4"])] = None
    """The image or video; the cover of a video whose file the platform does not hand out."""
    permalink: Annotated[
        str | None, Field(examples=["https://www.instagram.com/stories/acmecoffee/18025679123456789"])
    ] = None
    """The address on the platform."""
    timestamp: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    like_count: Annotated[int | None, Field(examples=[42], ge=0)] = None
    """How often it was liked, if known."""
    comments_count: Annotated[int | None, Field(examples=[5], ge=0)] = None
    """How many comments it has, if known."""
    shares_count: Annotated[int | None, Field(examples=[3], ge=0)] = None
    """How often it was shared, if known."""
    view_count: Annotated[int | None, Field(examples=[1210], ge=0)] = None
    """How often it was seen, if known."""
    metadata: StoryMetadata


class Post(BaseModel):
    """One piece of content and its copies on the accounts it goes to."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    status: Annotated[
        Literal["draft", "scheduled", "publishing", "published", "partial", "failed", "cancelled"],
        Field(examples=["published"]),
    ]
    """Where the post stands. `publishing` becomes `published` (every copy is out), `partial` (some are) or `failed` (none is)."""
    text: Annotated[str | None, Field(examples=["Fresh beans are in."])] = None
    """The text."""
    title: Annotated[str | None, Field(examples=["How we roast"])] = None
    """The title."""
    media: list[MediaInput] | None = None
    """What it shows, in order."""
    media_ids: Annotated[list[str] | None, Field(examples=[["5b0c5a52-53c1-4f0c-9a77-0d6b7f6a9e31"]])] = None
    """Those of `media` that are files of the library."""
    visibility: Annotated[
        Literal["public", "private", "connections_only", "logged_in", "unlisted"] | None,
        Field(examples=["public"]),
    ] = None
    """Who may see the published post. Every platform offers a part of these: LinkedIn `public`, `connections_only` (members only) and `logged_in`; YouTube `public`, `private` and `unlisted`."""
    scheduled_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-20T09:00:00Z"])] = None
    """When it goes or went out by schedule; null or absent without one."""
    published_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-20T09:00:04Z"])] = None
    """When its first copy was out; null or absent before."""
    hidden: Annotated[bool, Field(examples=[False])]
    """Whether lists leave it out unless they ask for hidden posts."""
    retry_count: Annotated[int, Field(examples=[0], ge=0)]
    """How often a retry was asked for."""
    targets: list[PostTarget]
    """Its copies, one per account; empty for a draft without accounts."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    updated_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class PostDeleteOutcome(BaseModel):
    """What became of one published copy."""

    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["facebook"])]
    """The account's platform."""
    outcome: Annotated[Literal["deleted", "not_supported", "failed"], Field(examples=["deleted"])]
    """`deleted`: gone, or already was. `not_supported`: the platform lets only its own app delete. `failed`: still online, deleting again may succeed."""
    message: Annotated[str | None, Field(examples=["Instagram does not let apps delete posts."])] = None
    """Why the copy is still online; absent for a deleted one."""


class PostDeleteResult(BaseModel):
    """What became of the post and of each published copy."""

    success: Annotated[bool, Field(examples=[True])]
    """The request was carried out; `results` tells with what effect."""
    deleted: Annotated[bool, Field(examples=[True])]
    """Whether the post is gone. False while a copy is still online; the post then keeps just those copies."""
    results: list[PostDeleteOutcome]
    """One entry per published copy; empty when nothing had been published."""


class PostDeletedEvent(BaseModel):
    """Sent when a post is removed."""

    event: Annotated[Literal["post.deleted"], Field(examples=["post.deleted"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: PostDeletedEventData


class PostDeletedEventData(BaseModel):
    """The post that was removed."""

    post_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    was_status: Annotated[
        Literal["draft", "scheduled", "publishing", "published", "partial", "failed", "cancelled"],
        Field(examples=["draft"]),
    ]
    """Where the post stood before."""


class PostFailedEvent(BaseModel):
    """Sent when publishing has ended and every target failed."""

    event: Annotated[Literal["post.failed"], Field(examples=["post.failed"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: PostResultEventData


class PostImportError(BaseModel):
    """Why one row of the file became no post."""

    row: Annotated[int, Field(examples=[3], ge=0)]
    """The number of the row."""
    message: Annotated[str, Field(examples=["invalid date format for scheduled_at"])]
    """What is wrong with it."""


class PostImportResult(BaseModel):
    """What became of the rows of an imported file."""

    total_rows: Annotated[int, Field(examples=[3], ge=0)]
    """How many rows of data the file has."""
    created: Annotated[int, Field(examples=[2], ge=0)]
    """How many posts were made; 0 in a dry run."""
    failed: Annotated[int, Field(examples=[1], ge=0)]
    """How many rows were refused."""
    errors: list[PostImportError]
    """One entry per refused row."""
    posts: list[Post]
    """The posts that were made."""


class PostIssue(BaseModel):
    """One finding of a validation."""

    platform: Annotated[str, Field(examples=["instagram"])]
    """The platform whose rule it is."""
    field: Annotated[str, Field(examples=["text"])]
    """The field that is wrong, also one of `platform_data`."""
    message: Annotated[str, Field(examples=["exceeds 2200 character limit (2350/2200)"])]
    """What is wrong with it, for people."""
    code: Annotated[str | None, Field(examples=["validation.media_type_mismatch"])] = None
    """The code that publishing would answer with, where it has one of its own."""
    target: Annotated[str | None, Field(examples=["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"])] = None
    """The account of the target it concerns; absent when it concerns the whole post."""
    segment_index: Annotated[int | None, Field(examples=[0], ge=0)] = None
    """Which of `segments` it concerns, counting from 0; absent for the main post."""


class PostList(BaseModel):
    """One page of posts."""

    data: list[Post]
    """The posts, in the order that was asked for."""
    pagination: Pagination


class PostMediaId(RootModel[str]):
    root: Annotated[str, Field(examples=["5b0c5a52-53c1-4f0c-9a77-0d6b7f6a9e31"], max_length=4096)]
    """The id of a library file."""


class PostMetrics(BaseModel):
    """The numbers of one post, copy by copy."""

    post_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    targets: list[PostTarget]
    """The copies that were published. One whose numbers cannot be read keeps its place and says why in `error`; an account that is missing was never published to."""


class PostMetricsResponse(BaseModel):
    """The numbers of one post."""

    data: PostMetrics


class PostPartialEvent(BaseModel):
    """Sent when publishing has ended and some targets took the post, while others failed."""

    event: Annotated[Literal["post.partial"], Field(examples=["post.partial"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: PostResultEventData


class PostPlatformData(RootModel[dict[str, dict[str, Any]]]):
    """Settings only some platforms have, by platform. Each entry is handed to every target of its platform, whose own `platform_data` wins."""

    root: Annotated[dict[str, dict[str, Any]], Field(max_length=100)]


class PostPublishedEvent(BaseModel):
    """Sent when publishing has ended and every target took the post."""

    event: Annotated[Literal["post.published"], Field(examples=["post.published"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: PostResultEventData


class PostResultEventData(BaseModel):
    """The post and how each of its targets ended."""

    post_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    status: Annotated[Literal["published", "partial", "failed"], Field(examples=["published"])]
    """Where the post stands."""
    results: list[PostTarget]
    """Its targets, as `targets` of `GET /posts/{pid}` has them."""


class PostRetriedEvent(BaseModel):
    """Sent when the failed targets of a post are tried again. The event of the result follows."""

    event: Annotated[Literal["post.retried"], Field(examples=["post.retried"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: PostRetriedEventData


class PostRetriedEventData(BaseModel):
    """The post that is tried again."""

    post_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    retried_count: Annotated[int, Field(examples=[1], ge=0)]
    """How many targets are tried again."""


class PostScheduledEvent(BaseModel):
    """Sent when a post is created with a time at which it goes out."""

    event: Annotated[Literal["post.scheduled"], Field(examples=["post.scheduled"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: PostScheduledEventData


class PostScheduledEventData(BaseModel):
    """The post and when it goes out."""

    post_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    status: Annotated[Literal["scheduled"], Field(examples=["scheduled"])]
    """Where the post stands."""
    scheduled_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    targets: list[PostScheduledEventTarget]
    """The accounts it goes to."""


class PostScheduledEventTarget(BaseModel):
    """An account that the post goes to."""

    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["instagram"])]
    """The account's platform."""


class PostSegment(BaseModel):
    """A continuation of the post, published as the next post of a thread on X. Its media are ignored so far."""

    text: Annotated[str | None, Field(examples=["And here is how we did it."], max_length=65536)] = None
    """The text of the continuation."""
    media: Annotated[list[MediaInput] | None, Field(max_length=100)] = None
    """Media of the continuation."""
    media_ids: Annotated[
        list[PostMediaId] | None, Field(examples=[["5b0c5a52-53c1-4f0c-9a77-0d6b7f6a9e31"]], max_length=100)
    ] = None
    """Files of the media library by their ids, as short for `media`. Ignored when `media` is present; anything but a library id, such as an address, is ignored too."""


class PostTarget(BaseModel):
    """One copy of the post, on one account."""

    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["instagram"])]
    """The account's platform."""
    page_id: Annotated[str | None, Field(examples=["9d1f0a86-2c1b-4e0f-8f55-6a3c0d9b7e24"])] = None
    """The page it goes to, where the account has pages."""
    board_id: Annotated[str | None, Field(examples=["sapi_board_01JT2MB4D8N6R3VXQ5CZ7WKHYA"])] = None
    """The Pinterest board it goes to."""
    status: Annotated[str, Field(examples=["published"])]
    """How far this copy is. It is `pending` while the post is a draft or scheduled."""
    text: Annotated[str | None, Field(examples=["Fresh beans are in. Link in bio!"])] = None
    """The text of this copy where it differs from the post's."""
    title: Annotated[str | None, Field(examples=["How we roast"])] = None
    """The title of this copy where it differs from the post's."""
    media: list[MediaInput] | None = None
    """The media of this copy where they differ from the post's."""
    media_ids: Annotated[list[str] | None, Field(examples=[["5b0c5a52-53c1-4f0c-9a77-0d6b7f6a9e31"]])] = None
    """Those of `media` that are files of the library."""
    first_comment: Annotated[str | None, Field(examples=["Which roast is yours?"])] = None
    """The first comment of this copy where it differs from the post's."""
    visibility: Annotated[
        Literal["public", "private", "connections_only", "logged_in", "unlisted"] | None,
        Field(examples=["public"]),
    ] = None
    """Who may see the published post. Every platform offers a part of these: LinkedIn `public`, `connections_only` (members only) and `logged_in`; YouTube `public`, `private` and `unlisted`."""
    scheduled_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-20T09:00:00Z"])] = None
    """When this copy goes out where that differs from the post's time."""
    published_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-20T09:00:04Z"])] = None
    """When the platform took it; null or absent before."""
    platform_post_id: Annotated[str | None, Field(examples=["17895695668004550"])] = None
    """The platform's own id of the copy, in the platform's own form."""
    permalink: Annotated[str | None, Field(examples=["https://www.instagram.com/p/DAbCdEfGhIj/"])] = None
    """The address of the copy on the platform."""
    media_type: Annotated[Literal["feed", "reel", "stories", "carousel"] | None, Field(examples=["feed"])] = (
        None
    )
    """The form it took on the platform."""
    metrics: PostTargetMetrics | None = None
    metrics_synced_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-21T08:00:00Z"])] = None
    """When `metrics` was read; null if never."""
    metadata: Annotated[
        dict[str, Any] | None,
        Field(examples=[{"thread_post_ids": ["1890000000000000001", "1890000000000000002"]}]),
    ] = None
    """What else the platform told. On X `thread_post_ids` holds the ids of a thread's posts and `thread_failed_at_index` the first one that failed."""
    error: PostTargetError | None = None


class PostTargetError(BaseModel):
    """Why the post did not reach, or could not be read from, one account."""

    category: Annotated[
        Literal["validation", "auth", "rate_limit", "platform", "system"], Field(examples=["auth"])
    ]
    """What kind of failure it is."""
    caused_by: Annotated[Literal["user", "platform", "system"], Field(examples=["user"])]
    """Who has to act for a retry to succeed."""
    code: Annotated[str | None, Field(examples=["platform.instagram.auth"])] = None
    """A code of the error catalogue, `publishing.*` included, which appears only here."""
    message: Annotated[str, Field(examples=["The platform rejected the stored access token."])]
    """For people; often the platform's own words."""


class PostTargetInput(BaseModel):
    """One account the post goes to. The account decides the platform. Every other field replaces the post's field of the same name for this account only; a field left out is inherited."""

    account_id: Annotated[
        str, Field(examples=["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"], max_length=255, min_length=1)
    ]
    """The account to publish with, as `GET /accounts` returns it."""
    page_id: Annotated[
        str | None, Field(examples=["9d1f0a86-2c1b-4e0f-8f55-6a3c0d9b7e24"], max_length=255, min_length=1)
    ] = None
    """The page of the account to publish on; its default page when absent."""
    board_id: Annotated[
        str | None, Field(examples=["sapi_board_01JT2MB4D8N6R3VXQ5CZ7WKHYA"], max_length=255, min_length=1)
    ] = None
    """Pinterest's board, by either of its ids. Required there, and never inside `platform_data`. `page_id` is another name for it on Pinterest; naming both is an error."""
    text: Annotated[str | None, Field(examples=["Fresh beans are in. Link in bio!"], max_length=65536)] = None
    """The text for this account."""
    title: Annotated[str | None, Field(examples=["How we roast"], max_length=1000)] = None
    """The title for this account; YouTube needs one, of at most 100 characters."""
    media: Annotated[list[MediaInput] | None, Field(max_length=100)] = None
    """The media for this account. When present, `media_ids` is ignored."""
    media_ids: Annotated[
        list[PostMediaId] | None, Field(examples=[["5b0c5a52-53c1-4f0c-9a77-0d6b7f6a9e31"]], max_length=100)
    ] = None
    """Files of the media library by their ids, as short for `media`. Ignored when `media` is present; anything but a library id, such as an address, is ignored too."""
    first_comment: Annotated[str | None, Field(examples=["Which roast is yours?"], max_length=10000)] = None
    """A comment placed under this account's copy once it is out. Instagram, Facebook (stories excepted) and YouTube; ignored elsewhere. Best effort: the post counts as published even if it fails."""
    visibility: Annotated[
        Literal["public", "private", "connections_only", "logged_in", "unlisted"] | None,
        Field(examples=["public"]),
    ] = None
    """Who may see the published post. Every platform offers a part of these: LinkedIn `public`, `connections_only` (members only) and `logged_in`; YouTube `public`, `private` and `unlisted`."""
    scheduled_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-20T09:00:00Z"])] = None
    """When this account's copy goes out; in the future. RFC 3339 with any offset."""
    platform_data: Annotated[
        dict[str, Any] | None,
        Field(examples=[{"content_type": "reel", "share_to_feed": True}], max_length=100),
    ] = None
    """Settings only this platform has, flat: `content_type` on Instagram and Facebook, `privacy_level` on TikTok, `category_id` on YouTube and so on. They win over the post's `platform_data`."""


class PostTargetMetrics(BaseModel):
    """How one published copy is doing. A number the platform does not report is 0 or absent."""

    likes: Annotated[int, Field(examples=[42], ge=0)]
    """How often it was liked."""
    comments: Annotated[int, Field(examples=[5], ge=0)]
    """How many comments it has."""
    shares: Annotated[int | None, Field(examples=[3], ge=0)] = None
    """How often it was shared."""
    saves: Annotated[int | None, Field(examples=[0], ge=0)] = None
    """How often it was saved."""
    extra: Annotated[dict[str, Any] | None, Field(examples=[{"views": 1210}])] = None
    """Further numbers by name, such as `views`."""


class PostUnpublishedEvent(BaseModel):
    """Sent when a published post is taken down from one or more platforms. The post stays while a copy is left."""

    event: Annotated[Literal["post.unpublished"], Field(examples=["post.unpublished"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: PostUnpublishedEventData


class PostUnpublishedEventData(BaseModel):
    """The post and which copies of it were taken down."""

    post_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    account_id: Annotated[str | None, Field(examples=["acc_01JT2M9F3C6YQ8S2WN5AGP7KTB"])]
    """The account whose copy was asked to be taken down; null when all of them were."""
    unpublished_count: Annotated[int, Field(examples=[1], ge=0)]
    """How many copies were taken down."""


class PostUpdatedEvent(BaseModel):
    """Sent when a draft, scheduled or failed post is changed."""

    event: Annotated[Literal["post.updated"], Field(examples=["post.updated"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: PostUpdatedEventData


class PostUpdatedEventData(BaseModel):
    """The post and what was changed about it."""

    post_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    status: Annotated[
        Literal["draft", "scheduled", "publishing", "published", "partial", "failed", "cancelled"],
        Field(examples=["scheduled"]),
    ]
    """Where the post stands after the change."""
    changed_fields: Annotated[list[str], Field(examples=[["text", "scheduled_at"]])]
    """The fields that were changed, as `PATCH /posts/{pid}` names them."""


class PostValidation(BaseModel):
    """Whether the post would be accepted, and what to mend."""

    valid: Annotated[bool, Field(examples=[False])]
    """True exactly when `errors` is empty."""
    errors: list[PostIssue]
    """What would keep the post from being published."""
    warnings: list[PostIssue]
    """What would be ignored or may surprise; never in the way."""


class RawPayload(BaseModel):
    """What the platform itself reported about the event, unchanged and in the platform's own form. For a comment on a Meta platform it is the one entry of `changes`; for a message sent on Facebook it holds the `app_id` of the sender."""

    model_config = ConfigDict(
        extra="allow",
    )


class RedirectUri(BaseModel):
    """An address to which a connect flow may send users."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    uri: Annotated[AnyUrl, Field(examples=["https://example.com/connected"])]
    """The address, as it was registered."""
    label: Annotated[str | None, Field(examples=["Production"])] = None
    """What the address is for, if it was said."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class RedirectUriList(BaseModel):
    """All redirect URIs of the user in one response; this list is not paginated."""

    data: Annotated[list[RedirectUri], Field(max_length=20)]
    """The redirect URIs."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class RegisterWhatsAppNumber(BaseModel):
    """The PIN to register the number with."""

    pin: Annotated[str, Field(examples=["482913"], max_length=6, pattern="^[0-9]{6}$")]
    """Six digits of the caller's choice; the number's PIN for two-step verification from then on."""


class ReplyToComment(BaseModel):
    """What to write, and through which account. With `comment_id` the text answers that comment, otherwise it becomes a new comment on the post."""

    account_id: Annotated[
        str, Field(examples=["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"], max_length=255, min_length=1)
    ]
    """The id of a connected account, as `GET /accounts` returns it."""
    comment_id: Annotated[
        str | None, Field(examples=["sapi_cmt_K7QX2MZ4VB9TGR1HNWJ5YCD3FAPLE6"], max_length=255, min_length=1)
    ] = None
    """The comment to answer, by its `sapi_cmt_` id or the platform's own."""
    text: Annotated[
        str, Field(examples=["We open at nine, see you then!"], max_length=10000, min_length=1, pattern="\\S")
    ]
    """The text, as everybody will see it."""


class ReplyToMention(BaseModel):
    """The comment to publish under the mention."""

    media_id: Annotated[
        str, Field(examples=["sapi_mnt_T3VQ7MX2ZB9KGR4HNWJ5YCD6FALPE1"], max_length=255, min_length=1)
    ]
    """Where the account was mentioned, by the mention's `id` or the platform's own id of the post."""
    comment_id: Annotated[str | None, Field(examples=["18026641111213141"], max_length=255, min_length=1)] = (
        None
    )
    """The comment that mentions the account, by the platform's own id or its `sapi_cmt_` id. Left out when the caption mentions it."""
    text: Annotated[
        str, Field(examples=["That looks delicious!"], max_length=10000, min_length=1, pattern="\\S")
    ]
    """The text of the comment, for everybody to see."""


class ReplyToReview(BaseModel):
    """The answer to publish under the review."""

    account_id: Annotated[
        str, Field(examples=["acc_01JT2MD4X8K6W3R9ZQ5BHN7VYC"], max_length=255, min_length=1)
    ]
    """The account that was reviewed."""
    text: Annotated[
        str, Field(examples=["Thank you, see you soon."], max_length=10000, min_length=1, pattern="\\S")
    ]
    """The text of the answer, for everybody to see."""


class RequestWhatsAppCode(BaseModel):
    """How the code reaches the phone line."""

    method: Annotated[Literal["SMS", "VOICE"], Field(examples=["SMS"])]
    """By text message or by a call that reads it out."""
    language: Annotated[
        str, Field(examples=["en_US"], max_length=20, min_length=2, pattern="^[a-z]{2,3}(_[A-Za-z0-9]+)*$")
    ]
    """A BCP 47 language tag, but with underscores."""


class Review(BaseModel):
    """What a customer thinks of a business."""

    id: Annotated[
        str, Field(examples=["sapi_rev_P4TX9MZ2VQ7BGR3HNWJ5YCDK6FALE1"], max_length=255, min_length=1)
    ]
    """The review's id, `sapi_rev_` in most samples and the platform's own in some."""
    author: Author
    rating: Annotated[int, Field(examples=[5], ge=1, le=5)]
    """The stars, 5 being the best."""
    text: Annotated[str | None, Field(examples=["Every shelf is worth the walk."])] = None
    """What was written; empty or absent in a review of stars alone."""
    reply: ReviewReply | None = None
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    updated_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-15T14:30:00Z"])] = None
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class ReviewAccount(BaseModel):
    """An account that can have reviews, with how it is rated."""

    account_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["google"])]
    """The platform's slug."""
    name: Annotated[str, Field(examples=["Harbour Books"])]
    """The name shown on the platform."""
    status: Annotated[Literal["ok", "reconnection_required", "error"], Field(examples=["ok"])]
    """Whether the platform could be asked: `reconnection_required` when the account has to be connected again, `error` when the platform failed. Only with `ok` are there ratings."""
    average_rating: Annotated[float | None, Field(examples=[4.6], ge=0.0, le=5.0)] = None
    """The mean of all ratings; 0 while there is none."""
    total_count: Annotated[int | None, Field(examples=[128], ge=0)] = None
    """How many reviews the account has."""
    last_review_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-14T18:05:00Z"])] = None
    """When the latest review was written; null or absent while there is none."""


class ReviewAccountList(BaseModel):
    """All accounts that can have reviews, in one response."""

    data: list[ReviewAccount]
    """The accounts, those that could not be asked included."""


class ReviewList(BaseModel):
    """One page of reviews."""

    data: list[Review]
    """The reviews, in the order that was asked for."""
    summary: ReviewSummary
    pagination: InboxPagination


class ReviewReceivedEvent(BaseModel):
    """Sent when somebody leaves a review."""

    event: Annotated[Literal["review.received"], Field(examples=["review.received"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: Interaction
    raw_payload: RawPayload | None = None


class ReviewReply(BaseModel):
    """The public answer of the business; absent until there is one."""

    text: Annotated[str, Field(examples=["Thank you, see you soon."])]
    """The text of the answer."""
    updated_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class ReviewReplyResult(BaseModel):
    """The answer is published."""

    success: Annotated[bool, Field(examples=[True])]
    """Always true; a refusal is an error."""
    reply_id: Annotated[str, Field(examples=["r_7c1d4e9f"])]
    """The id of the answer. No operation takes it."""


class ReviewSummary(BaseModel):
    """How the account is rated, over all of its reviews."""

    average_rating: Annotated[float, Field(examples=[4.6], ge=0.0, le=5.0)]
    """The mean of all ratings; 0 while there is none."""
    total_count: Annotated[int, Field(examples=[128], ge=0)]
    """How many reviews the account has."""


class SchedulingConstraints(BaseModel):
    """Whether posts can be published later."""

    supported: Annotated[bool, Field(examples=[True])]
    """Whether `scheduled_at` works for the platform."""
    mode: Annotated[str | None, Field(examples=["server_side"])] = None
    """Who keeps the time: `server_side` is SocialAPI, `native` the platform. Empty or absent where nobody does."""


class SelectConnection(BaseModel):
    """The choice. One of the two fields, depending on the platform."""

    page_ids: Annotated[
        list[CandidateId] | None, Field(examples=[["564738291056473"]], max_length=100, min_length=1)
    ] = None
    """Facebook; the `platform_page_id` of each Page to connect, all of them candidates and assignable."""
    platform_account_id: Annotated[
        str | None, Field(examples=["accounts/1029384756/locations/5647382910"], max_length=255, min_length=1)
    ] = None
    """The id of a candidate on its platform. Google takes one in `platform_account_id`."""


class SelectablePage(BaseModel):
    """A Facebook Page that a login has access to, and the brand it is assigned to."""

    platform_page_id: Annotated[str, Field(examples=["102938475610293"])]
    """The Page's id on Facebook."""
    name: Annotated[str, Field(examples=["Acme Coffee"])]
    """The Page's name on Facebook."""
    assignable: Annotated[bool, Field(examples=[True])]
    """Whether no other brand owns the Page. It does not tell whether a brand has room for one more."""
    assigned_brand_id: Annotated[str | None, Field(examples=["0b9f0c2e-6f0e-4d53-9a55-3f1f6f3b8a10"])] = None
    """The brand that owns the Page; empty or absent while the Page is free."""
    assigned_brand_name: Annotated[str | None, Field(examples=["Acme Coffee"])] = None
    """The name of that brand; empty or absent while the Page is free."""
    assigned_account_id: Annotated[str | None, Field(examples=["acc_01JT2MF4V8Z2K6N9WQ7CXRD3HY"])] = None
    """The account that carries the Page; empty or absent while the Page is free."""
    category: Annotated[str | None, Field(examples=["Coffee shop"])] = None
    """Facebook's category of the Page, if known."""
    picture_url: Annotated[str | None, Field(examples=["https://example.com/acme.jpg"])] = None
    """The Page's picture, if known."""


class SelectableProfile(BaseModel):
    """A Google Business Profile that can be connected. Texts are empty where the platform gives none."""

    platform_account_id: Annotated[str, Field(examples=["accounts/1029384756/locations/5647382910"])]
    """The Profile's id on the platform."""
    display_name: Annotated[str, Field(examples=["Acme Coffee, Harbour Street"])]
    """The name shown on the platform."""
    username: Annotated[str | None, Field(examples=["acmecoffee"])] = None
    """The handle; may be empty."""
    profile_picture_url: Annotated[str | None, Field(examples=["https://example.com/acme.jpg"])] = None
    """The picture; may be empty."""
    bio: Annotated[str | None, Field(examples=["Coffee, roasted daily."])] = None
    """The profile text; may be empty."""


class SelectionRequired(BaseModel):
    """The flow has not ended yet. Choose from the candidates."""

    status: Annotated[Literal["selection_required"], Field(examples=["selection_required"])]
    """Always `selection_required`."""
    connection_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    platform: Annotated[str, Field(examples=["facebook"])]
    """The platform of the flow."""
    login_id: Annotated[str | None, Field(examples=["cred_01JT2MC8Z5Y7Q3K9WX4BDHN6VR"])] = None
    """The Facebook login the Pages belong to; Facebook only."""
    pages: list[SelectablePage] | None = None
    """The Pages the login has access to; Facebook only."""
    profiles: list[SelectableProfile] | None = None
    """The Profiles of the login; Google only."""
    lost_access: list[LostPage] | None = None
    """Pages of brands that the login has lost; Facebook only."""


class SendFeedback(BaseModel):
    """What to tell."""

    type: Annotated[Literal["bug", "feature_request", "general"], Field(examples=["feature_request"])]
    """What the message is about."""
    message: Annotated[
        str, Field(examples=["Let me sort posts by platform."], max_length=10000, min_length=1, pattern="\\S")
    ]
    """The message."""


class SendMessage(BaseModel):
    """The message to send. It needs `text`, an attachment or interactive content, and at most one of `quick_replies`, `buttons` and `cards`. Interactive content exists on Instagram and Facebook only. X and WhatsApp take text, Telegram text or one file at a public address."""

    account_id: Annotated[
        str, Field(examples=["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"], max_length=255, min_length=1)
    ]
    """The account to send as; the one the conversation belongs to."""
    text: Annotated[str | None, Field(examples=["Yes, from 9 to 14."], max_length=10000)] = None
    """The text. Required with `quick_replies` and `buttons`, which hang under it; with `buttons` it has at most 640 characters."""
    attachments: Annotated[
        list[MediaInput] | None,
        Field(
            examples=[
                [{"source_type": "url", "source": "https://cdn.example.com/menu.jpg", "type": "image"}]
            ],
            max_length=100,
        ),
    ] = None
    """Files, each sent as a message of its own after the text, in order. Without `type`, a file whose extension is unknown goes out as a plain file. Instagram and Facebook take at most 25 MB each. Telegram shows `.jpg`, `.jpeg`, `.png`, `.gif` and `.webp` as photos and anything else as a document."""
    attachment_url: Annotated[
        str | None,
        Field(
            deprecated=True,
            examples=["https://cdn.example.com/menu.jpg"],
            max_length=2048,
            pattern="^https?://[^/\\s]",
        ),
    ] = None
    """The public address of a single file. Ignored beside `attachments`, unless that is empty."""
    reply_to_message_id: Annotated[
        str | None, Field(examples=["m_aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlE"], max_length=1024, min_length=1)
    ] = None
    """The `platform_id` of the message to quote, on Instagram and Facebook; other platforms ignore the field. When several messages are sent, only the first quotes it."""
    message_tag: Annotated[str | None, Field(examples=["HUMAN_AGENT"], max_length=64)] = None
    """Why the message may be sent although the 24-hour window is closed. Instagram knows `HUMAN_AGENT`, which stretches the window to 7 days; Facebook knows that and `ACCOUNT_UPDATE`, `CONFIRMED_EVENT_UPDATE`, `CUSTOMER_FEEDBACK` and `POST_PURCHASE_UPDATE`. Another one is refused with `validation.invalid_message_tag`; other platforms ignore the field. `HUMAN_AGENT` needs an approval by Meta; for beta testers it is set by itself on Facebook."""
    quick_replies: Annotated[
        list[MessageQuickReply] | None,
        Field(examples=[[{"title": "Book a table", "payload": "BOOK_TABLE"}]], max_length=13, min_length=1),
    ] = None
    """Suggested answers under the text, which has to be there."""
    buttons: Annotated[
        list[MessageButton] | None,
        Field(
            examples=[[{"type": "url", "title": "See the menu", "url": "https://example.com/menu"}]],
            max_length=3,
            min_length=1,
        ),
    ] = None
    """Buttons under the text, which has to be there."""
    cards: Annotated[
        list[MessageCard] | None,
        Field(
            examples=[[{"title": "House blend", "subtitle": "Dark, nutty, 250 g"}]],
            max_length=10,
            min_length=1,
        ),
    ] = None
    """A row of cards."""


class SendPrivateReply(BaseModel):
    """The message to the author of a comment, and the account that sends it."""

    account_id: Annotated[
        str, Field(examples=["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"], max_length=255, min_length=1)
    ]
    """The id of a connected account, as `GET /accounts` returns it."""
    text: Annotated[
        str,
        Field(
            examples=["Hello Maria, your order is ready to be picked up."],
            max_length=10000,
            min_length=1,
            pattern="\\S",
        ),
    ]
    """The text, which only the author of the comment sees."""


class SendWhatsAppTemplate(BaseModel):
    """The template to send, to whom, and what its placeholders become."""

    to: Annotated[str, Field(examples=["15550123456"], max_length=15, pattern="^[1-9][0-9]{6,14}$")]
    """The recipient's number in E.164 form, without the plus sign."""
    template_name: Annotated[
        str, Field(examples=["order_ready"], max_length=512, min_length=1, pattern="^[a-z0-9_]+$")
    ]
    """Names a template, in small letters, digits and underscores. The languages of a template share it."""
    language: Annotated[
        str, Field(examples=["en_US"], max_length=20, min_length=2, pattern="^[a-z]{2,3}(_[A-Za-z0-9]+)*$")
    ]
    """A BCP 47 language tag, but with underscores."""
    components: Annotated[
        list[WhatsAppSendComponent] | None,
        Field(
            examples=[
                [
                    {
                        "type": "body",
                        "parameters": [{"type": "text", "text": "Maria"}, {"type": "text", "text": "4711"}],
                    }
                ]
            ],
            max_length=12,
        ),
    ] = None
    """The values by part of the template; parts without placeholders are left out."""


class SentComment(BaseModel):
    """The comment stands on the platform."""

    success: Annotated[bool, Field(examples=[True])]
    """Always true; a refusal is an error."""
    comment_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""


class SentMessage(BaseModel):
    """What the platform made of the message."""

    success: Annotated[bool, Field(examples=[True])]
    """Always true; a refusal is an error."""
    message_id: Annotated[str, Field(deprecated=True, examples=["m_aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlF"])]
    """The first of `message_ids`."""
    message_ids: Annotated[
        list[str], Field(examples=[["m_aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlF"]], min_length=1)
    ]
    """The platform's own ids of all messages that were sent, in the order of sending."""


class SentWhatsAppTemplate(BaseModel):
    """The message that WhatsApp accepted; whether it arrives is not known yet."""

    messaging_product: Annotated[Literal["whatsapp"], Field(examples=["whatsapp"])]
    """Always `whatsapp`."""
    contacts: list[WhatsAppContact]
    """The recipient."""
    messages: list[WhatsAppSentMessage]
    """The message."""


class StoredTwitterCredentials(BaseModel):
    """Credentials of an X app, without the secret."""

    brand_id: Annotated[
        str | None, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ] = None
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    client_id_hint: Annotated[str, Field(examples=["VGhpc0"], max_length=6)]
    """The first six characters of the client id."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    updated_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class StoredTwitterCredentialsList(BaseModel):
    """All stored credentials in one response; this list is not paginated. The default has no `brand_id`."""

    data: list[StoredTwitterCredentials]
    """The credentials, the default among them."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class StoryMetadata(BaseModel):
    """What is particular to a story."""

    model_config = ConfigDict(
        extra="allow",
    )
    is_story: Annotated[bool, Field(examples=[True])]
    """Always true for a story."""
    expires_at: Annotated[AwareDatetime, Field(examples=["2026-02-16T14:30:00Z"])]
    """When Instagram takes the story down, 24 hours after its `timestamp`."""


class Success(BaseModel):
    """The action was accepted."""

    success: Annotated[bool, Field(examples=[True])]
    """Always true; a refusal is an error."""


class TestWebhook(BaseModel):
    """The request to send to the endpoint."""

    event_type: Annotated[str, Field(examples=["comment.received"], max_length=64, min_length=1)]
    """The value of the `X-SocialAPI-Event` header: an event of `GET /webhooks/events`, or `webhook.test`. Any other is refused with `validation.field_invalid`."""
    payload: Annotated[
        Any,
        Field(
            examples=[
                {
                    "event": "post.deleted",
                    "data": {"post_id": "3f6c1b1e-8d2a-4c57-9a0e-5b7d9e2f4a10", "was_status": "draft"},
                }
            ]
        ),
    ]
    """The body to send, exactly as it stands here; any JSON value, not only what the event would hold."""


class TextConstraints(BaseModel):
    """What a text may be."""

    max_length: Annotated[int, Field(examples=[2200], ge=0)]
    """The longest text, in units of `counting_mode`."""
    counting_mode: Annotated[Literal["chars", "utf16", "bytes"], Field(examples=["chars"])] = "chars"
    """The unit of the lengths; characters when absent."""
    photo_max_length: Annotated[int | None, Field(examples=[0], ge=0)] = None
    """The longest caption of a photo post where that is shorter; 0 or absent means `max_length`."""
    max_hashtags: Annotated[int, Field(examples=[30], ge=0)]
    """How many hashtags a text may hold; 0 means no bound."""
    max_mentions: Annotated[int, Field(examples=[20], ge=0)]
    """How many people a text may mention; 0 means no bound."""


class TikTokSummary(BaseModel):
    """A profile on TikTok in numbers."""

    username: Annotated[str, Field(examples=["acmecoffee"])]
    """The handle."""
    display_name: Annotated[str, Field(examples=["Acme Coffee"])]
    """The name shown on the profile."""
    bio_description: Annotated[str | None, Field(examples=["Coffee, roasted daily."])] = None
    """The profile text, if there is one."""
    avatar_url: Annotated[str | None, Field(examples=["https://example.com/acme.jpg"])] = None
    """The profile picture, if any."""
    profile_deep_link: Annotated[str | None, Field(examples=["https://vm.tiktok.com/ZMabcdef/"])] = None
    """The profile's address, which opens the TikTok app where it is installed."""
    is_verified: Annotated[bool, Field(examples=[False])]
    """Whether TikTok has verified the profile."""
    follower_count: Annotated[int, Field(examples=[4300], ge=0)]
    """How many follow the profile."""
    following_count: Annotated[int, Field(examples=[87], ge=0)]
    """How many the profile follows."""
    likes_count: Annotated[int, Field(examples=[51200], ge=0)]
    """How many likes its videos have together."""
    video_count: Annotated[int, Field(examples=[64], ge=0)]
    """How many public videos it has."""


class TwitterCredentials(BaseModel):
    """The OAuth 2.0 client of an X app."""

    client_id: Annotated[str, Field(examples=["VGhpc0lzQW5FeGFtcGxl"], max_length=255, min_length=1)]
    """The client id, from the developer portal of X."""
    client_secret: Annotated[str, Field(examples=["bm90LWEtcmVhbC1zZWNyZXQ"], max_length=255, min_length=1)]
    """The client secret. It is stored encrypted and never shown again."""


class TwitterCredentialsTest(BaseModel):
    """Whether X accepts a pair of credentials."""

    valid: Annotated[bool, Field(examples=[False])]
    """Whether the pair works."""
    reason: Annotated[str | None, Field(examples=["X rejected the client secret."])] = None
    """Why it does not, for people; absent if it does."""


class UnpublishPost(BaseModel):
    """Which copies to take down."""

    account_id: Annotated[
        str | None, Field(examples=["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"], max_length=255, min_length=1)
    ] = None
    """The account whose copy to take down; every copy when absent."""


class UpdateAccountPage(BaseModel):
    """What to change about the page."""

    is_default: Annotated[bool | None, Field(examples=[True])] = None
    """True makes it the page that posts go to unless they name another."""
    is_active: Annotated[bool | None, Field(examples=[True])] = None
    """False stops posts to the page."""


class UpdateBrand(BaseModel):
    """The new name of the brand."""

    name: Annotated[str, Field(examples=["Acme Coffee"], max_length=255, min_length=1, pattern="\\S")]
    """The name shown to people. Need not be unique."""


class UpdateConversation(BaseModel):
    """The change to make."""

    status: Annotated[Literal["active", "archived"], Field(examples=["archived"])]
    """Put the conversation away with `archived`, bring it back with `active`."""


class UpdateKey(BaseModel):
    """What to change; what is left out stays as it is. A list replaces the one before as a whole."""

    name: Annotated[
        str | None, Field(examples=["Nightly import"], max_length=255, min_length=1, pattern="\\S")
    ] = None
    """What the key is for. Need not be unique."""
    scopes: Annotated[
        list[KeyScopesInputItem] | None, Field(examples=[["posts:read", "posts:write"]], max_length=100)
    ] = None
    """The scopes to limit the key to, by the names of `GET /keys/scopes`; none means no limit. An unknown name is refused with `validation.scope_invalid`."""
    brand_ids: Annotated[
        list[KeyBrandsInputItem] | None,
        Field(examples=[["0b9f0c2e-6f0e-4d53-9a55-3f1f6f3b8a10"]], max_length=1000),
    ] = None
    """The brands to limit the key to, by their ids; none means no limit. A brand that does not exist or is not yours is refused with `validation.brand_invalid`."""


class UpdatePinterestBoard(BaseModel):
    """What to change about the board. What is left out does not change."""

    name: Annotated[
        str | None, Field(examples=["Latte art for beginners"], max_length=255, min_length=1, pattern="\\S")
    ] = None
    """The board's new name."""
    description: Annotated[str | None, Field(examples=["Start with a heart."], max_length=1000)] = None
    """What the board is about. Answers do not repeat it."""
    privacy: Annotated[Literal["PUBLIC", "SECRET"] | None, Field(examples=["SECRET"])] = None
    """Who sees the board on Pinterest. No board becomes `PROTECTED`, and one that is stays so."""


class UpdatePost(BaseModel):
    """The fields to change; a field left out stays as it is."""

    text: Annotated[str | None, Field(examples=["Fresh beans are in, again."], max_length=65536)] = None
    """The new text."""
    title: Annotated[str | None, Field(examples=["How we roast today"], max_length=1000)] = None
    """The new title."""
    media: Annotated[list[MediaInput] | None, Field(max_length=100)] = None
    """The new media, all of them. When present, `media_ids` is ignored."""
    media_ids: Annotated[
        list[PostMediaId] | None, Field(examples=[["5b0c5a52-53c1-4f0c-9a77-0d6b7f6a9e31"]], max_length=100)
    ] = None
    """Files of the media library by their ids, as short for `media`. Ignored when `media` is present; anything but a library id, such as an address, is ignored too."""
    targets: Annotated[list[PostTargetInput] | None, Field(max_length=100)] = None
    """The new targets; they replace all of the old ones."""
    visibility: Annotated[
        Literal["public", "private", "connections_only", "logged_in", "unlisted"] | None,
        Field(examples=["public"]),
    ] = None
    """Who may see the published post. Every platform offers a part of these: LinkedIn `public`, `connections_only` (members only) and `logged_in`; YouTube `public`, `private` and `unlisted`."""
    first_comment: Annotated[str | None, Field(examples=["Which roast is yours?"], max_length=10000)] = None
    """The new first comment."""
    scheduled_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-21T09:00:00Z"])] = None
    """The new time; in the future. It schedules a draft and moves a scheduled post; null turns a scheduled post back into a draft."""
    hidden: Annotated[bool | None, Field(examples=[True])] = None
    """True takes the post out of lists that do not ask for hidden posts."""
    segments: Annotated[list[PostSegment] | None, Field(max_length=100)] = None
    """The new continuations, all of them."""
    platform_data: PostPlatformData | None = None
    skip_validation: Annotated[bool, Field(examples=[False])] = False
    """Do not hold a scheduled post against the platforms' rules."""


class UpdateUser(BaseModel):
    """What to change; what is left out stays as it is."""

    onboarding: Annotated[bool | None, Field(examples=[False])] = None
    """False marks the introduction as finished. It cannot be started anew; true is refused or without effect."""
    use_case: Annotated[str | None, Field(examples=["agency"], max_length=1000)] = None
    """What you do with SocialAPI."""
    referral: Annotated[str | None, Field(examples=["newsletter"], max_length=1000)] = None
    """How you heard of SocialAPI. It is stored and never shown."""
    lock_accounts_to_brand: Annotated[bool | None, Field(examples=[True])] = None
    """True refuses to connect a social account that is in another of your brands; false moves it to the new brand."""


class UpdateWebhook(BaseModel):
    """What to change, at least one thing; what is left out stays as it is."""

    url: Annotated[
        str | None,
        Field(examples=["https://example.com/hooks/socialapi"], max_length=2048, pattern="^https://[^/\\s]"),
    ] = None
    """Where to send events from now on; an https address. It is not tried out first."""
    events: Annotated[
        list[
            Literal[
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
        ]
        | None,
        Field(examples=[["comment.received", "dm.received"]], max_length=100, min_length=1),
    ] = None
    """The events to send there; they replace the ones before as a whole."""
    is_active: Annotated[bool | None, Field(examples=[True])] = None
    """False stops all deliveries to the endpoint; true starts them again."""


class UpdateWhatsAppBusinessProfile(BaseModel):
    """What to change about the profile, one field at least; what is left out stays as it is."""

    about: Annotated[str | None, Field(examples=["Coffee. Roasted daily."], max_length=139)] = None
    """The line below the name."""
    address: Annotated[str | None, Field(examples=["12 Harbour Street, Springfield"], max_length=256)] = None
    """Where the business is."""
    description: Annotated[
        str | None, Field(examples=["A coffee roastery in the old town."], max_length=4096)
    ] = None
    """What the business does."""
    email: Annotated[
        str | None, Field(examples=["hello@example.com"], max_length=254, pattern="^\\S+@\\S+$")
    ] = None
    """Where to write to."""
    profile_picture_handle: Annotated[
        str | None, Field(examples=["4::aW1hZ2UvanBlZw==:ARZexampleHandle"], max_length=4096, min_length=1)
    ] = None
    """The new picture, by the handle that Meta's resumable upload returned. An address is not accepted."""
    vertical: Annotated[
        Literal[
            "OTHER",
            "AUTO",
            "BEAUTY",
            "APPAREL",
            "EDU",
            "ENTERTAIN",
            "EVENT_PLAN",
            "FINANCE",
            "GROCERY",
            "GOVT",
            "HOTEL",
            "HEALTH",
            "NONPROFIT",
            "PROF_SERVICES",
            "RETAIL",
            "TRAVEL",
            "RESTAURANT",
            "ALCOHOL",
        ]
        | None,
        Field(examples=["RESTAURANT"]),
    ] = None
    """WhatsApp's word for the line of business."""
    websites: Annotated[
        list[AnyUrl] | None, Field(examples=[["https://example.com/coffee"]], max_length=2)
    ] = None
    """The addresses on the web; they replace the ones before."""


class UpdateWhatsAppTemplate(BaseModel):
    """The new content of a template. Name, category and language stay."""

    components: Annotated[
        list[WhatsAppTextHeader | WhatsAppMediaHeader | WhatsAppBody | WhatsAppFooter | WhatsAppButtons],
        Field(
            examples=[
                [
                    {
                        "type": "BODY",
                        "text": "Hello {{1}}, your order {{2}} is ready.",
                        "example": {"body_text": [["Maria", "4711"]]},
                    }
                ]
            ],
            max_length=4,
            min_length=1,
        ),
    ]
    """What the message consists of: a body and, if wanted, a header, a footer and buttons, each at most once. Texts may hold placeholders, `{{1}}`, `{{2}}` and so on, numbered from 1 without gaps in each text; a text with placeholders needs sample values in `example` to be approved."""


class UpdateYouTubeComment(BaseModel):
    """The new text of a comment, and where the comment is."""

    account_id: Annotated[
        str, Field(examples=["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"], max_length=255, min_length=1)
    ]
    """The id of a connected account, as `GET /accounts` returns it."""
    post_id: Annotated[str, Field(examples=["dQw4w9WgXcQ"], max_length=255, min_length=1)]
    """YouTube's own id of the video the comment is under."""
    text: Annotated[
        str, Field(examples=["We are open on Sunday as well."], max_length=10000, min_length=1, pattern="\\S")
    ]
    """The text that takes the place of the old one."""


class UpdateYouTubeVideo(BaseModel):
    """What to change about the video. What is left out does not change."""

    title: Annotated[
        str | None,
        Field(examples=["How we roast, in three minutes"], max_length=100, min_length=1, pattern="\\S"),
    ] = None
    """The video's new title."""
    description: Annotated[str | None, Field(examples=["From green bean to cup."], max_length=5000)] = None
    """The text under the video; at most 5000 bytes."""
    visibility: Annotated[Literal["public", "unlisted", "private"] | None, Field(examples=["unlisted"])] = (
        None
    )
    """Who may see the video."""


class UploadMedia(BaseModel):
    """The file to upload."""

    file: Annotated[bytes, Field(examples=["GIF89a"], max_length=52428800)]
    """The bytes of one file, at most 50 MB (52428800 bytes), with its name and MIME type."""


class UploadedMedia(BaseModel):
    """The file just uploaded."""

    media_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""


class Usage(BaseModel):
    """What the plan allows in the current period and how much of it is used. A limit of -1 means no limit."""

    brands_used: Annotated[int, Field(examples=[3], ge=0)]
    """How many brands the workspace holds."""
    brands_limit: Annotated[int, Field(examples=[10], ge=-1)]
    """How many brands the plan allows."""
    posts_used: Annotated[int, Field(examples=[41], ge=0)]
    """How many post credits the period has used."""
    posts_limit: Annotated[int, Field(examples=[-1], ge=-1)]
    """How many post credits the plan gives each period."""
    interactions_used: Annotated[int, Field(examples=[128], ge=0)]
    """How many interaction credits, spent on replies and messages, the period has used."""
    interactions_limit: Annotated[int, Field(examples=[-1], ge=-1)]
    """How many interaction credits the plan gives each period."""
    profile_units_used: Annotated[int, Field(examples=[3], ge=0)]
    """How many profile units are taken; every brand takes one."""
    profile_units_limit: Annotated[int, Field(examples=[10], ge=-1)]
    """How many profile units the plan allows; equal to `brands_limit`."""
    page_allowance: Annotated[int, Field(examples=[5], ge=0)]
    """How many Facebook Pages one brand may hold, on every plan."""
    page_billing_exempt: Annotated[bool | None, Field(examples=[False])] = None
    """A leftover without meaning; ignore it."""
    period_start: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    period_end: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class User(BaseModel):
    """The user behind the token."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    email: Annotated[str, Field(examples=["ada@example.com"])]
    """The address the user signed up with."""
    avatar_url: Annotated[str | None, Field(examples=["https://cdn.example.com/ada.jpg"])] = None
    """The user's picture, where known."""
    plan: Annotated[Literal["free", "starter", "pro", "business", "enterprise"], Field(examples=["pro"])]
    """The plan the workspace is on."""
    use_case: Annotated[str | None, Field(examples=["agency"])] = None
    """What the user does with SocialAPI, where told."""
    onboarding: Annotated[bool, Field(examples=[False])]
    """True until the user has finished the introduction."""
    beta_tester: Annotated[bool, Field(examples=[False])]
    """Whether the user sees features that are not released yet."""
    allowed_platforms: Annotated[list[str], Field(examples=[["linkedin_page"]])]
    """The platforms not open to everybody that this user may connect."""
    lock_accounts_to_brand: Annotated[bool, Field(examples=[False])]
    """What happens when a social account of one brand is connected to another: true refuses it, false moves it."""
    facebook_page_selection: Annotated[bool, Field(examples=[True])]
    """Whether connecting Facebook lets the user choose among Pages. Cannot be changed."""
    billing_blocked: Annotated[bool, Field(examples=[False])]
    """True while the subscription is past due and nearly every call is answered with 402."""
    billing_blocked_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-15T14:30:00Z"])] = None
    """Since when the subscription blocks; null or absent while it does not."""


class ValidatePost(BaseModel):
    """A post that is not made, and what to hold it against: the platforms named by `platforms`, by `account_ids` and by `targets`, taken together."""

    text: Annotated[str | None, Field(examples=["Fresh beans are in."], max_length=65536)] = None
    """The text."""
    media: Annotated[list[MediaInput] | None, Field(max_length=100)] = None
    """What it shows, in order. When present, `media_ids` is ignored."""
    media_ids: Annotated[
        list[PostMediaId] | None, Field(examples=[["5b0c5a52-53c1-4f0c-9a77-0d6b7f6a9e31"]], max_length=100)
    ] = None
    """Files of the media library by their ids, as short for `media`. Ignored when `media` is present; anything but a library id, such as an address, is ignored too."""
    platforms: Annotated[
        list[Platform] | None, Field(examples=[["instagram", "facebook"]], max_length=50)
    ] = None
    """Platforms to check against."""
    account_ids: Annotated[
        list[AccountId] | None, Field(examples=[["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"]], max_length=100)
    ] = None
    """Accounts whose platforms to check against."""
    targets: Annotated[list[PostTargetInput] | None, Field(max_length=100)] = None
    """Accounts with fields of their own, as in `POST /posts`."""
    scheduled_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-20T09:00:00Z"])] = None
    """When it would go out; a time that has passed is a finding."""
    segments: Annotated[list[PostSegment] | None, Field(max_length=100)] = None
    """Continuations that make the post a thread, on X."""
    platform_data: PostPlatformData | None = None


class ValidateWhatsAppTemplate(BaseModel):
    """A draft of a template. It may break every rule; what it lacks is a finding, not an error."""

    name: Annotated[str | None, Field(examples=["Order Ready"], max_length=4096)] = None
    """The name it is to have."""
    category: Annotated[str | None, Field(examples=["UTILITY"], max_length=4096)] = None
    """What it is to be for."""
    language: Annotated[str | None, Field(examples=["en_US"], max_length=4096)] = None
    """The language of its text."""
    components: Annotated[
        list[WhatsAppDraftComponent] | None,
        Field(examples=[[{"type": "BODY", "text": "Your order is ready."}]], max_length=100),
    ] = None
    """The parts it is to consist of."""


class VerifyWhatsAppCode(BaseModel):
    """The code that reached the phone line."""

    code: Annotated[str, Field(examples=["123456"], max_length=6, pattern="^[0-9]{6}$")]
    """The six digits."""


class Webhook(BaseModel):
    """An address that is told about events. The secret is left out."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    url: Annotated[AnyUrl, Field(examples=["https://example.com/hooks/socialapi"])]
    """Where events are sent."""
    events: Annotated[
        list[
            Literal[
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
        ],
        Field(examples=[["comment.received", "dm.received"]]),
    ]
    """The events that are sent there."""
    is_active: Annotated[bool, Field(examples=[True])]
    """Whether events are sent at all. Only `PATCH /webhooks/{id}` changes it."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class WebhookDelivery(BaseModel):
    """One event on its way to one endpoint."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    event_type: Annotated[str, Field(examples=["comment.received"])]
    """The event, or `webhook.test` if that was the type of a test."""
    status: Annotated[Literal["pending", "delivered", "failed"], Field(examples=["delivered"])]
    """How far the delivery is. It stays `pending` until an attempt succeeds or none is left."""
    response_status_code: Annotated[int | None, Field(examples=[200])] = None
    """The endpoint's latest answer; null or absent while there is none."""
    response_duration_ms: Annotated[int | None, Field(examples=[84], ge=0)] = None
    """How long the latest attempt took, in milliseconds; null or absent before the first."""
    attempt_count: Annotated[int, Field(examples=[1], ge=0)]
    """How many attempts were made."""
    description: Annotated[str, Field(examples=["Comment by maria.lopez on Instagram"])]
    """What was delivered, for people; may be empty."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class WebhookDeliveryAttempt(BaseModel):
    """One request to the endpoint and what came of it."""

    attempt_number: Annotated[int, Field(examples=[1], ge=1)]
    """Counts the attempts at this delivery."""
    status_code: Annotated[int | None, Field(examples=[503])] = None
    """The status the endpoint answered; null or absent if it did not answer."""
    response_body: Annotated[str, Field(examples=["upstream unavailable"])]
    """The beginning of the endpoint's answer; empty without one."""
    duration_ms: Annotated[int, Field(examples=[412], ge=0)]
    """How long the attempt took, in milliseconds."""
    error_message: Annotated[str | None, Field(examples=["the endpoint answered 503"])] = None
    """Why the attempt failed, for people; empty or absent if it did not."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class WebhookDeliveryCounts(BaseModel):
    """How many deliveries ended well and how many did not, in one span of time."""

    delivered: Annotated[int, Field(examples=[118], ge=0)]
    """How many the endpoint took."""
    failed: Annotated[int, Field(examples=[2], ge=0)]
    """How many were given up."""


class WebhookDeliveryDetail(BaseModel):
    """One event on its way to one endpoint, with what was sent and every attempt."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    endpoint_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    event_type: Annotated[str, Field(examples=["comment.received"])]
    """The event, or `webhook.test` if that was the type of a test."""
    status: Annotated[Literal["pending", "delivered", "failed"], Field(examples=["delivered"])]
    """How far the delivery is. It stays `pending` until an attempt succeeds or none is left."""
    response_status_code: Annotated[int | None, Field(examples=[200])] = None
    """The endpoint's latest answer; null or absent while there is none."""
    response_duration_ms: Annotated[int | None, Field(examples=[84], ge=0)] = None
    """How long the latest attempt took, in milliseconds; null or absent before the first."""
    attempt_count: Annotated[int, Field(examples=[1], ge=0)]
    """How many attempts were made."""
    description: Annotated[str, Field(examples=["Comment by maria.lopez on Instagram"])]
    """What was delivered, for people; may be empty."""
    payload: Annotated[
        Any,
        Field(
            examples=[
                {
                    "event": "post.deleted",
                    "data": {"post_id": "3f6c1b1e-8d2a-4c57-9a0e-5b7d9e2f4a10", "was_status": "draft"},
                }
            ]
        ),
    ]
    """The JSON body that is sent."""
    attempts: list[WebhookDeliveryAttempt]
    """The attempts so far, in the order they were made."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class WebhookDeliveryList(BaseModel):
    """One page of deliveries."""

    data: list[WebhookDelivery]
    """The deliveries, the latest first."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""
    next_cursor: Annotated[
        str | None, Field(examples=["eyJzIjoiMjAyNi0wMi0xNVQxNDozMDowMFoifQ"], max_length=512, min_length=1)
    ] = None
    """An opaque place in a list. Only one that the server issued is accepted."""


class WebhookDetail(BaseModel):
    """A webhook endpoint, a hint at its secret, and how its deliveries went lately."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    url: Annotated[AnyUrl, Field(examples=["https://example.com/hooks/socialapi"])]
    """Where events are sent."""
    events: Annotated[
        list[
            Literal[
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
        ],
        Field(examples=[["comment.received", "dm.received"]]),
    ]
    """The events that are sent there."""
    is_active: Annotated[bool, Field(examples=[True])]
    """Whether events are sent at all. Only `PATCH /webhooks/{id}` changes it."""
    secret_hint: Annotated[str, Field(examples=["...f5a8"], max_length=40, pattern="^[^0-9a-f]*[0-9a-f]{4}$")]
    """The last four characters of the secret, to recognize it by."""
    stats: WebhookStats
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class WebhookEventType(BaseModel):
    """An event that webhook endpoints can be told about."""

    event: Annotated[
        Literal[
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
        ],
        Field(examples=["comment.received"]),
    ]
    """The name to put into a webhook's `events`."""
    description: Annotated[str, Field(examples=["Somebody commented on a post."])]
    """When the event is sent, for people."""
    category: Annotated[Literal["posts", "inbox", "accounts"], Field(examples=["inbox"])]
    """The heading to show the event under."""


class WebhookEventTypeList(BaseModel):
    """All events in one response; this list is not paginated."""

    data: list[WebhookEventType]
    """The events."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class WebhookList(BaseModel):
    """All webhook endpoints in one response; this list is not paginated."""

    data: list[Webhook]
    """The endpoints, without their secrets."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class WebhookStats(BaseModel):
    """How the deliveries to an endpoint ended."""

    last_24h: WebhookDeliveryCounts
    last_7d: WebhookDeliveryCounts


class WebhookTestEvent(BaseModel):
    """Sent to try an endpoint before it is registered. Any 2xx answer will do; nothing has happened."""

    event: Annotated[Literal["webhook.test"], Field(examples=["webhook.test"])]
    """The name of the event, as in `X-SocialAPI-Event`."""
    data: WebhookTestEventData


class WebhookEvent(
    RootModel[
        PostScheduledEvent
        | PostPublishedEvent
        | PostFailedEvent
        | PostPartialEvent
        | PostUpdatedEvent
        | PostDeletedEvent
        | PostUnpublishedEvent
        | PostRetriedEvent
        | CommentReceivedEvent
        | DmReceivedEvent
        | DmSentEvent
        | DmReferralEvent
        | DmPostbackEvent
        | DmStatusSentEvent
        | DmStatusDeliveredEvent
        | DmStatusReadEvent
        | DmStatusFailedEvent
        | ReviewReceivedEvent
        | MentionReceivedEvent
        | AccountConnectedEvent
        | AccountDisconnectedEvent
        | PageRemovedEvent
        | WebhookTestEvent
    ]
):
    root: Annotated[
        PostScheduledEvent
        | PostPublishedEvent
        | PostFailedEvent
        | PostPartialEvent
        | PostUpdatedEvent
        | PostDeletedEvent
        | PostUnpublishedEvent
        | PostRetriedEvent
        | CommentReceivedEvent
        | DmReceivedEvent
        | DmSentEvent
        | DmReferralEvent
        | DmPostbackEvent
        | DmStatusSentEvent
        | DmStatusDeliveredEvent
        | DmStatusReadEvent
        | DmStatusFailedEvent
        | ReviewReceivedEvent
        | MentionReceivedEvent
        | AccountConnectedEvent
        | AccountDisconnectedEvent
        | PageRemovedEvent
        | WebhookTestEvent,
        Field(discriminator="event"),
    ]
    """The body of a request to a webhook endpoint; `event` tells which one it is."""


class WebhookTestEventData(BaseModel):
    """Tells the verification of an endpoint from events."""

    verification: Annotated[bool, Field(examples=[True])]
    """Always true."""


class WebhookTestResult(BaseModel):
    """What the endpoint answered to a test."""

    delivery_id: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    status: Annotated[Literal["delivered", "failed"], Field(examples=["delivered"])]
    """Whether the endpoint answered with a 2xx status in time."""
    response_status_code: Annotated[int, Field(examples=[200], ge=0)]
    """The status the endpoint answered; 0 if it did not answer."""
    response_body: Annotated[str, Field(examples=["ok"])]
    """The beginning of the endpoint's answer; empty without one."""
    response_duration_ms: Annotated[int, Field(examples=[84], ge=0)]
    """How long the request took, in milliseconds."""


class WebhookWithSecret(BaseModel):
    """The endpoint just registered, with its secret. The secret is shown this once and cannot be asked for again."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    url: Annotated[AnyUrl, Field(examples=["https://example.com/hooks/socialapi"])]
    """Where events are sent."""
    events: Annotated[
        list[
            Literal[
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
        ],
        Field(examples=[["comment.received", "dm.received"]]),
    ]
    """The events that are sent there."""
    secret: Annotated[
        str,
        Field(
            examples=["00112233445566778899aabbccddeeff00112233445566778899aabbccddf5a8"],
            pattern="^[0-9a-f]{64}$",
        ),
    ]
    """The key of every signature, used as text rather than decoded. Store it now."""
    message: Annotated[str, Field(examples=["Store this secret now. It will not be shown again."])]
    """A reminder to store the secret, for people."""


class WhatsAppBody(BaseModel):
    """The text of the message. Every template has it."""

    type: Annotated[Literal["BODY"], Field(examples=["BODY"])]
    """Marks the body."""
    text: Annotated[
        str,
        Field(
            examples=["Hello {{1}}, your order {{2}} is ready."], max_length=1024, min_length=1, pattern="\\S"
        ),
    ]
    """The text; it may hold any number of placeholders."""
    example: WhatsAppBodyExample | None = None


class WhatsAppBodyExample(BaseModel):
    """What the placeholders of a body may become. WhatsApp does not approve placeholders without it."""

    body_text: Annotated[
        list[WhatsAppSampleValues], Field(examples=[[["Maria", "4711"]]], max_length=1, min_length=1)
    ]
    """One set of values."""


class WhatsAppBusinessProfile(BaseModel):
    """What people see about a business on WhatsApp. Only what has been filled in is there."""

    messaging_product: Annotated[Literal["whatsapp"], Field(examples=["whatsapp"])]
    """Always `whatsapp`."""
    about: Annotated[str | None, Field(examples=["Coffee. Roasted daily."])] = None
    """The line below the name."""
    address: Annotated[str | None, Field(examples=["12 Harbour Street, Springfield"])] = None
    """Where the business is."""
    description: Annotated[str | None, Field(examples=["A coffee roastery in the old town."])] = None
    """What the business does."""
    email: Annotated[str | None, Field(examples=["hello@example.com"])] = None
    """Where to write to."""
    profile_picture_url: Annotated[AnyUrl | None, Field(examples=["https://example.com/acme.jpg"])] = None
    """The profile picture. It changes by `profile_picture_handle` only."""
    vertical: Annotated[
        Literal[
            "OTHER",
            "AUTO",
            "BEAUTY",
            "APPAREL",
            "EDU",
            "ENTERTAIN",
            "EVENT_PLAN",
            "FINANCE",
            "GROCERY",
            "GOVT",
            "HOTEL",
            "HEALTH",
            "NONPROFIT",
            "PROF_SERVICES",
            "RETAIL",
            "TRAVEL",
            "RESTAURANT",
            "ALCOHOL",
        ]
        | None,
        Field(examples=["RESTAURANT"]),
    ] = None
    """WhatsApp's word for the line of business."""
    websites: Annotated[
        list[AnyUrl] | None, Field(examples=[["https://example.com/coffee"]], max_length=2)
    ] = None
    """The addresses on the web."""


class WhatsAppButtons(BaseModel):
    """The buttons below the message."""

    type: Annotated[Literal["BUTTONS"], Field(examples=["BUTTONS"])]
    """Marks the buttons."""
    buttons: Annotated[
        list[WhatsAppQuickReplyButton | WhatsAppUrlButton | WhatsAppPhoneButton | WhatsAppCopyCodeButton],
        Field(examples=[[{"type": "QUICK_REPLY", "text": "I am on my way"}]], max_length=10, min_length=1),
    ]
    """The buttons from top to bottom; at most two of them open an address, one calls a number and one copies a code."""


class WhatsAppContact(BaseModel):
    """A recipient, as given and as WhatsApp knows it."""

    input: Annotated[str, Field(examples=["15550123456"])]
    """The number from the request."""
    wa_id: Annotated[str, Field(examples=["15550123456"])]
    """WhatsApp's id of the person."""


class WhatsAppCopyCodeButton(BaseModel):
    """Copies a code; it takes no label."""

    type: Annotated[Literal["COPY_CODE"], Field(examples=["COPY_CODE"])]
    """Marks a code to copy."""
    example: Annotated[str | None, Field(examples=["250FF"], max_length=64, min_length=1)] = None
    """A sample code. WhatsApp does not approve the button without it."""


class WhatsAppCursors(BaseModel):
    """The ends of this page. `after` is what the next request sends as `cursor`."""

    before: Annotated[str | None, Field(examples=["MAZDZD"])] = None
    """Where this page begins; no operation takes it."""
    after: Annotated[
        str | None, Field(examples=["eyJzIjoiMjAyNi0wMi0xNVQxNDozMDowMFoifQ"], max_length=512, min_length=1)
    ] = None
    """An opaque place in a list. Only one that the server issued is accepted."""


class WhatsAppDraftButton(BaseModel):
    """One button of a draft, in the form of a template's button but not held to its rules."""

    type: Annotated[str | None, Field(examples=["URL"], max_length=4096)] = None
    """The kind of button."""
    text: Annotated[str | None, Field(examples=["Track it"], max_length=4096)] = None
    """What the button says."""
    url: Annotated[str | None, Field(examples=["https://example.com/orders"], max_length=4096)] = None
    """The address to open."""
    phone_number: Annotated[str | None, Field(examples=["+15550123456"], max_length=4096)] = None
    """The number to call."""
    example: Annotated[Any | None, Field(examples=[["https://example.com/orders/4711"]])] = None
    """A sample code, or a list of sample addresses."""


class WhatsAppDraftComponent(BaseModel):
    """One part of a draft, in the form of a template's component but not held to its rules."""

    type: Annotated[str | None, Field(examples=["HEADER"], max_length=4096)] = None
    """Which part it is."""
    format: Annotated[str | None, Field(examples=["TEXT"], max_length=4096)] = None
    """What a header shows."""
    text: Annotated[str | None, Field(examples=["Your order"], max_length=65536)] = None
    """The text of a header, body or footer."""
    example: Annotated[dict[str, Any] | None, Field(examples=[{"header_text": ["4711"]}])] = None
    """Sample values, by the name that the component has for them."""
    buttons: Annotated[
        list[WhatsAppDraftButton] | None,
        Field(examples=[[{"type": "URL", "text": "Track it"}]], max_length=100),
    ] = None
    """The buttons of a part of buttons."""


class WhatsAppFooter(BaseModel):
    """A line of small text below the body."""

    type: Annotated[Literal["FOOTER"], Field(examples=["FOOTER"])]
    """Marks the footer."""
    text: Annotated[
        str, Field(examples=["Acme Coffee, Harbour Street"], max_length=60, min_length=1, pattern="\\S")
    ]
    """The line; it cannot hold placeholders."""


class WhatsAppMediaHeader(BaseModel):
    """A picture, video or document above the body. Each message may show another one."""

    type: Annotated[Literal["HEADER"], Field(examples=["HEADER"])]
    """Marks a header."""
    format: Annotated[Literal["IMAGE", "VIDEO", "DOCUMENT"], Field(examples=["IMAGE"])]
    """What the header shows."""
    example: WhatsAppMediaHeaderExample | None = None


class WhatsAppMediaHeaderExample(BaseModel):
    """What the header may show. WhatsApp does not approve a media header without it."""

    header_handle: Annotated[
        list[WhatsAppSampleFile],
        Field(examples=[["https://cdn.example.com/beans.jpg"]], max_length=1, min_length=1),
    ]
    """A sample file."""


class WhatsAppNumberStatus(BaseModel):
    """How far a phone number is on its way to WhatsApp."""

    verified: Annotated[bool, Field(examples=[True])]
    """Whether a code has proved who holds the number. Deregistering leaves it as it is."""
    registered: Annotated[bool, Field(examples=[False])]
    """Whether the number can send and receive messages."""


class WhatsAppPaging(BaseModel):
    """Where this page stands in the list. Another page follows exactly when `next` is there."""

    cursors: WhatsAppCursors
    next: Annotated[
        AnyUrl | None,
        Field(examples=["https://graph.facebook.com/v22.0/104996122399160/message_templates?after=MjQZD"]),
    ] = None
    """The platform's own address of the next page. Send `cursors.after` as `cursor` rather than follow it."""


class WhatsAppPhoneButton(BaseModel):
    """Calls a phone number."""

    type: Annotated[Literal["PHONE_NUMBER"], Field(examples=["PHONE_NUMBER"])]
    """Marks a phone number."""
    text: Annotated[str, Field(examples=["I am on my way"], max_length=25, min_length=1, pattern="\\S")]
    """What the button says."""
    phone_number: Annotated[
        str, Field(examples=["+15550123456"], max_length=16, pattern="^\\+[1-9][0-9]{6,14}$")
    ]
    """The number in E.164 form, with the plus sign."""


class WhatsAppQuickReplyButton(BaseModel):
    """Sends its label back as an answer."""

    type: Annotated[Literal["QUICK_REPLY"], Field(examples=["QUICK_REPLY"])]
    """Marks a quick reply."""
    text: Annotated[str, Field(examples=["I am on my way"], max_length=25, min_length=1, pattern="\\S")]
    """What the button says."""


class WhatsAppSampleFile(RootModel[str]):
    root: Annotated[str, Field(examples=["https://cdn.example.com/beans.jpg"], max_length=4096, min_length=1)]
    """The address of a file, or the handle that Meta's resumable upload returned."""


class WhatsAppSampleValue(RootModel[str]):
    root: Annotated[str, Field(examples=["Maria"], max_length=1024, min_length=1)]
    """A value that a placeholder may have."""


class WhatsAppSampleValues(RootModel[list[WhatsAppSampleValue]]):
    """A value for each placeholder of the text, in order."""

    root: Annotated[
        list[WhatsAppSampleValue], Field(examples=[["Maria", "4711"]], max_length=100, min_length=1)
    ]
    """A value for each placeholder of the text, in order."""


class WhatsAppSendComponent(BaseModel):
    """The values for one part of the template."""

    type: Annotated[Literal["header", "body", "button"], Field(examples=["body"])]
    """Which part it is; in small letters here, unlike in the template itself."""
    parameters: Annotated[
        list[WhatsAppSendParameter],
        Field(examples=[[{"type": "text", "text": "Maria"}]], max_length=100, min_length=1),
    ]
    """A value for each placeholder of the part, in order."""


class WhatsAppSendParameter(BaseModel):
    """The value of one placeholder."""

    type: Annotated[Literal["text"], Field(examples=["text"])]
    """The kind of value; only text can be sent."""
    text: Annotated[str, Field(examples=["Maria"], max_length=1024, min_length=1)]
    """What stands in the place of the placeholder."""


class WhatsAppSentMessage(BaseModel):
    """A message that WhatsApp accepted."""

    id: Annotated[str, Field(examples=["wamid.HBgLMTU1NTAxMjM0NTYVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA"])]
    """WhatsApp's id of the message."""
    message_status: Annotated[str, Field(examples=["accepted"])]
    """WhatsApp's word for what became of it so far, such as `accepted`."""


class WhatsAppStoredComponent(BaseModel):
    """One part of a template, as WhatsApp returns it; it may hold more than was handed in."""

    model_config = ConfigDict(
        extra="allow",
    )
    type: Annotated[str, Field(examples=["BODY"])]
    """Which part it is, `HEADER`, `BODY`, `FOOTER` or `BUTTONS` as a rule."""


class WhatsAppTemplate(BaseModel):
    """A message template, in one language."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    name: Annotated[
        str, Field(examples=["order_ready"], max_length=512, min_length=1, pattern="^[a-z0-9_]+$")
    ]
    """Names a template, in small letters, digits and underscores. The languages of a template share it."""
    language: Annotated[
        str, Field(examples=["en_US"], max_length=20, min_length=2, pattern="^[a-z]{2,3}(_[A-Za-z0-9]+)*$")
    ]
    """A BCP 47 language tag, but with underscores."""
    category: Annotated[Literal["MARKETING", "UTILITY", "AUTHENTICATION"], Field(examples=["UTILITY"])]
    """What a template is for. WhatsApp holds the content against it."""
    status: Annotated[
        Literal["PENDING", "APPROVED", "REJECTED", "PAUSED", "DISABLED"], Field(examples=["APPROVED"])
    ]
    """How WhatsApp's review stands; only an approved template can be sent."""
    components: Annotated[
        list[WhatsAppStoredComponent], Field(examples=[[{"type": "BODY", "text": "Your order is ready."}]])
    ]
    """The parts of the message, as WhatsApp keeps them."""


class WhatsAppTemplateIssue(BaseModel):
    """One finding about a draft."""

    component_index: Annotated[int | None, Field(examples=[0], ge=0)]
    """Which of `components` it concerns, counting from 0; null when it is about the template itself."""
    field: Annotated[str, Field(examples=["components.format"])]
    """The field that is wrong, such as `name`, `components.format` or `components.buttons[0].url`."""
    message: Annotated[str, Field(examples=["a header needs a format"])]
    """What is wrong with it, for people."""


class WhatsAppTemplateList(BaseModel):
    """One page of templates."""

    data: list[WhatsAppTemplate]
    """The templates of this page, in every state; each language is an item of its own."""
    paging: WhatsAppPaging


class WhatsAppTemplateValidation(BaseModel):
    """Whether the draft keeps the rules of templates, and what to mend. WhatsApp's review looks at more."""

    valid: Annotated[bool, Field(examples=[False])]
    """True exactly when `errors` is empty."""
    errors: list[WhatsAppTemplateIssue]
    """What would keep the template from being taken."""
    warnings: list[WhatsAppTemplateIssue]
    """What may keep it from being approved; never in the way here."""


class WhatsAppTextHeader(BaseModel):
    """A line of text above the body."""

    type: Annotated[Literal["HEADER"], Field(examples=["HEADER"])]
    """Marks a header."""
    format: Annotated[Literal["TEXT"], Field(examples=["TEXT"])]
    """Marks a header of text."""
    text: Annotated[str, Field(examples=["Order {{1}}"], max_length=60, min_length=1, pattern="\\S")]
    """The line; it may hold one placeholder."""
    example: WhatsAppTextHeaderExample | None = None


class WhatsAppTextHeaderExample(BaseModel):
    """What the placeholder of a header may become. WhatsApp does not approve a placeholder without it."""

    header_text: Annotated[list[WhatsAppSampleValue], Field(examples=[["4711"]], max_length=1, min_length=1)]
    """A value for the placeholder."""


class WhatsAppUrlButton(BaseModel):
    """Opens a web address."""

    type: Annotated[Literal["URL"], Field(examples=["URL"])]
    """Marks a web address."""
    text: Annotated[str, Field(examples=["I am on my way"], max_length=25, min_length=1, pattern="\\S")]
    """What the button says."""
    url: Annotated[
        str,
        Field(
            examples=["https://example.com/orders/{{1}}"], max_length=2000, min_length=9, pattern="^https?://"
        ),
    ]
    """The address; it may hold `{{1}}`, which each message fills in."""
    example: Annotated[
        list[AnyUrl] | None, Field(examples=[["https://example.com/orders/4711"]], max_length=1, min_length=1)
    ] = None
    """The address with the placeholder filled in. WhatsApp does not approve a placeholder without it."""


class YouTubeSummary(BaseModel):
    """A channel on YouTube in numbers."""

    title: Annotated[str, Field(examples=["Acme Coffee"])]
    """The channel's name."""
    handle: Annotated[str, Field(examples=["@acmecoffee"])]
    """The channel's handle."""
    thumbnail_url: Annotated[str, Field(examples=["https://example.com/acme.jpg"])]
    """The channel's picture."""
    subscriber_count: Annotated[int, Field(examples=[2150], ge=0)]
    """How many subscribe, as YouTube rounds it."""
    view_count: Annotated[int, Field(examples=[98700], ge=0)]
    """How often its videos were seen."""
    video_count: Annotated[int, Field(examples=[41], ge=0)]
    """How many public videos it has."""