"""The page of coverage is current, and every sentence of the overview is held by checks or waived."""

from coverage_page import CHECKS, OVERVIEW, PAGE, page
from socialapi_conformance.registry import lies_under
from socialapi_contract.operations import OPERATIONS


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tests/coverage_page.py"


def test_a_sentence_names_checks_that_exist() -> None:
    named = {name for row in OVERVIEW for name in row.get("checks", ())}
    assert {name for name in named if not any(lies_under(check.id, name) for check in CHECKS)} == set()


def test_every_sentence_is_held_or_waived() -> None:
    assert [row for row in OVERVIEW if len({"checks", "operations", "waiver"} & set(row)) != 1] == []


def test_a_group_names_operations_of_the_contract() -> None:
    assert {name for row in OVERVIEW for name in row.get("operations", ())} - set(OPERATIONS) == set()
