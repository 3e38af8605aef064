"""What the suite knows of its checks beside their code is what faults and overview say."""

import json
from pathlib import Path

import jsonschema
import pytest
from background import FAMILIES, FOLDER, breaks, files, text

FILES = files()
SCHEMA = json.loads((FOLDER / "background.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == text(FILES[path]), "run: python tests/background.py"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_as_its_schema_says(path: Path) -> None:
    jsonschema.validate(FILES[path], SCHEMA)


def test_it_is_known_what_breaks_a_family() -> None:
    assert set(FAMILIES) - set(breaks()) == set()
