"""The media libraries of the demo data."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from socialapi_contract.plans import PLANS
from sqlalchemy import select
from sqlalchemy.orm import Session

from socialapi_stub import ids
from socialapi_stub.demo.cast import Cast
from socialapi_stub.files import Files
from socialapi_stub.tables import Media

File = tuple[str, str, int, int | None]
LEFT_BYTES = 256 * 1024
# File name, media type, bytes, seconds; one is announced but was never uploaded. The storage of the free plan
# is nearly used up, so that its end is near.
FILES: Mapping[str, Sequence[File]] = {
    "demo": (
        ("beans.jpg", "image/jpeg", 482133, None),
        ("roast.mp4", "video/mp4", 8120441, 24),
        ("upload.jpg", "image/jpeg", 0, None),
    ),
    "other": tuple((f"window-{number}.jpg", "image/jpeg", 20000 + number, None) for number in range(1, 13)),
    "free": (("archive.zip", "application/zip", PLANS["free"].storage_bytes - LEFT_BYTES, None),),
}
_HUFFMAN = "01" + "00" * 16
# A gray square; decoders pass over what follows the end of a picture.
JPEG = bytes.fromhex(
    f"ffd8 ffdb004300{'01' * 64} ffc0000b080008000801011100"
    f"ffc4001400{_HUFFMAN} ffc4001410{_HUFFMAN} ffda0008010100003f00 3f ffd9"
)


def plant(cast: Cast) -> None:
    """Add files to the libraries of some workspaces."""
    for name, files in FILES.items():
        workspace, _ = cast.homes[name]
        for age, (filename, media_type, size, seconds) in enumerate(files):
            cast.session.add(
                Media(
                    id=ids.stable_uuid("media", filename),
                    workspace_id=workspace.id,
                    filename=filename,
                    content_type=media_type,
                    size_bytes=size,
                    duration_seconds=seconds,
                    status="ready" if size else "pending",
                    created_at=cast.now - timedelta(days=10, minutes=age),
                )
            )


def lay_out(session: Session, files: Files) -> None:
    """Give the files that are planted bytes of their size."""
    session.flush()
    for media in session.scalars(select(Media).where(Media.status == "ready")):
        files.stand_in(media.id, JPEG if media.content_type == "image/jpeg" else b"", media.size_bytes)
