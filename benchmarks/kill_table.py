"""What notices each fault: the suite, plain Schemathesis, and Schemathesis with the pack of the suite.

Run `python benchmarks/kill_table.py` in the project's folder. It runs what `benchmarks/kills.jsonl` does not
tell yet, or tells of a fault that has changed since, and writes the answers there one by one. It can be ended
at any time and goes on where it was. `python tests/kills_page.py` then writes `generated/docs/kills.md`.

Each tool meets a freshly started stub. The suite runs the checks that the fault names, of a family that is
named as a whole until one fails. Schemathesis runs on the operation that most of the failed checks are about,
and on one more that they cite if the contract has a link between the two; every option has its default, but
for a seed. With fewer examples a first table is made sooner; `--again` replaces it. What Schemathesis says of
the faulty stub and also of the sound one is no kill.
"""

import argparse
import functools
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from schemathesis_run import EXAMPLES, pack, plain, prepare

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import kills
from faults.faulty import Fault, planted, serving
from faults.loading import FAULTS
from faults.test_faults_wake_checks import audience, judged
from socialapi_conformance import schemas
from socialapi_conformance.judge import Result
from socialapi_conformance.registry import ACROSS
from socialapi_conformance.verdicts import Verdict
from socialapi_contract.operations import OPERATIONS

SCHEMATHESIS = {"plain": plain, "pack": pack}
TOOLS = ("suite", *SCHEMATHESIS)
BATCH = 10
"""After so many faults the controls are run that they call for."""


def measure(row: kills.Row, tools: Iterable[str], examples: int) -> kills.Row:
    """Return the row with what the tools say of its fault, or of the sound stub."""
    fault = FAULTS.get(row["fault"])
    for tool in tools:
        started = time.monotonic()
        with served(fault) as url:
            if fault and tool == "suite":
                results = judged(url, audience(fault), fault.wakes)
                failed: list[Any] = sorted({each.check.family for each in _failed(results)})
                requests = sum(each.requests for each in results)
                row["operations"] = chosen(fault, results)
            else:
                failed, requests = SCHEMATHESIS[tool](url, _tokens(url), row["operations"], examples)
        seconds = round(time.monotonic() - started, 1)
        row[tool] = {"failed": failed, "requests": requests, "seconds": seconds}
        if tool in SCHEMATHESIS:
            row[tool]["examples"] = examples
    return row


@contextmanager
def served(fault: Fault | None) -> Iterator[str]:
    """Serve the stub with the fault, or the sound one."""
    planted()  # before the fault can spoil it
    with pytest.MonkeyPatch.context() as patch, serving(fault.arrange(patch) if fault else None) as url:
        yield url


def chosen(fault: Fault, results: list[Result]) -> list[str]:
    """Return the operation that most of the failed checks are about, and one more that it is linked to."""
    cited = Counter(name for each in _failed(results) for name in set(each.check.cites) & set(OPERATIONS))
    own = [each.check for each in _failed(results) if not each.check.id.startswith(ACROSS)]
    about = Counter(part for check in own for part in check.id.split("/") if part in cited)
    if not cited:  # by no check of an operation, so that any can show it
        return [random.Random(fault.name).choice(sorted(OPERATIONS))]  # noqa: S311 - a choice of operations
    first, *others = sorted(cited, key=lambda name: (-about[name], -cited[name], name))
    return sorted([first, *[name for name in others if _linked(first, name)][:1]])


def _linked(one: str, other: str) -> bool:
    """Return whether the contract has a link from one of two operations to the other."""
    steps = {(start, link["operationId"]) for start in (one, other) for link in schemas.links(start)}
    return bool({(one, other), (other, one)} & steps)


def _failed(results: list[Result]) -> list[Result]:
    return [each for each in results if each.verdict is Verdict.FAIL]


def _tokens(url: str) -> dict[str, str]:
    answer = httpx.get(f"{url}/_mock/credentials", timeout=60)
    found: dict[str, str] = answer.json()["workspaces"]["demo"]["tokens"]
    return found


