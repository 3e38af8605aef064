"""What Alembic runs for each of its commands, within a transaction that is open already."""

from typing import Any, Literal

from alembic import context

from socialapi_stub.migrations import compares
from socialapi_stub.tables import Instant, Table
from socialapi_stub.tables.base import Text


def _written(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Return how a new step names a column type of our own: a step must not change when that does."""
    names = {Instant: "sa.BigInteger()", Text: "sa.String()"}
    return names.get(type(item), False) if kind == "type" else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,  # SQLite changes hardly anything in place
    render_item=_written,
    include_name=compares,
)
context.run_migrations()
