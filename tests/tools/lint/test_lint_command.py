"""`sapi lint`: its options and exit codes."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from socialapi_tools.cli import main
from socialapi_tools.lint import rules

Project = Callable[[Mapping[str, str | bytes]], Path]
Capture = pytest.CaptureFixture[str]


def test_no_findings_exit_0(project: Project) -> None:
    assert main(["lint", str(project({}))]) == 0


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_findings_exit_1_in_every_format(form: str, project: Project) -> None:
    assert main(["lint", "--format", form, str(project({"schemas/common/Id.yaml": "a: b: c"}))]) == 1


def test_a_path_that_does_not_exist_exits_2(tmp_path: Path, capsys: Capture) -> None:
    assert main(["lint", str(tmp_path / "spce")]) == 2
    assert capsys.readouterr().err == (
        f"error: {tmp_path}/spce: no such file or folder\n"
        "hint: Name the root document or the folder that holds openapi.yaml.\n"
    )


def test_an_unknown_format_exits_2(capsys: Capture) -> None:
    assert main(["lint", "--format", "yaml"]) == 2
    assert "'github'" in capsys.readouterr().err


def test_a_root_that_cannot_be_read_exits_3(project: Project, capsys: Capture) -> None:
    assert main(["lint", str(project({"openapi.yaml": b"\xff"}))]) == 3
    assert "openapi.yaml:1:1: is not UTF-8 text" in capsys.readouterr().err


def test_the_rules_are_listed_one_line_each(capsys: Capture) -> None:
    assert main(["lint", "--rules"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(rules.names())


def test_a_rule_is_explained_by_its_page(capsys: Capture) -> None:
    assert main(["lint", "--explain", "unknown_scope"]) == 0
    page = capsys.readouterr().out
    assert page.startswith(
        "# unknown_scope\n\nAn operation needs a scope that the catalogue does not have.\n"
    )
    assert "## Fix" in page


def test_an_unknown_rule_exits_2_with_the_closest_one(capsys: Capture) -> None:
    assert main(["lint", "--explain", "unknown_scop"]) == 2
    assert capsys.readouterr().err == "error: No such rule: unknown_scop\nhint: Did you mean unknown_scope?\n"
