"""What a run says on a terminal: each cause of failures in full, grouped under its requirement, then one
line of totals.
"""

import shlex
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from socialapi_contract.operations import OPERATIONS

from socialapi_conformance import outcomes
from socialapi_conformance.causes import Cause, grouped
from socialapi_conformance.outcomes import KNOWN, number, outcome
from socialapi_conformance.registry import Check
from socialapi_conformance.verdicts import Verdict

Line = dict[str, Any]

_WIDTH = 100
_MANY = 10
"""More requirements than these are not seen at a glance."""
_HEADERS = ("content-type", "x-request-id", "location", "allow", "retry-after", "www-authenticate")


@dataclass(frozen=True)
class Run:
    """What repeats a run: the server, the target description if one was named, the seed, what it kept to."""

    url: str
    target: str | None
    seed: int
    read_only: bool = False
    rate: float | None = None

    def rerun(self, check_id: str) -> str:
        """Return the command that judges one check again in the same way."""
        target = ["--target", self.target] if self.target else []
        limits = ["--read-only"] if self.read_only else []
        limits += ["--rate", f"{self.rate:g}"] if self.rate else []
        command = ["sapi", "check", self.url, *target, "--select", check_id, "--seed", str(self.seed)]
        return shlex.join([*command, *limits])


def failure(line: Line, run: Run) -> str:
    """Return everything known about one failed or broken check."""
    head = [f"{line['verdict'].upper()} {line['id']} ({line['level']})", *_wrapped(line["requirement"])]
    if line["verdict"] == Verdict.ERROR:
        body = [f"reason:   {line['reason']}"]
    else:
        said = [f"expected: {line['expected']}", f"received: {line['received']}"]
        body = [*steps(line["steps"]), *said, *exchange(line)]
    tail = [f"rerun:    {run.rerun(line['id'])}"]
    return "\n".join([*head, *_contract(line["cites"]), *body, *tail])


def failures(lines: Iterable[Line], families: dict[str, str], run: Run) -> str:
    """Return the failures: of each cause one in full, and the rest of its cases by their names. Many are
    summed up by requirement.
    """
    causes = grouped(lines, families)
    blocks = [_cause(cause, run) for cause in causes]
    failed = Counter(cause.family for cause in causes for _ in cause.lines)
    if len(failed) > _MANY:
        counted = (f"{count:>6}  {family}" for family, count in failed.most_common())
        blocks.append("\n".join(["failed checks by requirement:", *counted]))
    return "\n\n".join(blocks)


def totals(lines: Iterable[Line], seconds: float, run: Run) -> str:
    """Return why checks were not verified or expected to fail, and the last line of a run."""
    lines = list(lines)
    counted = Counter(line["verdict"] for line in lines)
    known = len(outcomes.known(lines))
    named = {Verdict.FAIL: f" ({known} known)"} if known else {}
    parts = ", ".join(f"{counted[verdict]} {verdict}{named.get(verdict, '')}" for verdict in Verdict)
    last = f"{len(lines)} checks: {parts} in {seconds:.1f} s (seed {run.seed})"
    reasons = [*_reasons(lines, KNOWN, "known"), *_reasons(lines, Verdict.NOT_VERIFIED, "reason")]
    return "\n".join([*reasons, last])


def listing(checks: Iterable[Check]) -> str:
    """Return one line per check: id, level, the first line of the requirement."""
    lines = ((check.id, check.level, check.requirement.splitlines()[0]) for check in checks)
    return "\n".join(f"{check_id}  {level}  {requirement}" for check_id, level, requirement in lines)


def _cause(cause: Cause, run: Run) -> str:
    block = [failure(cause.first, run)]
    if cause.others:
        names = f"{number(len(cause.others), 'more check')}: {', '.join(cause.others)}"
        block += _wrapped(names, "also:     ", " " * 10)
        block.append(f"all:      {run.rerun(cause.family)}")
    return "\n".join(block)


def _reasons(lines: Iterable[Line], which: str, told_by: str) -> Iterator[str]:
    reasons = Counter(line[told_by] for line in lines if outcome(line) == which)
    return (f"{which}: {count} because {reason}" for reason, count in reasons.most_common())


def _contract(cites: list[str]) -> list[str]:
    return [f"contract: {contract_place(cited)}" for cited in cites]


def contract_place(cited: str) -> str:
    """Return what a check cites as a reader of the contract finds it."""
    if cited not in OPERATIONS:
        return cited
    operation = OPERATIONS[cited]
    prefix = "" if operation.at_root else "/v1"
    return f"{cited} ({operation.method} {prefix}{operation.path})"


def steps(taken: list[str]) -> list[str]:
    """Return what a random walk did, a line per step."""
    return ["steps:", *(f"  {place}. {step}" for place, step in enumerate(taken, 1))] if taken else []


def exchange(line: Line) -> list[str]:
    """Return the request that failed with its answer, and what repeats it."""
    if line["exchange"] is None:
        return []
    return [*_told(line["exchange"]), f"repeat:   {line['curl']}"]


def _told(exchange: Line) -> list[str]:
    """Return the exchange as a reader of HTTP expects it: request line, body, status, headers that matter,
    body.
    """
    sent = [f"{exchange['method']} {exchange['url']}", *(exchange["request_body"] or "").splitlines()]
    received = [
        str(exchange["status"] or "no answer"),
        *telling_headers(exchange),
        *(exchange["response_body"] or "").splitlines(),
    ]
    return [*(f"  > {line}" for line in sent), *(f"  < {line}" for line in received)]


def telling_headers(exchange: Line) -> list[str]:
    """Return the headers of an answer that matter, a line each."""
    headers = exchange["response_headers"].items()
    return [f"{name}: {value}" for name, value in headers if name in _HEADERS]


def _wrapped(text: str, first: str = "  ", rest: str = "  ") -> list[str]:
    return textwrap.wrap(
        " ".join(text.split()),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
