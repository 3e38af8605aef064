"""What the mock holds, seen past the client: plain HTTP and the control plane."""

import time
from collections.abc import Callable
from functools import cached_property
from typing import Any

import httpx
from pydantic import BaseModel
from stub.callers import web

Json = dict[str, Any]


class Workspace:
    """A workspace of the mock: its documents as they are, and what can be made to happen in it."""

    def __init__(self, url: str, name: str, api: httpx.Client) -> None:
        self.url = url
        self.name = name
        self.api = api

    def get(self, path: str, **query: Any) -> Json:
        """Return the document under a path of the API."""
        return self._read(self.api.get(path, params=query))

    def post(self, path: str, **body: Any) -> Json:
        """Make something without the client's help."""
        return self._read(self.api.post(path, json=body))

    def account(self, platform: str) -> str:
        """Return the id of an account that was there from the beginning."""
        return self._accounts[platform]

    @cached_property
    def _accounts(self) -> dict[str, str]:
        return {one["platform"]: one["id"] for one in self.get("/accounts")["data"]}

    @cached_property
    def brand(self) -> str:
        """The id of the brand that the accounts belong to."""
        return next(str(one["id"]) for one in self.get("/brands")["data"] if one["name"] == "Default")

    def trigger(self, event: str, platform: str, **overrides: Any) -> Json:
        """Let something happen on a platform."""
        order = {"event": event, "account_id": self.account(platform), "overrides": overrides}
        return self._order("trigger", **order)

    def arrange(self, state: str, **params: Any) -> Json:
        """Arrange a state that no client can reach."""
        return self._order("states", state=state, params={"workspace": self.name, **params})

    def refuse(self, operation: str, outcome: str) -> None:
        """Let the platform refuse the next call of an operation."""
        self._order("outcomes", operation=operation, outcome=outcome)

    def requests(self, **query: str) -> list[Json]:
        """Return what has reached the mock for this workspace, the latest first."""
        answer = web.get(f"{self.url}/_mock/requests", params={"workspace": self.name, **query})
        return list(self._read(answer)["data"])

    def _order(self, page: str, **body: Any) -> Json:
        given = body if page == "states" else {"workspace": self.name, **body}
        return self._read(web.post(f"{self.url}/_mock/{page}", json=given))

    @staticmethod
    def _read(answer: httpx.Response) -> Json:
        assert answer.is_success, answer.text
        return dict(answer.json()) if answer.content else {}


def soon(seen: Callable[[], Any]) -> Any:
    """Return what `seen` returns once it is something."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if found := seen():
            return found
        time.sleep(0.02)
    raise AssertionError("it did not come")


def same(found: BaseModel, document: Json) -> bool:
    """Return whether a model of the client says what the document says, field by field."""
    shown = found.model_dump(mode="json", exclude_unset=True)
    return bool(shown) and _within(shown, document)


def all_same(found: list[Any], documents: list[Json]) -> bool:
    """Return whether models and documents agree, in order, and there are some."""
    pairs = zip(found, documents, strict=True)
    return bool(documents) and all(same(model, document) for model, document in pairs)


def _within(shown: Any, document: Any) -> bool:
    if isinstance(shown, dict):
        return isinstance(document, dict) and all(_within(shown[key], document.get(key)) for key in shown)
    if isinstance(shown, list):
        return len(shown) == len(document) and all(map(_within, shown, document))
    return bool(shown == document)
