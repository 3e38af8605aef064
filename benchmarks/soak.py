"""Whether the mock can run for weeks: mixed traffic, and what the server holds meanwhile.

Run `python benchmarks/soak.py --seconds 1800`. It prints a line per interval and a verdict: no 5xx and no
request without an answer, nothing about a locked database or a traceback in the log, and memory and open
handles flat over the second half. The data go back to the start every ten minutes, so that a run may last
for weeks. Exit code 1 tells that the verdict is bad.
"""

import argparse
import contextlib
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any

import httpx
import psutil
from soak_traffic import TIMEOUT_SECONDS, Client, Pace, work

CONNECTIONS = 8
RESTORE_SECONDS = 600
LINES = 24
LONGEST_INTERVAL = 60

MB_PER_HOUR = 20
"""More than this over the second half is a leak, ..."""

MB_OF_NOISE = 8
"""... if it is more than this in all, which a short run cannot tell from chance."""

HANDLES_OF_NOISE = 16
"""Connections to the database come and go with how many requests meet."""

SUSPICIOUS = re.compile(r"locked|Traceback|Error\b|exception|could not", re.IGNORECASE)
REQUEST_LINE = re.compile(r"\d\d:\d\d:\d\d [A-Z-]+ \S+ \d+ [\d.]+ms ")


@dataclass(frozen=True)
class Sample:
    """What the server held at a time, and what had been answered until then."""

    seconds: float
    counts: Counter[str]
    megabytes: float
    handles: int
    threads: int
    files: int


@dataclass
class Server:
    """A running `sapi mock`: its processes, its temporary files, and what its log complains of."""

    url: str
    process: psutil.Process
    folder: Path
    said: deque[str]

    def sample(self, seconds: float, counts: Counter[str]) -> Sample:
        """Return what all its processes hold together."""
        processes = [self.process, *self.process.children(recursive=True)]
        return Sample(
            seconds,
            Counter(counts),
            sum(one.memory_info().rss for one in processes) / 1024**2,
            sum(one.num_fds() for one in processes),
            sum(one.num_threads() for one in processes),
            sum(len(files) for _, _, files in os.walk(self.folder)),
        )


