"""What a command found in source files, and the formats it can be printed in.

Every format is a module with `render(report) -> str`.
"""

from collections.abc import Callable
from enum import StrEnum

from socialapi_tools.report import as_github, as_json, as_text
from socialapi_tools.report.finding import Finding, Report

__all__ = ["Finding", "Format", "Report", "render"]


class Format(StrEnum):
    """The formats by the name users type."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


_RENDERERS: dict[Format, Callable[[Report], str]] = {
    Format.TEXT: as_text.render,
    Format.JSON: as_json.render,
    Format.GITHUB: as_github.render,
}


def render(report: Report, form: Format) -> str:
    """Return the report as text of one format, ending in a newline unless it is empty."""
    return _RENDERERS[form](report)
