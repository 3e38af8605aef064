"""Arranges message templates in a given state, through the API alone."""

from __future__ import annotations

import time
import uuid
from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import ok, page
from socialapi_conformance.publishing import PATIENCE, working_account
from socialapi_conformance.verdicts import NotVerified

GREETING = {
    "type": "BODY",
    "text": "Hello {{1}}, your order {{2}} is ready.",
    "example": {"body_text": [["Maria", "4711"]]},
}
ADVERTISEMENT = {"type": "BODY", "text": "Big summer sale: 50% off everything. Buy now!"}

_FIRST_PAUSE, _LONGEST_PAUSE = 0.02, 0.5


class Templates:
    """Makes templates of the WhatsApp account of demo; they are removed when the check is over."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self.account_id: str = working_account(api.demo, "whatsapp")["id"]

    def create(self, name: str = "", **body: Any) -> Answer:
        """Hand in a template with a name of its own, changed by `body`."""
        given = {
            "name": name or fresh_name(),
            "category": "UTILITY",
            "language": "en_US",
            "components": [GREETING],
        }
        return self._api.demo.call(
            "create_whatsapp_template", path={"id": self.account_id}, body={**given, **body}
        )

    def made(self, name: str = "", **body: Any) -> dict[str, Any]:
        """Hand in a template and return what became of it."""
        made: dict[str, Any] = ok(self.create(name, **body), 201)
        return made

    def read(self, template_id: str) -> Answer:
        """Ask for a template."""
        return self._api.demo.call("get_whatsapp_template", path={"id": template_id})

    def delete(self, name: str) -> Answer:
        """Delete a template by its name."""
        path = {"id": self.account_id}
        return self._api.demo.call("delete_whatsapp_template", path=path, query={"name": name})

    def change(self, template_id: str, *components: dict[str, Any]) -> Answer:
        """Replace the parts of a template."""
        body = {"components": list(components)}
        return self._api.demo.call("update_whatsapp_template", path={"id": template_id}, body=body)

    def send(self, **body: Any) -> Answer:
        """Send a template to somebody."""
        given = {"to": "15550123456", "language": "en_US", **body}
        return self._api.demo.call("send_whatsapp_template", path={"id": self.account_id}, body=given)

    def approved(self, **body: Any) -> dict[str, Any]:
        """Return a new template that has passed the review."""
        template = self.reviewed(self.made(**body)["id"])
        if template["status"] != "APPROVED":
            raise NotVerified(f"the review of a template meant to pass ended as {template['status']}")
        return template

    def rejected(self) -> dict[str, Any]:
        """Return a new template that was turned down."""
        template = self.reviewed(self.made(components=[ADVERTISEMENT])["id"])
        if template["status"] != "REJECTED":
            raise NotVerified(f"the review of a template meant to fail ended as {template['status']}")
        return template

    def reviewed(self, template_id: str) -> dict[str, Any]:
        """Return a template once its review is over; raises `NotVerified` when that takes too long."""
        deadline, pause = time.monotonic() + PATIENCE, _FIRST_PAUSE
        while (template := ok(self.read(template_id), 200))["status"] == "PENDING":
            if time.monotonic() > deadline:
                raise NotVerified(f"the template was still in review after {PATIENCE:.0f} s")
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        found: dict[str, Any] = template
        return found

    def listed(self, status: str) -> dict[str, Any]:
        """Return a template in a state that the account has already; raises `NotVerified` without one."""
        path, query = {"id": self.account_id}, {"limit": 100}
        items = page(self._api.demo.call("list_whatsapp_templates", path=path, query=query)).items
        for template in items:
            if template["status"] == status:
                return dict(template)
        raise NotVerified(f"the account has no template that is {status}")

    def require_registered(self) -> None:
        """Raise `NotVerified` unless messages can be sent from the number."""
        answer = self._api.demo.call("get_whatsapp_number_status", path={"id": self.account_id})
        if not ok(answer, 200)["registered"]:
            raise NotVerified("the number of the workspace demo is not registered")


def fresh_name() -> str:
    """Return a name that no template has."""
    return f"sapi_{uuid.uuid4().hex}"
