"""What one target of a post says: the post's fields, with the target's own in their place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Literal
from urllib.parse import urlsplit

from socialapi_contract.platforms import PLATFORMS, Publishing
from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub.tables import Media, Post, Target

Kind = Literal["image", "video", "other"]

MEDIA_TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "avi": "video/x-msvideo",
    "mkv": "video/x-matroska",
    "webm": "video/webm",
}
INTERNAL_NAMES = ("localhost", ".localhost", ".local", ".internal", ".home.arpa")

Library = Mapping[str, Media]


@dataclass(frozen=True, slots=True)
class Item:
    """One image or video: how it is given, and what is known of it."""

    source_type: str
    source: str
    given_type: str | None
    file: Media | None

    @property
    def media_type(self) -> str | None:
        """Return the media type, as far as the library or the address tells."""
        if self.file is not None:
            return self.file.content_type
        if self.source_type != "url":
            return None
        return MEDIA_TYPES.get(_path(self.source).rpartition(".")[2].lower())

    @property
    def kind(self) -> Kind | None:
        """Return whether it is an image or a video; None when nothing tells."""
        kind = (self.media_type or self.given_type or "").partition("/")[0]
        return kind if kind in ("image", "video") else ("other" if kind else None)  # type: ignore[return-value] # mypy cannot narrow a str by "in"


@dataclass(frozen=True, slots=True)
class Content:
    """A post as one target publishes it; `settings` are the merged `platform_data` of its platform."""

    platform: str
    text: str
    title: str
    items: tuple[Item, ...]
    visibility: str | None
    settings: Mapping[str, Any]
    segments: tuple[Mapping[str, Any], ...]
    account_id: str | None
    page_id: str | None
    board_id: str | None

    @property
    def publishing(self) -> Publishing:
        """Return the rules of the platform. Raises `ValueError` where posts cannot go at all."""
        rules = PLATFORMS[self.platform].publishing
        if rules is None:
            raise ValueError(f"{self.platform} has no posts")
        return rules


def of(post: Post, target: Target, library: Library) -> Content:
    """Return what a target says.

    A field of the target replaces the post's, `platform_data` is merged key by key.
    """
    own = target.overrides
    settings = {**post.platform_data.get(target.platform, {}), **own.get("platform_data", {})}
    title = own.get("title") or post.title or settings.get("title")
    return Content(
        platform=target.platform,
        text=own.get("text", post.text) or "",
        title=title if isinstance(title, str) else "",
        items=tuple(_item(one, library) for one in own.get("media", post.media)),
        visibility=own.get("visibility", post.visibility),
        settings=settings,
        segments=tuple(post.segments),
        account_id=target.account_id or None,
        page_id=target.page_id,
        board_id=target.board_id,
    )


def library_of(session: Session, post: Post) -> Library:
    """Return the files of the media library that a post refers to."""
    everything = [*post.media, *(one for target in post.targets for one in target.overrides.get("media", []))]
    wanted = {one["source"] for one in everything if one["source_type"] == "media_id"}
    found = select(Media).where(Media.workspace_id == post.workspace_id, Media.id.in_(wanted))
    return {media.id: media for media in session.scalars(found)} if wanted else {}


def media_of(body: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Return the media of a body: `media` wins, `media_ids` is short for files of the library.

    None without either.
    """
    if "media" in body:
        return [
            {name: one[name] for name in ("source_type", "source", "type") if name in one}
            for one in body["media"]
        ]
    if "media_ids" in body:
        return [
            {"source_type": "media_id", "source": one}
            for one in body["media_ids"]
            if one and "://" not in one
        ]
    return None


def media_ids_of(media: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the ids of the library files among media."""
    return [one["source"] for one in media if one["source_type"] == "media_id"]


def is_public_address(url: str) -> bool:
    """Tell whether an address is http or https and not visibly inside a private network.

    No name is looked up.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").lower()
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not host:
        return False
    try:
        address = ip_address(host)
        return address.is_global and not address.is_multicast
    except ValueError:
        return "." in host and not host.endswith(INTERNAL_NAMES) and not host.rpartition(".")[2].isdigit()


def is_dead_address(url: str) -> bool:
    """Tell whether an address can never be fetched, because its name is reserved for that (RFC 2606)."""
    return (urlsplit(url).hostname or "").endswith(".invalid")


def _item(one: Mapping[str, Any], library: Library) -> Item:
    file = library.get(one["source"]) if one["source_type"] == "media_id" else None
    return Item(one["source_type"], one["source"], one.get("type"), file)


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
