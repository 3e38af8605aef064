"""What the engine promises whatever the rules say: nothing stops it, places are exact, waivers work."""

import copy
import json
import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from socialapi_tools.failures import COULD_NOT_RUN, USAGE, Failure
from socialapi_tools.lint.engine import lint
from socialapi_tools.report import Finding
from socialapi_tools.source import load

SPEC = Path(__file__).parents[3] / "spec"
Project = Callable[[Mapping[str, str | bytes]], Path]
BRAND = "schemas/brands/Brand.yaml"
CALLBACK = """
  callbacks:
    made:
      "{$request.body#/url}":
        post:
          summary: Hear of a brand
          description: Sent once the brand is made.
          requestBody:
            content:
              application/json:
                schema: {type: string}
                example: Acme
          responses:
            default: {description: Nobody reads the answer.}
"""


def rules(spec: Path) -> list[str]:
    return [finding.rule for finding in lint(spec).findings]


def syntax(spec: Path) -> Finding:
    return next(finding for finding in lint(spec).findings if finding.rule == "yaml_syntax")


def test_the_contract_itself_has_no_findings() -> None:
    assert lint(SPEC).findings == ()


def test_a_callback_is_not_held_against_the_rules_of_operations(project: Project) -> None:
    spec = project({})
    with (spec / "paths/brands/brands.yaml").open("a") as file:
        file.write(CALLBACK)
    assert lint(spec).findings == ()


def test_the_root_document_may_be_named_instead_of_its_folder(project: Project) -> None:
    spec = project({})
    assert lint(spec / "openapi.yaml") == lint(spec)


def test_a_folder_without_a_root_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"holds no openapi\.yaml") as caught:
        lint(tmp_path)
    assert caught.value.exit_code == USAGE


def test_a_missing_path_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="no such file or folder") as caught:
        lint(tmp_path / "spec")
    assert caught.value.exit_code == USAGE


def test_a_path_file_alone_is_wrong_usage(project: Project) -> None:
    with pytest.raises(Failure, match="is not an OpenAPI document") as caught:
        lint(project({}) / "paths/brands/brands.yaml")
    assert caught.value.exit_code == USAGE


