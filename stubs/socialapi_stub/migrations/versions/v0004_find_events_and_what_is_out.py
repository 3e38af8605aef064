"""What finds the events of a status or a platform, and what an account has published last."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the indices."""
    op.create_index("events_by_status", "events", ["workspace_id", "status", "created_at", "id"])
    op.create_index("events_by_platform", "events", ["workspace_id", "platform", "created_at", "id"])
    op.create_index("targets_of_account", "targets", ["account_id", "published_at", "status", "id"])
    op.drop_index("ix_targets_account_id", "targets")
