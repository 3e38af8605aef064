"""Sending a message template: what WhatsApp refuses, and the message it becomes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from socialapi_contract.errors import ErrorCode
from sqlalchemy import select

from socialapi_stub import (
    conversing,
    credits,  # noqa: A004 - the API's own word
    phone_numbers,
    template_rules,
    templates,
)
from socialapi_stub.call import Body, Call
from socialapi_stub.conversing import Bubble, Person
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account
from socialapi_stub.tables.conversations import Conversation, Message
from socialapi_stub.tables.whatsapp import WhatsAppTemplate

# Nobody has numbers that begin like this, so that nobody is reached there.
NOBODY = "999"


def send(call: Call, account: Account, body: Body) -> Message:
    """Send a template to a person; the message joins the conversation with them, which may begin with it."""
    template = _template(call, account, body)
    values = _values(body.get("components", []))
    if phone_numbers.of(call.session, account).status != "registered":
        raise _refused("the phone number is not registered")
    if template.status != "APPROVED":
        raise _refused(f"the template is {template.status}")
    if [len(one) for one in _needed(template.components)] != [len(one) for one in values]:
        raise _refused("the values do not fill the placeholders")
    _require_reachable(call, account, body["to"])
    credits.charge(call, "interaction")
    owner = conversing.between(call.session, account, Person(body["to"], f"+{body['to']}"), call.now)
    bubble = Bubble(_filled(template.components, values))
    return conversing.write(call.session, owner, [bubble], call.now, call.settings)[0]


def _template(call: Call, account: Account, body: Body) -> WhatsAppTemplate:
    named = templates.of(account).where(WhatsAppTemplate.name == body["template_name"])
    found = call.session.scalar(named.where(WhatsAppTemplate.language == body["language"]))
    if found is None:
        raise Problem("whatsapp.template_not_found")
    if found.status == "PAUSED":
        raise Problem("whatsapp.template_paused")
    return found


def _require_reachable(call: Call, account: Account, to: str) -> None:
    """Raise the refusal of the person, or what says that nobody has the number."""
    with_person = select(Conversation).where(
        Conversation.account_id == account.id, Conversation.participant_id == to
    )
    owner = call.session.scalar(with_person)
    if owner is not None and owner.refusal is not None:
        raise Problem(cast("ErrorCode", owner.refusal))
    if to.startswith(NOBODY):
        raise Problem("whatsapp.undeliverable")


def _values(components: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """Return the values by part: header, body, then each button in the order given."""
    given = [(one["type"], [value["text"] for value in one["parameters"]]) for one in components]
    parts = [[text for kind, texts in given if kind == part for text in texts] for part in ("header", "body")]
    return [*parts, *(texts for kind, texts in given if kind == "button")]


def _needed(components: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """Return the placeholders by part, in the same order."""
    texts = {component["type"]: component.get("text", "") for component in components}
    parts = [template_rules.placeholders(texts.get(part, "")) for part in ("HEADER", "BODY")]
    return [*parts, *_of_buttons(components)]


def _of_buttons(components: Sequence[Mapping[str, Any]]) -> Iterator[list[str]]:
    for component in components:
        for button in component.get("buttons", []):
            if button["type"] == "COPY_CODE" or template_rules.placeholders(button.get("url", "")):
                yield ["1"]


def _filled(components: Sequence[Mapping[str, Any]], values: Sequence[Sequence[str]]) -> str:
    """Return the text of the body with the values in their places."""
    text = next(str(component["text"]) for component in components if component["type"] == "BODY")
    return template_rules.PLACEHOLDER.sub(lambda found: values[1][int(found[1]) - 1], text)


def _refused(message: str) -> Problem:
    return Problem("platform.whatsapp.api_error", message)
