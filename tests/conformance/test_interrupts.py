"""Ctrl-C: a check that somebody ends leaves nothing behind, whatever it was doing."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from socialapi_conformance import interrupts, target
from socialapi_conformance.api import Api
from socialapi_conformance.client import Client
from socialapi_conformance.judge import judge
from socialapi_conformance.registry import discover
from socialapi_stub.serve import running
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class InterruptingBefore:
    """Middleware: this process gets Ctrl-C when a request of a method is done and not answered yet."""

    def __init__(self, app: ASGIApp, method: str) -> None:
        self.app = app
        self.method = method
        self.over = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def watched(message: Message) -> None:
            if scope["method"] == self.method and not self.over:
                self.over = True
                os.kill(os.getpid(), signal.SIGINT)
            await send(message)

        await self.app(scope, receive, watched if scope["type"] == "http" else send)


@pytest.fixture(params=["POST", "DELETE"])
def interrupting(request: pytest.FixtureRequest) -> Iterator[str]:
    with running(middleware=lambda app: InterruptingBefore(app, request.param)) as url:
        yield url


def makes_brands(api: Api) -> None:
    for name in ("One", "Two"):
        api.demo.call("create_brand", body={"name": name})


def brands(client: Client, key: str) -> list[str]:
    answer = httpx.get(f"{client.api}/brands", headers={"Authorization": f"Bearer {key}"})
    return [brand["name"] for brand in answer.json()["data"]]


def test_what_was_made_is_removed_whenever_somebody_interrupts(interrupting: str) -> None:
    described, client = target.load(None, interrupting, 5), Client(interrupting)
    key = described.workspaces["demo"].tokens["api_key"]
    before = brands(client, key)
    with pytest.raises(KeyboardInterrupt):
        judge(replace(discover()[0], cites=(), needs=(), run=makes_brands), described, client, seed=1)
    assert brands(client, key) == before


def test_who_asks_twice_is_not_kept_waiting() -> None:
    waited = False
    with pytest.raises(KeyboardInterrupt), interrupts.held():
        signal.raise_signal(signal.SIGINT)
        waited = True
        signal.raise_signal(signal.SIGINT)
        raise AssertionError("it still waits")
    assert waited
