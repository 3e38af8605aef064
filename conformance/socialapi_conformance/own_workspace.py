"""A workspace that one check has to itself, with an account on one platform that does as it is told."""

from __future__ import annotations

from typing import Any

from socialapi_contract.operations import Operation

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller, Request
from socialapi_conformance.capabilities import able
from socialapi_conformance.relations import collection_of, undone_by
from socialapi_conformance.states import preparing

_NO_FIELDS = ("workspace", "plan", "tokens")
_MADE_BY = "new_workspace"


class OwnWorkspace:
    """A new workspace with an account of `platform`; raises `NotVerified` where the target makes none.

    `params` are further ones of the state `new_workspace`.
    """

    def __init__(self, api: Api, platform: str, **params: Any) -> None:
        self._api = api
        self.caller, told = api.new_workspace(platform=platform, **params)
        self.about = {name: value for name, value in told.items() if name not in _NO_FIELDS}

    def arranged(self, state: str, **params: Any) -> dict[str, Any]:
        """Let a state be true in the workspace, and return what the target tells of it."""
        return self._api.arranged(state, workspace=self.caller.workspace.name, **params)

    def request(self, operation: Operation) -> Request:
        """Return a valid request of an operation, with what it is about arranged for it."""
        about = dict(self.about)
        for state in preparing(operation.operation_id):
            if state != _MADE_BY:
                about |= self.arranged(state, account_id=self.about["account_id"])
        samples = self._api.samples(self.caller, about)
        request = samples.real(operation)
        if (undone := undone_by(operation)) is not None:
            self.caller.send(samples.beside(undone, request))
        return request


def existing(api: Api, operation: Operation) -> tuple[Caller, Request]:
    """Return a valid request about an existing object, and a caller for it.

    The caller is demo's, or that of a new workspace where no list but a state knows such objects. Raises
    `NotVerified` when there are none.
    """
    if collection_of(operation) is None and preparing(operation.operation_id):
        own = OwnWorkspace(api, able(operation, "yes")[0])
        return own.caller.fit_for(operation), own.request(operation)
    caller = api.demo.fit_for(operation)
    return caller, api.samples(caller).real(operation)
