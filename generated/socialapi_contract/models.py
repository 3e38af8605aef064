"""Every schema of the contract as a pydantic model. Written by `sapi generate`; do not edit."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from pydantic import AwareDatetime, BaseModel, Field, RootModel
from typing_extensions import TypeAliasType


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


class CreateBrand(BaseModel):
    """The brand to make."""

    name: Annotated[str, Field(examples=["Acme Coffee"], max_length=255, min_length=1, pattern="\\S")]
    """The name shown to people. Need not be unique."""


class CreateKey(BaseModel):
    """The key to make."""

    name: Annotated[str, Field(examples=["Reporting"], max_length=255, min_length=1, pattern="\\S")]
    """What the key is for. Need not be unique."""
    scopes: Annotated[list[KeyScope1] | None, Field(examples=[["posts:read"]], max_length=100)] = None
    """What the key may do; an empty list means everything."""
    brand_ids: Annotated[list[Id] | None, Field(examples=[[]], max_length=1000)] = None
    """The brands the key is restricted to; an empty list means all."""


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


class Key(BaseModel):
    """An API key as it is listed, without its secret."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    name: Annotated[str, Field(examples=["Reporting"])]
    """What the key is for, in the words of whoever made it. Not unique."""
    preview: Annotated[str, Field(examples=["sapi_key_a1b2c..."])]
    """The beginning of the secret, enough to tell keys apart and useless for signing in."""
    is_active: Annotated[bool, Field(examples=[True])]
    """False once the key is revoked."""
    last_used_at: Annotated[AwareDatetime | None, Field(examples=["2026-02-15T14:30:00Z"])] = None
    """When the key was last used, to about a minute; null if it never was."""
    created_at: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    scopes: Annotated[list[KeyScope1], Field(examples=[["posts:read"]], max_length=100)]
    """What the key may do; an empty list means everything."""
    brand_ids: Annotated[list[Id], Field(examples=[[]], max_length=1000)]
    """The brands the key is restricted to; an empty list means all."""


class KeyList(BaseModel):
    """All keys in one response; this list is not paginated."""

    data: list[Key]
    """The keys, revoked ones included."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


class KeyRestrictions(BaseModel):
    """A key's name and restrictions."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    name: Annotated[str, Field(examples=["Reporting"])]
    """What the key is for."""
    scopes: Annotated[list[KeyScope1], Field(examples=[["posts:read"]], max_length=100)]
    """What the key may do; an empty list means everything."""
    brand_ids: Annotated[list[Id], Field(examples=[[]], max_length=1000)]
    """The brands the key is restricted to; an empty list means all."""


class KeyScope(BaseModel):
    """One scope."""

    name: Annotated[str, Field(examples=["posts:read"])]
    """The value to put into a key's `scopes`."""
    group: Annotated[str, Field(examples=["Posts"])]
    """The heading the scope stands under."""
    description: Annotated[
        str, Field(examples=["See posts, how they fared on each platform, and their metrics."])
    ]
    """What the scope covers."""


class KeyScope1(RootModel[str]):
    root: Annotated[str, Field(max_length=100)]


