"""`sapi check`: options, exit codes, and a pytest that nobody else's settings reach."""

from pathlib import Path

import pytest
from conformance.running import lines, sapi_check
from mock_server import Mock
from socialapi_conformance.registry import discover


def test_the_mock_conforms(fresh_mock: Mock) -> None:
    done = sapi_check(fresh_mock.url, "--select", "brands", "--select", "keys", "--seed", "3")
    assert (done.code, "0 fail" in done.out, "(seed 3)" in done.out) == (0, True, True)


def test_several_workers_judge_the_same_checks(fresh_mock: Mock, tmp_path: Path) -> None:
    report = tmp_path / "report.jsonl"
    done = sapi_check(
        fresh_mock.url, "--select", "usage", "--select", "brands", "-n", "2", "--report", f"jsonl={report}"
    )
    assert done.code == 0
    judged = {line["id"] for line in lines(report) if line["type"] == "check"}
    assert judged == {each.id for each in discover() if each.id.startswith(("usage/", "brands/"))}


def test_the_list_needs_no_server() -> None:
    done = sapi_check("--list", "--level", "must")
    assert done.code == 0
    assert "brands/create_brand/allows_equal_names  must  Names need not be unique" in done.out
    assert "  should  " not in done.out


@pytest.mark.parametrize(
    ("arguments", "said", "hint"),
    [
        (
            ["http://127.0.0.1:1", "--select", "brand/create_brand"],
            "'brand/create_brand'",
            "brands/create_brand",
        ),
        (["http://127.0.0.1:1", "--report", "pdf=x"], "Unknown report: pdf=x", "KIND=FILE"),
        (["http://127.0.0.1:1", "--report", "junit"], "Unknown report: junit", "KIND=FILE"),
        (["127.0.0.1:4010"], "127.0.0.1:4010 is not an HTTP URL", "http://127.0.0.1:4010"),
        (["ftp://127.0.0.1"], "ftp://127.0.0.1 is not an HTTP URL", "mean http://127.0.0.1?"),
        ([], "No server to judge", "sapi check http://127.0.0.1:4010"),
        (["http://127.0.0.1:1", "--seed", "many"], "--seed", "--help"),
        (["http://127.0.0.1:1", "--level", "may"], "may", "--help"),
        (["http://127.0.0.1:1", "--sede", "1"], "--sede", "--help"),
    ],
)
def test_wrong_usage_is_explained(arguments: list[str], said: str, hint: str) -> None:
    done = sapi_check(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert hint in done.err.partition("hint: ")[2]


def test_a_report_that_cannot_be_written_is_noticed_before_the_run(fresh_mock: Mock, tmp_path: Path) -> None:
    done = sapi_check(fresh_mock.url, "--select", "brands", "--report", f"jsonl={tmp_path}/no/such/folder")
    assert done.code == 2
    assert "cannot write the report" in done.err


def test_the_users_own_pytest_does_not_reach_the_run(
    fresh_mock: Mock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "conftest.py").write_text("raise SystemExit('not yours')")
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    monkeypatch.setenv("PYTEST_PLUGINS", "no_such_plugin")
    assert sapi_check(fresh_mock.url, "--select", "brands/create_brand", "-n", "2", cwd=tmp_path).code == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "__pycache__") == [
        "conftest.py",
        "pytest.ini",
    ]


def test_a_workspace_that_the_target_lacks_leaves_its_checks_not_verified(
    fresh_mock: Mock, tmp_path: Path
) -> None:
    target = tmp_path / "target.yaml"
    target.write_text(f"workspaces: {{demo: {{tokens: {{api_key: {fresh_mock.tokens()['api_key']}}}}}}}")
    done = sapi_check(fresh_mock.url, "--target", str(target), "--select", "brands")
    assert done.code == 0
    assert "not verified: 1 because the target has no workspace other" in done.out


def test_nothing_verified_is_nothing_judged(fresh_mock: Mock, tmp_path: Path) -> None:
    target = tmp_path / "target.yaml"
    target.write_text(f"workspaces: {{demo: {{tokens: {{api_key: {fresh_mock.tokens()['api_key']}}}}}}}")
    assert sapi_check(fresh_mock.url, "--target", str(target), "--select", "usage/create_brand").code == 3


@pytest.mark.parametrize(
    ("words", "selection", "reason"),
    [
        ("without: [brands]", "brands", "the target is without brands"),
        ("documents: [api]", "across/auth", "the target does not name the document billing"),
        ("without: [posts]", "keys/create_key/holds_a_new_key_to_its_scopes", "the target is without posts"),
    ],
)
def test_what_a_target_does_not_have_is_not_judged(
    fresh_mock: Mock, tmp_path: Path, words: str, selection: str, reason: str
) -> None:
    target = tmp_path / "target.yaml"
    key = fresh_mock.tokens()["api_key"]
    target.write_text(f"{words}\nworkspaces: {{demo: {{tokens: {{api_key: {key}}}}}}}")
    done = sapi_check(fresh_mock.url, "--target", str(target), "--select", selection)
    assert f"because {reason}" in done.out
    assert "0 fail" in done.out
