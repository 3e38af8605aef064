"""The kills: what noticed each fault, as `benchmarks/kill_table.py` has measured it.

`benchmarks/kills.jsonl` holds a row for each fault, and a control for each choice of operations: what
Schemathesis says of the same operations of the sound stub. Only what it does not say there is a kill.
"""

import hashlib
import inspect
import json
from collections.abc import Iterable, Mapping
from typing import Any

from faults.faulty import Fault
from faults.loading import FAULTS
from mock_server import ROOT

DATA = ROOT / "benchmarks/kills.jsonl"
PAGE = ROOT / "generated/docs/kills.md"
SOUND = ""
"""Stands for a fault in the rows of controls: the stub with nothing wrong."""

Row = dict[str, Any]
Key = tuple[str, tuple[str, ...]]
"""A fault and no operations, or none and the operations of a control; no operations are all of them."""


def rows() -> dict[Key, Row]:
    """Return all rows."""
    lines = DATA.read_text(encoding="utf-8").splitlines() if DATA.exists() else []
    return {key(row): row for row in map(json.loads, lines)}


def write(found: Mapping[Key, Row]) -> None:
    """Replace all rows, sorted so that a change of one is a change of one line."""
    lines = [json.dumps(found[each], sort_keys=True) for each in sorted(found)]
    DATA.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def key(row: Row) -> Key:
    """Return what a row is about."""
    return row["fault"], () if row["fault"] else tuple(row["operations"])


def digest(fault: Fault) -> str:
    """Return what changes when the fault does: of its source, with the checks it names."""
    return hashlib.sha256(inspect.getsource(fault.arrange).encode()).hexdigest()[:12]


def measured(row: Row | None, fault: Fault, tools: Iterable[str]) -> bool:
    """Return whether a row tells what the tools say of the fault as it is now."""
    return row is not None and row["digest"] == digest(fault) and all(tool in row for tool in tools)


def missing(found: Mapping[Key, Row], tools: Iterable[str]) -> list[Fault]:
    """Return the faults that some of the tools have not been tried on as they are now.

    They come in an order of chance, so that what is known early speaks for all.
    """
    wanted = list(tools)
    stale = [fault for fault in FAULTS.values() if not measured(found.get((fault.name, ())), fault, wanted)]
    return sorted(stale, key=digest)


def settled(found: Mapping[Key, Row], row: Row, tool: str) -> bool:
    """Return whether it is known what a tool says because of the fault, and not of the sound stub too."""
    control = found.get((SOUND, tuple(row["operations"])), {})
    return tool in row and (tool in control or not kills(found, row, tool))


def kills(found: Mapping[Key, Row], row: Row, tool: str) -> list[dict[str, str]]:
    """Return the failures that Schemathesis, plain or with the pack, reports because of the fault."""
    sound = [control for control in found.values() if control["fault"] == SOUND and tool in control]
    alarms = [failure for control in sound for failure in control[tool]["failed"]]
    return [failure for failure in row.get(tool, {}).get("failed", ()) if failure not in alarms]
