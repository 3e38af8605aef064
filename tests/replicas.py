"""Several servers behind one address: every request goes to the next of them, as a load balancer sends it."""

import itertools
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from mock_server import Mock, start_mock
from socialapi_stub.serve import Server, config
from socialapi_stub.settings import Settings
from socialapi_stub.sockets import listen, root_of
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

START_SECONDS, STOP_SECONDS = 10, 10
NO_KEEPING = httpx.Limits(max_keepalive_connections=0)
OWN = (b"connection", b"transfer-encoding")
"""Headers about a connection, which is not the same before and behind the balancer."""


@dataclass
class Replicas:
    """Servers of one database, and the address in front of them."""

    url: str
    mocks: list[Mock]

    def tokens(self, workspace: str = "demo") -> dict[str, str]:
        return self.mocks[-1].tokens(workspace)


@contextmanager
def replicated(database_url: str, media_dir: Path, count: int = 2) -> Iterator[Replicas]:
    """Start servers on one database, all at once, and a balancer in front of them."""
    options = ("--database-url", database_url, "--media-dir", str(media_dir))
    with ExitStack() as stack, ThreadPoolExecutor(count) as pool:
        mocks = [*pool.map(lambda _: stack.enter_context(start_mock(*options)), range(count))]
        yield Replicas(stack.enter_context(balanced([mock.url for mock in mocks])), mocks)


@contextmanager
def balanced(roots: Sequence[str]) -> Iterator[str]:
    """Run a balancer in a thread and give its root; one that is gone is passed over."""
    listener, ready = listen("127.0.0.1", 0), threading.Event()
    server = Server(config(Balancer(roots), Settings()), ready.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        assert ready.wait(START_SECONDS), "the balancer did not start"
        yield root_of(listener)
    finally:
        server.should_exit = True
        thread.join(STOP_SECONDS)


class Balancer:
    """An ASGI application that hands every request on to the next server."""

    def __init__(self, roots: Sequence[str]) -> None:
        self._roots = roots
        self._turns = itertools.count()
        self._client: httpx.AsyncClient | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            body = await Request(scope, receive).body()
            answer = await self._answer(scope, body)
            await answer(scope, receive, send)

    async def _answer(self, scope: Scope, body: bytes) -> Response:
        turn = next(self._turns)
        for attempt in range(len(self._roots)):
            try:
                return await self._ask(self._roots[(turn + attempt) % len(self._roots)], scope, body)
            except httpx.ConnectError:
                continue
            except httpx.HTTPError:
                break
        return Response("The server is gone.", 502)

    async def _ask(self, root: str, scope: Scope, body: bytes) -> Response:
        self._client = self._client or httpx.AsyncClient(trust_env=False, limits=NO_KEEPING, timeout=60)
        query = b"?" + scope["query_string"] if scope["query_string"] else b""
        url = httpx.URL(root).copy_with(raw_path=scope["raw_path"] + query)
        headers = [pair for pair in scope["headers"] if pair[0] not in OWN]
        request = self._client.build_request(scope["method"], url, headers=headers, content=body)
        found = await self._client.send(request, stream=True)
        answer = Response(b"".join([part async for part in found.aiter_raw()]), found.status_code)
        await found.aclose()
        answer.raw_headers = [
            (name.lower(), value) for name, value in found.headers.raw if name.lower() not in OWN
        ]
        return answer
