"""The format for programs: one JSON object that `report.schema.json` describes."""

import json
from dataclasses import asdict
from importlib import resources
from typing import Any

from socialapi_tools.report.finding import Finding, Report


def render(report: Report) -> str:
    """Return the report as JSON text."""
    found = {"version": 1, "files": report.files, "findings": [_row(finding) for finding in report.findings]}
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of what `render` writes."""
    text = resources.files(__package__).joinpath("report.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _row(finding: Finding) -> dict[str, Any]:
    return asdict(finding) | {"path": finding.path.as_posix()}