@contextlib.contextmanager
def serving(options: Sequence[str]) -> Iterator[Server]:
    """Start `sapi mock` with a folder for temporary files to itself, and stop it as Ctrl-C would."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TMPDIR": folder, "PYTHONUNBUFFERED": "1"}
        command = ["sapi", "mock", "--port", "0", *options]
        pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        with subprocess.Popen(command, env=environment, **pipes) as process:
            said: deque[str] = deque(maxlen=20)
            reading = threading.Thread(target=lambda: said.extend(complaints(process.stderr)), daemon=True)
            reading.start()
            try:
                yield Server(_root(process.stdout), psutil.Process(process.pid), Path(folder), said)
            finally:
                process.terminate()
                process.wait(30)


def _root(lines: IO[str]) -> str:
    for line in lines:
        if found := re.search(r"http://\S+", line):
            return found.group()
    raise SystemExit("sapi mock ended before it was ready")


def complaints(lines: Iterable[str]) -> Iterator[str]:
    """Yield what a log says beside requests that a server in order would not."""
    for line in lines:
        if not REQUEST_LINE.match(line) and SUSPICIOUS.search(line):
            yield line.rstrip()


@contextlib.contextmanager
def receiving(counts: Counter[str]) -> Iterator[str]:
    """Receive webhooks, and count them."""

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            counts["webhooks"] += 1
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Receiver) as receiver:
        threading.Thread(target=receiver.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{receiver.server_port}/"
        receiver.shutdown()


@contextlib.contextmanager
def traffic(url: str, rate: float, counts: Counter[str]) -> Iterator[httpx.Client]:
    """Drive the mixed traffic meanwhile; give a client for what is done beside it."""
    stop, pace = threading.Event(), Pace(rate)
    with contextlib.ExitStack() as stack:
        receiver = stack.enter_context(receiving(counts))
        opened = [
            stack.enter_context(httpx.Client(base_url=url, timeout=TIMEOUT_SECONDS))
            for _ in range(CONNECTIONS + 1)
        ]
        tokens = opened[0].get("/_mock/credentials").json()["workspaces"]["demo"]["tokens"]
        accounts = _accounts(opened[0], tokens["api_key"])
        opened[0].put("/_mock/snapshots/soak").raise_for_status()
        clients = [Client(one, tokens, accounts, pace, counts, receiver) for one in opened[1:]]
        pool = stack.enter_context(ThreadPoolExecutor(CONNECTIONS))
        stack.callback(stop.set)  # before the pool waits for its threads
        working = [pool.submit(work, one, stop) for one in clients]
        yield opened[0]
        stop.set()
        for one in working:
            one.result()


def _accounts(client: httpx.Client, key: str) -> dict[str, str]:
    found = client.get("/v1/accounts", headers={"Authorization": f"Bearer {key}"}).json()["data"]
    return {one["platform"]: one["id"] for one in found if one["status"] == "active"}


def samples(server: Server, seconds: float, rate: float) -> Iterator[Sample]:
    """Yield what the server holds, once an interval, while traffic goes on."""
    counts: Counter[str] = Counter()
    interval = min(seconds / LINES, LONGEST_INTERVAL)
    with traffic(server.url, rate, counts) as client:
        began = restored = time.monotonic()
        while (passed := time.monotonic() - began) < seconds:
            time.sleep(min(interval, seconds - passed))
            if time.monotonic() - restored > RESTORE_SECONDS:
                client.post("/_mock/snapshots/soak/restore").raise_for_status()
                restored = time.monotonic()
            yield server.sample(time.monotonic() - began, counts)


def verdict(found: Sequence[Sample], said: Iterable[str]) -> list[str]:
    """Return what is wrong."""
    half = found[len(found) // 2 :]
    counts = found[-1].counts
    wrong = [f"{counts[kind]} answers were {kind}" for kind in ("5xx", "lost") if counts[kind]]
    wrong += [f"the log says: {line}" for line in said]
    wrong += [f"there were no {kind}" for kind in ("2xx", "4xx", "webhooks") if not counts[kind]]
    hours = (half[-1].seconds - half[0].seconds) / 3600
    memory, handles = growth(half, "megabytes"), growth(half, "handles")
    print(
        f"\nsecond half: memory {memory / hours:+.1f} MB per hour ({memory:+.1f} MB), handles {handles:+.0f}"
    )
    print(f"allowed: {MB_PER_HOUR} MB per hour or {MB_OF_NOISE} MB, {HANDLES_OF_NOISE} handles")
    if memory > max(MB_PER_HOUR * hours, MB_OF_NOISE):
        wrong.append(f"memory grew by {memory:.1f} MB, {memory / hours:.1f} MB per hour")
    if handles > HANDLES_OF_NOISE:
        wrong.append(f"open handles grew by {handles:.0f}")
    return wrong


def growth(found: Sequence[Sample], what: str) -> float:
    """Return how much something grew by the line that fits it best."""
    seconds = [one.seconds for one in found]
    slope, _ = statistics.linear_regression(seconds, [getattr(one, what) for one in found])
    return slope * (seconds[-1] - seconds[0])


def line(sample: Sample) -> str:
    """Return a row of the table."""
    counts = " ".join(f"{sample.counts[kind]:>8}" for kind in ("2xx", "4xx", "5xx", "lost", "webhooks"))
    held = f"{sample.megabytes:>8.1f} {sample.handles:>8} {sample.threads:>8} {sample.files:>8}"
    return f"{sample.seconds:>8.0f} {counts} {held}"


def main() -> int:
    """Run the soak and return the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=1800)
    options.add_argument("--rate", type=float, default=50, help="requests per second")
    options.add_argument("--workers", type=int, default=1)
    options.add_argument("--database-url", default="")
    given = options.parse_args()
    mock = [f"--workers={given.workers}", f"--database-url={given.database_url}"]
    titles = ("seconds", "2xx", "4xx", "5xx", "lost", "webhooks", "MB", "handles", "threads", "files")
    found = []
    with serving(mock) as server:
        print(" ".join(f"{title:>8}" for title in titles))
        for sample in samples(server, given.seconds, given.rate):
            found.append(sample)
            print(line(sample), flush=True)
        wrong = verdict(found, server.said)
    print("\n".join(wrong) or "flat, and nothing went wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
