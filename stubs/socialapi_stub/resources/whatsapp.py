"""WhatsApp: the phone number of an account, its business profile, message templates."""

from socialapi_stub import (
    pages,
    phone_numbers,
    platform_calls,
    schemas,
    template_rules,
    template_sending,
    templates,
)
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables.whatsapp import WhatsAppTemplate

PROFILE_FIELDS = frozenset(schemas.named("UpdateWhatsAppBusinessProfile")["properties"])


def request_whatsapp_code(call: Call, account_id: str, body: Body) -> None:  # noqa: ARG001 - no line is called
    """Send a code to the phone line of an account."""
    account = platform_calls.account(call, account_id)
    phone_numbers.send_code(call, phone_numbers.of(call.session, account))


def verify_whatsapp_code(call: Call, account_id: str, body: Body) -> None:
    """Prove with the code that the caller holds the number."""
    account = platform_calls.account(call, account_id)
    phone_numbers.verify(call, phone_numbers.of(call.session, account), body["code"])


def register_whatsapp_number(call: Call, account_id: str, body: Body) -> None:  # noqa: ARG001 - nothing asks for the PIN
    """Put a verified number into use."""
    account = platform_calls.account(call, account_id)
    phone_numbers.register(phone_numbers.of(call.session, account))


def deregister_whatsapp_number(call: Call, account_id: str) -> None:
    """Take a number out of use; it stays verified."""
    account = platform_calls.account(call, account_id)
    phone_numbers.deregister(phone_numbers.of(call.session, account))


def get_whatsapp_number_status(call: Call, account_id: str) -> Body:
    """Return how far the number of an account is."""
    status = phone_numbers.of(call.session, platform_calls.account(call, account_id)).status
    return {"verified": status != "unverified", "registered": status == "registered"}


def get_whatsapp_business_profile(call: Call, phone_number_id: str) -> Body:
    """Return what people see about the business behind a number."""
    return phone_numbers.profile(phone_numbers.of_id(call, phone_number_id))


def update_whatsapp_business_profile(call: Call, phone_number_id: str, body: Body) -> None:
    """Change what the body names of a business profile."""
    phone_numbers.change_profile(phone_numbers.of_id(call, phone_number_id), body, PROFILE_FIELDS)


def list_whatsapp_templates(call: Call, account_id: str, query: Body) -> Body:
    """Return one page of the templates of an account, in every state, the latest first."""
    account = platform_calls.account(call, account_id)
    scoped = {**query, "account_id": account.id}
    return pages.page(call, scoped, templates.of(account), templates.LATEST_FIRST, templates.document)


def create_whatsapp_template(call: Call, account_id: str, body: Body) -> Body:
    """Hand a template in for review."""
    template = templates.hand_in(call, platform_calls.account(call, account_id), body)
    return {"id": template.id, "status": template.status, "category": template.category}


def delete_whatsapp_template(call: Call, account_id: str, query: Body) -> None:
    """Delete a template in all its languages."""
    account = platform_calls.account(call, account_id)
    named = templates.of(account).where(WhatsAppTemplate.name == query["name"])
    languages = call.session.scalars(named).all()
    if not languages:
        raise Problem("whatsapp.template_not_found")
    for template in languages:
        call.session.delete(template)


def get_whatsapp_template(call: Call, template_id: str) -> Body:
    """Return a template in one language."""
    return templates.document(templates.one(call, template_id))


def update_whatsapp_template(call: Call, template_id: str, body: Body) -> None:
    """Replace the content of an approved template, which is reviewed again."""
    templates.change(call, templates.one(call, template_id), body["components"])


def validate_whatsapp_template(call: Call, body: Body) -> Body:  # noqa: ARG001 - every operation takes the call
    """Hold a draft against the rules of templates; what they find is the answer."""
    found = list(template_rules.check(body))
    errors = [issue.document() for issue in found if issue.severity == "error"]
    warnings = [issue.document() for issue in found if issue.severity == "warning"]
    return {"valid": not errors, "errors": errors, "warnings": warnings}


def send_whatsapp_template(call: Call, account_id: str, body: Body) -> Body:
    """Send an approved template to a person, at any time."""
    message = template_sending.send(call, platform_calls.account(call, account_id), body)
    return {
        "messaging_product": "whatsapp",
        "contacts": [{"input": body["to"], "wa_id": body["to"]}],
        "messages": [{"id": message.platform_id, "message_status": "accepted"}],
    }
