"""How the pages say what the catalogues hold as bare values."""

from typing import Any

UNLIMITED = -1
EXTENTS = {"yes": "yes", "no": "no", "own": "the account's own", "foreign": "those of others"}


def amount(value: int) -> str:
    """Return a limit of a plan."""
    return "unlimited" if value == UNLIMITED else f"{value:,}"


def size(value: int) -> str:
    """Return a number of bytes in the largest unit that divides it."""
    for power, unit in ((3, "GB"), (2, "MB"), (1, "KB")):
        if value and value % 1024**power == 0:
            return f"{value // 1024**power:,} {unit}"
    return "unlimited" if value == UNLIMITED else f"{value:,} bytes"


def price(value: int | None) -> str:
    """Return a price in US dollars."""
    if value is None:
        return "not published"
    return "by agreement" if value == UNLIMITED else f"${value:,}"


def span(seconds: int) -> str:
    """Return a span of time in the largest unit that divides it, but a single day as 24 hours."""
    for length, unit, least in ((86400, "day", 2), (3600, "hour", 1), (60, "minute", 1)):
        if seconds >= length * least and seconds % length == 0:
            return _counted(seconds // length, unit)
    return _counted(seconds, "second")


def answer(value: bool | str) -> str:
    """Return whether something works, and for which comments."""
    return EXTENTS[value] if isinstance(value, str) else ("yes" if value else "no")


def listed(values: Any) -> str:
    """Return names as a list of code words; "none" where there are none."""
    return ", ".join(f"`{value}`" for value in values) or "none"


def anchor(name: str) -> str:
    """Return the anchor of a code: its name without the braces of a family."""
    return name.translate({ord("{"): None, ord("}"): None})


def days(value: int) -> str:
    """Return a number of days."""
    return _counted(value, "day")


def _counted(number: int, unit: str) -> str:
    return f"{number:,} {unit}" if number == 1 else f"{number:,} {unit}s"


FILTERS = {
    "amount": amount,
    "anchor": anchor,
    "answer": answer,
    "listed": listed,
    "size": size,
    "span": span,
}
