"""How fast `sapi mock` is beside Prism, which keeps nothing, and a bare application with the same answers.

One process of each, one after the other, the same load: eight connections of autocannon. Ours keeps its data
in an SQLite file. Prism and autocannon are installed from npm into a temporary folder. Run
`python benchmarks/mock.py`; it prints requests per second, the 99th percentile, and what ours makes of both.
"""

import argparse
import contextlib
import json
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peers import Peer, free_port, install, peers, prefixed

CONNECTIONS = 8
WRITES_PER_SECOND = 20
AUTOCANNON = Peer("autocannon", "autocannon", "8.0.0", "autocannon")
BARE = """
import json, sys
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

answers = {key: (status, body.encode()) for key, (status, body) in json.load(open(sys.argv[2])).items()}

async def answer(request):
    status, body = answers[f"{request.method} {request.url.path}"]
    await request.body()
    return Response(body, status, media_type="application/json")

app = Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "POST"])])
import uvicorn
uvicorn.run(app, port=int(sys.argv[1]), log_level="error", access_log=False)
"""
"""The bound: what is left of a server that does nothing."""


@dataclass(frozen=True)
class Load:
    """A request that is sent again and again; `beside` is one that is sent now and then meanwhile."""

    name: str
    method: str
    path: str
    body: str = ""
    beside: "Load | None" = None


@dataclass(frozen=True)
class Server:
    """A running server: where, its process, and how long it took to the first answer."""

    url: str
    process: int
    seconds: float

    def megabytes(self) -> float:
        """Return the memory that it holds."""
        told = Path(f"/proc/{self.process}/status").read_text(encoding="utf-8")
        return int(re.search(r"VmRSS:\s+(\d+)", told)[1]) / 1024  # type: ignore[index] # every process has it


@dataclass(frozen=True)
class Rate:
    """What a load came to."""

    per_second: float
    p99_ms: float
    status: str


def loads(post_id: str) -> list[Load]:
    """Return what is measured."""
    create = Load("create", "POST", "/v1/posts", '{"text": "Made by a benchmark."}')
    return [
        Load("list 25", "GET", "/v1/posts"),
        Load("get", "GET", f"/v1/posts/{post_id}"),
        create,
        Load("404 path", "GET", "/v1/nowhere"),
        Load("404 post", "GET", "/v1/posts/00000000-0000-4000-8000-000000000000"),
        Load("validation", "POST", "/v1/posts", '{"text": 5}'),
        Load("list, writes", "GET", "/v1/posts", beside=create),
        Load("get, writes", "GET", f"/v1/posts/{post_id}", beside=create),
    ]


@contextlib.contextmanager
def serving(command: Sequence[str], port: int) -> Iterator[Server]:
    """Start a server and yield it with its first answer, whatever that is."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        while not _answers(f"{url}/v1/nowhere"):
            time.sleep(0.01)
        yield Server(url, process.pid, time.monotonic() - started)
    finally:
        process.terminate()
        process.wait(30)


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url).close()  # noqa: S310 - a server that was just started
    except urllib.error.HTTPError as error:
        error.close()
    except OSError:
        return False
    return True


def rate(tools: Path, server: Server, token: str, load: Load, seconds: int) -> Rate:
    """Return what a server makes of a load."""
    with contextlib.ExitStack() as stack:
        if load.beside:
            few = ("-c", "1", "-R", str(WRITES_PER_SECOND), "-d", "600")
            beside = _autocannon(tools, server, token, load.beside, few)
            stack.callback(beside.wait)
            stack.callback(beside.terminate)
        all_at_once = ("-c", str(CONNECTIONS), "-d")
        _autocannon(tools, server, token, load, (*all_at_once, "1")).communicate()
        measured = _autocannon(tools, server, token, load, (*all_at_once, str(seconds)))
        told: dict[str, Any] = json.loads(measured.communicate()[0])
    status = "/".join(sorted(told["statusCodeStats"]))
    return Rate(told["requests"]["average"], told["latency"]["p99"], status)


def _autocannon(
    tools: Path, server: Server, token: str, load: Load, options: Sequence[str]
) -> subprocess.Popen[str]:
    headers = [f"Authorization=Bearer {token}", *(["Content-Type=application/json"] if load.body else [])]
    given = [part for header in headers for part in ("-H", header)] + (["-b", load.body] if load.body else [])
    wanted = ("-j", "-n", "-m", load.method, *options, *given, f"{server.url}{load.path}")
    command = [str(tools / "node_modules/.bin/autocannon"), *wanted]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def answer(url: str, token: str, load: Load) -> tuple[int, str]:
    """Return status and body of one request."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    data = load.body.encode() or None
    request = urllib.request.Request(f"{url}{load.path}", data, headers, method=load.method)  # noqa: S310 - same
    try:
        with urllib.request.urlopen(request) as told:  # noqa: S310 - same
            return told.status, told.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=5, help="how long each load lasts")
    parser.add_argument("--database-url", default="", help="an empty database in the place of a new file")
    given = parser.parse_args()
    seconds: int = given.seconds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prism = next(peer for peer in peers() if peer.name == "Prism")
        install([prism, AUTOCANNON], folder)
        (folder / "bundle.json").write_text(json.dumps(prefixed()), encoding="utf-8")
        database = given.database_url or f"sqlite:///{folder / 'mock.db'}"
        measured = _ours(folder, database, seconds), _prism(prism, folder, seconds), _bare(folder, seconds)
    _print(*measured)


