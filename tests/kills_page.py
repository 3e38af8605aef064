"""The page `generated/docs/kills.md`: which fault the suite notices, plain Schemathesis, and the pack.

It is written from the rows that `benchmarks/kill_table.py` has measured: `python tests/kills_page.py`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from faults.faulty import Fault
from faults.loading import FAULTS
from kills import PAGE, Key, Row, kills, measured, rows, settled

TOOLS = ("suite", "plain", "pack")
INTRO = """\
# Kills

A fault is the stub with exactly one thing wrong. Each was written to wake checks of the conformance suite:
that the suite notices them all shows only that every check can fail. This page shows which of them others
notice.

* **suite**: the checks that the fault names; of a family that is named as a whole, until one fails.
* **plain**: `schemathesis run` with its own settings, every check, the same bundle and an API key.
* **pack**: `schemathesis run` with what `sapi schemathesis` writes, and the same key with a dashboard JWT.

Schemathesis was run on the operation that most of the failed checks are about, and on one more that they
cite if the contract has a link between the two: all phases, one worker, seed 1, and a freshly started server
for each tool. A fault counts as noticed when something is reported that is not reported of the sound stub:
another check, another operation, or another status or error code. On all operations at once it might meet a
few more. Its first failure ends a phase of an operation, so a false alarm can hide a fault from it, as it
would from its users.

`python benchmarks/kill_table.py` measures what has changed."""


def page() -> str:
    """Return the whole page."""
    found = rows()
    known = [fault for fault in FAULTS.values() if _is_known(found, fault)]
    parts = (_alarms(found), _summary(found, known), _faults(found, known), _waiting(known))
    return "\n".join([INTRO, *(line for part in parts for line in ("", *part))]) + "\n"


def _is_known(found: dict[Key, Row], fault: Fault) -> bool:
    row = found.get((fault.name, ()))
    return measured(row, fault, TOOLS) and all(settled(found, row, tool) for tool in TOOLS[1:])


def _alarms(found: dict[Key, Row]) -> Iterator[str]:
    yield "## False alarms\n"
    yield "What a run over all operations of the published bundle reports of the sound stub.\n"
    yield "| tool | requests | operations | alarms |"
    yield "|---|---|---|---|"
    bundle = found.get(("", ()), {})
    for tool in TOOLS[1:]:
        if tool in bundle:
            failed = bundle[tool]["failed"]
            checks = Counter(each["check"] for each in failed)
            said = ", ".join(f"`{name}` {count}" for name, count in checks.most_common()) or "none"
            operations = len({each["operation"] for each in failed})
            yield f"| {tool} | {bundle[tool]['requests']} | {operations} | {said} |"
        else:
            yield f"| {tool} | not yet run | | |"


def _summary(found: dict[Key, Row], known: list[Fault]) -> Iterator[str]:
    topics = defaultdict(list)
    for fault in known:
        topics[fault.arrange.__module__.removeprefix("faults.").removesuffix("_faults")].append(fault)
    yield f"## Noticed\n\n{len(known)} of {len(FAULTS)} faults have been run. {_depth(found, known)}\n"
    yield "| faults in | faults | suite | plain | pack |"
    yield "|---|---|---|---|---|"
    for topic in sorted(topics):
        yield f"| {topic.replace('_', ' ')} | {_counts(found, topics[topic])} |"
    yield f"| **all** | {_counts(found, known)} |"


def _depth(found: dict[Key, Row], known: list[Fault]) -> str:
    """Say how many requests Schemathesis made up; 100 is its default."""
    depths = Counter(found[fault.name, ()][tool]["examples"] for fault in known for tool in TOOLS[1:])
    said = " or ".join(f"{depth} examples" for depth in sorted(depths)) or "100 examples"
    return f"For each operation Schemathesis made up {said}; its default is 100."


def _counts(found: dict[Key, Row], faults: list[Fault]) -> str:
    counts = [sum(bool(_noticing(found, each, tool)) for each in faults) for tool in TOOLS]
    return " | ".join(map(str, [len(faults), *counts]))


def _faults(found: dict[Key, Row], known: list[Fault]) -> Iterator[str]:
    yield "## Every fault\n"
    yield "| fault | what is wrong | suite | plain | pack | Schemathesis was run on |"
    yield "|---|---|---|---|---|---|"
    for fault in sorted(known, key=lambda each: each.name):
        noticing = [_cell(_noticing(found, fault, tool)) for tool in TOOLS]
        wrong = " ".join(fault.wrong.replace("|", r"\|").split())
        on = _cell(found[fault.name, ()]["operations"])
        yield f"| {fault.name} | {wrong} | {' | '.join([*noticing, on])} |"


def _noticing(found: dict[Key, Row], fault: Fault, tool: str) -> list[str]:
    """Return the checks that noticed a fault."""
    row = found[fault.name, ()]
    return (
        row["suite"]["failed"] if tool == "suite" else sorted({e["check"] for e in kills(found, row, tool)})
    )


def _cell(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "no"


def _waiting(known: list[Fault]) -> Iterator[str]:
    waiting = [name for name in sorted(FAULTS) if FAULTS[name] not in known]
    if waiting:
        yield f"## Not yet run\n\n{_cell(waiting)}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
