"""What a run says on a terminal: each failure in full, grouped under its requirement, then one line of
totals.
"""

import shlex
import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from socialapi_contract.operations import OPERATIONS

from socialapi_conformance.registry import Check
from socialapi_conformance.verdicts import Verdict

Line = dict[str, Any]

_WIDTH = 100
_HEADERS = ("content-type", "x-request-id", "location", "allow", "retry-after", "www-authenticate")


@dataclass(frozen=True)
class Run:
    """What repeats a run: the server, the target description if one was named, the seed."""

    url: str
    target: str | None
    seed: int

    def rerun(self, check_id: str) -> str:
        """Return the command that judges one check again in the same way."""
        target = ["--target", self.target] if self.target else []
        return shlex.join(
            ["sapi", "check", self.url, *target, "--select", check_id, "--seed", str(self.seed)]
        )


def failure(line: Line, run: Run) -> str:
    """Return everything known about one failed or broken check."""
    head = [f"{line['verdict'].upper()} {line['id']} ({line['level']})", *_wrapped(line["requirement"])]
    if line["verdict"] == Verdict.ERROR:
        body = [f"reason:   {line['reason']}"]
    else:
        said = [f"expected: {line['expected']}", f"received: {line['received']}"]
        body = [*_steps(line["steps"]), *said, *_exchange(line)]
    tail = [f"rerun:    {run.rerun(line['id'])}"]
    return "\n".join([*head, *_contract(line["cites"]), *body, *tail])


def failures(lines: Iterable[Line], families: dict[str, str], run: Run) -> str:
    """Return the failures, one in full per requirement and the rest of its cases in a line each."""
    ordered = sorted(lines, key=lambda line: (families[line["id"]], line["verdict"], line["id"]))
    blocks = []
    for _, group in groupby(ordered, key=lambda line: (families[line["id"]], line["verdict"])):
        first, *rest = group
        block = [failure(first, run)]
        block += [f"also:     {line['id']}: {line['received'] or line['reason']}" for line in rest]
        blocks.append("\n".join(block))
    return "\n\n".join(blocks)


def totals(lines: Iterable[Line], seconds: float, run: Run) -> str:
    """Return why checks were not verified, and the last line of a run."""
    lines = list(lines)
    reasons = Counter(line["reason"] for line in lines if line["verdict"] == Verdict.NOT_VERIFIED)
    said = [f"not verified: {count} because {reason}" for reason, count in reasons.most_common()]
    counts = Counter(line["verdict"] for line in lines)
    known = sum(bool(line["known"]) for line in lines)
    named = {Verdict.FAIL: f" ({known} known)"} if known else {}
    parts = ", ".join(f"{counts[verdict]} {verdict}{named.get(verdict, '')}" for verdict in Verdict)
    return "\n".join([*said, f"{len(lines)} checks: {parts} in {seconds:.1f} s (seed {run.seed})"])


def listing(checks: Iterable[Check]) -> str:
    """Return one line per check: id, level, the first line of the requirement."""
    lines = ((check.id, check.level, check.requirement.splitlines()[0]) for check in checks)
    return "\n".join(f"{check_id}  {level}  {requirement}" for check_id, level, requirement in lines)


def _contract(cites: list[str]) -> list[str]:
    return [f"contract: {_place(cited)}" for cited in cites]


def _place(cited: str) -> str:
    if cited not in OPERATIONS:
        return cited
    operation = OPERATIONS[cited]
    return f"{cited} ({operation.method} /v1{operation.path})"


def _steps(steps: list[str]) -> list[str]:
    return ["steps:", *(f"  {number}. {step}" for number, step in enumerate(steps, 1))] if steps else []


def _exchange(line: Line) -> list[str]:
    if line["exchange"] is None:
        return []
    return [*_told(line["exchange"]), f"repeat:   {line['curl']}"]


def _told(exchange: Line) -> list[str]:
    """Return the exchange as a reader of HTTP expects it: request line, body, status, headers that matter,
    body.
    """
    sent = [f"{exchange['method']} {exchange['url']}", *(exchange["request_body"] or "").splitlines()]
    headers = exchange["response_headers"].items()
    received = [
        str(exchange["status"] or "no answer"),
        *(f"{name}: {value}" for name, value in headers if name in _HEADERS),
        *(exchange["response_body"] or "").splitlines(),
    ]
    return [*(f"  > {line}" for line in sent), *(f"  < {line}" for line in received)]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), _WIDTH, initial_indent="  ", subsequent_indent="  ")
