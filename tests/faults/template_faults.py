"""Faults in message templates on WhatsApp."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces

from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, replies
from faults.key_faults import changed
from socialapi_stub import pages, template_rules, template_sending, templates
from socialapi_stub.problems import Problem
from socialapi_stub.resources import whatsapp
from socialapi_stub.tables.whatsapp import WhatsAppTemplate


def other_code(code: str, where: str, status: int, new: str) -> Middleware:
    """Return a middleware that answers another error where a path ends in or holds a text."""

    def spoil(reply: Reply) -> None:
        if where in reply.path and reply.code == code:
            reply.status = status
            reply.json = {**reply.json, "error": {**reply.json["error"], "code": new}}

    return replies(spoil)


@fault("whatsapp/create_whatsapp_template/hands_in_a_template")
def hands_in_what_is_approved(patch: pytest.MonkeyPatch) -> None:
    """A new template says that it passed the review already."""
    changed(
        patch,
        whatsapp,
        "create_whatsapp_template",
        lambda body: {**body, "status": body["status"].replace("PENDING", "APPROVED")},
    )


@fault("whatsapp/create_whatsapp_template/turns_marketing_down_under_utility")
def cannot_tell_marketing(patch: pytest.MonkeyPatch) -> None:
    """Marketing content passes for useful."""
    patch.setattr(templates, "_is_marketing", lambda *_: False)


@fault("whatsapp/create_whatsapp_template/takes_a_name_once_for_each_language")
def calls_a_taken_name_a_broken_field(patch: pytest.MonkeyPatch) -> Middleware:
    """A name that is taken is any invalid field."""
    return other_code("resource.conflict", "/templates", 400, "validation.field_invalid")


@fault("whatsapp/create_whatsapp_template/holds_components_to_their_rules")
def takes_any_components(patch: pytest.MonkeyPatch) -> None:
    """Components that break the rules of templates are handed in."""
    patch.setattr(templates, "require_rules", lambda *_: None)
    patch.setattr(templates, "_is_approvable", lambda *_: True)


@fault("whatsapp/update_whatsapp_template/changes_an_approved_template_once_a_day")
def only_says_that_it_changes_templates(patch: pytest.MonkeyPatch) -> None:
    """A changed template keeps its components."""
    original = templates.change

    def change(call: Any, template: WhatsAppTemplate, components: Any) -> None:
        kept = template.components
        original(call, template, components)
        template.components = kept

    patch.setattr(templates, "change", change)


@fault(
    "whatsapp/update_whatsapp_template/keeps_rejected_templates",
    "whatsapp/update_whatsapp_template/changes_an_approved_template_once_a_day",
    "across/machines/keeps_to_its_model/whatsapp_template",
)
def changes_templates_in_any_state(patch: pytest.MonkeyPatch) -> None:
    """A template is changed whatever the review said, and as often as anybody likes."""

    def change(call: Any, template: WhatsAppTemplate, components: Any) -> None:
        template.components = components

    patch.setattr(templates, "change", change)


@fault(
    "whatsapp/get_whatsapp_template/answers_unknown_templates",
    "across/machines/keeps_to_its_model/whatsapp_template",
)
def calls_an_unknown_template_an_unknown_thing(patch: pytest.MonkeyPatch) -> Middleware:
    """A template that does not exist is answered as if the workspace had no account for it."""
    return other_code("whatsapp.template_not_found", "/whatsapp/templates/", 404, "whatsapp.no_account")


@fault("whatsapp/delete_whatsapp_template/deletes_every_language")
def deletes_one_language(patch: pytest.MonkeyPatch) -> None:
    """Deleting a name leaves its other languages."""
    original = templates.of

    def delete_whatsapp_template(call: Any, account_id: str, query: Any) -> None:
        account = whatsapp.platform_calls.account(call, account_id)
        found = call.session.scalar(original(account).where(WhatsAppTemplate.name == query["name"]).limit(1))
        if found is None:
            raise Problem("whatsapp.template_not_found")
        call.session.delete(found)

    patch.setattr(whatsapp, "delete_whatsapp_template", delete_whatsapp_template)


@fault("whatsapp/delete_whatsapp_template/deletes_by_name_alone")
def takes_a_missing_name_for_an_unknown_one(patch: pytest.MonkeyPatch) -> Middleware:
    """Deleting without a name is answered like deleting a name that nobody has."""
    return other_code("validation.field_required", "/templates", 404, "whatsapp.template_not_found")


@fault("whatsapp/list_whatsapp_templates/says_whether_more_templates_follow")
def never_says_that_more_follow(patch: pytest.MonkeyPatch) -> None:
    """No page of templates has an address of the next one."""
    original = pages.envelope

    def envelope(paging: Any, items: Any, limit: int, following: str | None) -> Any:
        return original(paging, items, limit, None if paging.envelope == "paging" else following)

    patch.setattr(pages, "envelope", envelope)


@fault("whatsapp/validate_whatsapp_template/finds_what_is_wrong/button")
def does_not_look_at_buttons(patch: pytest.MonkeyPatch) -> None:
    """The buttons of a template are not looked at."""
    patch.setitem(template_rules.PARTS, "BUTTONS", lambda *_: iter(()))


@fault("whatsapp/validate_whatsapp_template/passes_what_is_right")
def demands_samples(patch: pytest.MonkeyPatch) -> None:
    """A draft without samples is invalid."""

    def sterner(body: Any) -> Any:
        errors = [*body["errors"], *body["warnings"]]
        return {"valid": not errors, "errors": errors, "warnings": []}

    changed(patch, whatsapp, "validate_whatsapp_template", sterner)


@fault("whatsapp/send_whatsapp_template/sends_an_approved_template")
def sends_without_the_values(patch: pytest.MonkeyPatch) -> None:
    """The message has the placeholders where the values should be."""
    patch.setattr(template_sending, "_filled", lambda components, *_: components[0]["text"])


@fault(
    "whatsapp/send_whatsapp_template/sends_with_every_value",
    "whatsapp/send_whatsapp_template/sends_approved_templates_only",
)
def calls_what_whatsapp_refuses_invalid(patch: pytest.MonkeyPatch) -> None:
    """What WhatsApp refuses to send is an invalid field."""
    patch.setattr(template_sending, "_refused", lambda message: Problem("validation.field_invalid", message))


@fault("whatsapp/send_whatsapp_template/refuses_paused_templates")
def does_not_tell_paused_templates_apart(patch: pytest.MonkeyPatch) -> Middleware:
    """A paused template is answered like any that is not approved."""
    return other_code("whatsapp.template_paused", "/send-template", 502, "platform.whatsapp.api_error")


@fault("whatsapp/send_whatsapp_template/cannot_send_what_is_not_there")
def leaves_unknown_templates_to_whatsapp(patch: pytest.MonkeyPatch) -> Middleware:
    """A template of an unknown name is a failure of WhatsApp."""
    return other_code("whatsapp.template_not_found", "/send-template", 502, "platform.whatsapp.api_error")


@fault("whatsapp/send_whatsapp_template/sends_to_numbers_without_a_plus")
def finds_recipients_itself(patch: pytest.MonkeyPatch) -> Middleware:
    """A recipient that is no number cannot be reached."""
    return other_code("validation.field_invalid", "/send-template", 400, "whatsapp.undeliverable")
