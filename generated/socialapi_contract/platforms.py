"""The platforms and what each can do. Written by `sapi generate` from spec/catalogues/platforms.yaml; do not edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

Extent = Literal["yes", "no", "own", "foreign"]
"""Whether something works for every comment, for none, for the account's own, or for those of others."""


@dataclass(frozen=True, slots=True)
class IdForm:
    """A form of the platform's own ids: what they match, and one of them."""

    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class Ceiling:
    """At most `most` of what `counts` names in any `seconds`.

    `counter` is the counter of `get_account_limits` that tells what is left; from `throttled_at` on SocialAPI refuses.
    """

    counts: str
    most: int
    seconds: int
    counter: str | None = None
    throttled_at: int | None = None


@dataclass(frozen=True, slots=True)
class Webhooks:
    """What the platform tells by itself: what arrives in the inbox, and that a grant was taken back."""

    inbox: bool
    revocation: bool


@dataclass(frozen=True, slots=True)
class Comments:
    """What can be done with comments: `no`, and `own` or `foreign` for the wrong comment, are answered with 501.

    Private replies go out for `private_reply_days`. With `scoped_only` commented posts are listed for one account
    only, live and as one page; `filters` apply to comments by moderation, text and order. `moderation` holds the
    values of `moderation_status`, `hidden_as` the one that hiding gives; `tells` the fields of `comment.received` that
    not every platform has.
    """

    list: Extent
    reply: Extent
    hide: Extent
    like: Extent
    delete: Extent
    private_reply: Extent
    private_reply_days: int = 0
    liked_by_viewer: bool = False
    scoped_only: bool = False
    filters: bool = False
    moderation: tuple[str, ...] = ()
    hidden_as: str | None = None
    tells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachments:
    """How many files a message carries, from which `source_type`, how large (0: no limit), and whether with text."""

    most: Literal["none", "one", "many"]
    sources: tuple[str, ...]
    max_bytes: int
    beside_text: bool


@dataclass(frozen=True, slots=True)
class Messages:
    """What direct messages can be.

    `window_hours` follow each incoming message (None: any time); `tags` maps each `message_tag` to the hours it makes
    of them (None: no end). `receipts` are the states reported for outgoing messages; with `echo` messages sent
    elsewhere are told of; with `history` conversations from before the connection are known. `beta_tag` is what messages
    of beta testers have by themselves; `tells` are the fields of events that not every platform has.
    """

    window_hours: int | None
    tags: Mapping[str, int | None]
    attachments: Attachments
    interactive: tuple[str, ...]
    reply_to: bool
    receipts: tuple[str, ...]
    echo: bool
    history: bool
    beta_tag: str | None = None
    tells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentions:
    """What can be done where others mention the account.

    `tells` are the keys of `metadata` that not every platform has.
    """

    list: bool
    reply: bool
    webhook: bool
    tells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reviews:
    """What can be done with reviews. Where nothing can, the account-bound calls answer 422."""

    list: bool
    reply: bool


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a post on the platform may be, and what can be done with it afterwards."""

    text_only: bool
    image: bool
    video: bool
    max_media: int
    extra_media: Literal["refused", "ignored", "warned"]
    delete: bool
    retry: bool
    first_comment: bool
    edit_live: Literal["none", "text", "metadata"]
    title_required: bool
    title_max_length: int
    visibility: tuple[str, ...]
    unknown_keys: Literal["forwarded", "ignored", "warned"]
    metrics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """What one form of a post demands beyond the constraints; None where it demands nothing.

    `severity` belongs to the durations; `ignores` names fields and settings without effect.
    """

    min_items: int | None = None
    max_items: int | None = None
    min_video_duration_sec: int | None = None
    max_video_duration_sec: int | None = None
    severity: Literal["error", "warning"] = "error"
    lifetime_hours: int | None = None
    ignores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Processing:
    """How often, and how many seconds apart, the platform is asked whether it is done with the media."""

    poll_seconds: int
    polls: int


@dataclass(frozen=True, slots=True)
class Publishing:
    """The rules for posts on the platform.

    `constraints` is the answer of `list_post_constraints` for it; `platform_data` maps each documented key to a
    JSON Schema; `required_to_publish`, `requires` (key -> keys it needs beside it) and `ascending` (pairs whose first
    must not exceed the second) speak of those keys. `formats` are the forms of a post by `content_type` or
    `media_type`; `post_id` is the form of `platform_post_id`; `notes` are sentences for people.
    """

    constraints: Mapping[str, Any]
    capabilities: Capabilities
    platform_data: Mapping[str, Mapping[str, Any]]
    required_to_publish: tuple[str, ...]
    requires: Mapping[str, tuple[str, ...]]
    ascending: tuple[tuple[str, str], ...]
    formats: Mapping[str, Format]
    processing: Processing | None
    post_id: IdForm
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform.

    `connect` is how an account gets in, `auth_url` the consent page of OAuth platforms; `byok` platforms need the
    customer's own app credentials, `gated` ones an entry in the user's `allowed_platforms`; `scopes` are what the
    consent page asks for, by kind of connection. `selection` is what has to be chosen after consent: `pages` always, a
    `profile` when there are several. `revokes` tells whether disconnecting takes the grant back.
    `limits` maps each counter of `get_account_limits` to its ceiling. `messages` and `publishing` are None where
    there are no direct messages or posts. `retry_after` tells whether the platform says how long to wait when it throttles.
    `other_account_status` is what its own operations may answer for an account of another platform besides 501.
    """

    slug: str
    name: str
    product: str
    status: Literal["live", "beta", "planned", "unreleased"]
    connect: Literal["oauth", "direct", "embedded_signup", "none"]
    auth_url: str | None
    byok: bool
    gated: bool
    pages: bool
    selection: Literal["pages", "profile"] | None
    boards: bool
    creator_info: bool
    revokes: bool
    exports: bool
    scopes: Mapping[str, tuple[str, ...]]
    optional_scopes: tuple[str, ...]
    account_id: IdForm | None
    ceilings: tuple[Ceiling, ...]
    limits: Mapping[str, int]
    webhooks: Webhooks
    comments: Comments
    messages: Messages | None
    mentions: Mentions
    reviews: Reviews
    publishing: Publishing | None
    retry_after: bool = False
    other_account_status: int | None = None


