"""What a check is given: callers for the target's workspaces, valid requests, forged tokens, seeded
chance.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Mapping
from typing import Any

from socialapi_contract.operations import OPERATIONS

from socialapi_conformance import forging, interrupts
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Client, fetch
from socialapi_conformance.forging import Forge
from socialapi_conformance.leftovers import Leftovers, Removal
from socialapi_conformance.receiver import Receiver, is_near, receiver
from socialapi_conformance.relations import deletes_its_caller
from socialapi_conformance.samples import Samples
from socialapi_conformance.states import states
from socialapi_conformance.target import Target, Workspace
from socialapi_conformance.verdicts import NotVerified

_GOODBYE = next(each for each in OPERATIONS.values() if deletes_its_caller(each))


class Api:
    """The server under test, as one check sees it.

    `seed` makes every choice of the check repeatable; `random` is seeded with it.
    """

    def __init__(self, target: Target, client: Client, seed: int) -> None:
        self.target = target
        self.client = client
        self.seed = seed
        self.leftovers = Leftovers()
        self.random = random.Random(seed)  # noqa: S311 - test data

    @property
    def demo(self) -> Caller:
        """The workspace that is free to be used for everything, with its full-access API key."""
        return self.workspace("demo")

    @property
    def other(self) -> Caller:
        """A second workspace, with its full-access API key."""
        return self.workspace("other")

    @property
    def free(self) -> Caller:
        """A workspace on the free plan, with its full-access API key."""
        return self.workspace("free")

    @property
    def past_due(self) -> Caller:
        """A workspace whose subscription is past due, with its full-access API key."""
        return self.workspace("past_due")

    def workspace(self, name: str) -> Caller:
        """Return a caller for the workspace `name`; raises `NotVerified` when the target has none."""
        if name not in self.target.workspaces:
            raise NotVerified(f"the target has no workspace {name}")
        workspace = self.target.workspaces[name]
        return self._caller(workspace, self.leftovers)

    @property
    def forge(self) -> Forge:
        """Makes tokens that the server must refuse."""
        return forging.shared(self.target.jwks_url, self.client.timeout)

    @property
    def receiver(self) -> Receiver:
        """Receives webhooks; raises `NotVerified` when the server is too far away to reach it."""
        if not is_near(self.client.origin):
            raise NotVerified("a server on another machine cannot reach the suite's receiver of webhooks")
        return receiver()

    def arranged(self, state: str, /, *, workspace: str = "demo", **params: Any) -> dict[str, Any]:
        """Let the target make true what no call of the API can, and return what it tells of it.

        Raises `NotVerified` when the target offers no states, or not this one; a state that is not in
        `states.yaml` is a `KeyError`.
        """
        states()[state]
        if self.target.state_url is None:
            raise NotVerified(f"the target offers no states, so that {state} cannot be arranged")
        wish = {"state": state, "params": {"workspace": workspace, **params}}
        self.client.limits.allow("POST")
        answer = fetch(self.target.state_url, self.client.timeout, posting=wish)
        if answer.status != 200:
            raise NotVerified(f"the target cannot arrange {state}: {answer.summary()}")
        told: dict[str, Any] = answer.json()
        return told

    def new_workspace(self, **params: Any) -> tuple[Caller, dict[str, Any]]:
        """Return a caller for a workspace that is the check's own, and what the target tells of it.

        `params` are those of the state `new_workspace`; the workspace is deleted when the check is over.
        """
        with interrupts.held():
            told = self.arranged("new_workspace", **params)
            workspace = Workspace(told["workspace"], told["tokens"], told.get("plan"))
            caller = self._caller(workspace, Leftovers())
            self.leftovers.owe(caller.using("dashboard_jwt"), Removal(workspace.name, _GOODBYE, {}))
        return caller, told

    def _caller(self, workspace: Workspace, leftovers: Leftovers) -> Caller:
        key = f"Bearer {workspace.tokens['api_key']}"
        return Caller(self.client, workspace, key, leftovers, self.target.lacks)

    def samples(self, caller: Caller, about: Mapping[str, Any] | None = None) -> Samples:
        """Return valid requests as `caller` can make them, about what some names stand for."""
        return Samples(caller, self.random, about)

    def unknown_id(self) -> str:
        """Return an id of the usual form that the server has never issued."""
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def word(self, prefix: str = "sapi") -> str:
        """Return a name nothing else on the server has."""
        return f"{prefix}-{self.random.getrandbits(64):016x}-{uuid.uuid4().hex[:8]}"
