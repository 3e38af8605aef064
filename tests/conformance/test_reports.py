"""What a run leaves behind, and what it never shows."""

import json
import re
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conformance.running import lines, sapi_check
from faults.faulty import serving
from jsonschema import Draft202012Validator
from mock_server import Mock
from socialapi_conformance.exchange import Exchange
from socialapi_conformance.masking import mask
from socialapi_stub.resources import keys

SCHEMA = json.loads(files("socialapi_conformance").joinpath("result.schema.json").read_text(encoding="utf-8"))
KEY = "sapi_key_" + "7" * 62


def test_every_line_of_a_report_satisfies_its_schema(fresh_mock: Mock, tmp_path: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    report = tmp_path / "report.jsonl"
    sapi_check(fresh_mock.url, "--select", "brands", "--select", "users", "--report", f"jsonl={report}")
    found = lines(report)
    for line in found:
        Draft202012Validator(SCHEMA).validate(line)
    assert [found[0]["type"], found[-1]["type"]] == ["run", "summary"]
    assert found[-1]["verdicts"]["pass"] == sum(line.get("verdict") == "pass" for line in found)


def test_a_junit_report_counts_what_ran(fresh_mock: Mock, tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    sapi_check(fresh_mock.url, "--select", "brands", "--report", f"junit={report}", "-n", "2")
    suite = ElementTree.parse(report).getroot()[0]  # noqa: S314 - pytest has just written it
    assert suite.get("failures") == "0"
    assert "brands/create_brand/allows_equal_names" in {case.get("name") for case in suite}


@pytest.fixture
def wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[str, dict[str, object], str]:
    """A run against a server that does not revoke keys: its output, the failed line, its URL."""
    monkeypatch.setattr(keys, "revoke_key", lambda _call, key_id: {"ok": bool(key_id)})
    report = tmp_path / "report.jsonl"
    with serving() as url:
        done = sapi_check(url, "--select", "keys/revoke_key", "--seed", "7", "--report", f"jsonl={report}")
        assert done.code == 1
        return done.out, lines(report)[1], url


def test_a_failure_says_all_there_is_to_say(wrong: tuple[str, dict[str, object], str]) -> None:
    out, line, url = wrong
    assert "FAIL keys/revoke_key/stops_a_revoked_key (must)" in out
    assert "A revoked key is refused from the next request on" in out
    assert "contract: revoke_key (DELETE /v1/keys/{id})" in out
    assert "expected: 401 auth.invalid_key\nreceived: 200" in out
    assert f"  > GET {url}/v1/users/me" in out
    assert f"rerun:    sapi check {url} --select keys/revoke_key/stops_a_revoked_key --seed 7" in out
    assert (line["verdict"], line["expected"]) == ("fail", "401 auth.invalid_key")


def test_a_failure_shows_no_credential(wrong: tuple[str, dict[str, object], str]) -> None:
    out, line, _ = wrong
    assert re.findall("sapi_key_[0-9a-f]{6,}|eyJ[a-zA-Z0-9]{9,}", out + json.dumps(line)) == []
    assert "$SAPI_TOKEN" in out


def test_a_curl_line_repeats_the_request_without_its_token() -> None:
    sent = Exchange(
        "POST",
        "http://x/v1/brands?a=b c",
        {"authorization": f"Bearer {KEY}", "host": "x"},
        b'{"name": "it\'s"}',
    )
    assert sent.curl() == (
        """curl -sS -i -X POST 'http://x/v1/brands?a=b c' -H "authorization: Bearer $SAPI_TOKEN" """
        """--data-raw '{"name": "it'"'"'s"}'"""
    )


@pytest.mark.parametrize(
    "secret",
    [
        KEY,
        "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2ln",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
        "Bearer hunter2",
    ],
)
def test_credentials_are_masked_wherever_they_stand(secret: str) -> None:
    assert secret.removeprefix("Bearer ") not in mask(
        f'{{"text": "{secret}", "url": "http://x/?token={secret}"}}'
    )


def test_properties_that_are_secret_by_contract_are_masked() -> None:
    assert mask('{"bot_token": "12:ab\\"c", "raw_key": "x", "name": "y"}') == (
        '{"bot_token": "***", "raw_key": "***", "name": "y"}'
    )


def test_the_signature_of_an_address_is_masked() -> None:
    masked = mask("https://s.example.com/a?expires=1&X-Amz-Signature=ab%2Fcd&b=2 /a?x=1\\u0026signature=ef")
    assert masked == "https://s.example.com/a?expires=1&X-Amz-Signature=***&b=2 /a?x=1\\u0026signature=***"
