"""GitHub's workflow commands: every finding becomes an annotation on its line of the pull request."""

from socialapi_tools.report.finding import Finding, Report


def render(report: Report) -> str:
    """Return one `::error` command per finding."""
    return "".join(f"{_command(finding)}\n" for finding in report.findings)


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.path.as_posix(),
        "line": finding.line,
        "col": finding.column,
        "title": finding.rule,
    }
    fields = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::error {fields}::{_data(' '.join((finding.message, finding.hint)).strip())}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