class KeySecret(BaseModel):
    """A key together with its secret; only the answers of making and rotating a key carry it."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    name: Annotated[str, Field(examples=["Reporting"])]
    """What the key is for."""
    raw_key: Annotated[
        str,
        Field(
            examples=["sapi_key_a1b2c3d4e5f60718293a4b5c6d7e8f9001122334455667788990011aabbccd"],
            pattern="^sapi_key_[0-9a-f]{62}$",
        ),
    ]
    """The secret to send as bearer token. It is shown this once."""
    message: Annotated[str, Field(examples=["Store this key now. It will not be shown again."])]
    """A reminder to store the secret, for people."""
    scopes: Annotated[list[KeyScope1], Field(examples=[["posts:read"]], max_length=100)]
    """What the key may do; an empty list means everything."""
    brand_ids: Annotated[list[Id], Field(examples=[[]], max_length=1000)]
    """The brands the key is restricted to; an empty list means all."""


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
    """The acknowledgement of a call that has nothing else to tell."""

    ok: Annotated[Literal[True], Field(examples=[True])]
    """Always true."""


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


PostPlatformDataAdditionalProperty = TypeAliasType(
    "PostPlatformDataAdditionalProperty",
    Annotated[dict[str, Any], Field(examples=[{"content_type": "feed"}], max_length=100)],
)
"""The settings for one platform."""


class PostPlatformData(RootModel[dict[str, PostPlatformDataAdditionalProperty]]):
    """Settings only some platforms have, by platform. Each entry is handed to every target of its platform, whose own `platform_data` wins."""

    root: Annotated[dict[str, PostPlatformDataAdditionalProperty], Field(max_length=100)]


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


class ScopeList(BaseModel):
    """All scopes in one response."""

    data: list[KeyScope]
    """The scopes, by group."""
    count: Annotated[int, Field(examples=[1], ge=0)]
    """How many items this response holds."""


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


class UpdateBrand(BaseModel):
    """The new name of the brand."""

    name: Annotated[str, Field(examples=["Acme Coffee"], max_length=255, min_length=1, pattern="\\S")]
    """The name shown to people. Need not be unique."""


class UpdateKey(BaseModel):
    """What to change about the key."""

    name: Annotated[
        str | None, Field(examples=["Reporting"], max_length=255, min_length=1, pattern="\\S")
    ] = None
    """The new name."""
    scopes: Annotated[list[KeyScope1] | None, Field(examples=[["posts:read"]], max_length=100)] = None
    """What the key may do; an empty list means everything."""
    brand_ids: Annotated[list[Id] | None, Field(examples=[[]], max_length=1000)] = None
    """The brands the key is restricted to; an empty list means all."""


class UpdateMe(BaseModel):
    """The preferences to change; what is left out stays."""

    onboarding: Annotated[Literal[False] | None, Field(examples=[False])] = None
    """Only false has a meaning; it ends the onboarding."""
    use_case: Annotated[str | None, Field(examples=["agency"], max_length=255)] = None
    """What SocialAPI is used for."""
    referral: Annotated[str | None, Field(examples=["a friend"], max_length=255)] = None
    """How the user came to SocialAPI. It is stored and never shown."""
    lock_accounts_to_brand: Annotated[bool | None, Field(examples=[True])] = None
    """True refuses to connect an account that sits in another brand, instead of moving it."""


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


class Usage(BaseModel):
    """Counters of the current period beside their limits; a limit of -1 means unlimited."""

    brands_used: Annotated[int, Field(examples=[1], ge=0)]
    """Brands of the workspace."""
    brands_limit: Annotated[int, Field(examples=[2], ge=-1)]
    """Brands the plan allows."""
    posts_used: Annotated[int, Field(examples=[7], ge=0)]
    """Post credits used."""
    posts_limit: Annotated[int, Field(examples=[10], ge=-1)]
    """Post credits of a period."""
    interactions_used: Annotated[int, Field(examples=[12], ge=0)]
    """Interaction credits used."""
    interactions_limit: Annotated[int, Field(examples=[50], ge=-1)]
    """Interaction credits of a period."""
    profile_units_used: Annotated[int, Field(examples=[1], ge=0)]
    """Equals the number of brands."""
    profile_units_limit: Annotated[int, Field(examples=[2], ge=-1)]
    """Equals the limit of brands."""
    page_allowance: Annotated[int, Field(examples=[5], ge=0)]
    """Facebook Pages a brand may hold."""
    page_billing_exempt: Annotated[bool | None, Field(examples=[False])] = None
    """Without meaning; kept for old clients."""
    period_start: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""
    period_end: Annotated[AwareDatetime, Field(examples=["2026-02-15T14:30:00Z"])]
    """An RFC 3339 timestamp. Answers are in UTC and end in `Z`; requests may carry any offset."""


class User(BaseModel):
    """The user behind the token and its workspace."""

    id: Annotated[str, Field(examples=["7d2c4a4b-2f0d-4d7e-8a61-5b1e3c9d0f22"], max_length=255, min_length=1)]
    """An opaque identifier. Store it as text and never parse it; its form may change."""
    email: Annotated[str, Field(examples=["ada@example.com"])]
    """The address the user signed up with."""
    plan: Annotated[Literal["free", "starter", "pro", "business", "enterprise"], Field(examples=["pro"])]
    """The plan the workspace is on."""
    avatar_url: Annotated[str | None, Field(examples=["https://example.com/ada.jpg"])] = None
    """A picture of the user, if there is one."""
    use_case: Annotated[str | None, Field(examples=["agency"])] = None
    """What the user said to use SocialAPI for, if anything."""
    onboarding: Annotated[bool, Field(examples=[False])]
    """True until the onboarding is finished."""
    beta_tester: Annotated[bool, Field(examples=[False])]
    """Whether the user tries unfinished features."""
    lock_accounts_to_brand: Annotated[bool, Field(examples=[False])]
    """Whether connecting an account that sits in another brand is refused instead of moving it."""
    facebook_page_selection: Annotated[bool, Field(examples=[True])]
    """Whether connecting Facebook asks which pages to take. Read-only."""
    billing_blocked: Annotated[bool, Field(examples=[False])]
    """Whether a failed payment blocks the workspace; all but a few operations answer 402 then."""
    billing_blocked_at: Annotated[AwareDatetime | None, Field(examples=[None])]
    """Since when the workspace is blocked; null while it is not."""
    allowed_platforms: Annotated[list[str], Field(examples=[["linkedin_page"]])]
    """Platforms that are open to this user although they are not open to everyone."""


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