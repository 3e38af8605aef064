"""Time: one clock for the whole server, RFC 3339 in and out, and the periods credits are counted in."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

PERIOD = timedelta(days=30)
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """How far the server's clock is from the real one, and where it stands if it was stopped."""

    ahead: timedelta = timedelta()
    stopped_at: datetime | None = None

    def read(self) -> datetime:
        """Return the instant that a clock with this setting shows."""
        return self.stopped_at or datetime.now(UTC) + self.ahead


_setting = Setting()


def now() -> datetime:
    """Return the present instant in UTC, as `POST /_mock/clock` has set it."""
    return _setting.read()


def setting() -> Setting:
    """Return how the clock is set."""
    return _setting


def use(setting: Setting) -> None:
    """Let this process show the time of a setting."""
    global _setting  # noqa: PLW0603 - the time is the one thing everything shares
    _setting = setting


def parse(text: str) -> datetime:
    """Read an RFC 3339 timestamp of any offset. Raises `ValueError` for anything else."""
    if not RFC_3339.fullmatch(text):
        raise ValueError(f"{text!r} is not an RFC 3339 timestamp")
    try:
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{text!r} is outside the calendar") from error


def text(instant: datetime) -> str:
    """Write an instant as RFC 3339 in UTC; a fraction appears only if there is one."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def optional_text(instant: datetime | None) -> str | None:
    """Write an instant that may not be set; null stands for that."""
    return None if instant is None else text(instant)


def period(start: datetime, at: datetime) -> tuple[datetime, datetime]:
    """Return the 30-day window around `at`, counted from `start`."""
    begins = start + (at - start) // PERIOD * PERIOD
    return begins, begins + PERIOD
