"""What every table is made of."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, ColumnElement, Dialect, ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Instant(TypeDecorator[datetime]):
    """A point in time, stored as whole microseconds: it sorts and compares exactly on every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002, D102 - the base class fixes both
        return None if value is None else (value - EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002, D102 - same
        return None if value is None else EPOCH + timedelta(microseconds=value)


class Text(TypeDecorator[str]):
    """A text of any characters.

    PostgreSQL has no room for the character 0, so that one which Unicode keeps for such purposes stands for
    it there.
    """

    impl = String
    cache_ok = True
    stand_in = "\ufdd0"

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], str | None] | None:
        """Return what makes a value one that the database can hold, None where it is already."""
        return self._replacing(dialect, "\0", self.stand_in)

    def result_processor(
        self,
        dialect: Dialect,
        coltype: object,  # noqa: ARG002 - the base class fixes it
    ) -> Callable[[str | None], str | None] | None:
        """Return what makes a value of the database the one that was put there, None where it is already."""
        return self._replacing(dialect, self.stand_in, "\0")

    @staticmethod
    def _replacing(dialect: Dialect, old: str, new: str) -> Callable[[str | None], str | None] | None:
        # None costs nothing, while a function would be called for every text that is read.
        if dialect.name != "postgresql":
            return None
        return lambda value: value if value is None else value.replace(old, new)


def reference(column: str, *, cascade: bool = False) -> ForeignKey:
    """Return the foreign key to a column; with `cascade` the row goes with the one it names."""
    # Checked at commit, so that rows can be written in any order within a transaction.
    return ForeignKey(column, ondelete="CASCADE" if cascade else None, deferrable=True, initially="DEFERRED")


def unindexed(column: ColumnElement[str] | InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """Return a text column as an expression that no index has.

    A database would go by the index of a common value, where another condition leaves few rows to look at.
    """
    return column.concat("")


class Table(DeclarativeBase):
    """The base of all tables."""

    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it as a plain class attribute
        datetime: Instant,
        int: BigInteger().with_variant(Integer, "sqlite"),  # SQLite's own have as much room
        str: Text,
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
        list[dict[str, Any]]: JSON(none_as_null=True),
    }