def main() -> None:
    """Run what is missing."""
    options = _options()
    found = kills.rows()
    for again in options.again:
        for row in found.values():
            row.pop(again, None)
    faults = [each for each in kills.missing(found, options.tools) if each.name in (options.only or FAULTS)]
    planted()  # once, for all processes
    with ProcessPoolExecutor(options.jobs, multiprocessing.get_context("fork"), prepare) as pool:
        run = functools.partial(_run, pool, found, options)
        if options.bundle:
            run([_sound(found, ())], "bundle")
        for start in range(0, len(faults), BATCH):
            rows = [_begun(found, each) for each in faults[start : start + BATCH]]
            run(rows, f"faults from {start} of {len(faults)}:")
            run(_controls(found), "controls:")
        run(_controls(found), "controls:")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", action="append", metavar="FAULT", help="run this fault; may be repeated")
    parser.add_argument("--tools", nargs="+", default=TOOLS, choices=TOOLS, help="run no other tools")
    parser.add_argument(
        "--again", action="append", default=[], choices=TOOLS, help="forget what the tool has said"
    )
    parser.add_argument(
        "--max-examples", type=int, default=EXAMPLES, help="how many requests Schemathesis makes up"
    )
    parser.add_argument("--jobs", type=int, default=1, help="how many faults run at a time")
    parser.add_argument("--bundle", action="store_true", help="run the sound stub with all operations too")
    return parser.parse_args()


def _begun(found: dict[kills.Key, kills.Row], fault: Fault) -> kills.Row:
    """Return the fault's row as far as it still holds."""
    if kills.measured(row := found.get((fault.name, ())), fault, ()):
        return dict(row or {})
    return {"fault": fault.name, "digest": kills.digest(fault), "operations": []}


def _controls(found: dict[kills.Key, kills.Row]) -> list[kills.Row]:
    """Return the controls that known faults call for."""
    told = [row for row in found.values() if row["fault"] in FAULTS and _may_be_noticed(found, row)]
    return [_sound(found, each) for each in sorted({tuple(row["operations"]) for row in told})]


def _may_be_noticed(found: dict[kills.Key, kills.Row], row: kills.Row) -> bool:
    """Return whether Schemathesis says of the fault what no control has shown yet."""
    return any(kills.kills(found, row, tool) for tool in SCHEMATHESIS)


def _sound(found: dict[kills.Key, kills.Row], operations: tuple[str, ...]) -> kills.Row:
    """Return the row of the control for the operations as far as it is known."""
    blank = {"fault": kills.SOUND, "digest": "", "operations": list(operations)}
    return dict(found.get(kills.key(blank), blank))


def _run(
    pool: Executor,
    found: dict[kills.Key, kills.Row],
    options: argparse.Namespace,
    wanted: list[kills.Row],
    what: str,
) -> None:
    """Measure what the rows lack and write one after the other."""
    lacking = [(row, [each for each in options.tools if _lacks(row, each)]) for row in wanted]
    waiting = [pool.submit(measure, row, tools, options.max_examples) for row, tools in lacking if tools]
    started = time.monotonic()
    for count, each in enumerate(as_completed(waiting), 1):
        if error := each.exception():
            print(f"{what} {count}/{len(waiting)} is left for another time: {error!r}", file=sys.stderr)
            continue
        row = each.result()
        found[kills.key(row)] = row
        kills.write(found)
        left = (time.monotonic() - started) / count * (len(waiting) - count)
        name = row["fault"] or " ".join(row["operations"])
        print(f"{what} {count}/{len(waiting)}, {left / 60:.0f} min left: {name}", file=sys.stderr)


def _lacks(row: kills.Row, tool: str) -> bool:
    """Return whether the tool has to be run yet; the suite need not be on the sound stub."""
    return tool not in row and (bool(row["fault"]) or tool in SCHEMATHESIS)


if __name__ == "__main__":
    main()
