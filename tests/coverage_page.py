"""The page `generated/docs/coverage.md`: what of the contract is checked and proven able to fail.

Only the tests may look at contract, stub, checks and faults together, so the page is written from here:
`python tests/coverage_page.py`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from faults.loading import FAULTS
from mock_server import ROOT
from socialapi_conformance.registry import discover, lies_under
from socialapi_contract.operations import OPERATIONS, Operation

PAGE = ROOT / "generated/docs/coverage.md"
OVERVIEW: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("overview.yaml").read_text(encoding="utf-8")
)
CHECKS = discover()
INTRO = """\
# Coverage

For every operation: the document that describes it, how many checks judge it by itself and together with
all others, and how many faults prove that the checks about it can fail. Then every sentence of the API
overview with the checks that hold it."""


def page() -> str:
    """Return the whole page."""
    return "\n".join([INTRO, "", *_operations(), "", *_sentences()]) + "\n"


def own_checks(operation: Operation) -> int:
    """Return how many checks of the operation's own resource cite it."""
    return sum(operation.operation_id in check.cites for check in CHECKS if not _is_across(check.id))


def _is_across(check_id: str) -> bool:
    return check_id.startswith("across/")


def _operations() -> Iterator[str]:
    yield f"## Operations\n\n{len(OPERATIONS)} operations, {len(CHECKS)} checks and {len(FAULTS)} faults.\n"
    yield "| operation | document | checks of its own | checks across all | faults |"
    yield "|---|---|---|---|---|"
    for name, operation in OPERATIONS.items():
        across = sum(name in check.cites for check in CHECKS if _is_across(check.id))
        cells = [operation.document, own_checks(operation), across]
        yield f"| `{name}` | {' | '.join(map(str, [*cells, _faults(operation)]))} |"


def _faults(operation: Operation) -> int:
    place = f"{operation.resource}/{operation.operation_id}"
    return sum(any(lies_under(name, place) for name in fault.wakes) for fault in FAULTS.values())


def _sentences() -> Iterator[str]:
    yield "## The sentences of the overview\n"
    yield "| sentence | held by |"
    yield "|---|---|"
    for row in OVERVIEW:
        yield f"| {row['says']} | {_held_by(row)} |"


def _held_by(row: dict[str, Any]) -> str:
    if "waiver" in row:
        return f"No check: {row['waiver'][0].lower()}{row['waiver'][1:]}"
    checks = row.get("checks") or [
        f"{OPERATIONS[name].resource}/{name}" for name in row["operations"] if own_checks(OPERATIONS[name])
    ]
    across = ["`across`"] if "operations" in row else []
    return ", ".join([*(f"`{check}`" for check in checks), *across])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
