"""The formats findings are printed in, through `sapi lint`."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import jsonschema
import pytest
from socialapi_tools.cli import main
from socialapi_tools.report import Finding, Format, Report, as_json, render

Project = Callable[[Mapping[str, str | bytes]], Path]
BRAND = "schemas/brands/Brand.yaml"
TYPO = (Path(__file__).parent / "base" / BRAND).read_text(encoding="utf-8").replace("Id.yaml", "Idd.yaml")


@pytest.fixture
def output(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Return what `sapi lint` prints about some files, run where a user would run it."""

    def run(files: Mapping[str, str], *options: str) -> str:
        monkeypatch.chdir(project(files).parent)
        main(["lint", *options])
        return capsys.readouterr().out

    return run


def test_text_shows_place_rule_line_caret_and_hint(output: Callable[..., str]) -> None:
    assert output({BRAND: TYPO}).startswith(
        "spec/schemas/brands/Brand.yaml:5:14: broken_reference: no such file: ../common/Idd.yaml\n"
        "    5 |   id: {$ref: ../common/Idd.yaml}\n"
        "      |              ^\n"
        "  hint: Did you mean ../common/Id.yaml?\n"
    )


def test_text_ends_in_a_summary(output: Callable[..., str]) -> None:
    files = {"schemas/brands/Extra.yaml": "type: string\ndescription: Too much.\nexample: x\n"}
    assert output(files).endswith("1 finding in 1 file of 20 files\n")


def test_text_says_when_nothing_is_wrong(output: Callable[..., str]) -> None:
    assert output({}) == "no findings in 19 files\n"


def test_text_shows_the_part_of_a_long_line_around_the_place(output: Callable[..., str]) -> None:
    wide = f"{{type: object, description: {'x' * 500}, typ: y, example: {'z' * 500}}}\n"
    frames = [line for line in output({BRAND: wide}).splitlines() if line.startswith("    1 | ")]
    assert any("typ: y" in line for line in frames)
    assert max(map(len, frames)) < 200


def test_text_prints_no_control_characters(output: Callable[..., str]) -> None:
    assert "\x1b" not in output({BRAND: 'type: object\ndescription: "\\e[31m"\n"\\e[31m": 1\n'})


def test_json_keeps_its_schema(output: Callable[..., str]) -> None:
    jsonschema.validate(json.loads(output({BRAND: TYPO}, "--format", "json")), as_json.schema())


def test_json_without_findings_keeps_its_schema(output: Callable[..., str]) -> None:
    found = json.loads(output({}, "--format", "json"))
    jsonschema.validate(found, as_json.schema())
    assert found["findings"] == []


def test_json_tells_the_place_of_a_finding(output: Callable[..., str]) -> None:
    first = json.loads(output({BRAND: TYPO}, "--format", "json"))["findings"][0]
    assert (first["path"], first["line"], first["column"]) == ("spec/schemas/brands/Brand.yaml", 5, 14)


def test_github_annotates_the_line(output: Callable[..., str]) -> None:
    assert output({BRAND: TYPO}, "--format", "github").startswith(
        "::error file=spec/schemas/brands/Brand.yaml,line=5,col=14,title=broken_reference::"
        "no such file: ../common/Idd.yaml Did you mean ../common/Id.yaml?\n"
    )


def test_github_escapes_what_has_a_meaning_to_it() -> None:
    finding = Finding(Path("a,b:c%.yaml"), 1, 1, "rule", "50%\nof")
    assert render(Report((finding,), 1), Format.GITHUB) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=rule::50%25%0Aof\n"
    )


@pytest.mark.parametrize("form", Format)
def test_a_file_that_vanished_is_still_reported(form: Format) -> None:
    report = Report((Finding(Path("gone.yaml"), 3, 1, "rule", "wrong"),), 1)
    assert "gone.yaml" in render(report, form)
