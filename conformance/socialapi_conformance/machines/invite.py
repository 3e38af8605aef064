"""Invites of brands of their own."""

# ruff: noqa: ARG002 - a life is told all that others have to know

from __future__ import annotations

from socialapi_contract.operations import Operation

from socialapi_conformance.callers import Request
from socialapi_conformance.flows import PLATFORM, own_brand
from socialapi_conformance.machines.life import Life


class InviteLife(Life):
    """How invites live; the list does not tell apart the ways in which they end."""

    arranged = ("connected", "ran_out")
    lasting = ("id", "platform", "url", "expires_at", "is_active", "created_at")

    def making(self, operation: Operation, state: str) -> Request:
        """Ask for an invite of a new brand, which has no other."""
        body = {"brand_id": own_brand(self.api), "platform": PLATFORM, "expires_in_days": 7}
        return Request(operation, body=body)

    def happen(self, trigger: str) -> None:
        """Let somebody agree, or the time be over."""
        token = self.thing.names["token"]
        if trigger == "connected":
            self.api.arranged("consent_given", invite=token, who=self.api.word("who"))
        else:
            self.api.arranged("expired_invite", invite=token)
