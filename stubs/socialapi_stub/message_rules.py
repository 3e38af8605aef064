"""What a message may say: by itself, and on the platform it goes to."""

from collections.abc import Iterator

from socialapi_contract.platforms import Messages

from socialapi_stub import content
from socialapi_stub.call import Body
from socialapi_stub.problems import Problem

INTERACTIVE = ("quick_replies", "buttons", "cards")
UNDER_A_TEXT = ("quick_replies", "buttons")
BUTTON_NEEDS = {"url": "url", "postback": "payload"}
MAX_TEXT_OVER_BUTTONS = 640


def kind_of(body: Body) -> str | None:
    """Return which interactive content a message has, None without any."""
    return next((name for name in INTERACTIVE if name in body), None)


def require_sense(body: Body) -> None:
    """Raise `validation.field_required` or `validation.field_invalid` for what is wrong on every platform."""
    kind, text = kind_of(body), body.get("text", "")
    for other in INTERACTIVE:
        if other in body and other != kind:
            raise invalid(other, f"cannot stand beside {kind}")
    files = body.get("attachments") or body.get("attachment_url")
    if not text.strip() and (kind in UNDER_A_TEXT or not (kind or files)):
        raise missing("text")
    if kind == "buttons" and len(text) > MAX_TEXT_OVER_BUTTONS:
        raise invalid("text", f"has at most {MAX_TEXT_OVER_BUTTONS} characters over buttons")
    for place, button in _buttons(body):
        needed = BUTTON_NEEDS[button["type"]]
        if needed not in button:
            raise missing(f"{place}.{needed}")
    for number, card in enumerate(body.get("cards", [])):
        if "image_url" in card and not content.is_public_address(card["image_url"]):
            raise invalid(f"cards[{number}].image_url", "has to be a public address")


def require_fit(rules: Messages, body: Body) -> None:
    """Raise `validation.field_invalid` or `validation.invalid_message_tag` for what the platform lacks."""
    kind, tag = kind_of(body), body.get("message_tag")
    if kind is not None and kind not in rules.interactive:
        raise invalid(kind, "does not exist on this platform")
    if tag is not None and rules.tags and tag not in rules.tags:
        raise Problem(
            "validation.invalid_message_tag", f"unsupported message tag: {tag}", field="message_tag"
        )


def missing(field: str) -> Problem:
    """Return the problem of a field that is not there."""
    return Problem("validation.field_required", f"{field} is required", field=field)


def invalid(field: str, reason: str) -> Problem:
    """Return the problem of a field that cannot be what it is."""
    return Problem("validation.field_invalid", f"{field}: {reason}", field=field)


def _buttons(body: Body) -> Iterator[tuple[str, Body]]:
    """Yield the buttons of a message and of its cards, each with its place."""
    for place, button in enumerate(body.get("buttons", [])):
        yield f"buttons[{place}]", button
    for number, card in enumerate(body.get("cards", [])):
        for place, button in enumerate(card.get("buttons", [])):
            yield f"cards[{number}].buttons[{place}]", button
