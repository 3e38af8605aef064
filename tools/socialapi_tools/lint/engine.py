"""The engine: run every rule over a project and collect what it finds, in order of place."""

from collections.abc import Iterator
from pathlib import Path

from socialapi_tools.lint import rules
from socialapi_tools.lint.loading import load_project
from socialapi_tools.lint.project import Project
from socialapi_tools.lint.waivers import waivers
from socialapi_tools.report import Finding, Report


def lint(path: Path) -> Report:
    """Lint the specification of a folder or root document.

    Raises `Failure` when there is none or the root cannot be read; whatever else is wrong is a finding.
    """
    project = load_project(path)
    found = {finding for name in rules.names() for finding in run(name, project)}
    return Report(tuple(sorted(found)), len(set(project.paths)))


def run(name: str, project: Project) -> Iterator[Finding]:
    """Yield what one rule finds and no waiver covers."""
    waived = {waiver.path for waiver in waivers(project) if waiver.rule == name}
    for defect in rules.load(name)(project):
        place = defect.place
        if place.path not in waived:
            yield Finding(
                place.path, place.line, place.column, name, _one_line(defect.message), _one_line(defect.hint)
            )


def _one_line(text: str, limit: int = 300) -> str:
    """Return the text without line breaks and control characters, cut where it quotes a whole document."""
    plain = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return plain if len(plain) <= limit else f"{plain[:limit]}…"
