"""Timestamps in other forms, and data that are few or none."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from socialapi_stub import clock, pages
from variants.varying import met, set_up, variant

READING = (
    "across/formats/writes_timestamps_as_rfc3339",
    "exports/list_exports/lists_the_latest_first",
    "events/list_events/keeps_to_the_bounds",
    "posts/create_post/accepts_any_offset",
    "posts/list_posts/sorts_by_schedule",
)


def _writing(patch: pytest.MonkeyPatch, written: Callable[[datetime], str]) -> None:
    """Let the server write instants as `written` does; cursors keep what they hold to themselves."""
    patch.setattr(pages, "clock", SimpleNamespace(text=clock.text, parse=clock.parse))

    def text(instant: datetime) -> str:
        met()
        return written(instant)

    patch.setattr(clock, "text", text)


@variant("Timestamps in answers", tries=READING)
def writes_the_offset_in_digits(patch: pytest.MonkeyPatch) -> None:
    """Timestamps end in `+00:00` instead of `Z`."""
    _writing(patch, lambda instant: instant.astimezone(UTC).isoformat())


@variant("Timestamps in answers", tries=READING)
def writes_times_of_other_zones(patch: pytest.MonkeyPatch) -> None:
    """Timestamps are of different zones; they are the same instants."""

    def written(instant: datetime) -> str:
        return instant.astimezone(timezone(timedelta(hours=instant.second % 5 - 2, minutes=30))).isoformat()

    _writing(patch, written)


@variant("Timestamps in answers", tries=READING)
def writes_whole_seconds(patch: pytest.MonkeyPatch) -> None:
    """Timestamps have no fractions."""

    def written(instant: datetime) -> str:
        return instant.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")

    _writing(patch, written)


@variant("Timestamps in answers", tries=READING)
def writes_nanoseconds(patch: pytest.MonkeyPatch) -> None:
    """Timestamps have fractions of up to nine digits, without zeros at the end."""

    def written(instant: datetime) -> str:
        moment = instant.astimezone(UTC)
        fraction = f"{moment.microsecond:06d}123".rstrip("0")
        return f"{moment:%Y-%m-%dT%H:%M:%S}.{fraction}Z"

    _writing(patch, written)


@variant(
    "Empty workspaces",
    tries=(
        "across/formats/answers_as_documented",
        "across/pagination/walks_every_item_once",
        "across/isolation/lists_only_its_own",
        "accounts/list_accounts/counts_what_it_lists",
    ),
)
def has_nothing_yet(patch: pytest.MonkeyPatch) -> None:
    """The workspaces have no brands, accounts, posts or anything else: what needs them is not verified."""
    set_up(patch, seed="empty")
    met()
