"""How much longer the stub takes for a request than a bare application that answers the same bytes.

Both run in threads of one process, behind the same server. Run `python benchmarks/stub_latency.py` to get the
milliseconds of both for each request, and their ratio.
"""

import contextlib
import statistics
import threading
import time
from collections.abc import Iterator

import httpx
import uvicorn
from socialapi_stub.serve import running
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

CALLS = 300
REQUESTS = ("/v1/users/me", "/v1/brands", "/v1/posts?limit=25", "/v1/posts/unknown")


@contextlib.contextmanager
def bare(answers: dict[str, bytes]) -> Iterator[str]:
    """Serve recorded answers and nothing else."""

    async def answer(request: Request) -> Response:
        return Response(
            answers[f"{request.url.path}?{request.url.query}".rstrip("?")], media_type="application/json"
        )

    app = Starlette(routes=[Route("/{path:path}", answer)])
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def milliseconds(client: httpx.Client, url: str) -> float:
    """Return the median time of one call."""
    return statistics.median(_timed(client, url) for _ in range(CALLS)) * 1000


def _timed(client: httpx.Client, url: str) -> float:
    start = time.perf_counter()
    client.get(url)
    return time.perf_counter() - start


if __name__ == "__main__":
    with running() as stub, httpx.Client() as client:
        tokens = client.get(f"{stub}/_mock/credentials").json()["workspaces"]["demo"]["tokens"]
        client.headers["Authorization"] = f"Bearer {tokens['api_key']}"
        answers = {path: client.get(stub + path).content for path in REQUESTS}
        with bare(answers) as bound:
            for path in REQUESTS:
                ours, theirs = milliseconds(client, stub + path), milliseconds(client, bound + path)
                print(f"{path:<22} stub {ours:6.2f} ms   bare {theirs:6.2f} ms   ratio {ours / theirs:4.1f}")
