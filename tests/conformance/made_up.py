"""Reports of runs that never were, for what takes more failures than a server should be asked for."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from socialapi_conformance.console import Line, Run
from socialapi_conformance.formats import Report
from socialapi_conformance.registry import Check, discover

BODY = json.dumps({"error": {"code": "post.not_found", "message": "x" * 1900}})
EXCHANGE = {
    "method": "GET",
    "url": "http://x/v1/posts",
    "request_body": None,
    "status": 404,
    "response_headers": {"content-type": "application/json"},
    "response_body": BODY,
}


def line(check: Check, verdict: str = "pass", **said: Any) -> Line:
    """Return the result of a check, as the judge would."""
    unsaid: Line = dict.fromkeys(("reason", "expected", "received", "exchange", "curl"))
    return unsaid | {
        "type": "check",
        "id": check.id,
        "verdict": verdict,
        "level": str(check.level),
        "requirement": check.requirement,
        "cites": list(check.cites),
        "seconds": 0.01,
        "requests": 2,
        "steps": [],
        **said,
    }


def failure(check: Check, **said: Any) -> Line:
    facts = {"expected": "200", "received": "404 post.not_found", "exchange": EXCHANGE, "curl": "curl x"}
    return line(check, "fail", **(facts | said))


def report(lines: Iterable[Line], exit_code: int = 1) -> Report:
    checks = {check.id: check for check in discover()}
    return Report(Run("http://x", None, 7), list(lines), checks, 1.5, exit_code)


def report_of_every_check(judged: Callable[[Check], Line]) -> Report:
    return report(judged(check) for check in discover())
