"""Message templates; what WhatsApp makes of them is arranged, or happens by itself."""

# ruff: noqa: ARG002 - a life is told all that others have to know

from __future__ import annotations

from typing import Any

from socialapi_contract.operations import Operation

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Request
from socialapi_conformance.client import Answer
from socialapi_conformance.machines.life import Life
from socialapi_conformance.publishing import working_account
from socialapi_conformance.template_making import fresh_name

_STATES = {
    "approved": "approved_template",
    "rejected": "rejected_template",
    "quality_dropped": "paused_template",
    "disabled": "disabled_template",
}


class TemplateLife(Life):
    """How templates live."""

    arranged = tuple(_STATES)
    by_itself = ("approved", "rejected")
    settles = False
    rounds = 2
    unasked = ("REJECTED",)
    lasting = ("id", "name", "language", "category", "status", "components")

    def __init__(self, api: Api) -> None:
        super().__init__(api)
        self._account: str = working_account(api.demo, "whatsapp")["id"]
        self._changed = False

    def making(self, operation: Operation, state: str) -> Request:
        """Hand in a template that the review has no reason to turn down."""
        self._changed = False
        given = {"name": fresh_name(), "category": "UTILITY", "language": "en_US"}
        return Request(operation, {"id": self._account}, body={**given, **self.body("", "")})

    def body(self, wish: str, state: str) -> Any:
        """Return new components."""
        return {"components": [{"type": "BODY", "text": f"Your order {self.api.word('order')} is ready."}]}

    def happen(self, trigger: str) -> None:
        """Let WhatsApp do something to the template."""
        self.api.arranged(_STATES[trigger], template_id=self.thing.names["id"])

    def excuses(self, answer: Answer) -> bool:
        """Tell whether it is the second change of a day, or has a reason elsewhere."""
        again = self._changed and answer.code() == "validation.field_invalid"
        return again or super().excuses(answer)

    def took_effect(self, answer: Answer) -> bool:
        """Remember that the template was changed."""
        self._changed = True
        return True
