"""What finds the posts that contain some words."""

from alembic import op

from socialapi_stub import text_index

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the index."""
    text_index.make(op.get_bind())
