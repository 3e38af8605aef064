"""`sapi explain`: everything that has a name has a page."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conformance.liars import always_ok, lying
from conformance.running import sapi_check
from jsonschema import Draft202012Validator
from socialapi_conformance.registry import discover
from socialapi_contract.errors import ERRORS, FAMILIES
from socialapi_contract.operations import OPERATIONS
from socialapi_tools.cli import main
from socialapi_tools.explain import Format, as_json, as_text, pages, render
from socialapi_tools.lint import rules
from socialapi_tools.lint.pages import page as rule_page

Capture = pytest.CaptureFixture[str]
CHECK = "keys/revoke_key/stops_a_revoked_key"
NAMES = {
    "check": {check.family for check in discover()},
    "error code": {*ERRORS, *FAMILIES, "http.404", "platform.instagram.36003"},
    "lint rule": set(rules.names()),
    "operation": set(OPERATIONS),
}


def explained(capsys: Capture, *arguments: str) -> str:
    assert main(["explain", *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("kind", NAMES)
def test_everything_has_a_page(kind: str) -> None:
    schema = Draft202012Validator(as_json.schema())
    for name in NAMES[kind]:
        found = pages(name)
        assert any(kind in page.kind for page in found), name
        assert render(found, Format.TEXT).startswith("# ")
        schema.validate(json.loads(render(found, Format.JSON)))


def test_a_check_is_told_from_requirement_to_fault(capsys: Capture) -> None:
    page = explained(capsys, CHECK)
    assert page.startswith(f"# check {CHECK}\n\nA revoked key is refused from the next request on")
    assert (
        "- `revoke_key` (DELETE /v1/keys/{id}): Revoke an API key; generated/docs/operations.md#revoke"
        in page
    )
    assert "- `auth.invalid_key` 401: API key refused" in page
    assert "- code: socialapi_conformance/checks/keys.py, line " in page
    assert f"`sapi check URL --select {CHECK}`" in page
    assert "## What usually breaks it\n\n- " in page


def test_a_check_tells_which_sentences_of_the_overview_it_holds(capsys: Capture) -> None:
    page = explained(capsys, "invites/redeem_invite/runs_out")
    assert "- 410 means that the resource is gone, such as an expired invite" in page


def test_the_source_is_told_on_request(capsys: Capture) -> None:
    assert "def stops_a_revoked_key(" not in explained(capsys, CHECK)
    assert "def stops_a_revoked_key(" in explained(capsys, CHECK, "--source")


def test_the_beginning_of_ids_lists_what_lies_under_it(capsys: Capture) -> None:
    page = explained(capsys, "keys/revoke_key/")
    assert page.startswith("# checks keys/revoke_key\n")
    assert f"- `{CHECK}` (must, 1 check): A revoked key" in page


def test_one_case_is_told_apart_from_its_family(capsys: Capture) -> None:
    family = "across/errors/answers_unknown_ids"
    assert "the operation in the name of each case" in explained(capsys, family)
    assert "- `get_post` (GET /v1/posts/{pid})" in explained(capsys, f"{family}/get_post")


def test_a_check_names_the_states_it_may_ask_for(capsys: Capture) -> None:
    assert "provider state `lost_grant`" in explained(capsys, "across/refusals/asks_to_reconnect")
    assert "`across/refusals/asks_to_reconnect`" in explained(capsys, "lost_grant")


def test_a_code_is_told_from_status_to_example(capsys: Capture) -> None:
    page = explained(capsys, "auth.insufficient_scope")
    assert "- status: 403\n- `error.meta`: `required_scope`\n- worth repeating unchanged: no\n" in page
    assert '"meta": {\n      "required_scope": "posts:write"\n    }' in page


def test_a_code_of_a_family_is_told_by_the_family(capsys: Capture) -> None:
    page = explained(capsys, "platform.tiktok.rate_limit")
    assert "- family: `platform.{platform}.rate_limit`" in page
    assert "- `platform_refuses`: " in page
    assert '"code": "platform.tiktok.rate_limit"' in page


def test_a_rule_has_the_page_that_lint_prints(capsys: Capture) -> None:
    _, _, rest = rule_page("unbounded_input").partition("\n")
    assert explained(capsys, "unbounded_input") == f"# lint rule unbounded_input\n{rest}"


def test_an_operation_counts_the_checks_that_cite_it(capsys: Capture) -> None:
    page = explained(capsys, "revoke_key")
    assert "- request: `DELETE /v1/keys/{id}`" in page
    assert f"- `{CHECK}`: 1 check" in page


@pytest.mark.parametrize("name", [CHECK, "post.state_invalid", "create_post"])
def test_prose_and_lists_fit_on_a_terminal(name: str) -> None:
    assert [line for line in render(pages(name), Format.TEXT).splitlines() if len(line) > as_text.WIDTH] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("post.state_invalid_", "post.state_invalid"),
        ("keys/revoke_key/stops_revoked_key", CHECK),
        ("unbound_input", "unbounded_input"),
        ("creat_post", "create_post"),
    ],
)
def test_an_unknown_name_exits_2_with_the_closest_one(typed: str, meant: str, capsys: Capture) -> None:
    assert main(["explain", typed]) == 2
    said = f"error: Nothing to explain is called {typed}\nhint: Did you mean {meant}?\n"
    assert capsys.readouterr().err == said


def test_a_name_that_is_close_to_none_points_at_the_lists(capsys: Capture) -> None:
    assert main(["explain", "?"]) == 2
    assert "hint: `sapi check --list` prints every check" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["auth.invalid_key", "unbounded_input", "posts:read"])
def test_what_is_no_check_is_told_without_finding_checks(name: str) -> None:
    code = "import sys; from socialapi_tools.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, "explain", name], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.rpartition("\n# ")[2].splitlines()[-1].split())
    assert not loaded & {"socialapi_conformance.registry", "schemathesis", "pytest", "httpx"}


def test_a_failing_run_ends_with_where_to_read_on(tmp_path: Path) -> None:
    target = tmp_path / "target.yaml"
    target.write_text(f"workspaces: {{demo: {{tokens: {{api_key: sapi_key_{'7' * 62}}}}}}}", encoding="utf-8")
    with lying(always_ok) as url:
        done = sapi_check(url, "--target", str(target), "--select", "brands/create_brand/allows_equal_names")
    assert (done.code, done.err.splitlines()[-1]) == (1, "`sapi explain ID` prints the page of a check.")
