"""Phone numbers and message templates of the demo data."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from socialapi_stub import ids, upstream
from socialapi_stub.demo.cast import Cast
from socialapi_stub.tables import Account
from socialapi_stub.tables.whatsapp import WhatsAppNumber, WhatsAppTemplate

PROFILE = {
    "about": "Coffee. Roasted daily.",
    "address": "12 Harbour Street, Springfield",
    "email": "hello@example.com",
    "vertical": "RESTAURANT",
    "websites": ["https://example.com/coffee"],
}
ORDER = "Hello {{1}}, your order {{2}} is ready."
CODE: list[dict[str, Any]] = [
    {"type": "BODY", "text": "{{1}} is your verification code.", "example": {"body_text": [["493027"]]}},
    {"type": "BUTTONS", "buttons": [{"type": "COPY_CODE", "example": "493027"}]},
]


def _body(text: str, *samples: str) -> list[dict[str, Any]]:
    return [{"type": "BODY", "text": text, **({"example": {"body_text": [[*samples]]}} if samples else {})}]


# Name, language, category, state and parts, from the oldest to the latest.
TEMPLATES: Sequence[tuple[str, str, str, str, list[dict[str, Any]]]] = (
    ("old_menu", "en_US", "MARKETING", "DISABLED", _body("The menu of last year.")),
    ("order_ready", "en_US", "UTILITY", "APPROVED", _body(ORDER, "Maria", "4711")),
    ("order_ready", "de_DE", "UTILITY", "APPROVED", _body("{{1}}, {{2}} ist fertig.", "Maria", "4711")),
    ("sign_in_code", "en_US", "AUTHENTICATION", "APPROVED", CODE),
    ("reading_night", "en_US", "MARKETING", "PAUSED", _body("We read aloud on Friday. Will you be there?")),
    ("summer_sale", "en_US", "UTILITY", "REJECTED", _body("50% off everything.")),
)


def plant(cast: Cast) -> None:
    """Add numbers and templates to every WhatsApp account; only those of the demo workspace are in use."""
    for workspace, accounts in cast.accounts.items():
        for account in accounts:
            if account.platform == "whatsapp":
                status = "registered" if workspace == "demo" else "unverified"
                cast.session.add(WhatsAppNumber(account_id=account.id, status=status, profile=dict(PROFILE)))
                cast.session.add_all(_template(cast, account, number) for number in range(len(TEMPLATES)))


def _template(cast: Cast, account: Account, number: int) -> WhatsAppTemplate:
    name, language, category, status, components = TEMPLATES[number]
    return WhatsAppTemplate(
        id=upstream.digits(ids.stable_uuid(account.id, name, language), 15),
        account_id=account.id,
        name=name,
        language=language,
        category=category,
        status=status,
        components=components,
        created_at=cast.now - timedelta(days=len(TEMPLATES) - number),
    )
