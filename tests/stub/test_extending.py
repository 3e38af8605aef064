"""The seams: handlers by name, functions by module, a layer around everything."""

import tempfile
from pathlib import Path

import pytest
from socialapi_stub import credits, handlers  # noqa: A004 - the API's own word
from socialapi_stub.resources import brands, usage
from socialapi_stub.serve import running
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from stub.callers import web


def test_a_missing_function_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(brands, "list_brands")
    with pytest.raises(handlers.MissingHandlers, match=r"resources/brands.py lacks .* operation list_brands"):
        handlers.discover()


def test_a_spare_function_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def paint_brand() -> None: ...

    paint_brand.__module__ = brands.__name__
    monkeypatch.setattr(brands, "paint_brand", paint_brand, raising=False)
    with pytest.raises(handlers.MissingHandlers, match=r"resources/brands.py: paint_brand is no operation"):
        handlers.discover()


def test_a_handler_can_be_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usage, "get_usage", lambda _call: {"replaced": True})
    with running() as url:
        assert web.get(f"{url}/v1/usage", headers=_authorized(url)).json() == {"replaced": True}


def test_a_shared_function_can_be_replaced_while_the_server_runs(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(credits, "used", lambda _call, _kind: 77)
    assert web.get(f"{url}/v1/usage", headers=_authorized(url)).json()["posts_used"] == 77


def test_a_server_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with running():
        inside = list(tmp_path.iterdir())
    assert (len(inside), list(tmp_path.iterdir())) == (1, [])


def test_a_layer_can_be_put_around_everything() -> None:
    with running(middleware=_Renamer) as url:
        assert web.get(f"{url}/v1/brands").headers["X-Layer"] == "outermost"


class _Renamer:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"x-layer", b"outermost")]
            await send(message)

        await self.app(scope, receive, marked)


def _authorized(url: str) -> dict[str, str]:
    tokens = web.get(f"{url}/_mock/credentials").json()["workspaces"]["demo"]["tokens"]
    return {"Authorization": f"Bearer {tokens['api_key']}"}