Measured = tuple[Server, float, dict[str, Rate]]
"""A server, its memory in megabytes after the loads, and the rates."""


def _ours(folder: Path, database: str, seconds: int) -> Measured:
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "socialapi_tools",
        "mock",
        "--port",
        str(port),
        "--database-url",
        database,
    ]
    with serving(command, port) as server:
        with urllib.request.urlopen(f"{server.url}/_mock/credentials") as told:  # noqa: S310 - same
            token = json.load(told)["workspaces"]["demo"]["tokens"]["api_key"]
        listed = json.loads(answer(server.url, token, Load("", "GET", "/v1/posts"))[1])
        wanted = loads(listed["data"][0]["id"])
        answers = {f"{load.method} {load.path}": answer(server.url, token, load) for load in wanted}
        # A path that takes both a good and a bad body answers the good one, which is longer.
        answers["POST /v1/posts"] = answer(server.url, token, wanted[2])
        (folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
        (folder / "post").write_text(listed["data"][0]["id"], encoding="utf-8")
        return _measured(folder, server, token, seconds)


def _prism(prism: Peer, folder: Path, seconds: int) -> Measured:
    port = free_port()
    with serving(prism.arguments(folder, folder / "bundle.json", port), port) as server:
        return _measured(folder, server, "any", seconds)


def _bare(folder: Path, seconds: int) -> Measured:
    port = free_port()
    command = [sys.executable, "-c", BARE, str(port), str(folder / "answers.json")]
    with serving(command, port) as server:
        return _measured(folder, server, "any", seconds)


def _measured(folder: Path, server: Server, token: str, seconds: int) -> Measured:
    wanted = loads((folder / "post").read_text(encoding="utf-8"))
    rates = {}
    for load in wanted:
        print(f"{server.url}: {load.name}", file=sys.stderr, flush=True)
        rates[load.name] = rate(folder, server, token, load, seconds)
    return server, server.megabytes(), rates


def _print(ours: Measured, prism: Measured, bare: Measured) -> None:
    columns = "{:<13} {:>18} {:>18} {:>18} {:>9} {:>8}"
    print(columns.format("", "ours", "Prism", "bare", "x Prism", "of bare"))
    for name, rate in ours[2].items():
        theirs, bound = prism[2][name], bare[2][name]
        cells = [f"{one.per_second:,.0f}/s {one.p99_ms:.0f} ms" for one in (rate, theirs, bound)]
        ratios = f"{rate.per_second / theirs.per_second:.1f}", f"1/{bound.per_second / rate.per_second:.1f}"
        print(columns.format(name, *cells, *ratios), f" {rate.status}")
    for name, read in (("start, s", _seconds), ("memory, MB", _megabytes)):
        values = [read(one) for one in (ours, prism, bare)]
        ratios = f"{values[0] / values[1]:.2f}", f"{values[0] / values[2]:.1f}"
        print(columns.format(name, *(f"{value:,.2f}" for value in values), *ratios))


def _seconds(measured: Measured) -> float:
    return measured[0].seconds


def _megabytes(measured: Measured) -> float:
    return measured[1]


if __name__ == "__main__":
    main()
