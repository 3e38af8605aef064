"""What arrives on the phone lines of WhatsApp accounts."""

from typing import Any

from socialapi_stub import phone_numbers
from socialapi_stub.control import Order, OrderRefused, Plane
from socialapi_stub.tables.whatsapp import WhatsAppNumber


def read_whatsapp_code(plane: Plane, order: Order) -> dict[str, Any]:
    """Return the code that was last sent to the number of an account."""
    account_id = order.parameters["account_id"]
    with plane.storage.read() as session:
        number = session.get(WhatsAppNumber, account_id)
    if number is None or number.code_sent_at is None:
        hint = "Ask for one: POST /v1/platforms/whatsapp/phone-numbers/{id}/request-code."
        raise OrderRefused(f"no code waits for the number of {account_id}", hint, "not_found")
    return {"code": phone_numbers.code_of(number)}
