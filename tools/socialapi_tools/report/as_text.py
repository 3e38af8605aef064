"""The format for people: place, rule and message, the source line with a caret, and how to mend it."""

from pathlib import Path

from socialapi_tools.report.finding import Finding, Report

MAX_WIDTH = 160
"""Source lines are cut to this many characters around the caret."""


def render(report: Report) -> str:
    """Return one block per finding and a summary line."""
    texts = {path: _lines(path) for path in {finding.path for finding in report.findings}}
    blocks = (f"{_block(finding, texts[finding.path])}\n" for finding in report.findings)
    return "".join(blocks) + f"{report.summary()}\n"


def _block(finding: Finding, text: list[str]) -> str:
    lines = [f"{finding.path}:{finding.line}:{finding.column}: {finding.rule}: {finding.message}"]
    lines += _frame(finding, text)
    if finding.hint:
        lines.append(f"  hint: {finding.hint}")
    return "".join(f"{line}\n" for line in lines)


def _frame(finding: Finding, text: list[str]) -> list[str]:
    if finding.line > len(text):
        return []
    shown, column = _cut(text[finding.line - 1], finding.column)
    number = f"{finding.line:>5}"
    return [f"{number} | {shown}", f"{' ' * len(number)} | {' ' * (column - 1)}^"]


def _cut(line: str, column: int) -> tuple[str, int]:
    shown = "".join(character if character.isprintable() else " " for character in line)
    start = max(0, column - MAX_WIDTH // 2) if len(shown) > MAX_WIDTH else 0
    return shown[start : start + MAX_WIDTH], column - start


def _lines(path: Path) -> list[str]:
    try:
        # Only the line feed ends a line for the YAML marks; splitlines() knows more.
        return path.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return []
