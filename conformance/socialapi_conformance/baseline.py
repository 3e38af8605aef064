"""Known failures: a file with reasons, so that a run fails on what is new alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from socialapi_conformance import inputs
from socialapi_conformance.console import Line
from socialapi_conformance.registry import UnknownSelectionError, discover, lies_under, select
from socialapi_conformance.verdicts import Verdict

KIND = "baseline"


@dataclass(frozen=True)
class Known:
    """A failure that is expected: of a check, or of all that lie under the beginning of an id."""

    check: str
    reason: str


def load(path: Path) -> list[Known]:
    """Return the known failures of a file; raises `InputError`, also for checks that do not exist."""
    document = inputs.parsed(inputs.read(path, KIND), str(path), KIND)
    schema = files("socialapi_conformance").joinpath("baseline.schema.json").read_text(encoding="utf-8")
    inputs.validate(document, str(path), KIND, json.loads(schema))
    known = [Known(row["check"].strip("/"), row["reason"]) for row in document]
    try:
        select(discover(), [each.check for each in known])
    except UnknownSelectionError as error:
        hint = f"did you mean {error.suggestion}?" if error.suggestion else "remove the row"
        raise inputs.InputError(f"{path}: {error}", hint) from None
    return known


def reason_for(known: Iterable[Known], check_id: str) -> str | None:
    """Return why a check may fail, None if it may not."""
    return next((each.reason for each in known if lies_under(check_id, each.check)), None)


def mended(known: Iterable[Known], lines: Sequence[Line]) -> list[Known]:
    """Return the known failures that are none any more: some of their checks passed, and none failed."""
    found = []
    for each in known:
        verdicts = {line["verdict"] for line in lines if lies_under(line["id"], each.check)}
        if Verdict.PASS in verdicts and not verdicts & {Verdict.FAIL, Verdict.ERROR}:
            found.append(each)
    return found
