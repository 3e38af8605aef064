"""The rules of the platforms, as the platform catalogue has them: what is wrong before a post goes out."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

import jsonschema_rs
from socialapi_contract.errors import ERRORS, ErrorCode
from socialapi_contract.platforms import PLATFORMS

from socialapi_stub.content import Content, Item, is_public_address

Severity = Literal["error", "warning"]
LENGTH: dict[str, Callable[[str], int]] = {
    "chars": len,
    "utf16": lambda text: len(text.encode("utf-16-le")) // 2,
    "bytes": lambda text: len(text.encode()),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a post on one platform; `code` is what publishing it answers with."""

    field: str
    message: str
    code: ErrorCode = "validation.field_invalid"
    severity: Severity = "error"
    segment_index: int | None = None


def check(content: Content) -> list[Finding]:
    """Return everything the rules of the platform find in what one target says."""
    return [finding for rule in RULES for finding in rule(content)]


def _text(content: Content) -> Iterator[Finding]:
    limits = content.publishing.constraints["text"]
    if not content.text and not content.items and content.publishing.capabilities.text_only:
        yield Finding("text", "needs text or media", "validation.field_required")
    photos = content.items and all(item.kind == "image" for item in content.items)
    longest = (limits["photo_max_length"] if photos else 0) or limits["max_length"]
    yield from _too_long("text", content.text, longest, limits["counting_mode"])
    for name, sign in (("hashtags", "#"), ("mentions", "@")):
        count, allowed = len(re.findall(rf"(?<!\w){sign}\w", content.text)), limits[f"max_{name}"]
        if allowed and count > allowed:
            yield Finding("text", f"exceeds {allowed} {name} ({count}/{allowed})")


def _segments(content: Content) -> Iterator[Finding]:
    if "thread" not in content.publishing.platform_data:
        return
    limits = content.publishing.constraints["text"]
    for index, segment in enumerate(content.segments):
        text = segment.get("text") or ""
        if not text:
            yield Finding("text", "is empty", "validation.field_required", segment_index=index)
        for finding in _too_long("text", text, limits["max_length"], limits["counting_mode"]):
            yield Finding("text", finding.message, segment_index=index)


def _title(content: Content) -> Iterator[Finding]:
    capabilities = content.publishing.capabilities
    if capabilities.title_required and not content.title:
        yield Finding("title", "is required", "validation.field_required")
    yield from _too_long("title", content.title, capabilities.title_max_length, "chars")


def _visibility(content: Content) -> Iterator[Finding]:
    choices = content.publishing.capabilities.visibility
    if choices and content.visibility and content.visibility not in choices:
        yield Finding("visibility", f"has to be one of {', '.join(choices)}")


def _media_count(content: Content) -> Iterator[Finding]:
    capabilities, count = content.publishing.capabilities, len(content.items)
    if not count and not capabilities.text_only:
        own = f"platform.{content.platform}.media_required"
        code = cast("ErrorCode", own) if own in ERRORS else "validation.field_required"
        yield Finding("media", "needs at least one image or video", code)
    if count > capabilities.max_media and capabilities.extra_media != "ignored":
        severity: Severity = "error" if capabilities.extra_media == "refused" else "warning"
        yield Finding("media", f"exceeds {capabilities.max_media} items ({count})", severity=severity)


def _media_kinds(content: Content) -> Iterator[Finding]:
    capabilities, carousel = content.publishing.capabilities, content.publishing.constraints["carousel"]
    items = content.items[: capabilities.max_media]
    kinds = [item.kind for item in items]
    mismatch: ErrorCode = (
        "validation.media_type_mismatch" if carousel["photos_only"] else "validation.field_invalid"
    )
    if len(items) == 1:
        if kinds == ["image"] and not capabilities.image:
            yield Finding("media", "a single image is not supported", mismatch)
        if kinds == ["video"] and not capabilities.video:
            yield Finding("media", "videos are not supported")
    elif items and not carousel["supported"]:
        yield Finding("media", "several items are not supported")
    elif "video" in kinds and not carousel["allow_video"]:
        code: ErrorCode = (
            "validation.unsupported_photo_format" if carousel["photos_only"] else "validation.field_invalid"
        )
        yield Finding("media", "a list of several items cannot hold a video", code)
    if carousel["photos_only"] and any(_is_wrong_photo(content, item) for item in items):
        yield Finding("media", "photos must be JPEG or WebP", "validation.unsupported_photo_format")
    if content.settings.get("content_type") in ("stories", "reel") and len(content.items) != 1:
        yield Finding("media", f"{content.settings['content_type']} take exactly one item")


def _media_items(content: Content) -> Iterator[Finding]:
    for item in content.items[: content.publishing.capabilities.max_media]:
        if item.source_type == "media_id" and (item.file is None or item.file.status != "ready"):
            yield Finding("media", f"media {item.source} is not ready or not found")
        elif item.source_type == "url" and not is_public_address(item.source):
            yield Finding("media", f"{item.source} is not a public http(s) address")
        elif item.source_type == "platform_attachment_id" and item.given_type is None:
            yield Finding(
                "media", "type is required with platform_attachment_id", "validation.field_required"
            )
        yield from _file(content, item)


