"""Judge the sound stub with many seeds: `python tests/variants/seeds.py 50 [PREFIX...]`.

Every seed is tried on a fresh server of each database, in the profile standard: what holds everywhere is
judged at cases that the seed chooses, so that many seeds meet them all. With prefixes everything below them
is judged. What fails is printed with the seed that repeats it.
Exit code 1 tells of failures.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import postgres
from conformance.running import lines
from mock_server import SAPI, start_mock
from replicas import replicated

DATABASES = ("temporary", "kept", "workers", "replicas")
FIRM = ("fail", "error")


def main(count: str = "50", *prefixes: str) -> int:
    """Run `count` seeds and return the exit code."""
    failed = 0
    for number in range(int(count)):
        seed = random.randrange(1_000_000)  # noqa: S311 - a choice of requests
        for database in DATABASES:
            began, found = time.monotonic(), list(unsatisfied(seed, database, prefixes))
            failed += len(found)
            run = f"{number + 1}/{count}: seed {seed}, {database} database"
            print(f"{run}: {len(found)} failed in {time.monotonic() - began:.0f} s")
            print("\n".join(found), end="\n" if found else "", flush=True)
    return 1 if failed else 0


@contextmanager
def served(database: str, folder: Path) -> Iterator[str]:
    """Run a fresh stub on a kind of database: one server, two processes of one, or two behind a balancer."""
    if database == "replicas":
        with postgres.running() as new_database, replicated(new_database(), folder) as replicas:
            yield replicas.url
        return
    options = {"kept": ["--database-url", f"sqlite:///{folder}/mock.db"], "workers": ["--workers", "2"]}
    with start_mock(*options.get(database, [])) as mock:
        yield mock.url


def unsatisfied(seed: int, database: str, prefixes: Sequence[str]) -> Iterator[str]:
    """Yield a line for each check that a fresh stub does not satisfy, and one for a run that did not end."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.jsonl"
        with served(database, Path(folder)) as url:
            selected = [part for prefix in prefixes for part in ("--select", prefix)]
            asked = ["--seed", str(seed), "--report", f"jsonl={report}", "-n", str(os.cpu_count() or 1)]
            command = [SAPI, "check", url, *asked, *selected]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        told = lines(report)
    for line in told:
        if line["type"] == "check" and line["verdict"] in FIRM:
            said = line["reason"] or f"expected {line['expected']}, received {line['received']}"
            yield f"  {line['id']} --seed {seed}: {said}"
    if told[-1]["type"] != "summary":
        yield f"  seed {seed} did not end: {done.stderr[-300:]}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
