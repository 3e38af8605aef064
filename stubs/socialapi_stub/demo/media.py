"""The media library of the demo data."""

from datetime import timedelta

from socialapi_stub import ids
from socialapi_stub.demo.cast import Cast
from socialapi_stub.tables import Media

# File name, media type, bytes, seconds; one is announced but was never uploaded.
FILES = (
    ("beans.jpg", "image/jpeg", 482133, None),
    ("roast.mp4", "video/mp4", 8120441, 24),
    ("upload.jpg", "image/jpeg", 0, None),
)


def plant(cast: Cast) -> None:
    """Add the files of the demo workspace."""
    workspace, _ = cast.homes["demo"]
    cast.session.add_all(
        Media(
            id=ids.stable_uuid("media", name),
            workspace_id=workspace.id,
            filename=name,
            content_type=media_type,
            size_bytes=size,
            duration_seconds=seconds,
            status="ready" if size else "pending",
            created_at=cast.now - timedelta(days=10),
        )
        for name, media_type, size, seconds in FILES
    )