def _file(content: Content, item: Item) -> Iterator[Finding]:
    limits = content.publishing.constraints["media"]
    if item.file is None or item.kind not in ("image", "video"):
        return
    largest = limits[f"max_{item.kind}_size_bytes"]
    if largest and item.file.size_bytes > largest:
        yield Finding("media", f"exceeds {largest} bytes ({item.file.size_bytes})")
    seconds, shortest, longest = item.file.duration_seconds, *_durations(limits)
    if seconds is not None and not (shortest <= seconds and (seconds <= longest or not longest)):
        yield Finding("media", f"lasts {seconds} seconds, which the platform does not take")


def _attachments(content: Content) -> Iterator[Finding]:
    # Deliveries fail for these, one target at a time, so that validating only warns.
    given = [item for item in content.items if item.source_type == "platform_attachment_id"]
    constraints = content.publishing.constraints
    if given and not constraints["supports_platform_attachment_id"]:
        code: ErrorCode = "publishing.media.unsupported_source"
        yield Finding("media", "platform_attachment_id is not supported", code, "warning")
    elif given and len(content.items) > 1 and not constraints["supports_mixed_media"]:
        code = "publishing.media.mixing_unsupported"
        yield Finding("media", "platform_attachment_id has to be the only item", code, "warning")


def _board(content: Content) -> Iterator[Finding]:
    if not PLATFORMS[content.platform].boards:
        return
    if "board_id" in content.settings:
        yield Finding("board_id", "belongs on the target, not into platform_data", "validation.use_board_id")
    elif content.board_id and content.page_id:
        yield Finding("board_id", "page_id is another name for it; give one of them")
    elif not content.board_id and not content.page_id:
        yield Finding("board_id", "is required", "validation.board_id_required")


def _settings(content: Content) -> Iterator[Finding]:
    publishing = content.publishing
    for key in publishing.required_to_publish:
        if key not in content.settings:
            yield Finding(key, "is required", "validation.field_required")
    for key, value in content.settings.items():
        schema = publishing.platform_data.get(key)
        if schema is None:
            if publishing.capabilities.unknown_keys == "warned" and key != "board_id":
                yield Finding(key, "is not known and is ignored", severity="warning")
            continue
        error = next(_compiled(json.dumps(schema)).iter_errors(value), None)
        if error is not None:
            yield Finding(key, error.message[:200], severity=schema.get("severity", "error"))
        for other in publishing.requires.get(key, ()):
            if other not in content.settings:
                yield Finding(key, f"needs {other} beside it")


def _creator(content: Content) -> Iterator[Finding]:
    """Check what platforms with creator info demand."""
    settings = content.settings
    if not PLATFORMS[content.platform].creator_info:
        return
    toggles = [settings.get("brand_content_toggle"), settings.get("brand_organic_toggle")]
    if settings.get("_disclosure_on") is True and True not in toggles:
        yield Finding("brand_content", "a disclosure needs brand_content_toggle or brand_organic_toggle")
    if toggles[0] is True and settings.get("privacy_level") == "SELF_ONLY":
        yield Finding("brand_content_toggle", "is not possible with SELF_ONLY")
    photos = settings.get("media_type") == "photo" or len(content.items) > 1
    if settings.get("media_type") == "video" and any(item.kind == "image" for item in content.items):
        yield Finding("media", "a video post holds an image", "validation.media_type_mismatch")
    for key in ("disable_duet", "disable_stitch"):
        if photos and key in settings:
            yield Finding(key, "has no effect on photos", severity="warning")


def _native_schedule(content: Content) -> Iterator[Finding]:
    if "publish_at" in content.settings and content.visibility not in (None, "private"):
        yield Finding("publish_at", "needs private visibility")


RULES = (
    _text,
    _segments,
    _title,
    _visibility,
    _media_count,
    _media_kinds,
    _media_items,
    _attachments,
    _board,
    _settings,
    _creator,
    _native_schedule,
)


def _too_long(field: str, text: str, longest: int, mode: str) -> Iterator[Finding]:
    length = LENGTH[mode](text)
    if longest and length > longest:
        unit = "byte" if mode == "bytes" else "character"
        yield Finding(field, f"exceeds {longest} {unit} limit ({length}/{longest})")


def _is_wrong_photo(content: Content, item: Item) -> bool:
    if item.kind != "image" or item.media_type is None:
        return False
    return item.media_type not in content.publishing.constraints["media"]["supported_image_types"]


def _durations(limits: dict[str, int]) -> tuple[int, int]:
    return limits["min_video_duration_sec"], limits["max_video_duration_sec"]


@cache
def _compiled(schema: str) -> Any:
    return jsonschema_rs.Draft202012Validator(json.loads(schema), validate_formats=True)
