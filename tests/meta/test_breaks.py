"""What the suite says breaks a check is what the faults say."""

import json

import jsonschema
from breaks import FILE, breaks, text

SCHEMA = json.loads(FILE.with_suffix(".schema.json").read_text(encoding="utf-8"))


def test_the_file_is_current() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run: python tests/breaks.py"


def test_it_is_as_its_schema_says() -> None:
    jsonschema.validate(breaks(), SCHEMA)
