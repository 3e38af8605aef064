"""How much of the contract servers keep that know its document alone: Prism and Mockoon, as the suite judges.

Both are installed from npm into a temporary folder and serve the bundle. Run `python benchmarks/peers.py` to
get a table of families of checks; `--select ID` judges by others, `--keep FOLDER` keeps packages and reports.
"""

import argparse
import contextlib
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socialapi_conformance.registry import discover
from socialapi_contract import bundle
from socialapi_contract.operations import OPERATIONS

PINNED = Path(__file__).parent.parent / ".ci/package.json"
SELECTED = ("brands", "posts", "across/errors")
START_SECONDS = 120
TARGET = {
    "workspaces": {
        name: {"tokens": {"api_key": f"sapi_key_{number:062x}"}}
        for number, name in enumerate(("demo", "other"))
    }
}
"""Keys that nobody has issued: these servers take any."""


@dataclass(frozen=True)
class Peer:
    """A server of other people: its package of npm and the command that serves a document at a port."""

    name: str
    package: str
    version: str
    command: str

    def arguments(self, folder: Path, document: Path, port: int) -> list[str]:
        """Return its command line, for the folder it is installed in."""
        program, *rest = self.command.format(document=document, port=port).split()
        return [str(folder / "node_modules/.bin" / program), *rest]


def peers() -> list[Peer]:
    """Return the servers that are compared; Prism in the version that `.ci/peers` pins."""
    prism = json.loads(PINNED.read_text(encoding="utf-8"))["dependencies"]["@stoplight/prism-cli"]
    return [
        Peer("Prism", "@stoplight/prism-cli", prism, "prism mock --port {port} {document}"),
        Peer("Mockoon", "@mockoon/cli", "9.9.0", "mockoon-cli start --port {port} --data {document}"),
    ]


def install(found: Sequence[Peer], folder: Path) -> None:
    """Install the packages into a folder, without running their scripts."""
    options = ("--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts")
    packages = [f"{peer.package}@{peer.version}" for peer in found]
    subprocess.run(["npm", "install", "--prefix", str(folder), *options, *packages], check=True)


def prefixed() -> dict[str, Any]:
    """Return the bundle with `/v1` in its paths, for these servers do not serve the path of `servers`."""
    document = dict(bundle("api"))
    at_root = {operation.path for operation in OPERATIONS.values() if operation.at_root}
    paths = {path if path in at_root else f"/v1{path}": item for path, item in document["paths"].items()}
    return {**document, "servers": [{"url": "/"}], "paths": paths}


@contextlib.contextmanager
def serving(peer: Peer, folder: Path, document: Path) -> Iterator[str]:
    """Start a server and yield its root when it listens."""
    port = free_port()
    with (folder / f"{peer.name}.log").open("w") as log:
        process = subprocess.Popen(peer.arguments(folder, document, port), stdout=log, stderr=log)
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=30)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody listens on a port. Raises `TimeoutError` after two minutes."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.2)
    raise TimeoutError(f"nobody listens on port {port}")


def judged(name: str, url: str, folder: Path, selections: Sequence[str]) -> list[dict[str, Any]]:
    """Return the results of the suite, as lines of its report; what it prints goes to a file beside it."""
    target, report = folder / "target.json", folder / f"{name}.jsonl"
    target.write_text(json.dumps(TARGET), encoding="utf-8")
    chosen = [part for each in selections for part in ("--select", each)]
    options = ["--target", str(target), "--level", "must", "--seed", "1", "--report", f"jsonl={report}"]
    command = [sys.executable, "-m", "socialapi_tools", "check", url, *options, *chosen]
    with (folder / f"{name}.txt").open("w", encoding="utf-8") as printed:
        subprocess.run(command, check=False, stdout=printed)
    lines = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line["type"] == "check"]


def by_module(lines: Sequence[dict[str, Any]]) -> dict[str, tuple[int, int, int]]:
    """Return how many families of each module failed, passed, and were not verified."""
    checks = {check.id: check for check in discover()}
    verdicts = defaultdict(set)
    for line in lines:
        verdicts[checks[line["id"]].family].add(line["verdict"])
    modules = {check.family: check.module for check in checks.values()}
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for family, found in verdicts.items():
        column = 0 if found & {"fail", "error"} else 1 if "pass" in found else 2
        counts[modules[family]][column] += 1
    return {module: (failed, passed, rest) for module, (failed, passed, rest) in sorted(counts.items())}


def table(results: dict[str, dict[str, tuple[int, int, int]]]) -> str:
    """Return a Markdown table of failed / passed / not verified families, a row for each module of checks."""
    modules = sorted({module for counts in results.values() for module in counts})
    rows = [["families of", *results], ["---"] * (len(results) + 1)]
    rows += [
        [f"`{module}`", *(_figures(counts[module]) for counts in results.values())] for module in modules
    ]
    totals = ([sum(column) for column in zip(*counts.values(), strict=True)] for counts in results.values())
    rows.append(["all", *map(_figures, totals)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _figures(counts: Sequence[int]) -> str:
    return " / ".join(map(str, counts))


def main() -> None:
    """Install, serve, judge, and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--select", action="append", default=[], help="id of a check, or the beginning of ids"
    )
    options.add_argument("--keep", type=Path, help="a folder for packages and reports")
    given = options.parse_args()
    with contextlib.ExitStack() as stack:
        folder = given.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        document = folder / "openapi.json"
        install(peers(), folder)
        document.write_text(json.dumps(prefixed()), encoding="utf-8")
        results = {}
        for peer in peers():
            with serving(peer, folder, document) as url:
                lines = judged(peer.name, url, folder, given.select or SELECTED)
            results[f"{peer.name} {peer.version}"] = by_module(lines)
        print(table(results))


if __name__ == "__main__":
    main()
