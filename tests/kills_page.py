"""The page `generated/docs/kills.md`: which fault is noticed by the suite, by plain Schemathesis, by the pack.

It is written from the rows that `benchmarks/kill_table.py` has measured: `python tests/kills_page.py`.
"""

from collections.abc import Iterator

from faults.faulty import Fault
from faults.loading import FAULTS
from kills import PAGE, SOUND, Row, digest, kills, missing, rows

FOUND = rows()
SCHEMATHESIS = ("plain", "pack")


def page() -> str:
    """Return the whole page."""
    return "\n".join([INTRO, "", *_alarms(), "", *_summary(), "", *_faults()]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
