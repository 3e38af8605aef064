"""A check that cannot fail is worthless: each family of checks is woken by a fault."""

from faults.loading import FAULTS
from socialapi_conformance.registry import discover, lies_under

WAIVED: dict[str, str] = {}
"""Families that no fault can wake, each with the reason."""


def families() -> set[str]:
    return {check.family for check in discover()}


def woken() -> set[str]:
    names = {name for fault in FAULTS.values() for name in fault.wakes}
    return {family for family in families() for name in names if lies_under(name, family)}


def test_every_family_of_checks_is_woken_by_a_fault_or_waived() -> None:
    assert families() - woken() == set(WAIVED)


def test_no_waiver_is_stale() -> None:
    assert set(WAIVED) & woken() == set()
    assert set(WAIVED) <= families()


def test_a_fault_names_families_or_checks_that_exist() -> None:
    known = families() | {check.id for check in discover()}
    assert {name for fault in FAULTS.values() for name in fault.wakes} - known == set()


def test_a_fault_says_what_is_wrong() -> None:
    assert [fault.name for fault in FAULTS.values() if not fault.wrong.endswith(".")] == []
