"""Every rule is its page: complete, firing on its Bad at the marked lines, silent on its Good."""

import inspect
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from socialapi_tools.lint import pages, rules
from socialapi_tools.lint.engine import lint, run
from socialapi_tools.lint.loading import load_project
from socialapi_tools.report import Finding

NAMES = rules.names()
Project = Callable[[Mapping[str, str]], Path]


def findings(spec: Path, rule: str) -> list[Finding]:
    return sorted(run(rule, load_project(spec)))


def marked(spec: Path) -> set[tuple[Path, int]]:
    lines = ((path, path.read_text(encoding="utf-8").splitlines()) for path in spec.rglob("*.*"))
    return {
        (path, number)
        for path, text in lines
        for number, line in enumerate(text, start=1)
        if line.endswith(pages.MARK)
    }


def test_the_base_specification_has_no_findings(project: Project) -> None:
    assert lint(project({})).findings == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_reports_the_marked_lines_of_its_bad_example(name: str, project: Project) -> None:
    spec = project(pages.example(name, "Bad"))
    reported = {(finding.path, finding.line) for finding in findings(spec, name)}
    assert reported == marked(spec) != set()


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_silent_on_its_good_example(name: str, project: Project) -> None:
    files = pages.example(name, "Good")
    assert files
    assert findings(project(files), name) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_has_a_complete_page(name: str) -> None:
    sections = pages.sections(name)
    assert tuple(sections) == pages.SECTIONS
    assert all(sections.values())
    assert pages.summary(name).endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_every_file_of_an_example_says_its_path(name: str) -> None:
    assert "" not in {*pages.example(name, "Bad"), *pages.example(name, "Good")}


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_one_public_function_named_like_its_module(name: str) -> None:
    module = rules.module(name)
    own = [
        found
        for found, value in inspect.getmembers(module, inspect.isfunction)
        if value.__module__ == module.__name__
    ]
    assert [found for found in own if not found.startswith("_")] == [name]


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_of_a_bad_example_says_how_to_mend_it(name: str, project: Project) -> None:
    spec = project(pages.example(name, "Bad"))
    assert all(finding.hint for finding in findings(spec, name))
