"""Phone numbers: verified, registered, and shown with a business profile."""

from collections.abc import Mapping
from typing import Any

from socialapi_contract.operations import OPERATIONS

from socialapi_conformance.api import Api
from socialapi_conformance.callers import ABSENT, Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, has, ok, problem, refused, that, unchanged
from socialapi_conformance.publishing import working_account
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_PIN = "482913"
_OF_ACCOUNTS = [each.operation_id for each in OPERATIONS.values() if "whatsapp.no_account" in each.errors]


@check(
    MUST,
    "register_whatsapp_number",
    "deregister_whatsapp_number",
    "get_whatsapp_number_status",
    alone_in="demo",
)
def takes_a_number_out_of_use_and_back(api: Api) -> None:
    """A deregistered number is no longer registered; registering it puts it into use again, unless it has to
    be verified anew.
    """
    _require_registered(api)
    ok(_call(api.demo, "deregister_whatsapp_number"), 204)
    taken = _call(api.demo, "get_whatsapp_number_status")
    status = ok(taken, 200)
    answer = _call(api.demo, "register_whatsapp_number", {"pin": _PIN})
    equal(taken, "registered", status["registered"], False)
    if not status["verified"]:
        problem(answer, 409, "resource.conflict")
        return
    ok(answer, 204)
    back = _call(api.demo, "get_whatsapp_number_status")
    has(back, "the status", ok(back, 200), {"verified": True, "registered": True})


@check(MUST, "register_whatsapp_number", needs=("other",))
def registers_verified_numbers_only(api: Api) -> None:
    """A number that no code has verified is refused with 409 resource.conflict."""
    status = _call(api.other, "get_whatsapp_number_status")
    if ok(status, 200)["verified"]:
        raise NotVerified("the number of the workspace other is verified")
    problem(_call(api.other, "register_whatsapp_number", {"pin": _PIN}), 409, "resource.conflict")


@check(MUST, "register_whatsapp_number", over={"short": "12345", "long": "1234567", "letters": "12345a"})
def needs_a_pin_of_six_digits(api: Api, pin: str) -> None:
    """A PIN that is not six digits is refused with 400 validation.field_invalid."""
    answer = _call(api.demo, "register_whatsapp_number", {"pin": pin})
    problem(answer, 400, "validation.field_invalid")


@check(MUST, "verify_whatsapp_code", "request_whatsapp_code", needs=("other",))
def refuses_wrong_codes(api: Api) -> None:
    """A code that WhatsApp did not send verifies nothing: 502 platform.whatsapp.api_error."""
    before = _call(api.other, "get_whatsapp_number_status")
    requested = _call(api.other, "request_whatsapp_code", {"method": "SMS", "language": "en_US"})
    if requested.status == 429:
        raise NotVerified("too many codes were requested for this number")
    ok(requested, 204)
    made_up = f"{api.random.randrange(10**6):06}"
    answer = _call(api.other, "verify_whatsapp_code", {"code": made_up})
    problem(answer, 502, "platform.whatsapp.api_error")
    after = _call(api.other, "get_whatsapp_number_status")
    unchanged(after, ok(before, 200), ok(after, 200), "the status")


@check(
    MUST,
    "request_whatsapp_code",
    over={
        "method": {"method": "PIGEON", "language": "en_US"},
        "language": {"method": "VOICE", "language": "English"},
        "no_method": {"language": "en_US"},
        "no_language": {"method": "SMS"},
    },
)
def says_how_codes_travel(api: Api, body: dict[str, Any]) -> None:
    """A code goes by `SMS` or `VOICE` in a language with a tag; anything else is refused with 400."""
    refused(_call(api.demo, "request_whatsapp_code", body), 400)


@check(MUST, "update_whatsapp_business_profile", "get_whatsapp_business_profile", alone_in="demo")
def changes_only_what_is_sent(api: Api) -> None:
    """Although the method is PUT, a field that is left out stays as it is."""
    before = ok(_profile(api.demo), 200)
    about = api.word("about")
    ok(_change(api.demo, {"about": about}), 204)
    after = _profile(api.demo)
    equal(after, "the profile", ok(after, 200), {**before, "about": about})
    if "about" in before:
        ok(_change(api.demo, {"about": before["about"]}), 204)


@check(
    MUST,
    "update_whatsapp_business_profile",
    over={
        "nothing": {},
        "unknown": {"colour": "red"},
        "about": {"about": "x" * 140},
        "vertical": {"vertical": "COFFEE"},
        "websites": {"websites": ["https://example.com/1", "https://example.com/2", "https://example.com/3"]},
    },
)
def refuses_what_is_no_profile(api: Api, body: dict[str, Any]) -> None:
    """A body without any field, and fields beyond their limits, are refused with 400."""
    refused(_change(api.demo, body), 400)


@check(MUST, "get_whatsapp_business_profile", needs=("demo", "other"))
def hides_profiles_of_other_workspaces(api: Api) -> None:
    """The number of another workspace is answered like one that does not exist: 404 resource.not_found."""
    for number in (api.unknown_id(), _number(api.other)):
        answer = api.demo.call("get_whatsapp_business_profile", path={"id": number})
        problem(answer, 404, "resource.not_found")


@check(MUST, topic="accounts", over={each: each for each in _OF_ACCOUNTS})
def needs_an_account(api: Api, operation_id: str) -> None:
    """Without a WhatsApp account there are neither numbers nor templates: 404 whatsapp.no_account."""
    caller, _ = api.new_workspace()
    answer = caller.send(api.samples(caller).naming_nothing(OPERATIONS[operation_id]))
    problem(answer, 404, "whatsapp.no_account")


def _require_registered(api: Api) -> None:
    status = _call(api.demo, "get_whatsapp_number_status")
    body = ok(status, 200)
    that(status, body["verified"] or not body["registered"], "a registered number to be verified", body)
    if not body["registered"]:
        raise NotVerified("the number of the workspace demo is not registered")


def _call(caller: Caller, operation_id: str, body: Any = ABSENT) -> Answer:
    """Call an operation for the WhatsApp account of a workspace."""
    return caller.call(operation_id, path={"id": working_account(caller, "whatsapp")["id"]}, body=body)


def _number(caller: Caller) -> str:
    """Return WhatsApp's id of the number of a workspace."""
    told: Mapping[str, Any] = working_account(caller, "whatsapp").get("metadata") or {}
    if "phone_number_id" not in told:
        raise NotVerified(
            f"the WhatsApp account of {caller.workspace.name} does not tell its phone_number_id"
        )
    return str(told["phone_number_id"])


def _profile(caller: Caller) -> Answer:
    return caller.call("get_whatsapp_business_profile", path={"id": _number(caller)})


def _change(caller: Caller, body: dict[str, Any]) -> Answer:
    return caller.call("update_whatsapp_business_profile", path={"id": _number(caller)}, body=body)
