"""The files that go out with a message."""

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from socialapi_contract.platforms import Messages

from socialapi_stub import content
from socialapi_stub.call import Body, Call
from socialapi_stub.message_rules import invalid, missing
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Media

KINDS = ("image", "video", "audio")
MOST = {"none": 0, "one": 1}


@dataclass(frozen=True, slots=True)
class File:
    """One file of a message: where the body has it, how it is given, and what the library knows of it."""

    field: str
    source_type: str
    source: str
    given_type: str | None = None
    media: Media | None = None

    @property
    def kind(self) -> str:
        """Return `image`, `video`, `audio` or `file`, as far as type, library or extension tell."""
        if self.given_type is not None:
            return self.given_type
        known = self.media.content_type if self.media else mimetypes.guess_type(urlsplit(self.source).path)[0]
        found = (known or "").partition("/")[0]
        return found if found in KINDS else "file"

    @property
    def address(self) -> str | None:
        """Return where the file can be fetched; nobody knows that of a file the platform holds."""
        if self.media is not None:
            return f"https://cdn.example.com/media/{self.media.id}/{quote(self.media.filename)}"
        return self.source if self.source_type == "url" else None


def read(call: Call, body: Body) -> list[File]:
    """Return the files of a message; the older field for one counts where there are no others.

    Raises `validation.field_required`, `validation.field_invalid` and `media.not_found`.
    """
    given = body.get("attachments")
    if not given:
        address = body.get("attachment_url")
        return [_checked(File("attachment_url", "url", address))] if address else []
    return [_read_one(call, f"attachments[{place}]", one) for place, one in enumerate(given)]


def require_fit(rules: Messages, files: Sequence[File], text: str) -> None:
    """Raise `validation.field_invalid` for what the platform of the message does not take."""
    allowed = rules.attachments
    if files and len(files) > MOST.get(allowed.most, len(files)):
        raise invalid("attachments", "are more than the platform takes")
    if files and text and not allowed.beside_text:
        raise invalid("attachments", "cannot stand beside text on this platform")
    for file in files:
        if file.source_type not in allowed.sources:
            raise invalid(file.field, f"the platform takes no {file.source_type}")
        if file.media is not None and allowed.max_bytes and file.media.size_bytes > allowed.max_bytes:
            raise invalid(file.field, f"is larger than {allowed.max_bytes} bytes")


def _read_one(call: Call, field: str, given: Body) -> File:
    source_type, source = given["source_type"], given["source"]
    if source_type == "platform_attachment_id" and "type" not in given:
        raise missing(f"{field}.type")
    media = _media(call, source) if source_type == "media_id" else None
    return _checked(File(f"{field}.source", source_type, source, given.get("type"), media))


def _checked(file: File) -> File:
    if file.source_type == "url" and not content.is_public_address(file.source):
        raise invalid(file.field, "has to be a public address")
    return file


def _media(call: Call, media_id: str) -> Media:
    media = call.session.get(Media, media_id)
    if media is None or media.workspace_id != call.workspace_id or media.status != "ready":
        raise Problem("media.not_found")
    return media
