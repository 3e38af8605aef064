"""The target file to begin with: valid as it is, complete, and careful with what is there."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from conformance.running import sapi_check
from jsonschema import Draft202012Validator
from mock_server import Mock
from socialapi_conformance.target import schema
from socialapi_conformance.target_file import text


def switched_on(written: str) -> Any:
    """Return the file with every key that is switched off switched on."""
    return yaml.safe_load(re.sub(r"(?m)^( *)# ", r"\1", written))


def test_the_file_is_valid_as_it_is_written() -> None:
    written = yaml.safe_load(text())
    Draft202012Validator(schema()).validate(written)
    assert written == {"workspaces": {"demo": {"tokens": {"api_key": "${DEMO_API_KEY}"}}}}


def test_the_file_is_valid_with_everything_switched_on() -> None:
    Draft202012Validator(schema()).validate(switched_on(text()))


def test_the_file_has_every_key_of_the_schema_and_says_what_it_is_for() -> None:
    written, described = switched_on(text()), schema()
    assert written.keys() == described["properties"].keys()
    assert list(written["workspaces"]) == described["properties"]["workspaces"]["propertyNames"]["enum"]
    roles = described["$defs"]["workspace"]["properties"]["tokens"]["properties"]
    assert written["workspaces"]["demo"]["tokens"].keys() == roles.keys()
    assert all(f"## {role['description']}" in text() for role in roles.values())


def test_a_file_is_written_and_what_comes_next_is_said(tmp_path: Path) -> None:
    done = sapi_check("--init", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "socialapi-target.yaml").read_text(encoding="utf-8") == text()
    assert "export DEMO_API_KEY=" in done.out
    assert "sapi check https://staging.example.com --target socialapi-target.yaml" in done.out


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("mine")
    done = sapi_check("--init", "mine.yaml", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "mine.yaml is there already and stays as it is" in done.err
    assert (tmp_path / "mine.yaml").read_text() == "mine"


def test_an_address_is_no_file_to_write(tmp_path: Path) -> None:
    assert "is an address" in sapi_check("--init", "https://example.com", cwd=tmp_path).err


def test_the_file_judges_a_server_once_its_variable_is_set(
    fresh_mock: Mock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "target.yaml").write_text(text(), encoding="utf-8")
    arguments = (fresh_mock.url, "--target", "target.yaml", "--select", "brands")
    monkeypatch.delenv("DEMO_API_KEY", raising=False)
    assert "${DEMO_API_KEY} (at workspaces.demo.tokens.api_key)" in sapi_check(*arguments, cwd=tmp_path).err
    monkeypatch.setenv("DEMO_API_KEY", fresh_mock.tokens()["api_key"])
    done = sapi_check(*arguments, cwd=tmp_path)
    assert (done.code, "0 fail" in done.out, "0 error" in done.out) == (0, True, True)