def test_a_root_that_is_not_text_cannot_be_linted(project: Project) -> None:
    with pytest.raises(Failure, match="is not UTF-8 text") as caught:
        lint(project({"openapi.yaml": b"\xff\xfe"}))
    assert caught.value.exit_code == COULD_NOT_RUN


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("type: object\ndescription: a: b\n", 2, 15),
        ("type: object\ntype: string\n", 2, 1),
        ("type: object\nproperties: &a {}\nexample: *a\n", 2, 13),
        ("type: [\n", 2, 1),
        ("type: object\n\tdescription: x\n", 2, 1),
    ],
)
def test_a_file_that_is_not_yaml_is_reported_at_the_place_of_the_mistake(
    text: str, line: int, column: int, project: Project
) -> None:
    finding = syntax(project({BRAND: text}))
    assert (finding.path.name, finding.line, finding.column) == ("Brand.yaml", line, column)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[" * 2_000, b"a: " + b"x" * 5_000_000])
def test_a_file_that_cannot_be_used_is_a_finding(content: bytes, project: Project) -> None:
    assert syntax(project({BRAND: content})).path.name == "Brand.yaml"


def test_the_rest_is_linted_beside_a_broken_file(project: Project) -> None:
    broken = {BRAND: "a: b: c", "parameters/BrandIdInPath.yaml": "name: id\nin: path\n"}
    assert {"yaml_syntax", "missing_keyword", "missing_description"} <= set(rules(project(broken)))


def test_a_broken_file_leaves_no_follow_up_findings(project: Project) -> None:
    assert rules(project({BRAND: "a: b: c"})) == ["yaml_syntax"]


def test_a_broken_catalogue_silences_the_rules_that_need_it(project: Project) -> None:
    assert rules(project({"catalogues/errors.yaml": "codes: [\n"})) == ["yaml_syntax"]


def test_a_broken_root_is_a_finding_and_the_files_beside_it_are_linted(project: Project) -> None:
    files = {"openapi.yaml": "openapi: [", "schemas/brands/Extra.yaml": "type: sting\ndescription: A typo.\n"}
    assert rules(project(files)) == ["yaml_syntax", "malformed_keyword"]


@pytest.mark.parametrize(
    "text", ["", "null", "5", "[]", "text", "paths: 5", "paths: {/x: 5}", "paths: {/x: {}}"]
)
def test_a_root_of_any_form_ends_in_findings(text: str, project: Project) -> None:
    assert lint(project({"openapi.yaml": text})).findings


def test_a_reference_out_of_the_specification_is_not_followed(project: Project) -> None:
    spec = project(
        {BRAND: "type: object\ndescription: A brand.\nproperties:\n  id: {$ref: ../../../secret.yaml}\n"}
    )
    (spec.parent / "secret.yaml").write_text("a: b: c")
    assert "broken_reference" in rules(spec)
    assert "yaml_syntax" not in rules(spec)


def test_a_schema_may_refer_to_itself(project: Project) -> None:
    text = (SPEC.parent / "tests/tools/lint/base" / BRAND).read_text(encoding="utf-8")
    assert rules(project({BRAND: f"{text}  parent: {{$ref: Brand.yaml}}\n"})) == []


def test_references_in_a_circle_end(project: Project) -> None:
    circle = {BRAND: "$ref: Other.yaml\n", "schemas/brands/Other.yaml": "$ref: Brand.yaml\n"}
    assert isinstance(lint(project(circle)).files, int)


def test_findings_come_in_order_of_place(project: Project) -> None:
    findings = lint(
        project({BRAND: "typ: object\nx-y: 1\n", "paths/brands/brands.yaml": "get: {}\n"})
    ).findings
    places = [(finding.path, finding.line, finding.column) for finding in findings]
    assert places == sorted(places)


def test_a_waiver_hides_the_findings_of_its_rule_in_its_file(project: Project) -> None:
    waiver = "- {rule: unknown_keyword, file: schemas/brands/Brand.yaml, reason: A test.}\n"
    text = (SPEC.parent / "tests/tools/lint/base" / BRAND).read_text(encoding="utf-8")
    assert rules(project({BRAND: f"typ: x\n{text}", "lint-waivers.yaml": waiver})) == []


def test_a_document_in_one_file_is_linted_too(tmp_path: Path) -> None:
    text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /x:\n    get: {operationId: list_x}\n"
    (tmp_path / "api.yaml").write_text(text)
    found = {finding.rule: finding for finding in lint(tmp_path / "api.yaml").findings}
    assert (found["missing_error_codes"].line, found["missing_error_codes"].column) == (5, 5)


@pytest.mark.parametrize("seed", range(8))
def test_no_damage_to_a_file_stops_the_linter(seed: int, tmp_path: Path) -> None:
    spec = tmp_path / "spec"
    shutil.copytree(SPEC, spec)
    dice = random.Random(seed)  # noqa: S311 # repeatable damage
    for path in dice.sample(sorted(spec.rglob("*.yaml")), 25):
        damaged = damage(load(path).data, dice)
        path.write_text(json.dumps(damaged))
    assert all(finding.message for finding in lint(spec).findings)


def damage(value: Any, dice: random.Random) -> Any:
    """Return the value with about one part in fifteen replaced by something of another type."""
    if dice.random() < 1 / 15:
        return copy.deepcopy(
            dice.choice([None, 5, -1.5, "x", "", True, [], {}, [None], {"$ref": 5}, {"$ref": "#/x"}])
        )
    if isinstance(value, dict):
        return {key: damage(inner, dice) for key, inner in value.items() if dice.random() > 1 / 50}
    if isinstance(value, list):
        return [damage(inner, dice) for inner in value]
    return value
