"""Target descriptions: what is read, and what is said about the ones that are wrong."""

import json
import re
from pathlib import Path

import pytest
from conformance.liars import describes, lying
from jsonschema import Draft202012Validator
from socialapi_conformance.target import InputError, Target, load, schema

KEY = "sapi_key_" + "0" * 62
DEMO = {"tokens": {"api_key": KEY}}


def loaded(tmp_path: Path, text: str) -> Target:
    path = tmp_path / "target.yaml"
    path.write_text(text, encoding="utf-8")
    return load(str(path), "http://127.0.0.1:1", 1)


def complaint(tmp_path: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        loaded(tmp_path, text)
    assert caught.value.hint
    return caught.value.message


def test_the_schema_of_a_target_is_valid() -> None:
    Draft202012Validator.check_schema(schema())


def test_a_target_names_tokens_by_workspace_and_role(tmp_path: Path) -> None:
    target = loaded(tmp_path, f"workspaces: {{demo: {{plan: pro, tokens: {{api_key: {KEY}}}}}}}")
    assert target.workspaces["demo"].tokens == {"api_key": KEY}
    assert target.workspaces["demo"].plan == "pro"


def test_a_file_may_leave_secrets_to_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO_KEY", KEY)
    target = loaded(tmp_path, "workspaces: {demo: {tokens: {api_key: '${DEMO_KEY}'}}}")
    assert target.workspaces["demo"].tokens["api_key"] == KEY


def test_a_variable_that_is_not_set_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_SUCH_KEY", raising=False)
    assert "${NO_SUCH_KEY}" in complaint(
        tmp_path, "workspaces: {demo: {tokens: {api_key: '${NO_SUCH_KEY}'}}}"
    )


def test_every_variable_that_is_not_set_is_named_with_its_place(tmp_path: Path) -> None:
    said = complaint(
        tmp_path, "jwks_url: ${NO_A}\nworkspaces: {demo: {tokens: {api_key: '${NO_B}'}}} # ${NO_C}"
    )
    assert "${NO_A} (at jwks_url), ${NO_B} (at workspaces.demo.tokens.api_key)" in said
    assert "NO_C" not in said


def test_a_server_cannot_ask_for_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVATE", KEY)
    with lying(describes(workspaces={"demo": {"tokens": {"api_key": "${PRIVATE}"}}})) as url:
        assert load(None, url, 5).workspaces["demo"].tokens["api_key"] == "${PRIVATE}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("workspaces: {demo: {tokens: {}}}", "workspaces.demo.tokens lacks `api_key`"),
        ("workspaces: {}", "workspaces lacks `demo`"),
        ("[]", "the document does not satisfy `type: object`"),
        ("workspaces: {demo: {tokens: {api_key: x, apikey: y}}}", "has `apikey`, which is none of"),
        (
            "workspaces: {demo: {tokens: {api_key: 'two words'}}}",
            "workspaces.demo.tokens.api_key does not satisfy",
        ),
        ("workspaces:\n  demo: [", "target.yaml:2:10"),
        ("a: &a {}\nworkspaces: *a", "aliases are not allowed"),
        ("workspaces: {nobody: {tokens: {api_key: x}}, demo: {tokens: {api_key: x}}}", "has `nobody`"),
        ("without: [brandz]\nworkspaces: {demo: {tokens: {api_key: x}}}", "without names `brandz`"),
        ("documents: [biling]\nworkspaces: {demo: {tokens: {api_key: x}}}", "documents names `biling`"),
        ("\x00", "cannot be read as YAML"),
        ("[" * 5000, "target.yaml"),
    ],
)
def test_a_wrong_target_is_told_where_it_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    assert said in complaint(tmp_path, text)


def test_a_complaint_never_repeats_a_secret(tmp_path: Path) -> None:
    assert "hunter 2" not in complaint(tmp_path, "workspaces: {demo: {tokens: {api_key: 'hunter 2'}}}")


def test_a_target_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    assert "larger than" in complaint(tmp_path, "#" * 2_000_000)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read the target file"):
        load(str(tmp_path / "nowhere.yaml"), "http://127.0.0.1:1", 1)


def test_a_target_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "target.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not UTF-8"):
        load(str(path), "http://127.0.0.1:1", 1)


def test_the_readme_shows_a_target_that_is_valid() -> None:
    readme = Path(__file__).parents[2] / "conformance" / "README.md"
    blocks = re.findall(r"```yaml\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)
    example = next(block for block in blocks if "workspaces:" in block)
    import yaml

    Draft202012Validator(schema()).validate(json.loads(json.dumps(yaml.safe_load(example))))
