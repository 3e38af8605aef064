"""The rules of message templates on WhatsApp: what is wrong with a draft, and what a review stumbles over."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from socialapi_stub import schemas
from socialapi_stub.call import Body

PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}")
NAME, LANGUAGE = schemas.named("WhatsAppTemplateName"), schemas.named("WhatsAppLanguage")
LABEL = schemas.named("WhatsAppButtonLabel")
ADDRESS = schemas.named("WhatsAppUrlButton")["properties"]["url"]
PHONE_NUMBER = schemas.named("WhatsAppPhoneButton")["properties"]["phone_number"]
TEXTS = {"HEADER": "WhatsAppTextHeader", "BODY": "WhatsAppBody", "FOOTER": "WhatsAppFooter"}
LONGEST = {kind: schemas.named(name)["properties"]["text"]["maxLength"] for kind, name in TEXTS.items()}
CATEGORIES = schemas.named("WhatsAppTemplateCategory")["enum"]
FORMATS = ("TEXT", *schemas.named("WhatsAppMediaHeader")["properties"]["format"]["enum"])
MOST_BUTTONS = schemas.named("WhatsAppButtons")["properties"]["buttons"]["maxItems"]
# What the contract says in words.
PLACEHOLDERS = {"HEADER": 1, "FOOTER": 0}
MOST_OF_A_KIND = {"URL": 2, "PHONE_NUMBER": 1, "COPY_CODE": 1}
BUTTONS = ("QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE")
SAMPLES = {"HEADER": "header_text", "BODY": "body_text"}


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding; `component` is which part it concerns, None for the template itself."""

    component: int | None
    field: str
    message: str
    severity: Literal["error", "warning"] = "error"

    def document(self) -> Body:
        """Return the finding as the API shows it."""
        return {"component_index": self.component, "field": self.field, "message": self.message}


def check(draft: Mapping[str, Any]) -> Iterator[Issue]:
    """Yield everything that is wrong with a draft, which may lack any field."""
    yield from _head(draft)
    components = draft.get("components", [])
    yield from check_components(components)


def check_components(components: Sequence[Mapping[str, Any]]) -> Iterator[Issue]:
    """Yield what is wrong with the parts of a template."""
    counts = Counter(component.get("type") for component in components)
    if not counts["BODY"]:
        yield Issue(None, "components", "a template needs a body")
    for index, component in enumerate(components):
        kind = component.get("type")
        if kind not in PARTS:
            yield Issue(index, "components.type", f"has to be one of {', '.join(PARTS)}")
            continue
        if counts[kind] > 1 and kind in [earlier.get("type") for earlier in components[:index]]:
            yield Issue(index, "components.type", f"there can be one {kind} only")
        for field, message, severity in PARTS[kind](component):
            yield Issue(index, f"components.{field}", message, severity)


def placeholders(text: str) -> list[str]:
    """Return what stands between double braces, in order and each once."""
    return list(dict.fromkeys(PLACEHOLDER.findall(text)))


Finding = tuple[str, str, Literal["error", "warning"]]


def _head(draft: Mapping[str, Any]) -> Iterator[Issue]:
    name, language = draft.get("name", ""), draft.get("language", "")
    if not re.fullmatch(NAME["pattern"], name):
        yield Issue(None, "name", "only small letters, digits and underscores are allowed")
    if len(name) > NAME["maxLength"]:
        yield Issue(None, "name", _too_long(name, NAME["maxLength"]))
    if draft.get("category") not in CATEGORIES:
        yield Issue(None, "category", f"has to be one of {', '.join(CATEGORIES)}")
    if not re.fullmatch(LANGUAGE["pattern"], language) or len(language) > LANGUAGE["maxLength"]:
        yield Issue(None, "language", "has to be a language tag with underscores, such as en_US")


