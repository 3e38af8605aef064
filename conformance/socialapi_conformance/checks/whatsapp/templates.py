"""Message templates: handed in, reviewed, changed, deleted, validated."""

from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.expect import equal, has, ok, page, problem, refused, that
from socialapi_conformance.registry import MUST, SHOULD, check
from socialapi_conformance.template_making import ADVERTISEMENT, GREETING, Templates, fresh_name

_PLAIN = {"type": "BODY", "text": "Your order is ready."}
_GAP = {"type": "BODY", "text": "Hello {{1}}, order {{3}} is ready.", "example": {"body_text": [["a", "b"]]}}
_LINK = {"type": "URL", "text": "Track it", "url": "https://example.com/orders"}
_BROKEN: dict[str, list[dict[str, Any]]] = {
    "no_body": [{"type": "FOOTER", "text": "Acme Coffee"}],
    "two_bodies": [_PLAIN, _PLAIN],
    "gap": [_GAP],
    "placeholder_in_footer": [_PLAIN, {"type": "FOOTER", "text": "Order {{1}}"}],
    "three_links": [_PLAIN, {"type": "BUTTONS", "buttons": [_LINK] * 3}],
}
_DRAFT = {"name": "order_ready", "category": "UTILITY", "language": "en_US", "components": [_PLAIN]}
_FINDINGS: dict[str, tuple[dict[str, Any], int | None, str]] = {
    "name": ({"name": "Order Ready"}, None, "name"),
    "header": ({"components": [{"type": "HEADER", "text": "x"}, _PLAIN]}, 0, "components.format"),
    "long_footer": ({"components": [_PLAIN, {"type": "FOOTER", "text": "x" * 61}]}, 1, "components.text"),
    "placeholders": ({"components": [_GAP]}, 0, "components.text"),
    "button": (
        {"components": [_PLAIN, {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "x"}]}]},
        1,
        "components.buttons[0].url",
    ),
}


@check(MUST, "create_whatsapp_template", "get_whatsapp_template", "list_whatsapp_templates")
def hands_in_a_template(api: Api) -> None:
    """A new template starts as `PENDING`, is read by its id as it was handed in, and is listed."""
    templates, name = Templates(api), fresh_name()
    answer = templates.create(name)
    made = ok(answer, 201)
    equal(answer, "status and category", (made["status"], made["category"]), ("PENDING", "UTILITY"))
    read = templates.read(made["id"])
    found = ok(read, 200)
    shown = (found["name"], found["language"], found["category"])
    equal(read, "the template", shown, (name, "en_US", "UTILITY"))
    listed = api.demo.call("list_whatsapp_templates", path={"id": templates.account_id}, query={"limit": 100})
    that(
        listed, made["id"] in {each["id"] for each in page(listed).items}, "the template in the list", "none"
    )


@check(SHOULD, "create_whatsapp_template")
def turns_marketing_down_under_utility(api: Api) -> None:
    """Marketing content under `UTILITY` is `REJECTED` at once."""
    answer = Templates(api).create(components=[ADVERTISEMENT])
    equal(answer, "status", ok(answer, 201)["status"], "REJECTED")


@check(MUST, "create_whatsapp_template")
def takes_a_name_once_for_each_language(api: Api) -> None:
    """The same name in another language is another template; in the same one it is 409 resource.conflict."""
    templates, name = Templates(api), fresh_name()
    first, second = templates.made(name), templates.create(name, language="pt_BR")
    that(second, ok(second, 201)["id"] != first["id"], "another template", "the same")
    problem(templates.create(name), 409, "resource.conflict")


@check(MUST, "create_whatsapp_template", over=_BROKEN)
def holds_components_to_their_rules(api: Api, components: list[dict[str, Any]]) -> None:
    """Components that break a rule of templates are refused with 400."""
    refused(Templates(api).create(components=components), 400)


@check(MUST, "update_whatsapp_template", "get_whatsapp_template")
def changes_an_approved_template_once_a_day(api: Api) -> None:
    """Changing an approved template replaces its components; a second change is refused with 400
    validation.field_invalid.
    """
    templates = Templates(api)
    template = templates.approved()
    ok(templates.change(template["id"], _PLAIN), 204)
    read = templates.read(template["id"])
    texts = [each.get("text") for each in ok(read, 200)["components"]]
    equal(read, "the texts", texts, [_PLAIN["text"]])
    problem(templates.change(template["id"], GREETING), 400, "validation.field_invalid")


