"""What became better or worse since an earlier run, of which there is a JSON Lines report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from socialapi_conformance.console import Line
from socialapi_conformance.inputs import InputError
from socialapi_conformance.verdicts import Verdict

GOOD = Verdict.PASS
BAD = (Verdict.FAIL, Verdict.ERROR)
SHOWN = 20


def verdicts(path: Path) -> dict[str, str]:
    """Return the verdicts of a report by the id of the check; raises `InputError`."""
    hint = "write one with --report jsonl=FILE"
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        if rows[0]["type"] != "run":
            raise ValueError
        return {row["id"]: row["verdict"] for row in rows if row["type"] == "check"}
    except OSError as error:
        raise InputError(f"cannot read the report {path}: {error.strerror}", hint) from None
    except (ValueError, LookupError, TypeError):
        raise InputError(f"{path} is no JSON Lines report of a run", hint) from None


def told(before: Mapping[str, str], lines: Sequence[Line]) -> str:
    """Return what changed for checks that both runs judged, and how many only one of them did."""
    now = {str(line["id"]): str(line["verdict"]) for line in lines}
    both = sorted(set(before) & set(now))
    better = [name for name in both if before[name] in BAD and now[name] == GOOD]
    worse = [name for name in both if before[name] not in BAD and now[name] in BAD]
    unverified = [name for name in both if before[name] == GOOD and now[name] == Verdict.NOT_VERIFIED]
    parts = [
        *_listed("better", better, "pass now"),
        *_listed("worse", worse, "fail now"),
        *_listed("less verified", unverified, "passed and are not verified now"),
        f"compared: {len(both)} checks; {len(now) - len(both)} only this run judged,"
        f" {len(before) - len(both)} only the earlier one",
    ]
    return "\n".join(parts)


def _listed(title: str, names: Sequence[str], said: str) -> Iterable[str]:
    if names:
        yield f"{title}: {len(names)} {said}"
        yield from (f"  {name}" for name in names[:SHOWN])
        if len(names) > SHOWN:
            yield f"  and {len(names) - SHOWN} more"
