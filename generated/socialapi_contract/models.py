"""Every schema of the contract as a pydantic model. Written by `sapi generate`; do not edit."""

from __future__ import annotations

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, RootModel
from typing import Annotated, Any, Literal


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


class ConnectAccount(BaseModel):
    """The account to connect."""

    platform: Annotated[str, Field(examples=["threads"], max_length=64, min_length=1)]
    """The platform's slug."""
    brand_id: Annotated[
        str | None, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ] = None
    """An opaque identifier. Store it as text and never parse it; its form may change."""
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


class CreateBrand(BaseModel):
    """The brand to make."""

    name: Annotated[str, Field(examples=["Acme Coffee"], max_length=255, min_length=1, pattern="\\S")]
    """The name shown to people. Need not be unique."""


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


class Id(RootModel[str]):
    root: Annotated[
        str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)
    ]
    """An opaque identifier. Store it as text and never parse it; its form may change."""


class ImportPosts(BaseModel):
    """The file to import."""

    file: Annotated[bytes, Field(examples=["text,title\nFresh beans are in.,Beans\n"])]
    """A CSV file in UTF-8 of at most 5 MB."""


class InteractionSettings(BaseModel):
    """What the creator has switched off for all posts."""

    comment_disabled: Annotated[bool, Field(examples=[False])]
    """Nobody can comment."""
    duet_disabled: Annotated[bool, Field(examples=[False])]
    """Nobody can make duets."""
    stitch_disabled: Annotated[bool, Field(examples=[True])]
    """Nobody can make stitches."""


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
    """One image, video or file. The order of the items is the order in which the platform shows them."""

    source_type: Annotated[Literal["media_id", "url", "platform_attachment_id"], Field(examples=["media_id"])]
    """What `source` is: the id of a ready file in the media library, a public http(s) address that is fetched when the post goes out, or an id from the platform's own API."""
    source: Annotated[
        str, Field(examples=["5b0c5a52-53c1-4f0c-9a77-0d6b7f6a9e31"], max_length=4096, min_length=1)
    ]
    """The id or the address that `source_type` announces."""
    type: Annotated[Literal["image", "video", "audio", "file"] | None, Field(examples=["image"])] = None
    """Needed with `platform_attachment_id`; found out by the server otherwise."""


class Ok(BaseModel):
    """The action was carried out."""

    ok: Annotated[bool, Field(examples=[True])]
    """Always true; a refusal is an error."""


class Pagination(BaseModel):
    """Where this page stands in the list."""

    has_more: Annotated[bool, Field(examples=[True])]
    """Whether another page follows."""
    next_cursor: Annotated[
        str | None, Field(examples=["eyJzIjoiMjAyNi0wMi0xNVQxNDozMDowMFoifQ"], max_length=512, min_length=1)
    ] = None
    """An opaque place in a list. Only a `next_cursor` the server issued is accepted."""
    limit: Annotated[int, Field(examples=[25], ge=1)]
    """How many items a page holds at most."""


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


class PostPlatformData(RootModel[dict[str, dict[str, Any]]]):
    """Settings only some platforms have, by platform. Each entry is handed to every target of its platform, whose own `platform_data` wins."""

    root: Annotated[dict[str, dict[str, Any]], Field(max_length=100)]


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


class PostValidation(BaseModel):
    """Whether the post would be accepted, and what to mend."""

    valid: Annotated[bool, Field(examples=[False])]
    """True exactly when `errors` is empty."""
    errors: list[PostIssue]
    """What would keep the post from being published."""
    warnings: list[PostIssue]
    """What would be ignored or may surprise; never in the way."""


class SchedulingConstraints(BaseModel):
    """Whether posts can be published later."""

    supported: Annotated[bool, Field(examples=[True])]
    """Whether `scheduled_at` works for the platform."""
    mode: Annotated[str | None, Field(examples=["server_side"])] = None
    """Who keeps the time: `server_side` is SocialAPI, `native` the platform. Empty or absent where nobody does."""


class Success(BaseModel):
    """The action was accepted."""

    success: Annotated[bool, Field(examples=[True])]
    """Always true; a refusal is an error."""


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
        list[Id] | None, Field(examples=[["acc_01JT2M8Q5W4ZK7R9XB3DHN6VEC"]], max_length=100)
    ] = None
    """Accounts whose platforms to check against."""
    targets: Annotated[list[PostTargetInput] | None, Field(max_length=100)] = None
    """Accounts with fields of their own, as in `POST /posts`."""
    scheduled_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-20T09:00:00Z"])] = None
    """When it would go out; a time that has passed is a finding."""
    segments: Annotated[list[PostSegment] | None, Field(max_length=100)] = None
    """Continuations that make the post a thread, on X."""
    platform_data: PostPlatformData | None = None