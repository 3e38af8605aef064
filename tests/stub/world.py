"""A workspace to live through states in, with what only the control plane can do there."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from stub.callers import Client, caller, web

HOUR, DAY = 3600, 86400
MOMENT = 1
"""Longer than the stub takes for anything it does by itself."""


@dataclass
class World:
    """A workspace that nobody else uses.

    `thing` is the id of the object whose states are lived through, empty before there is one. `goal` is the
    state that it has to come to next, empty where something is tried that leads to no other state. `notes`
    are what one driver leaves to the next.
    """

    url: str
    client: Client
    name: str
    thing: str = ""
    goal: str = ""
    notes: dict[str, Any] = field(default_factory=dict)

    def order(self, path: str, **body: Any) -> dict[str, Any]:
        """Tell the control plane something about this workspace and return its answer."""
        return order(self.url, path, workspace=self.name, **body)

    def happen(self, event: str, account_id: str, **overrides: Any) -> dict[str, Any]:
        """Let something happen on the platform of an account."""
        return self.order("trigger", event=event, account_id=account_id, overrides=overrides)

    def arrange(self, name: str, /, **params: Any) -> dict[str, Any]:
        """Arrange a provider state."""
        return order(self.url, "states", state=name, params={"workspace": self.name, **params})

    def pass_time(self, seconds: float) -> None:
        """Let time go by, with everything that is due meanwhile."""
        order(self.url, "clock", advance=seconds)

    def now(self) -> datetime:
        """Return the time."""
        return datetime.fromisoformat(web.get(f"{self.url}/_mock/clock").json()["now"])

    def later(self, seconds: float) -> str:
        """Return the time in a while."""
        return (self.now() + timedelta(seconds=seconds)).isoformat()

    def accounts(self, platform: str = "") -> list[str]:
        """Return the ids of the accounts, oldest first."""
        found = self.client.get("/accounts").json()["data"]
        return sorted(one["id"] for one in found if platform in ("", one["platform"]))


def new_world(url: str, **needs: Any) -> World:
    """Make a workspace; `needs` are the body of `POST /_mock/workspaces`."""
    ((name, made),) = order(url, "workspaces", **needs)["workspaces"].items()
    return World(url, caller(url, made["tokens"]["dashboard_jwt"]), name)


def order(url: str, path: str, **body: Any) -> dict[str, Any]:
    """Tell the control plane something and return its answer, which has to be good."""
    answer = web.post(f"{url}/_mock/{path}", json=body)
    assert answer.is_success, answer.text
    told: dict[str, Any] = answer.json()
    return told


def soon(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something holds that takes more than the clock of the stub."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it does not come to that"
        time.sleep(0.01)
