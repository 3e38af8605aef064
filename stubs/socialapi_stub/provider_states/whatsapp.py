"""Numbers and message templates of WhatsApp accounts, after WhatsApp has had its say."""

from typing import Any

from socialapi_stub import arranging, ids, phone_numbers, upstream
from socialapi_stub.provider_states import CannotArrange, Wish
from socialapi_stub.tables import Account
from socialapi_stub.tables.whatsapp import WhatsAppTemplate

PARTS = [{"type": "BODY", "text": "We are open until six."}]


def approved_template(wish: Wish) -> dict[str, Any]:
    """The template `template_id`, else a new one, has passed the review and can be sent."""
    return _template(wish, "APPROVED")


def disabled_template(wish: Wish) -> dict[str, Any]:
    """WhatsApp has taken the template `template_id`, else a new one, out of use."""
    return _template(wish, "DISABLED")


def paused_template(wish: Wish) -> dict[str, Any]:
    """WhatsApp has stopped the template `template_id`, else a new one, because its quality dropped."""
    return _template(wish, "PAUSED")


def registered_number(wish: Wish) -> dict[str, Any]:
    """The number of the WhatsApp account `account_id` is in use, so that templates can be sent from it."""
    return _number(wish, "registered")


def rejected_template(wish: Wish) -> dict[str, Any]:
    """The template `template_id`, else a new one, has failed the review."""
    return _template(wish, "REJECTED")


def sendable_template(wish: Wish) -> dict[str, Any]:
    """A template has passed the review, and the number of the WhatsApp account `account_id` can send it."""
    _number(wish, "registered")
    template = _new(wish)
    template.status = "APPROVED"
    named = {"account_id": template.account_id, "template_name": template.name, "language": template.language}
    return {**named, "components": []}


def sent_code(wish: Wish) -> dict[str, Any]:
    """A code is on its way to the number of the WhatsApp account `account_id`, which is not verified."""
    number = phone_numbers.of(wish.session, _account(wish))
    number.status, number.code_sent_at = "unverified", wish.now
    return {"account_id": number.account_id, "code": phone_numbers.code_of(number)}


def unverified_number(wish: Wish) -> dict[str, Any]:
    """The number of the WhatsApp account `account_id` is not verified."""
    return _number(wish, "unverified")


def verified_number(wish: Wish) -> dict[str, Any]:
    """The number of the WhatsApp account `account_id` is verified, but not in use."""
    return _number(wish, "verified")


def _number(wish: Wish, status: str) -> dict[str, Any]:
    account = _account(wish)
    phone_numbers.of(wish.session, account).status = status
    return {"account_id": account.id}


def _template(wish: Wish, status: str) -> dict[str, Any]:
    template = _named(wish) if "template_id" in wish.params else _new(wish)
    template.status, template.review_at = status, None
    return {"account_id": template.account_id, "template_id": template.id, "name": template.name}


def _named(wish: Wish) -> WhatsAppTemplate:
    found = wish.session.get(WhatsAppTemplate, arranging.text(wish, "template_id"))
    owner = wish.session.get_one(Account, found.account_id) if found else None
    if found is None or owner is None or owner.workspace_id != wish.workspace.id:
        raise CannotArrange("template_id: the workspace has none with this id")
    return found


def _new(wish: Wish) -> WhatsAppTemplate:
    number = upstream.digits(ids.new_uuid(), 15)
    made = WhatsAppTemplate(
        id=number,
        account_id=_account(wish).id,
        name=f"arranged_{number}",
        language="en_US",
        category="UTILITY",
        components=PARTS,
        created_at=wish.now,
    )
    wish.session.add(made)
    return made


def _account(wish: Wish) -> Account:
    return arranging.account(wish, lambda one: one.slug == "whatsapp")
