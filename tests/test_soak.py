"""What a soak finds flat and what it does not; `.ci/run` and `.ci/nightly` run real ones."""

import sys
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from mock_server import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))

import soak

if TYPE_CHECKING:
    from soak import Sample

HOURS = 2
SOUND = {"2xx": 9, "4xx": 9, "webhooks": 9}


def run(**changing: Callable[[float], Any]) -> "list[Sample]":
    """Return a run of two hours; what it held is a function of the hour."""
    held = {"megabytes": lambda _: 160.0, "handles": lambda _: 40, **changing}
    counts = held.pop("counts", lambda _: SOUND)
    fixed = {"threads": 10, "files": 3}
    return [
        soak.Sample(
            3600 * hour,
            Counter(counts(hour)),
            **{name: value(hour) for name, value in held.items()},
            **fixed,
        )
        for hour in (HOURS * step / 24 for step in range(25))
    ]


@pytest.mark.parametrize(
    "changing",
    [
        {},
        {"megabytes": lambda hour: 160 + 15 * hour},
        {"megabytes": lambda hour: 160 + 100 * min(hour, 0.9)},
        {"megabytes": lambda hour: 160 + 30 * (round(hour * 12) % 2)},
        {"handles": lambda hour: 40 + 100 * min(hour, 0.9)},
    ],
)
def test_what_stays_the_same_in_the_second_half_is_flat(changing: dict[str, Any]) -> None:
    assert soak.verdict(run(**changing), []) == []


@pytest.mark.parametrize(
    ("changing", "reason"),
    [
        ({"megabytes": lambda hour: 160 + 25 * hour}, "memory grew by 25.0 MB, 25.0 MB per hour"),
        ({"handles": lambda hour: 40 + 20 * hour}, "open handles grew by 20"),
        ({"counts": lambda _: {**SOUND, "5xx": 1}}, "1 answers were 5xx"),
        ({"counts": lambda _: {**SOUND, "lost": 2}}, "2 answers were lost"),
        ({"counts": lambda _: {**SOUND, "webhooks": 0}}, "there were no webhooks"),
    ],
)
def test_what_goes_wrong_is_named(changing: dict[str, Any], reason: str) -> None:
    assert soak.verdict(run(**changing), []) == [reason]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("12:00:00 GET /v1/locked 200 1.0ms - a1b2c3d4", []),
        ("Traceback (most recent call last):", ["Traceback (most recent call last):"]),
        ("sqlite3.OperationalError: database is locked", ["sqlite3.OperationalError: database is locked"]),
    ],
)
def test_the_log_is_read_for_what_is_no_request(line: str, kept: list[str]) -> None:
    assert [*soak.complaints([line])] == kept
