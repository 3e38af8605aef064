"""The page of kills is current, and its data are well formed and about faults that exist."""

import json

import jsonschema
from faults.loading import FAULTS
from kills import DATA, PAGE, rows
from kills_page import page

SCHEMA = json.loads(DATA.with_suffix(".schema.json").read_text(encoding="utf-8"))


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tests/kills_page.py"


def test_the_page_names_every_fault() -> None:
    assert [name for name in FAULTS if name not in PAGE.read_text(encoding="utf-8")] == []


def test_the_rows_are_as_their_schema_says() -> None:
    for row in rows().values():
        jsonschema.validate(row, SCHEMA)


def test_the_rows_are_about_faults_that_exist() -> None:
    assert {name for name, _ in rows() if name} - set(FAULTS) == set()


def test_the_suite_has_noticed_every_fault_that_was_run() -> None:
    assert [name for (name, _), row in rows().items() if name and not row["suite"]["failed"]] == []
