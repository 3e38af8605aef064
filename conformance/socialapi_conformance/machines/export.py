"""Exports; one that the plan does not allow now is arranged instead."""

# ruff: noqa: ARG002 - a life is told all that others have to know

from __future__ import annotations

from socialapi_contract.operations import Operation

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Request
from socialapi_conformance.machines.life import Life
from socialapi_conformance.machines.things import Thing
from socialapi_conformance.publishing import working_account


class ExportLife(Life):
    """How exports live: by themselves, unless their platform fails."""

    arranged = ("aborted",)
    by_itself = ("started", "finished", "aborted")
    lasting = (
        "id",
        "account_id",
        "platform",
        "status",
        "error",
        "created_at",
        "completed_at",
        "total_videos",
    )

    def __init__(self, api: Api) -> None:
        super().__init__(api)
        self._account: str = working_account(api.demo, "tiktok")["id"]

    def making(self, operation: Operation, state: str) -> Request:
        """Ask for an export of the account."""
        return Request(operation, {"id": self._account}, body={})

    def otherwise(self) -> Thing:
        """Return an export that waits to be run whatever the plan says."""
        return Thing({"id": self.api.arranged("pending_export", account_id=self._account)["export_id"]})

    def happen(self, trigger: str) -> None:
        """Let the platform fail."""
        self.api.arranged("failed_export", export_id=self.thing.names["id"])
