"""Sending message templates."""

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, page, problem, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.template_making import Templates, fresh_name


@check(MUST, "send_whatsapp_template", "list_conversations", "list_messages", alone_in="demo")
def sends_an_approved_template(api: Api) -> None:
    """An approved template is accepted, and the message appears in the conversation with the person."""
    templates = Templates(api)
    templates.require_registered()
    order = api.word("order")
    answer = _sent(templates, templates.approved()["name"], "Maria", order)
    body = ok(answer, 200)
    equal(answer, "the recipient", [each["input"] for each in body["contacts"]], ["15550123456"])
    listed = api.demo.call("list_conversations", query={"account_id": templates.account_id, "limit": 100})
    for conversation in page(listed).items if listed.status == 200 else []:
        messages = api.demo.call("list_messages", path={"id": conversation["id"]})
        shown = {each["platform_id"]: each["text"] for each in page(messages).items}
        if body["messages"][0]["id"] in shown:
            that(messages, order in shown[body["messages"][0]["id"]], f"the text with {order}", shown)
            return
    that(listed, False, "the message in a conversation", "none")


@check(MUST, "send_whatsapp_template", alone_in="demo")
def sends_with_every_value(api: Api) -> None:
    """Values that do not fill the placeholders are answered with 502 platform.whatsapp.api_error."""
    templates = Templates(api)
    templates.require_registered()
    answer = _sent(templates, templates.approved()["name"], "Maria")
    problem(answer, 502, "platform.whatsapp.api_error")


@check(MUST, "send_whatsapp_template", alone_in="demo")
def sends_approved_templates_only(api: Api) -> None:
    """A template that is not approved is answered with 502 platform.whatsapp.api_error."""
    templates = Templates(api)
    templates.require_registered()
    answer = templates.send(template_name=templates.rejected()["name"])
    problem(answer, 502, "platform.whatsapp.api_error")


@check(MUST, "send_whatsapp_template", "list_whatsapp_templates", alone_in="demo")
def refuses_paused_templates(api: Api) -> None:
    """A paused template is refused with 409 whatsapp.template_paused."""
    templates = Templates(api)
    templates.require_registered()
    paused = templates.listed("PAUSED")
    answer = templates.send(template_name=paused["name"], language=paused["language"])
    problem(answer, 409, "whatsapp.template_paused")


@check(MUST, "send_whatsapp_template", alone_in="demo")
def cannot_send_what_is_not_there(api: Api) -> None:
    """A template of an unknown name is answered with 404 whatsapp.template_not_found."""
    templates = Templates(api)
    templates.require_registered()
    problem(templates.send(template_name=fresh_name()), 404, "whatsapp.template_not_found")


@check(
    MUST,
    "send_whatsapp_template",
    over={"plus": "+15550123456", "letters": "1555O123456", "short": "12345", "long": "1234567890123456"},
)
def sends_to_numbers_without_a_plus(api: Api, to: str) -> None:
    """A recipient that is no number in E.164 form without the plus sign is refused with 400
    validation.field_invalid.
    """
    answer = Templates(api).send(to=to, template_name=fresh_name())
    problem(answer, 400, "validation.field_invalid")


def _sent(templates: Templates, name: str, *values: str) -> Answer:
    parameters = [{"type": "text", "text": value} for value in values]
    return templates.send(template_name=name, components=[{"type": "body", "parameters": parameters}])