def _header(component: Mapping[str, Any]) -> Iterator[Finding]:
    form = component.get("format")
    if form is None:
        yield "format", "a header needs a format", "error"
    elif form not in FORMATS:
        yield "format", f"has to be one of {', '.join(FORMATS)}", "error"
    elif form == "TEXT":
        yield from _text(component)
    elif not _sample(component, "header_handle"):
        yield "example", "a header with media needs a sample to be approved", "warning"


def _text(component: Mapping[str, Any]) -> Iterator[Finding]:
    kind, text = component["type"], component.get("text", "")
    if not text.strip():
        yield "text", "is required", "error"
    if len(text) > LONGEST[kind]:
        yield "text", _too_long(text, LONGEST[kind]), "error"
    found = placeholders(text)
    most = PLACEHOLDERS.get(kind)
    if most is not None and len(found) > most:
        yield (
            "text",
            "cannot hold placeholders" if most == 0 else f"can hold {most} placeholder only",
            "error",
        )
    elif sorted(found) != sorted(map(str, range(1, len(found) + 1))):
        yield "text", "placeholders have to be numbered from {{1}} without gaps", "error"
    elif found and _count_of_samples(component) != len(found):
        yield "example", "placeholders need sample values to be approved", "warning"


def _buttons(component: Mapping[str, Any]) -> Iterator[Finding]:
    buttons = component.get("buttons", [])
    if not 1 <= len(buttons) <= MOST_BUTTONS:
        yield "buttons", f"has to hold 1 to {MOST_BUTTONS} buttons", "error"
    counts = Counter(button.get("type") for button in buttons)
    for kind, most in MOST_OF_A_KIND.items():
        if counts[kind] > most:
            yield "buttons", f"can hold {most} of type {kind} only", "error"
    for place, button in enumerate(buttons):
        for field, message, severity in _button(button):
            yield f"buttons[{place}].{field}", message, severity


def _button(button: Mapping[str, Any]) -> Iterator[Finding]:
    kind, label = button.get("type"), button.get("text", "")
    if kind not in BUTTONS:
        yield "type", f"has to be one of {', '.join(BUTTONS)}", "error"
        return
    if kind != "COPY_CODE" and not label.strip():
        yield "text", "a button needs a label", "error"
    if kind != "COPY_CODE" and len(label) > LABEL["maxLength"]:
        yield "text", _too_long(label, LABEL["maxLength"]), "error"
    if kind == "URL":
        yield from _address(button)
    if kind == "PHONE_NUMBER" and not re.fullmatch(PHONE_NUMBER["pattern"], button.get("phone_number", "")):
        yield "phone_number", "has to be a number such as +15550123456", "error"
    if kind == "COPY_CODE" and not button.get("example"):
        yield "example", "a code to copy needs a sample to be approved", "warning"


def _address(button: Mapping[str, Any]) -> Iterator[Finding]:
    url, longest = button.get("url", ""), ADDRESS["maxLength"]
    if not url:
        yield "url", "a button of type URL needs an address", "error"
    elif (
        not re.search(ADDRESS["pattern"], url) or not ADDRESS["minLength"] <= len(url) <= ADDRESS["maxLength"]
    ):
        yield "url", f"has to be a web address of {longest} characters at most", "error"
    elif placeholders(url) not in ([], ["1"]):
        yield "url", "can hold {{1}} only", "error"
    elif placeholders(url) and not button.get("example"):
        yield "example", "a placeholder needs a sample address to be approved", "warning"


def _too_long(text: str, most: int) -> str:
    return f"exceeds {most} characters ({len(text)}/{most})"


def _count_of_samples(component: Mapping[str, Any]) -> int:
    given = _sample(component, SAMPLES.get(component["type"], ""))
    values = given[0] if given and component["type"] == "BODY" else given
    return len(values) if isinstance(values, list) else 0


def _sample(component: Mapping[str, Any], name: str) -> list[Any]:
    given = component.get("example", {}).get(name)
    return given if isinstance(given, list) else []


PARTS = {"HEADER": _header, "BODY": _text, "FOOTER": _text, "BUTTONS": _buttons}
