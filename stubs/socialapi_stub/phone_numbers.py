"""Phone numbers on WhatsApp: verified by a code, registered for use, shown with a business profile.

No phone line is called: `GET /_mock/whatsapp/{account_id}/code` shows the code that was sent.
"""

from datetime import timedelta

from socialapi_contract.states import STATES
from sqlalchemy.orm import Session

from socialapi_stub import ids, platform_calls, upstream, visibility
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account
from socialapi_stub.tables.whatsapp import WhatsAppNumber

CODE_LIFE = timedelta(minutes=10)
CODES_PER_HOUR = 10
HOUR = timedelta(hours=1)


def of(session: Session, account: Account) -> WhatsAppNumber:
    """Return the number of an account, a new one if nothing was done with it."""
    known = session.get(WhatsAppNumber, account.id)
    if known is not None:
        return known
    number = WhatsAppNumber(account_id=account.id, status="unverified", profile={}, codes_sent=0)
    session.add(number)
    return number


def of_id(call: Call, phone_number_id: str) -> WhatsAppNumber:
    """Return a number by the id that WhatsApp has for it, if WhatsApp takes the call.

    Raises `whatsapp.no_account`, `resource.not_found` and what `platform_calls.require` raises.
    """
    accounts = of_whatsapp(call)
    account = next((one for one in accounts if one.platform_account_id == phone_number_id), None)
    if account is None:
        raise Problem("resource.not_found", resource="phone_number", id=phone_number_id)
    platform_calls.require(call, account)
    return of(call.session, account)


def of_whatsapp(call: Call) -> list[Account]:
    """Return the WhatsApp accounts that the caller may see. Raises `whatsapp.no_account`."""
    visible = visibility.accounts(call).where(Account.platform == call.operation.resource)
    accounts = list(call.session.scalars(visible))
    if not accounts:
        raise Problem("whatsapp.no_account")
    return accounts


def send_code(call: Call, number: WhatsAppNumber) -> None:
    """Send a code to the phone line. Raises `platform.whatsapp.rate_limit` after too many in an hour."""
    if number.codes_since is None or number.codes_since + HOUR <= call.now:
        number.codes_since, number.codes_sent = call.now, 0
    if number.codes_sent >= CODES_PER_HOUR:
        raise Problem("platform.whatsapp.rate_limit", "too many codes were requested for this number")
    number.codes_sent += 1
    number.code_sent_at = call.now


def code_of(number: WhatsAppNumber) -> str:
    """Return the code that is sent to a number, the same each time."""
    return upstream.digits(f"{number.account_id}/code", 6)


def verify(call: Call, number: WhatsAppNumber, code: str) -> None:
    """Take a code back. A wrong or expired one is useless from then on: `platform.whatsapp.api_error`."""
    sent = number.code_sent_at
    number.code_sent_at = None
    if sent is None or sent + CODE_LIFE <= call.now or code != code_of(number):
        raise Problem("platform.whatsapp.api_error", "the code is wrong or has expired", keep=True)
    if number.status == "unverified":
        number.status = "verified"


def register(number: WhatsAppNumber) -> None:
    """Put a number into use. Raises `resource.conflict` before it is verified."""
    allowed = STATES["whatsapp_number"].actions["register_whatsapp_number"]
    if allowed.get(number.status) != "allowed":
        raise Problem("resource.conflict", f"the number is {number.status}")
    number.status = "registered"


def deregister(number: WhatsAppNumber) -> None:
    """Take a number out of use; it stays verified."""
    if number.status == "registered":
        number.status = "verified"


def profile(number: WhatsAppNumber) -> Body:
    """Return the business profile, without what is not filled in."""
    return {
        "messaging_product": "whatsapp",
        **{name: value for name, value in number.profile.items() if value},
    }


def change_profile(number: WhatsAppNumber, body: Body, fields: frozenset[str]) -> None:
    """Change some of the fields of a business profile. Raises `validation.field_required` without any."""
    changes = {name: value for name, value in body.items() if name in fields}
    if not changes:
        raise Problem("validation.field_required", "nothing to change is given")
    handle = changes.pop("profile_picture_handle", None)
    if handle is not None:
        picture = ids.stable_uuid("picture", handle)
        changes["profile_picture_url"] = f"https://cdn.example.com/whatsapp/{picture}.jpg"
    number.profile = {**number.profile, **changes}
