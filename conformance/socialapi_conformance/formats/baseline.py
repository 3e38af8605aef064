"""A baseline of everything that fails now, for `--baseline` of the next run."""

from __future__ import annotations

import yaml

from socialapi_conformance.formats import Report
from socialapi_conformance.verdicts import Verdict

NOT_EXPLAINED = "not explained yet"


def render(report: Report) -> str:
    """Return a row for each check that failed; what was known keeps its reason."""
    rows = [
        {"check": line["id"], "reason": line.get("known") or NOT_EXPLAINED}
        for line in sorted(report.lines, key=lambda line: str(line["id"]))
        if line["verdict"] == Verdict.FAIL
    ]
    return yaml.safe_dump(rows, sort_keys=False, allow_unicode=True, width=110)
