"""What is remembered of posts on a platform beside the targets they came from."""

from sqlalchemy.orm import Mapped, mapped_column

from socialapi_stub.tables.base import Table, reference


class Fetched(Table):
    """A post made on the platform itself that was stored as a post, which may be gone again by now."""

    __tablename__ = "fetched"
    account_id: Mapped[str] = mapped_column(reference("accounts.id", cascade=True), primary_key=True)
    platform_post_id: Mapped[str] = mapped_column(primary_key=True)


class VideoEdit(Table):
    """What was changed about a video on its platform; the post it came from keeps its own."""

    __tablename__ = "video_edits"
    account_id: Mapped[str] = mapped_column(reference("accounts.id", cascade=True), primary_key=True)
    platform_post_id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str | None]
    description: Mapped[str | None]
    visibility: Mapped[str | None]
