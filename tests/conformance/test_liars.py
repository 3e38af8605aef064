"""What becomes of a run when the server is no such API at all."""

import json
from pathlib import Path

import pytest
from conformance.liars import (
    Answer,
    always_fails,
    always_html,
    always_ok,
    always_text,
    always_unauthorized,
    answers_first,
    closed_port,
    drips,
    hangs_up,
    leads_to,
    listens,
    lying,
    never_answers,
    never_ends,
    promises_more,
    speaks_no_http,
)
from conformance.running import sapi_check
from socialapi_conformance.client import Client
from socialapi_conformance.judge import judge
from socialapi_conformance.registry import discover
from socialapi_conformance.runner import Options, RunError, run
from socialapi_conformance.target import load
from socialapi_conformance.verdicts import Verdict


@pytest.fixture
def target(tmp_path: Path) -> str:
    roles = ("api_key", "scoped_key", "brand_key", "revoked_key")
    tokens = {role: f"sapi_key_{number:062x}" for number, role in enumerate(roles)}
    path = tmp_path / "target.json"
    path.write_text(json.dumps({"workspaces": {name: {"tokens": tokens} for name in ("demo", "other")}}))
    return str(path)


def test_a_server_that_is_not_there_cannot_be_judged(target: str) -> None:
    done = sapi_check(closed_port(), "--target", target)
    assert (done.code, done.out) == (3, "")
    assert "connection failed" in done.err
    assert "hint: is the server running" in done.err


@pytest.mark.parametrize(
    ("liar", "said"),
    [
        (never_answers, "no answer in time"),
        (never_ends, "no answer in time"),
        (drips, "no answer in time"),
        (hangs_up, "connection failed"),
        (promises_more, "connection failed"),
        (speaks_no_http, "connection failed"),
    ],
    ids=lambda case: getattr(case, "__name__", ""),
)
def test_what_is_no_answer_cannot_be_judged(target: str, liar: Answer, said: str) -> None:
    with lying(liar) as url, pytest.raises(RunError, match=said) as caught:
        run(Options(url, target, timeout=0.5))
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("with_target", [True, False])
def test_a_web_site_is_not_judged(target: str, with_target: bool) -> None:
    with lying(always_html) as url:
        done = sapi_check(url, *(["--target", target] if with_target else []))
    assert done.code == 3
    assert "HTML" in done.err or "text/html" in done.err


def test_a_server_that_does_not_describe_itself_needs_a_target_file() -> None:
    with lying(always_fails) as url:
        done = sapi_check(url)
    assert done.code == 3
    assert "/_mock/target answers 500" in done.err
    assert "--target FILE" in done.err


def test_a_server_that_refuses_the_key_of_the_target_cannot_be_judged(target: str) -> None:
    with lying(always_unauthorized) as url:
        done = sapi_check(url, "--target", target)
    assert done.code == 3
    assert "refuses the target's api_key of demo: 401 auth.invalid_key" in done.err


def test_a_server_that_says_yes_to_everything_violates_the_contract(target: str) -> None:
    with lying(always_ok) as url:
        done = sapi_check(url, "--target", target, "--select", "across/auth/refuses_missing_header")
    assert done.code == 1
    assert "expected: 401 auth.missing_header" in done.out
    assert "received: 200 (application/json)" in done.out


def test_a_server_that_fails_at_everything_violates_the_contract(target: str) -> None:
    with lying(always_fails) as url:
        done = sapi_check(url, "--target", target, "--select", "brands", "--select", "keys")
    assert done.code == 1
    assert " 0 pass" in done.out
    assert "received: 500 system.internal" in done.out


def test_a_body_that_is_no_json_is_a_violation(target: str) -> None:
    with lying(always_text) as url:
        done = sapi_check(url, "--target", target, "--select", "users/get_me/is_the_same_behind_every_token")
    assert done.code == 1
    assert "expected: a JSON body" in done.out


def test_a_server_that_dies_on_the_way_ends_the_run(target: str) -> None:
    with lying(answers_first(12)) as url:
        done = sapi_check(url, "--target", target, "--select", "across/auth/refuses_other_schemes")
    assert done.code == 1
    assert "FAIL across/auth/" in done.out
    assert "3 requests in a row without an answer" in done.err
    assert "checks did not run" in done.err


def test_workers_end_with_a_server_that_is_gone(target: str) -> None:
    with lying(answers_first(1)) as url:
        done = sapi_check(url, "--target", target, "-n", "2", "--select", "brands")
    assert done.code == 3
    assert " 0 fail" in done.out
    assert f"error: {url} is gone" in done.err


def test_no_token_follows_a_redirect(target: str) -> None:
    heard: list[dict[str, str]] = []
    with lying(listens(heard)) as elsewhere, lying(leads_to(f"{elsewhere}/v1/brands")) as url:
        done = sapi_check(url, "--target", target, "--select", "brands/list_brands")
    assert (done.code, heard) == (1, [])
    assert "received: 307" in done.out


@pytest.mark.parametrize("liar", [always_ok, always_fails, always_text], ids=lambda liar: liar.__name__)
def test_no_liar_breaks_the_suite_itself(target: str, liar: Answer) -> None:
    one_of_each_family = list({check.family: check for check in discover()}.values())
    with lying(liar) as url:
        described, client = load(target, url, 5), Client(url)
        results = [judge(check, described, client, seed=1) for check in one_of_each_family]
    assert [each.reason for each in results if each.verdict is Verdict.ERROR] == []
    assert sum(each.verdict is Verdict.FAIL for each in results) > len(results) / 2
