"""Judging: one check against one target, ending in one result."""

import hashlib
import time
import traceback
from dataclasses import dataclass
from typing import Any

from socialapi_contract.operations import OPERATIONS

from socialapi_conformance import interrupts
from socialapi_conformance.api import Api
from socialapi_conformance.client import Client
from socialapi_conformance.exchange import Exchange
from socialapi_conformance.masking import mask
from socialapi_conformance.registry import Check
from socialapi_conformance.target import Target
from socialapi_conformance.verdicts import Broken, NotVerified, Verdict, Violation


@dataclass(frozen=True)
class Result:
    """What became of a check. `reason` explains `not verified` and `error`; the rest of the optionals,
    `fail`.
    """

    check: Check
    verdict: Verdict
    seconds: float = 0.0
    requests: int = 0
    reason: str | None = None
    expected: str | None = None
    received: str | None = None
    exchange: Exchange | None = None
    steps: tuple[str, ...] = ()
    known: str | None = None
    """Why a failure is expected."""

    def as_dict(self) -> dict[str, Any]:
        """Return the result as one line of a machine-readable report."""
        return {
            "type": "check",
            "id": self.check.id,
            "verdict": str(self.verdict),
            "level": str(self.check.level),
            "requirement": self.check.requirement,
            "cites": list(self.check.cites),
            "seconds": round(self.seconds, 4),
            "requests": self.requests,
            "known": self.known,
            "reason": self.reason,
            "expected": self.expected,
            "received": self.received,
            "steps": list(self.steps),
            "exchange": self.exchange.as_dict() if self.exchange else None,
            "curl": self.exchange.curl() if self.exchange else None,
        }


def judge(check: Check, target: Target, client: Client, seed: int) -> Result:
    """Run `check` and return its result; nothing the check does can raise. `seed` is that of the whole
    run.
    """
    client.exchanges.clear()
    started = time.monotonic()
    api = Api(target, client, _own_seed(seed, check.id))
    try:
        verdict, facts = _outcome(check, api)
    finally:  # also when somebody ends the run
        with interrupts.held():
            api.leftovers.remove()
    if verdict is Verdict.FAIL and facts["exchange"] is None and client.exchanges:
        facts["exchange"] = client.exchanges[-1]
    return Result(check, verdict, time.monotonic() - started, len(client.exchanges), **facts)


def _outcome(check: Check, api: Api) -> tuple[Verdict, dict[str, Any]]:
    try:
        for cited in check.cites:
            if cited in OPERATIONS and (reason := api.target.lacks(OPERATIONS[cited])):
                raise NotVerified(reason)
        for name in check.needs:
            api.workspace(name)
        check.run(api)
    except Violation as violation:
        return Verdict.FAIL, {
            "expected": mask(violation.expected),
            "received": mask(violation.received),
            "exchange": violation.exchange,
            "steps": tuple(map(mask, violation.steps)),
        }
    except NotVerified as because:
        return Verdict.NOT_VERIFIED, {"reason": mask(str(because))}
    except Broken as because:
        return Verdict.ERROR, {"reason": mask(str(because))}
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"the suite failed: {type(error).__name__}: {error} ({where.name}, line {where.lineno})"
        return Verdict.ERROR, {"reason": mask(reason)}
    return Verdict.PASS, {}


def _own_seed(seed: int, check_id: str) -> int:
    """Return the check's part of the run's seed, so that a check repeats whatever else runs."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{check_id}".encode()).digest()[:8], "big")
