"""Known failures, and what changed since an earlier run."""

from pathlib import Path

import pytest
import yaml
from conformance.running import lines, sapi_check
from faults.faulty import serving
from mock_server import Mock
from socialapi_conformance.baseline import Known, load, mended, reason_for
from socialapi_conformance.compare import verdicts
from socialapi_conformance.inputs import InputError
from socialapi_stub.resources import keys

REVOKED = "keys/revoke_key/stops_a_revoked_key"
SELECT = ("--select", "keys/revoke_key")


@pytest.fixture
def wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the stub revoke no keys."""
    monkeypatch.setattr(keys, "revoke_key", lambda _call, key_id: {"ok": bool(key_id)})


def written(path: Path, *rows: dict[str, str]) -> str:
    path.write_text(yaml.safe_dump(list(rows)), encoding="utf-8")
    return str(path)


@pytest.mark.usefixtures("wrong")
def test_a_baseline_of_what_fails_lets_the_next_run_pass(tmp_path: Path) -> None:
    known, report = tmp_path / "known.yaml", tmp_path / "report.jsonl"
    with serving() as url:
        before = sapi_check(url, *SELECT, "--report", f"baseline={known}")
        after = sapi_check(url, *SELECT, "--baseline", str(known), "--report", f"jsonl={report}", "-n", "2")
    assert (before.code, after.code) == (1, 0)
    assert "1 fail (1 known)" in after.out
    assert {line["known"] for line in lines(report) if line.get("verdict") == "fail"} == {"not explained yet"}


@pytest.mark.usefixtures("wrong")
def test_a_failure_that_is_not_known_fails_the_run(tmp_path: Path) -> None:
    known = written(tmp_path / "known.yaml", {"check": "brands", "reason": "rewritten next month"})
    with serving() as url:
        assert sapi_check(url, *SELECT, "--baseline", known).code == 1


def test_a_known_failure_that_passes_is_told(fresh_mock: Mock, tmp_path: Path) -> None:
    known = written(tmp_path / "known.yaml", {"check": REVOKED, "reason": "issue 12"})
    done = sapi_check(fresh_mock.url, *SELECT, "--baseline", known)
    assert f"mended: {REVOKED} passes; take it out of {known} (issue 12)" in done.out
    assert done.code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {check: keys/revoke_ky, reason: x}", "keys/revoke_k"),
        ("- {check: keys}", ": entry 0 lacks `reason`"),
        ("- {check: keys, reason: ''}", "0.reason does not satisfy"),
        ("keys: x", "the document does not satisfy"),
        ("- [", "known.yaml:1:"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_told_where_it_is_wrong(
    text: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "known.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(path)
    assert said in caught.value.message + caught.value.hint


def test_a_missing_baseline_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    done = sapi_check("http://127.0.0.1:9", "--baseline", str(tmp_path / "nothing.yaml"))
    assert (done.code, "cannot read the baseline file" in done.err) == (2, True)


def test_the_beginning_of_ids_knows_all_below() -> None:
    known = [Known("keys/revoke_key", "issue 12")]
    assert reason_for(known, REVOKED) == "issue 12"
    assert reason_for(known, "keys/revoke_keys/other") is None


def test_nothing_is_mended_while_a_part_of_it_fails() -> None:
    lines = [{"id": "keys/a", "verdict": "pass"}, {"id": "keys/b", "verdict": "fail"}]
    assert mended([Known("keys", "x"), Known("keys/a", "y")], lines) == [Known("keys/a", "y")]


@pytest.mark.usefixtures("wrong")
def test_a_run_tells_what_became_worse_since_an_earlier_one(fresh_mock: Mock, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.jsonl"
    sapi_check(fresh_mock.url, *SELECT, "--report", f"jsonl={earlier}")
    with serving() as url:
        done = sapi_check(url, *SELECT, "--compare", str(earlier))
    assert f"worse: 1 fail now\n  {REVOKED}\n" in done.out


@pytest.mark.usefixtures("wrong")
def test_a_run_tells_what_became_better_since_an_earlier_one(fresh_mock: Mock, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.jsonl"
    with serving() as url:
        sapi_check(url, *SELECT, "--report", f"jsonl={earlier}")
    done = sapi_check(fresh_mock.url, *SELECT, "--compare", str(earlier))
    assert f"better: 1 pass now\n  {REVOKED}\n" in done.out


@pytest.mark.parametrize("text", ["", "nonsense", '{"type": "check"}', "[1]"])
def test_what_is_no_report_cannot_be_compared_with(text: str, tmp_path: Path) -> None:
    path = tmp_path / "earlier.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="no JSON Lines report"):
        verdicts(path)