PLATFORMS: Mapping[str, Platform] = MappingProxyType(
    {
        "instagram": Platform(
            slug="instagram",
            name="Instagram",
            product="Professional Instagram accounts, through Instagram Login",
            status="live",
            connect="oauth",
            auth_url="https://api.instagram.com/oauth/authorize",
            byok=False,
            gated=False,
            pages=False,
            selection=None,
            boards=False,
            creator_info=False,
            revokes=True,
            exports=False,
            scopes={
                "default": (
                    "instagram_business_basic",
                    "instagram_business_manage_comments",
                    "instagram_business_manage_messages",
                    "instagram_business_content_publish",
                )
            },
            optional_scopes=("instagram_business_manage_insights",),
            account_id=None,
            ceilings=(Ceiling(counts="posts", most=25, seconds=86400, counter="posts_remaining"),),
            webhooks=Webhooks(inbox=True, revocation=True),
            comments=Comments(
                list="yes",
                reply="yes",
                hide="yes",
                like="no",
                delete="yes",
                private_reply="yes",
                private_reply_days=7,
                tells=("permalink", "platform_post_id", "media_id"),
            ),
            messages=Messages(
                window_hours=24,
                tags={"HUMAN_AGENT": 168},
                attachments=Attachments(
                    most="many",
                    sources=("url", "media_id", "platform_attachment_id"),
                    max_bytes=26214400,
                    beside_text=True,
                ),
                interactive=("quick_replies", "buttons", "cards"),
                reply_to=True,
                receipts=("sent", "read"),
                echo=True,
                history=True,
                tells=("recipient", "conversation_id"),
            ),
            mentions=Mentions(list=True, reply=True, webhook=True, tells=("mention_type", "media_id")),
            reviews=Reviews(list=False, reply=False),
            publishing=Publishing(
                constraints={
                    "text": {
                        "max_length": 2200,
                        "max_hashtags": 30,
                        "max_mentions": 20,
                        "counting_mode": "chars",
                        "photo_max_length": 0,
                    },
                    "media": {
                        "max_image_size_bytes": 8388608,
                        "max_video_size_bytes": 314572800,
                        "min_video_duration_sec": 3,
                        "max_video_duration_sec": 900,
                        "max_video_fps": 0,
                        "supported_image_types": ["image/jpeg"],
                        "supported_video_types": ["video/mp4", "video/quicktime"],
                    },
                    "carousel": {
                        "supported": True,
                        "min_items": 2,
                        "max_items": 10,
                        "allow_video": True,
                        "images_only": False,
                        "photos_only": False,
                    },
                    "scheduling": {"supported": True, "mode": "server_side"},
                    "supports_platform_attachment_id": True,
                    "supports_mixed_media": False,
                },
                capabilities=Capabilities(
                    text_only=False,
                    image=True,
                    video=True,
                    max_media=10,
                    extra_media="refused",
                    delete=False,
                    retry=True,
                    first_comment=True,
                    edit_live="none",
                    title_required=False,
                    title_max_length=0,
                    visibility=(),
                    unknown_keys="forwarded",
                    metrics=("likes", "comments"),
                ),
                platform_data={
                    "content_type": {
                        "type": "string",
                        "enum": ["feed", "reel", "carousel", "stories"],
                        "description": "The form of the post. A draft may leave it open.",
                    },
                    "alt_text": {
                        "type": "string",
                        "description": "What an image shows, for people who cannot see it.",
                    },
                    "location_id": {
                        "type": "string",
                        "description": "The Facebook Page of the place that is tagged.",
                    },
                    "share_to_feed": {
                        "type": "boolean",
                        "description": "Whether a Reel is shown in the feed as well.",
                    },
                    "cover_url": {
                        "type": "string",
                        "format": "uri",
                        "description": "The image that stands for a video.",
                    },
                    "collaborators": {
                        "type": ["array", "string"],
                        "items": {"type": "string"},
                        "description": "The accounts invited as co-authors, as a list or comma-joined; a leading `@` is dropped.",
                    },
                    "video_cover_timestamp_ms": {
                        "type": "number",
                        "minimum": 0,
                        "description": "The moment of the video that becomes its cover; without effect beside `cover_url`.",
                    },
                },
                required_to_publish=("content_type",),
                requires={},
                ascending=(),
                formats={
                    "feed": Format(),
                    "carousel": Format(min_items=2),
                    "reel": Format(max_items=1),
                    "stories": Format(max_items=1, lifetime_hours=24, ignores=("text",)),
                },
                processing=Processing(poll_seconds=5, polls=60),
                post_id=IdForm(pattern="^[0-9]+$", example="17895695668004550"),
                notes=(
                    "The text is the caption; a carousel has one caption for all of its items.",
                    "Images of the feed should be JPEG. PNG is not refused in advance, but Instagram may.",
                    "A container that Instagram does not use within 24 hours expires, and its target fails.",
                ),
            ),
            limits={"posts_remaining": 25},
        ),
        "facebook": Platform(
            slug="facebook",
            name="Facebook",
            product="Facebook Pages",
            status="live",
            connect="oauth",
            auth_url="https://www.facebook.com/v25.0/dialog/oauth",
            byok=False,
            gated=False,
            pages=True,
            selection="pages",
            boards=False,
            creator_info=False,
            revokes=True,
            exports=False,
            scopes={
                "default": (
                    "pages_show_list",
                    "pages_read_engagement",
                    "pages_read_user_content",
                    "pages_manage_engagement",
                    "pages_manage_metadata",
                    "pages_messaging",
                    "pages_manage_posts",
                    "public_profile",
                    "business_management",
                )
            },
            optional_scopes=(),
            account_id=None,
            ceilings=(),
            webhooks=Webhooks(inbox=True, revocation=True),
            comments=Comments(
                list="yes",
                reply="yes",
                hide="yes",
                like="yes",
                delete="yes",
                private_reply="yes",
                private_reply_days=7,
                tells=("platform_post_id",),
            ),
            messages=Messages(
                window_hours=24,
                tags={
                    "HUMAN_AGENT": 168,
                    "ACCOUNT_UPDATE": None,
                    "CONFIRMED_EVENT_UPDATE": None,
                    "CUSTOMER_FEEDBACK": None,
                    "POST_PURCHASE_UPDATE": None,
                },
                attachments=Attachments(
                    most="many",
                    sources=("url", "media_id", "platform_attachment_id"),
                    max_bytes=26214400,
                    beside_text=True,
                ),
                interactive=("quick_replies", "buttons", "cards"),
                reply_to=True,
                receipts=("sent", "delivered", "read"),
                echo=True,
                history=True,
                beta_tag="HUMAN_AGENT",
                tells=("conversation_id",),
            ),
            mentions=Mentions(list=True, reply=True, webhook=True, tells=("mention_type", "permalink_url")),
            reviews=Reviews(list=False, reply=False),
            publishing=Publishing(
                constraints={
                    "text": {
                        "max_length": 63206,
                        "max_hashtags": 0,
                        "max_mentions": 0,
                        "counting_mode": "chars",
                        "photo_max_length": 0,
                    },
                    "media": {
                        "max_image_size_bytes": 10485760,
                        "max_video_size_bytes": 10737418240,
                        "min_video_duration_sec": 0,
                        "max_video_duration_sec": 0,
                        "max_video_fps": 0,
                        "supported_image_types": [
                            "image/jpeg",
                            "image/png",
                            "image/gif",
                            "image/bmp",
                            "image/tiff",
                        ],
                        "supported_video_types": [
                            "video/mp4",
                            "video/quicktime",
                            "video/x-msvideo",
                            "video/x-matroska",
                            "video/webm",
                        ],
                    },
                    "carousel": {
                        "supported": True,
                        "min_items": 2,
                        "max_items": 10,
                        "allow_video": False,
                        "images_only": True,
                        "photos_only": False,
                    },
                    "scheduling": {"supported": True, "mode": "server_side"},
                    "supports_platform_attachment_id": False,
                    "supports_mixed_media": False,
                },
                capabilities=Capabilities(
                    text_only=True,
                    image=True,
                    video=True,
                    max_media=10,
                    extra_media="refused",
                    delete=True,
                    retry=True,
                    first_comment=True,
                    edit_live="text",
                    title_required=False,
                    title_max_length=0,
                    visibility=(),
                    unknown_keys="ignored",
                    metrics=("likes", "comments", "shares"),
                ),
                platform_data={
                    "link": {
                        "type": "string",
                        "description": "The address to preview under a text or an album.",
                    },
                    "cta_type": {
                        "type": "string",
                        "examples": ["SHOP_NOW", "LEARN_MORE"],
                        "description": "The button under a text or an album.",
                    },
                    "cta_link": {"type": "string", "description": "Where the button leads."},
                    "min_age": {
                        "type": "integer",
                        "minimum": 13,
                        "maximum": 65,
                        "description": "The youngest audience of a text or an album.",
                    },
                    "max_age": {
                        "type": "integer",
                        "minimum": 13,
                        "maximum": 65,
                        "description": "The oldest audience of a text or an album.",
                    },
                    "alt_text": {
                        "type": "string",
                        "description": "What a single photo shows, for people who cannot see it.",
                    },
                    "title": {"type": "string", "description": "The title of a single video."},
                    "content_type": {
                        "type": "string",
                        "enum": ["feed", "reel", "stories"],
                        "default": "feed",
                        "severity": "warning",
                        "description": "The form of the post. Any other value makes an ordinary post.",
                    },
                    "share_to_feed": {
                        "type": "boolean",
                        "default": True,
                        "description": "Whether a Reel is shown in the feed as well.",
                    },
                },
                required_to_publish=(),
                requires={"cta_type": ("cta_link",), "cta_link": ("cta_type",)},
                ascending=(("min_age", "max_age"),),
                formats={
                    "feed": Format(),
                    "reel": Format(
                        max_items=1, min_video_duration_sec=3, max_video_duration_sec=90, severity="warning"
                    ),
                    "stories": Format(
                        max_items=1,
                        min_video_duration_sec=3,
                        max_video_duration_sec=90,
                        lifetime_hours=24,
                        ignores=("text", "link", "min_age", "max_age", "first_comment"),
                    ),
                },
                processing=Processing(poll_seconds=5, polls=120),
                post_id=IdForm(pattern="^[0-9]+_[0-9]+$", example="102030405060_708090"),
                notes=(
                    "Without media the post is a text or a link; one image makes a photo, one video a video, more images an album.",
                    "A post goes to the page that the target names, else to the default page of the account.",
                    "Reels are vertical videos. Stories are 9:16, of at least 540 by 960 pixels and 24 to 60 frames per second.",
                    "The photo or video of a Story must not have been part of an earlier post. PNG should stay below 1 MB.",
                ),
            ),
            limits={},
        ),
        "threads": Platform(
            slug="threads",
            name="Threads",
            product="Threads profiles",
            status="live",
            connect="oauth",
            auth_url="https://threads.net/oauth/authorize",
            byok=False,
            gated=False,
            pages=False,
            selection=None,
            boards=False,
            creator_info=False,
            revokes=True,
            exports=False,
            scopes={
                "default": (
                    "threads_basic",
                    "threads_content_publish",
                    "threads_read_replies",
                    "threads_delete",
                )
            },
            optional_scopes=("threads_manage_insights",),
            account_id=None,
            ceilings=(
                Ceiling(counts="posts", most=250, seconds=86400, counter="posts_remaining"),
                Ceiling(counts="replies", most=1000, seconds=86400, counter="replies_remaining"),
            ),
            webhooks=Webhooks(inbox=True, revocation=True),
            comments=Comments(
                list="yes",
                reply="yes",
                hide="foreign",
                like="no",
                delete="own",
                private_reply="no",
                tells=("parent_id",),
            ),
            messages=None,
            mentions=Mentions(list=False, reply=False, webhook=True, tells=("mention_type",)),
            reviews=Reviews(list=False, reply=False),
            publishing=Publishing(
                constraints={
                    "text": {
                        "max_length": 500,
                        "max_hashtags": 0,
                        "max_mentions": 0,
                        "counting_mode": "chars",
                        "photo_max_length": 0,
                    },
                    "media": {
                        "max_image_size_bytes": 8388608,
                        "max_video_size_bytes": 1073741824,
                        "min_video_duration_sec": 0,
                        "max_video_duration_sec": 0,
                        "max_video_fps": 0,
                        "supported_image_types": ["image/jpeg", "image/png"],
                        "supported_video_types": [
                            "video/mp4",
                            "video/quicktime",
                            "video/x-msvideo",
                            "video/x-matroska",
                            "video/webm",
                        ],
                    },
                    "carousel": {
                        "supported": True,
                        "min_items": 2,
                        "max_items": 20,
                        "allow_video": True,
                        "images_only": False,
                        "photos_only": False,
                    },
                    "scheduling": {"supported": True, "mode": "server_side"},
                    "supports_platform_attachment_id": True,
                    "supports_mixed_media": False,
                },
                capabilities=Capabilities(
                    text_only=True,
                    image=True,
                    video=True,
                    max_media=20,
                    extra_media="refused",
                    delete=True,
                    retry=True,
                    first_comment=False,
                    edit_live="none",
                    title_required=False,
                    title_max_length=0,
                    visibility=(),
                    unknown_keys="forwarded",
                    metrics=(),
                ),
                platform_data={
                    "reply_control": {
                        "type": "string",
                        "enum": ["everyone", "accounts_you_follow", "mentioned_only"],
                        "default": "everyone",
                        "description": "Who may reply.",
                    },
                    "link_attachment": {
                        "type": "string",
                        "format": "uri",
                        "description": "The address to preview under the post.",
                    },
                },
                required_to_publish=(),
                requires={},
                ascending=(),
                formats={},
                processing=Processing(poll_seconds=60, polls=5),
                post_id=IdForm(pattern="^[0-9]+$", example="18012345678901234"),
                notes=(
                    "Whether a file is a video is read off the extension in its address.",
                    "Threads of several posts cannot be made at the moment.",
                ),
            ),
            limits={"posts_remaining": 250, "replies_remaining": 1000},
        ),
        "tiktok": Platform(
            slug="tiktok",
            name="TikTok",
            product="TikTok creator accounts",
            status="live",
            connect="oauth",
            auth_url="https://www.tiktok.com/v2/auth/authorize/",
            byok=False,
            gated=False,
            pages=False,
            selection=None,
            boards=False,
            creator_info=True,
            revokes=True,
            exports=True,
            scopes={"default": ("user.info.basic", "user.info.profile", "video.publish", "video.upload")},
            optional_scopes=("user.info.stats", "video.list"),
            account_id=None,
            ceilings=(),
            webhooks=Webhooks(inbox=False, revocation=True),
            comments=Comments(list="no", reply="no", hide="no", like="no", delete="no", private_reply="no"),
            messages=None,
            mentions=Mentions(list=False, reply=False, webhook=False),
            reviews=Reviews(list=False, reply=False),
            publishing=Publishing(
                constraints={
                    "text": {
                        "max_length": 2200,
                        "max_hashtags": 0,
                        "max_mentions": 0,
                        "counting_mode": "utf16",
                        "photo_max_length": 0,
                    },
                    "media": {
                        "max_image_size_bytes": 20971520,
                        "max_video_size_bytes": 4294967296,
                        "min_video_duration_sec": 0,
                        "max_video_duration_sec": 0,
                        "max_video_fps": 0,
                        "supported_image_types": ["image/jpeg", "image/webp"],
                        "supported_video_types": ["video/mp4", "video/quicktime", "video/webm"],
                    },
                    "carousel": {
                        "supported": True,
                        "min_items": 2,
                        "max_items": 35,
                        "allow_video": False,
                        "images_only": True,
                        "photos_only": True,
                    },
                    "scheduling": {"supported": True, "mode": "server_side"},
                    "supports_platform_attachment_id": False,
                    "supports_mixed_media": False,
                },
                capabilities=Capabilities(
                    text_only=False,
                    image=False,
                    video=True,
                    max_media=35,
                    extra_media="refused",
                    delete=False,
                    retry=True,
                    first_comment=False,
                    edit_live="none",
                    title_required=False,
                    title_max_length=0,
                    visibility=(),
                    unknown_keys="ignored",
                    metrics=("likes", "comments", "shares", "views"),
                ),
                platform_data={
                    "privacy_level": {
                        "type": "string",
                        "examples": [
                            "PUBLIC_TO_EVERYONE",
                            "MUTUAL_FOLLOW_FRIENDS",
                            "FOLLOWER_OF_CREATOR",
                            "SELF_ONLY",
                        ],
                        "description": "Who may see the post; one of the levels that the creator's info offers.",
                    },
                    "media_type": {
                        "type": "string",
                        "enum": ["video", "photo"],
                        "description": "The kind of post. Several images and no video make a photo post, anything else a video post.",
                    },
                    "brand_content_toggle": {
                        "type": "boolean",
                        "description": "Whether the post advertises somebody else's brand; not possible with `SELF_ONLY`.",
                    },
                    "brand_organic_toggle": {
                        "type": "boolean",
                        "description": "Whether the post advertises the creator's own business.",
                    },
                    "_disclosure_on": {
                        "type": "boolean",
                        "description": "Whether the post is declared as advertising; needs one of the two toggles.",
                    },
                    "disable_comment": {
                        "type": "boolean",
                        "default": True,
                        "description": "Whether comments are off; always so where the creator has switched them off.",
                    },
                    "disable_duet": {
                        "type": "boolean",
                        "default": True,
                        "description": "Whether duets are off; without effect on photos.",
                    },
                    "disable_stitch": {
                        "type": "boolean",
                        "default": True,
                        "description": "Whether stitches are off; without effect on photos.",
                    },
                    "is_aigc": {"type": "boolean", "description": "Whether the content was made by AI."},
                    "video_cover_timestamp_ms": {
                        "type": "number",
                        "minimum": 0,
                        "description": "The moment of the video that becomes its cover.",
                    },
                    "photo_cover_index": {
                        "type": "integer",
                        "minimum": 0,
                        "default": 0,
                        "description": "Which photo is the cover, counted from 0.",
                    },
                    "auto_add_music": {
                        "type": "boolean",
                        "description": "Whether TikTok chooses music for a photo post.",
                    },
                },
                required_to_publish=("privacy_level",),
                requires={},
                ascending=(),
                formats={
                    "video": Format(max_items=1),
                    "photo": Format(min_items=2, ignores=("disable_duet", "disable_stitch")),
                },
                processing=Processing(poll_seconds=3, polls=20),
                post_id=IdForm(pattern="^[0-9]+$", example="7345678901234567890"),
                notes=(
                    "A post is one video, or 2 to 35 JPEG or WebP photos. One photo alone, and photos beside a video, are refused.",
                    "The creator's info has the longest video, the privacy levels, and tells when the daily limit is reached.",
                ),
            ),
            limits={},
        ),
        "youtube": Platform(
            slug="youtube",
            name="YouTube",
            product="YouTube channels",
            status="live",
            connect="oauth",
            auth_url="https://accounts.google.com/o/oauth2/v2/auth",
            byok=False,
            gated=False,
            pages=False,
            selection=None,
            boards=False,
            creator_info=False,
            revokes=True,
            exports=True,
            scopes={"default": ("https://www.googleapis.com/auth/youtube.force-ssl",)},
            optional_scopes=(),
            account_id=None,
            ceilings=(Ceiling(counts="quota units", most=10000, seconds=86400),),
            webhooks=Webhooks(inbox=False, revocation=False),
            comments=Comments(
                list="yes",
                reply="yes",
                hide="yes",
                like="no",
                delete="yes",
                private_reply="no",
                scoped_only=True,
                filters=True,
                moderation=("published", "held_for_review", "likely_spam", "rejected"),
                hidden_as="rejected",
            ),
            messages=None,
            mentions=Mentions(list=False, reply=False, webhook=False),
            reviews=Reviews(list=False, reply=False),
            publishing=Publishing(
                constraints={
                    "text": {
                        "max_length": 5000,
                        "max_hashtags": 0,
                        "max_mentions": 0,
                        "counting_mode": "bytes",
                        "photo_max_length": 0,
                    },
                    "media": {
                        "max_image_size_bytes": 0,
                        "max_video_size_bytes": 274877906944,
                        "min_video_duration_sec": 0,
                        "max_video_duration_sec": 0,
                        "max_video_fps": 0,
                        "supported_image_types": [],
                        "supported_video_types": ["video/*"],
                    },
                    "carousel": {
                        "supported": False,
                        "min_items": 0,
                        "max_items": 0,
                        "allow_video": False,
                        "images_only": False,
                        "photos_only": False,
                    },
                    "scheduling": {"supported": True, "mode": "server_side"},
                    "supports_platform_attachment_id": False,
                    "supports_mixed_media": False,
                },
                capabilities=Capabilities(
                    text_only=False,
                    image=False,
                    video=True,
                    max_media=1,
                    extra_media="refused",
                    delete=True,
                    retry=True,
                    first_comment=True,
                    edit_live="metadata",
                    title_required=True,
                    title_max_length=100,
                    visibility=("public", "private", "unlisted"),
                    unknown_keys="ignored",
                    metrics=("likes", "comments", "views"),
                ),
                platform_data={
                    "title": {
                        "type": "string",
                        "maxLength": 100,
                        "description": "The title where neither post nor target has one.",
                    },
                    "category_id": {
                        "type": "string",
                        "default": "22",
                        "description": "The category by YouTube's number.",
                    },
                    "tags": {
                        "type": ["array", "string"],
                        "items": {"type": "string"},
                        "description": "Keywords, as a list or comma-joined.",
                    },
                    "default_language": {
                        "type": "string",
                        "description": "The language of title and description, as in BCP 47.",
                    },
                    "made_for_kids": {
                        "type": "boolean",
                        "default": False,
                        "description": "Whether the video is directed at children.",
                    },
                    "embeddable": {
                        "type": "boolean",
                        "default": True,
                        "description": "Whether other sites may embed the video.",
                    },
                    "license": {
                        "type": "string",
                        "enum": ["youtube", "creativeCommon"],
                        "default": "youtube",
                        "description": "The license under which the video stands.",
                    },
                    "public_stats_viewable": {
                        "type": "boolean",
                        "default": True,
                        "description": "Whether everybody sees the statistics.",
                    },
                    "publish_at": {
                        "type": "string",
                        "format": "date-time",
                        "description": "When YouTube releases the video, which is uploaded at once; needs `private` visibility.",
                    },
                    "recording_date": {
                        "type": "string",
                        "format": "date",
                        "description": "When the video was recorded.",
                    },
                    "contains_synthetic_media": {
                        "type": "boolean",
                        "default": False,
                        "description": "Whether the video shows realistic scenes that were altered or generated.",
                    },
                    "notify_subscribers": {
                        "type": "boolean",
                        "default": True,
                        "description": "Whether subscribers are told.",
                    },
                    "playlist_id": {
                        "type": "string",
                        "description": "The playlist the video is added to afterwards, best effort.",
                    },
                },
                required_to_publish=(),
                requires={},
                ascending=(),
                formats={},
                processing=None,
                post_id=IdForm(pattern="^[A-Za-z0-9_-]{11}$", example="Ab3_dE-5gHi"),
                notes=(
                    "The text is the description.",
                    "`scheduled_at` uploads later; `publish_at` uploads now and lets YouTube release later.",
                    "With `publish_at` the visibility is `private` unless given, and anything else is refused.",
                ),
            ),
            limits={},
        ),
        "linkedin": Platform(
            slug="linkedin",
            name="LinkedIn",
            product="LinkedIn members",
            status="live",
            connect="oauth",
            auth_url="https://www.linkedin.com/oauth/v2/authorization",
            byok=False,
            gated=False,
            pages=False,
            selection=None,
            boards=False,
            creator_info=False,
            revokes=False,
            exports=False,
            scopes={"default": ("openid", "profile", "w_member_social")},
            optional_scopes=(),
            account_id=None,
            ceilings=(),
            webhooks=Webhooks(inbox=False, revocation=False),
            comments=Comments(list="no", reply="no", hide="no", like="no", delete="no", private_reply="no"),
            messages=None,
            mentions=Mentions(list=False, reply=False, webhook=False),
            reviews=Reviews(list=False, reply=False),
            publishing=Publishing(
                constraints={
                    "text": {
                        "max_length": 3000,
                        "max_hashtags": 0,
                        "max_mentions": 0,
                        "counting_mode": "chars",
                        "photo_max_length": 0,
                    },
                    "media": {
                        "max_image_size_bytes": 10485760,
                        "max_video_size_bytes": 524288000,
                        "min_video_duration_sec": 3,
                        "max_video_duration_sec": 1800,
                        "max_video_fps": 30,
                        "supported_image_types": ["image/jpeg", "image/png", "image/gif"],
                        "supported_video_types": ["video/mp4"],
                    },
                    "carousel": {
                        "supported": True,
                        "min_items": 2,
                        "max_items": 20,
                        "allow_video": False,
                        "images_only": True,
                        "photos_only": False,
                    },
                    "scheduling": {"supported": True, "mode": "server_side"},
                    "supports_platform_attachment_id": True,
                    "supports_mixed_media": True,
                },
                capabilities=Capabilities(
                    text_only=True,
                    image=True,
                    video=True,
                    max_media=20,
                    extra_media="refused",
                    delete=True,
                    retry=True,
                    first_comment=False,
                    edit_live="text",
                    title_required=False,
                    title_max_length=0,
                    visibility=("public", "connections_only", "logged_in"),
                    unknown_keys="ignored",
                    metrics=(),
                ),
                platform_data={
                    "article_url": {
                        "type": "string",
                        "format": "uri",
                        "description": "The article to share; the first image is its thumbnail.",
                    },
                    "article_title": {
                        "type": "string",
                        "description": "The title on its card; LinkedIn does not read the page.",
                    },
                    "article_description": {"type": "string", "description": "The text on its card."},
                    "cta_label": {
                        "type": "string",
                        "enum": [
                            "LEARN_MORE",
                            "SIGN_UP",
                            "DOWNLOAD",
                            "REGISTER",
                            "SUBSCRIBE",
                            "APPLY",
                            "REQUEST_DEMO",
                            "JOIN",
                            "ATTEND",
                        ],
                        "description": "The button on its card.",
                    },
                    "cta_url": {"type": "string", "format": "uri", "description": "Where the button leads."},
                    "alt_text": {
                        "type": "string",
                        "description": "What a single image shows, for people who cannot see it.",
                    },
                    "alt_texts": {
                        "type": "array",
                        "items": {"type": "string"},
                        "description": "The same for each image of a carousel.",
                    },
                    "media_title": {"type": "string", "description": "The title of the media."},
                    "disable_reshare": {
                        "type": "boolean",
                        "description": "Whether others are kept from sharing the post.",
                    },
                },
                required_to_publish=(),
                requires={"cta_label": ("article_url",), "cta_url": ("article_url",)},
                ascending=(),
                formats={},
                processing=None,
                post_id=IdForm(
                    pattern="^urn:li:[A-Za-z]+:[0-9]+$", example="urn:li:share:7165432109876543210"
                ),
                notes=(
                    "Images and videos do not mix in one post.",
                    "Posts made on LinkedIn itself are not seen here.",
                ),
            ),
            limits={},
        ),
        "linkedin_page": Platform(
            slug="linkedin_page",
            name="LinkedIn Page",
            product="LinkedIn organization pages",
            status="beta",
            connect="oauth",
            auth_url="https://www.linkedin.com/oauth/v2/authorization",
            byok=False,
            gated=True,
            pages=True,
            selection=None,
            boards=False,
            creator_info=False,
            revokes=False,
            exports=False,
            scopes={
                "organization": (
                    "r_organization_followers",
                    "r_organization_social",
                    "rw_organization_admin",
                    "r_organization_social_feed",
                    "w_organization_social",
                    "w_organization_social_feed",
                    "r_basicprofile",
                ),
                "personal": (
                    "w_member_social",
                    "w_member_social_feed",
                    "r_member_postAnalytics",
                    "r_member_profileAnalytics",
                    "r_basicprofile",
                    "r_1st_connections_size",
                ),
            },
            optional_scopes=(),
            account_id=IdForm(pattern="^urn:li:organization:[0-9]+$", example="urn:li:organization:2414183"),
            ceilings=(),
            webhooks=Webhooks(inbox=False, revocation=False),
            comments=Comments(
                list="yes",
                reply="yes",
                hide="no",
                like="yes",
                delete="yes",
                private_reply="no",
                liked_by_viewer=True,
            ),
            messages=None,
            mentions=Mentions(list=False, reply=False, webhook=False),
            reviews=Reviews(list=False, reply=False),
            publishing=Publishing(
                constraints={
                    "text": {
                        "max_length": 3000,
                        "max_hashtags": 0,
                        "max_mentions": 0,
                        "counting_mode": "chars",
                        "photo_max_length": 0,
                    },
                    "media": {
                        "max_image_size_bytes": 10485760,
                        "max_video_size_bytes": 524288000,
                        "min_video_duration_sec": 3,
                        "max_video_duration_sec": 1800,
                        "max_video_fps": 30,
                        "supported_image_types": ["image/jpeg", "image/png", "image/gif"],
                        "supported_video_types": ["video/mp4"],
                    },
                    "carousel": {
                        "supported": True,
                        "min_items": 2,
                        "max_items": 20,
                        "allow_video": False,
                        "images_only": True,
                        "photos_only": False,
                    },
                    "scheduling": {"supported": True, "mode": "server_side"},
                    "supports_platform_attachment_id": True,
                    "supports_mixed_media": True,
                },
                capabilities=Capabilities(
                    text_only=True,
                    image=True,
                    video=True,
                    max_media=20,
                    extra_media="refused",
                    delete=True,
                    retry=True,
                    first_comment=False,
                    edit_live="text",
                    title_required=False,
                    title_max_length=0,
                    visibility=("public", "logged_in"),
                    unknown_keys="ignored",
                    metrics=(),
                ),
                platform_data={
                    "article_url": {
                        "type": "string",
                        "format": "uri",
                        "description": "The article to share; the first image is its thumbnail.",
                    },
                    "article_title": {
                        "type": "string",
                        "description": "The title on its card; LinkedIn does not read the page.",
                    },
                    "article_description": {"type": "string", "description": "The text on its card."},
                    "cta_label": {
                        "type": "string",
                        "enum": [
                            "LEARN_MORE",
                            "SIGN_UP",
                            "DOWNLOAD",
                            "REGISTER",
                            "SUBSCRIBE",
                            "APPLY",
                            "REQUEST_DEMO",
                            "JOIN",
                            "ATTEND",
                        ],
                        "description": "The button on its card.",
                    },
                    "cta_url": {"type": "string", "format": "uri", "description": "Where the button leads."},
                    "alt_text": {
                        "type": "string",
                        "description": "What a single image shows, for people who cannot see it.",
                    },
                    "alt_texts": {
                        "type": "array",
                        "items": {"type": "string"},
                        "description": "The same for each image of a carousel.",
                    },
                    "media_title": {"type": "string", "description": "The title of the media."},
                    "disable_reshare": {
                        "type": "boolean",
                        "description": "Whether others are kept from sharing the post.",
                    },
                },
                required_to_publish=(),
                requires={"cta_label": ("article_url",), "cta_url": ("article_url",)},
                ascending=(),
                formats={},
                processing=None,
                post_id=IdForm(
                    pattern="^urn:li:[A-Za-z]+:[0-9]+$", example="urn:li:share:7165432109876543210"
                ),
                notes=(
                    "Images and videos do not mix in one post.",
                    "A post goes to the page that the target names, else to the default page of the account.",
                ),
            ),
            limits={},
        ),
        "twitter": Platform(
            slug="twitter",
            name="X",
            product="X accounts, through the customer's own X app",
            status="live",
            connect="oauth",
            auth_url="https://x.com/i/oauth2/authorize",
            byok=True,
            gated=False,
            pages=False,
            selection=None,
            boards=False,
            creator_info=False,
            revokes=True,
            exports=False,
            scopes={
                "default": (
                    "tweet.read",
                    "tweet.write",
                    "tweet.moderate.write",
                    "users.read",
                    "dm.read",
                    "dm.write",
                    "like.write",
                    "offline.access",
                )
            },
            optional_scopes=(),
            account_id=None,
            ceilings=(),
            webhooks=Webhooks(inbox=False, revocation=False),
            comments=Comments(list="yes", reply="yes", hide="no", like="no", delete="no", private_reply="no"),
            messages=Messages(
                window_hours=None,
                tags={},
                attachments=Attachments(most="none", sources=(), max_bytes=0, beside_text=False),
                interactive=(),
                reply_to=False,
                receipts=(),
                echo=False,
                history=True,
            ),
            mentions=Mentions(list=True, reply=False, webhook=False),
            reviews=Reviews(list=False, reply=False),
            publishing=Publishing(
                constraints={
                    "text": {
                        "max_length": 280,
                        "max_hashtags": 0,
                        "max_mentions": 0,
                        "counting_mode": "chars",
                        "photo_max_length": 0,
                    },
                    "media": {
                        "max_image_size_bytes": 0,
                        "max_video_size_bytes": 0,
                        "min_video_duration_sec": 0,
                        "max_video_duration_sec": 0,
                        "max_video_fps": 0,
                        "supported_image_types": [],
                        "supported_video_types": [],
                    },
                    "carousel": {
                        "supported": False,
                        "min_items": 0,
                        "max_items": 0,
                        "allow_video": False,
                        "images_only": False,
                        "photos_only": False,
                    },
                    "scheduling": {"supported": True, "mode": "server_side"},
                    "supports_platform_attachment_id": True,
                    "supports_mixed_media": True,
                },
                capabilities=Capabilities(
                    text_only=True,
                    image=False,
                    video=False,
                    max_media=0,
                    extra_media="warned",
                    delete=True,
                    retry=True,
                    first_comment=False,
                    edit_live="none",
                    title_required=False,
                    title_max_length=0,
                    visibility=(),
                    unknown_keys="warned",
                    metrics=(),
                ),
                platform_data={
                    "reply_settings": {
                        "type": "string",
                        "enum": ["following", "mentionedUsers", "subscribers", "verified"],
                        "description": "Who may reply; everybody when absent.",
                    },
                    "geo_place_id": {"type": "string", "description": "The place that is tagged."},
                    "community_id": {"type": "string", "description": "The community to post in."},
                    "in_reply_to_tweet_id": {"type": "string", "description": "The post that is answered."},
                    "for_super_followers_only": {
                        "type": "boolean",
                        "description": "Whether only super followers see the post.",
                    },
                    "nullcast": {
                        "type": "boolean",
                        "description": "Whether the post is for advertising only, and in nobody's timeline.",
                    },
                    "made_with_ai": {"type": "boolean", "description": "Whether the content was made by AI."},
                    "paid_partnership": {
                        "type": "boolean",
                        "description": "Whether the post is a paid partnership.",
                    },
                    "auto_populate_reply_metadata": {
                        "type": "boolean",
                        "description": "Whether X adds those mentioned in the answered post.",
                    },
                    "exclude_reply_user_ids": {
                        "type": "array",
                        "items": {"type": "string"},
                        "description": "The users who are not added.",
                    },
                    "thread": {
                        "type": "array",
                        "items": {"type": "string", "minLength": 1, "maxLength": 280},
                        "description": "Further posts that continue this one as a thread. The other settings apply to the first post.",
                    },
                },
                required_to_publish=(),
                requires={
                    "auto_populate_reply_metadata": ("in_reply_to_tweet_id",),
                    "exclude_reply_user_ids": ("in_reply_to_tweet_id",),
                },
                ascending=(),
                formats={},
                processing=None,
                post_id=IdForm(pattern="^[0-9]+$", example="1890000000000000001"),
                notes=(
                    "Posts are text only. Media are passed over with a warning.",
                    "The id of a thread is that of its first post; `metadata.thread_post_ids` of the target holds them all.",
                    "If a thread breaks, the posts already made stay, and `metadata.thread_failed_at_index` tells where it broke.",
                ),
            ),
            limits={},
        ),
        "google": Platform(
            slug="google",
            name="Google Business Profile",
            product="Business Profile locations",
            status="live",
            connect="oauth",
            auth_url="https://accounts.google.com/o/oauth2/v2/auth",
            byok=False,
            gated=False,
            pages=False,
            selection="profile",
            boards=False,
            creator_info=False,
            revokes=True,
            exports=False,
            scopes={"default": ("https://www.googleapis.com/auth/business.manage",)},
            optional_scopes=(),
            account_id=IdForm(
                pattern="^accounts/[0-9]+/locations/[0-9]+$", example="accounts/108/locations/2096"
            ),
            ceilings=(
                Ceiling(counts="requests", most=300, seconds=60, throttled_at=240),
                Ceiling(counts="edits of one location", most=10, seconds=60),
            ),
            webhooks=Webhooks(inbox=True, revocation=False),
            comments=Comments(list="no", reply="no", hide="no", like="no", delete="no", private_reply="no"),
            messages=None,
            mentions=Mentions(list=False, reply=False, webhook=False),
            reviews=Reviews(list=True, reply=True),
            publishing=Publishing(
                constraints={
                    "text": {
                        "max_length": 0,
                        "max_hashtags": 0,
                        "max_mentions": 0,
                        "counting_mode": "chars",
                        "photo_max_length": 0,
                    },
                    "media": {
                        "max_image_size_bytes": 5242880,
                        "max_video_size_bytes": 0,
                        "min_video_duration_sec": 0,
                        "max_video_duration_sec": 0,
                        "max_video_fps": 0,
                        "supported_image_types": ["image/jpeg", "image/png"],
                        "supported_video_types": [],
                    },
                    "carousel": {
                        "supported": False,
                        "min_items": 0,
                        "max_items": 0,
                        "allow_video": False,
                        "images_only": False,
                        "photos_only": False,
                    },
                    "scheduling": {"supported": True, "mode": "server_side"},
                    "supports_platform_attachment_id": False,
                    "supports_mixed_media": False,
                },
                capabilities=Capabilities(
                    text_only=True,
                    image=True,
                    video=False,
                    max_media=1,
                    extra_media="ignored",
                    delete=True,
                    retry=False,
                    first_comment=False,
                    edit_live="metadata",
                    title_required=False,
                    title_max_length=0,
                    visibility=(),
                    unknown_keys="forwarded",
                    metrics=(),
                ),
                platform_data={
                    "topicType": {
                        "type": "string",
                        "enum": ["STANDARD", "EVENT", "OFFER", "ALERT"],
                        "default": "STANDARD",
                        "description": "The kind of post. It cannot be changed afterwards.",
                    },
                    "event": {
                        "type": "object",
                        "description": "What takes place, and when; for `EVENT`.",
                        "properties": {
                            "title": {"type": "string"},
                            "schedule": {
                                "type": "object",
                                "properties": {
                                    "startDate": {
                                        "type": "object",
                                        "properties": {
                                            "year": {"type": "integer"},
                                            "month": {"type": "integer"},
                                            "day": {"type": "integer"},
                                        },
                                    },
                                    "endDate": {
                                        "type": "object",
                                        "properties": {
                                            "year": {"type": "integer"},
                                            "month": {"type": "integer"},
                                            "day": {"type": "integer"},
                                        },
                                    },
                                },
                            },
                        },
                    },
                    "offer": {
                        "type": "object",
                        "description": "The terms of the offer; for `OFFER`.",
                        "properties": {
                            "couponCode": {"type": "string"},
                            "redeemOnlineUrl": {"type": "string"},
                            "termsConditions": {"type": "string"},
                        },
                    },
                    "alertType": {"type": "string", "description": "The kind of alert; for `ALERT`."},
                    "updateMask": {
                        "type": "string",
                        "default": "summary",
                        "description": "What a change of a live post touches, comma-joined; without effect on new posts.",
                    },
                },
                required_to_publish=(),
                requires={},
                ascending=(),
                formats={},
                processing=None,
                post_id=IdForm(
                    pattern="^accounts/[0-9]+/locations/[0-9]+/localPosts/[0-9]+$",
                    example="accounts/108/locations/2096/localPosts/3318",
                ),
                notes=(
                    "No text limit is published; fewer than 1500 characters are advised.",
                    "Of several media only the first image is used.",
                    "A copy that Google no longer has cannot be deleted; the outcome is `failed`.",
                ),
            ),
            limits={},
        ),
        "pinterest": Platform(
            slug="pinterest",
            name="Pinterest",
            product="Pinterest accounts",
            status="beta",
            connect="oauth",
            auth_url="https://www.pinterest.com/oauth/",
            byok=False,
            gated=False,
            pages=False,
            selection=None,
            boards=True,
            creator_info=False,
            revokes=False,
            exports=False,
            scopes={
                "default": ("boards:read", "boards:write", "pins:read", "pins:write", "user_accounts:read")
            },
            optional_scopes=("boards:read_secret", "pins:read_secret"),
            account_id=None,
            ceilings=(),
            webhooks=Webhooks(inbox=False, revocation=False),
            other_account_status=400,
            comments=Comments(list="no", reply="no", hide="no", like="no", delete="no", private_reply="no"),
            messages=None,
            mentions=Mentions(list=False, reply=False, webhook=False),
            reviews=Reviews(list=False, reply=False),
            publishing=Publishing(
                constraints={
                    "text": {
                        "max_length": 800,
                        "max_hashtags": 0,
                        "max_mentions": 0,
                        "counting_mode": "chars",
                        "photo_max_length": 0,
                    },
                    "media": {
                        "max_image_size_bytes": 20971520,
                        "max_video_size_bytes": 0,
                        "min_video_duration_sec": 0,
                        "max_video_duration_sec": 0,
                        "max_video_fps": 0,
                        "supported_image_types": ["image/jpeg", "image/png"],
                        "supported_video_types": [],
                    },
                    "carousel": {
                        "supported": False,
                        "min_items": 0,
                        "max_items": 0,
                        "allow_video": False,
                        "images_only": False,
                        "photos_only": False,
                    },
                    "scheduling": {"supported": True, "mode": "server_side"},
                    "supports_platform_attachment_id": False,
                    "supports_mixed_media": False,
                },
                capabilities=Capabilities(
                    text_only=False,
                    image=True,
                    video=False,
                    max_media=1,
                    extra_media="refused",
                    delete=True,
                    retry=True,
                    first_comment=False,
                    edit_live="none",
                    title_required=False,
                    title_max_length=100,
                    visibility=(),
                    unknown_keys="ignored",
                    metrics=(),
                ),
                platform_data={
                    "title": {"type": "string", "maxLength": 100, "description": "The title of the Pin."},
                    "description": {
                        "type": "string",
                        "maxLength": 800,
                        "description": "The description of the Pin; wins over the text.",
                    },
                    "link": {
                        "type": "string",
                        "format": "uri",
                        "pattern": "^https?://",
                        "maxLength": 2048,
                        "description": "Where the Pin leads.",
                    },
                    "alt_text": {
                        "type": "string",
                        "maxLength": 500,
                        "description": "What the image shows, for people who cannot see it.",
                    },
                },
                required_to_publish=(),
                requires={},
                ascending=(),
                formats={},
                processing=None,
                post_id=IdForm(pattern="^[0-9]+$", example="813744225190612345"),
                notes=(
                    "Every target names its board in `board_id` (or `page_id`, not both), never inside `platform_data`.",
                    "Pins are not stored here; lists of Pins are read from Pinterest.",
                ),
            ),
            limits={},
        ),
        "telegram": Platform(
            slug="telegram",
            name="Telegram",
            product="Telegram bots",
            status="live",
            connect="direct",
            auth_url=None,
            byok=False,
            gated=False,
            pages=False,
            selection=None,
            boards=False,
            creator_info=False,
            revokes=False,
            exports=False,
            scopes={},
            optional_scopes=(),
            account_id=IdForm(pattern="^[0-9]+$", example="7654321098"),
            ceilings=(),
            webhooks=Webhooks(inbox=True, revocation=False),
            retry_after=True,
            comments=Comments(list="no", reply="no", hide="no", like="no", delete="no", private_reply="no"),
            messages=Messages(
                window_hours=None,
                tags={},
                attachments=Attachments(most="one", sources=("url",), max_bytes=0, beside_text=False),
                interactive=(),
                reply_to=False,
                receipts=(),
                echo=False,
                history=False,
            ),
            mentions=Mentions(list=False, reply=False, webhook=False),
            reviews=Reviews(list=False, reply=False),
            publishing=None,
            limits={},
        ),
        "whatsapp": Platform(
            slug="whatsapp",
            name="WhatsApp",
            product="WhatsApp Business Platform (Cloud API)",
            status="live",
            connect="embedded_signup",
            auth_url=None,
            byok=False,
            gated=False,
            pages=False,
            selection=None,
            boards=False,
            creator_info=False,
            revokes=False,
            exports=False,
            scopes={},
            optional_scopes=(),
            account_id=None,
            ceilings=(),
            webhooks=Webhooks(inbox=True, revocation=False),
            comments=Comments(list="no", reply="no", hide="no", like="no", delete="no", private_reply="no"),
            messages=Messages(
                window_hours=24,
                tags={},
                attachments=Attachments(most="none", sources=(), max_bytes=0, beside_text=False),
                interactive=(),
                reply_to=False,
                receipts=("sent", "delivered", "read", "failed"),
                echo=False,
                history=False,
            ),
            mentions=Mentions(list=False, reply=False, webhook=False),
            reviews=Reviews(list=False, reply=False),
            publishing=None,
            limits={},
        ),
        "trustpilot": Platform(
            slug="trustpilot",
            name="Trustpilot",
            product="Trustpilot business units",
            status="planned",
            connect="none",
            auth_url=None,
            byok=False,
            gated=False,
            pages=False,
            selection=None,
            boards=False,
            creator_info=False,
            revokes=False,
            exports=False,
            scopes={},
            optional_scopes=(),
            account_id=None,
            ceilings=(),
            webhooks=Webhooks(inbox=False, revocation=False),
            comments=Comments(list="no", reply="no", hide="no", like="no", delete="no", private_reply="no"),
            messages=None,
            mentions=Mentions(list=False, reply=False, webhook=False),
            reviews=Reviews(list=False, reply=False),
            publishing=None,
            limits={},
        ),
        "zalo": Platform(
            slug="zalo",
            name="Zalo",
            product="Zalo official accounts",
            status="unreleased",
            connect="none",
            auth_url=None,
            byok=False,
            gated=False,
            pages=False,
            selection=None,
            boards=False,
            creator_info=False,
            revokes=False,
            exports=False,
            scopes={},
            optional_scopes=(),
            account_id=None,
            ceilings=(),
            webhooks=Webhooks(inbox=False, revocation=False),
            comments=Comments(list="no", reply="no", hide="no", like="no", delete="no", private_reply="no"),
            messages=None,
            mentions=Mentions(list=False, reply=False, webhook=False),
            reviews=Reviews(list=False, reply=False),
            publishing=None,
            limits={},
        ),
    }
)
