"""A summary for the page of a CI job, in GitHub's Markdown: totals, and the causes of failures."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from socialapi_conformance import console, outcomes, places
from socialapi_conformance.causes import Cause, grouped
from socialapi_conformance.console import Line
from socialapi_conformance.formats import Report
from socialapi_conformance.verdicts import Verdict

MAX_BYTES = 1_000_000
"""GitHub drops a summary of more than 1 MiB altogether."""
OPEN_REQUIREMENTS = 10
"""So many are shown as they are; what follows is collapsed."""

_CUT = (
    "\n_The rest is left out, because GitHub shows no summary above 1 MiB; other reports hold all of it._\n"
)
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")


def render(report: Report) -> str:
    """Return the summary, cut to what GitHub shows."""
    text: list[str] = []
    left = MAX_BYTES - len(_CUT.encode())
    for block in _blocks(report):
        left -= len(block.encode()) + 1
        if left < 0:
            return "\n".join([*text, _CUT])
        text.append(block)
    return "\n".join(text)


def _blocks(report: Report) -> Iterator[str]:
    yield _head(report)
    yield _totals(report)
    for title, lines in (
        ("Failures", outcomes.failed(report.lines)),
        ("Known failures", outcomes.known(report.lines)),
    ):
        yield from _section(report, title, lines)
    yield from _unverified(report.lines)


def _head(report: Report) -> str:
    counted = outcomes.counts(report.lines)
    shown = [each for each in outcomes.OUTCOMES if counted[each]]
    parts = ", ".join(f"**{counted[each]:,}** {each}" for each in shown)
    run = f"seed {report.run.seed}, {report.seconds:.1f} s, exit code {report.exit_code}"
    meaning = outcomes.MEANINGS[report.exit_code]
    return f"## {meaning[0].upper()}{meaning[1:]}\n\n{_escaped(report.run.url)}: {parts} ({run}).\n"


def _totals(report: Report) -> str:
    picture = places.picture(report.lines, report.checks)
    rows = {resource: picture.row(resource) for resource in picture.operations}
    shown = [each for each in outcomes.OUTCOMES if any(row[each] for row in rows.values())]
    lines = [f"| resource | {' | '.join(shown)} |", f"|---|{'--:|' * len(shown)}"]
    for name, row in rows.items():
        cells = " | ".join(f"{row[each]:,}" if row[each] else "" for each in shown)
        lines.append(f"| {name.replace('_', ' ')} | {cells} |")
    return "\n".join([*lines, ""])


def _section(report: Report, title: str, lines: Sequence[Line]) -> Iterator[str]:
    families = {line["id"]: report.checks[line["id"]].family for line in lines}
    groups = itertools.groupby(grouped(lines, families), key=lambda cause: cause.family)
    requirements = [list(group) for _, group in groups]
    if requirements:
        count = outcomes.number(len(requirements), "requirement")
        yield f"## {title}\n\n{outcomes.number(len(lines), 'check')} of {count}.\n"
    for index, causes in enumerate(requirements):
        yield from _requirement(report, causes, collapsed=index >= OPEN_REQUIREMENTS)


def _requirement(report: Report, causes: Sequence[Cause], *, collapsed: bool) -> Iterator[str]:
    line, family = causes[0].first, causes[0].family
    requirement = " ".join(line["requirement"].split())
    blocks = [*(_cause(cause) for cause in causes), _fenced(report.run.rerun(family), "sh")]
    head = f"`{family}` ({line['level']})"
    if collapsed:
        inside = "\n".join([head, "", *blocks])
        yield f"<details><summary>{escape(requirement)}</summary>\n\n{inside}\n</details>\n"
    else:
        yield "\n".join([f"### {_escaped(requirement)}", "", head, "", *blocks])


def _cause(cause: Cause) -> str:
    line = cause.first
    cites = ", ".join(_escaped(console.contract_place(cited)) for cited in line["cites"])
    said = [f"Known: {_escaped(line['known'])}\n"] if line.get("known") else []
    if line["verdict"] == Verdict.ERROR:
        said.append(f"Broke: {_escaped(line['reason'])}\n")
    else:
        told = [*console.steps(line["steps"]), *console.exchange(line)]
        said += [f"Expected {_bold(line['expected'])}, received {_bold(line['received'])} ({cites}).\n"]
        said += [_fenced("\n".join(told))] if told else []
    if cause.others:
        said.append(f"Also {outcomes.number(len(cause.others), 'more check')}: {', '.join(cause.others)}\n")
    return "\n".join(said)


def _unverified(lines: Iterable[Line]) -> Iterator[str]:
    reasons = Counter(str(line["reason"]) for line in lines if line["verdict"] == Verdict.NOT_VERIFIED)
    if reasons:
        yield "## Not verified\n\n| checks | because |\n|--:|---|"
        yield from (f"| {count:,} | {_escaped(reason)} |" for reason, count in reasons.most_common())


def _bold(text: str) -> str:
    return f"**{_escaped(text)}**"


def _escaped(text: str) -> str:
    """Return text that means itself in Markdown, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _fenced(text: str, language: str = "") -> str:
    """Return a block of code, with a fence that the text does not have."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}\n"