@check(MUST, "update_whatsapp_template")
def keeps_rejected_templates(api: Api) -> None:
    """A template that is not approved is refused with 400 validation.field_invalid."""
    templates = Templates(api)
    problem(templates.change(templates.rejected()["id"], _PLAIN), 400, "validation.field_invalid")


@check(MUST, "get_whatsapp_template", "update_whatsapp_template", over={"read": False, "change": True})
def answers_unknown_templates(api: Api, changing: bool) -> None:
    """A template that does not exist is answered with 404 whatsapp.template_not_found."""
    templates, unknown = Templates(api), api.unknown_id()
    answer = templates.change(unknown, _PLAIN) if changing else templates.read(unknown)
    problem(answer, 404, "whatsapp.template_not_found")


@check(MUST, "delete_whatsapp_template", "get_whatsapp_template")
def deletes_every_language(api: Api) -> None:
    """Deleting a name removes it in all its languages; from then on it is 404 whatsapp.template_not_found."""
    templates, name = Templates(api), fresh_name()
    made = [templates.made(name, language=language) for language in ("en_US", "pt_BR")]
    ok(templates.delete(name), 204)
    for template in made:
        problem(templates.read(template["id"]), 404, "whatsapp.template_not_found")
    problem(templates.delete(name), 404, "whatsapp.template_not_found")


@check(MUST, "delete_whatsapp_template", over={"missing": {}, "malformed": {"name": "Order Ready"}})
def deletes_by_name_alone(api: Api, query: dict[str, str]) -> None:
    """Without a name, or with one that no template can have, nothing is deleted: 400."""
    path = {"id": Templates(api).account_id}
    answer = api.demo.call("delete_whatsapp_template", path=path, query=query)
    problem(answer, 400, "validation.field_required", "validation.field_invalid")


@check(MUST, "list_whatsapp_templates")
def says_whether_more_templates_follow(api: Api) -> None:
    """Another page follows exactly when `paging.next` is there, and `paging.cursors.after` leads to it."""
    templates, name = Templates(api), fresh_name()
    for language in ("en_US", "pt_BR"):
        templates.made(name, language=language)
    path = {"id": templates.account_id}
    first = api.demo.call("list_whatsapp_templates", path=path, query={"limit": 1})
    cursor = page(first).next_cursor
    that(first, cursor is not None, "paging.next, for there is another template", "none")
    second = api.demo.call("list_whatsapp_templates", path=path, query={"limit": 1, "cursor": cursor})
    shown = [each["id"] for answer in (first, second) for each in page(answer).items]
    that(second, len(set(shown)) == 2, "another template on the second page", shown)


@check(MUST, "validate_whatsapp_template", over=_FINDINGS)
def finds_what_is_wrong(api: Api, case: tuple[dict[str, Any], int | None, str]) -> None:
    """A broken rule is an error with its field, which makes the draft invalid; the request succeeds."""
    change, component, field = case
    answer = api.demo.call("validate_whatsapp_template", body={**_DRAFT, **change})
    body = ok(answer, 200)
    equal(answer, "valid", body["valid"], False)
    found = [(issue["component_index"], issue["field"]) for issue in body["errors"]]
    that(answer, (component, field) in found, f"an error for {field}", found)


@check(MUST, "validate_whatsapp_template")
def passes_what_is_right(api: Api) -> None:
    """A draft that keeps the rules has no findings; one without samples is valid, with a warning."""
    answer = api.demo.call("validate_whatsapp_template", body={**_DRAFT, "components": [GREETING]})
    has(answer, "the findings", ok(answer, 200), {"valid": True, "errors": [], "warnings": []})
    bare = {"type": "BODY", "text": GREETING["text"]}
    warned = api.demo.call("validate_whatsapp_template", body={**_DRAFT, "components": [bare]})
    body = ok(warned, 200)
    equal(warned, "valid and errors", (body["valid"], body["errors"]), (True, []))
    that(warned, bool(body["warnings"]), "a warning that samples are missing", "none")
