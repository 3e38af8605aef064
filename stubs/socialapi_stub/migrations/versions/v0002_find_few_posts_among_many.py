"""What finds a few posts among many."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the indices."""
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.create_index("posts_by_status", ["workspace_id", "status", "sort_at", "id"], unique=False)

    with op.batch_alter_table("targets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_targets_page_id"), ["page_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_targets_platform"), ["platform"], unique=False)
