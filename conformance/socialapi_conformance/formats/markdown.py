"""A summary for the page of a CI job, which renders Markdown."""

from __future__ import annotations

from socialapi_conformance import console
from socialapi_conformance.formats import Report


def render(report: Report) -> str:
    """Return the totals, and what failed."""
    return console.totals(report.lines, report.seconds, report.run) + "\n"
