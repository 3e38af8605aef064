"""Message templates on WhatsApp: handed in, reviewed, changed.

The review ends after a while, and badly where the name holds `reject` or a sample is missing.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any

from socialapi_contract.states import STATES
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from socialapi_stub import due, ids, phone_numbers, platform_calls, template_rules, upstream
from socialapi_stub.call import Body, Call
from socialapi_stub.pages import Order
from socialapi_stub.problems import Problem
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Account
from socialapi_stub.tables.whatsapp import WhatsAppTemplate

LATEST_FIRST = Order(
    WhatsAppTemplate.created_at, WhatsAppTemplate.id, attrgetter("created_at", "id"), descending=True
)
DAY = timedelta(days=1)
UNWANTED = "reject"
# What WhatsApp takes for marketing, as far as the stub does.
MARKETING = re.compile(r"\d+ ?% off|\b(sale|discount|coupon|special offer|buy now)\b", re.IGNORECASE)


def of(account: Account) -> Select[WhatsAppTemplate]:
    """Select the templates of an account."""
    return select(WhatsAppTemplate).where(WhatsAppTemplate.account_id == account.id)


def one(call: Call, template_id: str) -> WhatsAppTemplate:
    """Return a template that a working account of the workspace gives access to.

    Raises `whatsapp.no_account`, `whatsapp.template_not_found` and what `platform_calls.require` raises.
    """
    accounts = {account.id: account for account in phone_numbers.of_whatsapp(call)}
    found = call.session.get(WhatsAppTemplate, template_id)
    if found is None or found.account_id not in accounts:
        raise Problem("whatsapp.template_not_found")
    working = [account for account in accounts.values() if account.status == "active"]
    platform_calls.require(call, (working or [accounts[found.account_id]])[0])
    return found


def hand_in(call: Call, account: Account, body: Body) -> WhatsAppTemplate:
    """Add a template that waits for its review, or that is turned down at once.

    Raises `validation.field_invalid` for what breaks the rules, `resource.conflict` for a name that is taken.
    """
    require_rules(body["components"])
    taken = of(account).where(WhatsAppTemplate.name == body["name"])
    if call.session.scalar(taken.where(WhatsAppTemplate.language == body["language"])) is not None:
        raise Problem("resource.conflict", "there is a template of this name in this language")
    name = ids.new_uuid()
    template = WhatsAppTemplate(
        id=upstream.digits(name, 15),
        account_id=account.id,
        name=body["name"],
        language=body["language"],
        category=body["category"],
        status="PENDING",
        components=body["components"],
        created_at=call.now,
    )
    if body["category"] == "UTILITY" and _is_marketing(body["components"]):
        template.status = "REJECTED"
    else:
        template.review_at = _end_of_review(call.now, call.settings)
    call.session.add(template)
    return template


def change(call: Call, template: WhatsAppTemplate, components: list[Body]) -> None:
    """Replace the parts of an approved template and send it back into the review."""
    allowed = STATES["whatsapp_template"].actions["update_whatsapp_template"]
    if allowed.get(template.status) != "allowed":
        raise Problem("validation.field_invalid", f"the template is {template.status}")
    if template.changed_at is not None and template.changed_at + DAY > call.now:
        raise Problem("validation.field_invalid", "the template was changed today already")
    require_rules(components)
    template.components = components
    template.status = "PENDING"
    template.changed_at = call.now
    template.review_at = _end_of_review(call.now, call.settings)


def require_rules(components: Sequence[Body]) -> None:
    """Raise `validation.field_invalid` for the first rule that the parts of a template break."""
    for issue in template_rules.check_components(components):
        if issue.severity == "error":
            raise Problem("validation.field_invalid", f"{issue.field}: {issue.message}", field="components")


def review_due(storage: Storage, settings: Settings, now: datetime) -> int:  # noqa: ARG001 - every job takes them
    """End every review that is due, and return how many that were."""

    def step(_session: Session, template: WhatsAppTemplate) -> None:
        template.review_at = None
        template.status = "APPROVED" if _is_approvable(template) else "REJECTED"

    waiting = select(WhatsAppTemplate).join(Account, WhatsAppTemplate.account_id == Account.id)
    return due.move(storage, waiting.where(WhatsAppTemplate.review_at <= now), Account.workspace_id, step)


def document(template: WhatsAppTemplate) -> Body:
    """Return a template as WhatsApp shows it."""
    return {
        "id": template.id,
        "name": template.name,
        "language": template.language,
        "category": template.category,
        "status": template.status,
        "components": template.components,
    }


def _is_approvable(template: WhatsAppTemplate) -> bool:
    return UNWANTED not in template.name and not any(template_rules.check_components(template.components))


def _is_marketing(components: Sequence[Body]) -> bool:
    texts: list[Any] = [component.get("text", "") for component in components]
    return any(MARKETING.search(text) for text in texts)


def _end_of_review(now: datetime, settings: Settings) -> datetime:
    return now + timedelta(seconds=settings.publish_seconds)
