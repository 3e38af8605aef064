"""Connect flows that end in a code or in a choice among candidates."""

import json
from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.expect import equal, ok, problem, that
from socialapi_conformance.flows import PLATFORM, exchange, exchanged, own_brand, pending, select, started
from socialapi_conformance.registry import MUST, check

_CODE = "sapi-made-up-code"


@check(MUST, "exchange_connection_code", "list_accounts")
def connects_the_account_behind_a_code(api: Api) -> None:
    """A code and the state of its flow end in 201 with an account, which the brand of the flow has then."""
    brand_id = own_brand(api)
    answer = exchanged(api, PLATFORM, api.word("who"), brand_id=brand_id)
    made = ok(answer, 201)
    equal(answer, "platform", made["platform"], PLATFORM)
    listed = api.demo.call("list_accounts", query={"brand_id": brand_id})
    shown = [(each["id"], each["status"]) for each in ok(listed, 200)["data"]]
    equal(listed, "the accounts", shown, [(made["account_id"], "active")])


@check(MUST, "exchange_connection_code")
def takes_a_state_once(api: Api) -> None:
    """A state works once: the second exchange is refused with 400 validation.field_invalid."""
    who, brand_id = api.word("who"), own_brand(api)
    state = started(api.demo, PLATFORM, brand_id)
    code = api.arranged("code_issued", platform=PLATFORM, who=who)["code"]
    ok(exchange(api.demo, PLATFORM, code, state), 201)
    problem(exchange(api.demo, PLATFORM, code, state), 400, "validation.field_invalid")


@check(MUST, "exchange_connection_code")
def refuses_unknown_states(api: Api) -> None:
    """A state that was never issued, or whose time is over, is refused with 400 validation.field_invalid."""
    unknown = f"{api.random.getrandbits(128):032x}"
    problem(exchange(api.demo, PLATFORM, _CODE, unknown), 400, "validation.field_invalid")
    if api.target.state_url is not None:
        state = started(api.demo, PLATFORM, own_brand(api))
        api.arranged("expired_connect", state=state)
        problem(exchange(api.demo, PLATFORM, _CODE, state), 400, "validation.field_invalid")


@check(MUST, "exchange_connection_code", "create_key")
def binds_a_state_to_its_key(api: Api) -> None:
    """A state that another key was given is refused with 403 auth.state_mismatch."""
    made = ok(api.demo.call("create_key", body={"name": api.word("key")}), 201)
    state = started(api.demo.bearing(made["raw_key"]), PLATFORM, own_brand(api))
    problem(exchange(api.demo, PLATFORM, _CODE, state), 403, "auth.state_mismatch")


@check(MUST, "exchange_connection_code")
def rejects_unknown_platforms(api: Api) -> None:
    """A platform that does not exist is refused with 400 account.unsupported_platform."""
    state = f"{api.random.getrandbits(128):032x}"
    problem(exchange(api.demo, api.word("platform"), _CODE, state), 400, "account.unsupported_platform")


@check(MUST, "exchange_connection_code", needs=("demo", "other"))
def leaves_accounts_of_others_alone(api: Api) -> None:
    """An account that another workspace has connected is refused with 409 account.already_linked."""
    who = api.word("who")
    code = api.arranged("code_issued", platform=PLATFORM, who=who)["code"]
    ok(exchange(api.other, PLATFORM, code, started(api.other, PLATFORM, own_brand(api, api.other))), 201)
    problem(exchanged(api, PLATFORM, who), 409, "account.already_linked")


@check(MUST, "exchange_connection_code")
def keeps_one_account_per_platform(api: Api) -> None:
    """A second account of a platform in one brand is refused with 409 resource.conflict."""
    brand_id = own_brand(api)
    ok(exchanged(api, PLATFORM, api.word("who"), brand_id=brand_id), 201)
    problem(exchanged(api, PLATFORM, api.word("who"), brand_id=brand_id), 409, "resource.conflict")


@check(
    MUST,
    "exchange_connection_code",
    over={
        "facebook": "platform.facebook.no_pages",
        "google": "platform.google.no_locations",
        "youtube": "platform.youtube.no_channels",
    },
)
def names_what_a_login_lacks(api: Api, code: Any) -> None:
    """A login that gives access to nothing that can be connected is refused with 404 and its own code."""
    problem(exchanged(api, code.split(".")[1], api.word("who"), count=0), 404, code)


@check(
    MUST,
    "exchange_connection_code",
    "get_pending_connection",
    over={"facebook": "pages", "google": "profiles"},
)
def offers_a_choice(api: Api, candidates: str) -> None:
    """Facebook, and Google with several Profiles, end in 200 with candidates, which can be read again."""
    platform = {"pages": "facebook", "profiles": "google"}[candidates]
    waiting = pending(api, platform, 2)
    answer = api.demo.call("get_pending_connection", path={"connection_id": waiting["connection_id"]})
    shown = ok(answer, 200)
    equal(answer, "platform", shown["platform"], platform)
    that(answer, len(shown.get(candidates, [])) == 2, f"two {candidates}", shown)
    equal(answer, "the candidates", _in_order(shown[candidates]), _in_order(waiting[candidates]))


@check(MUST, "select_pending_connection", "list_account_pages")
def connects_the_chosen_pages(api: Api) -> None:
    """The account has the Pages that were chosen and no others, and the connection is used up: 404."""
    waiting = pending(api, "facebook", 3)
    chosen = [page["platform_page_id"] for page in waiting["pages"][:2]]
    account_id = ok(select(api, waiting, page_ids=chosen), 201)["account_id"]
    answer = api.demo.call("list_account_pages", path={"id": account_id})
    shown = {page["platform_page_id"] for page in ok(answer, 200)["data"]}
    equal(answer, "the pages", shown, set(chosen))
    problem(select(api, waiting, page_ids=chosen), 404, "resource.not_found")
    gone = api.demo.call("get_pending_connection", path={"connection_id": waiting["connection_id"]})
    problem(gone, 404, "resource.not_found")


@check(MUST, "select_pending_connection")
def connects_the_chosen_profile(api: Api) -> None:
    """On Google the chosen Profile becomes the account."""
    waiting = pending(api, "google", 2)
    profile = waiting["profiles"][1]
    answer = select(api, waiting, platform_account_id=profile["platform_account_id"])
    equal(answer, "display_name", ok(answer, 201).get("display_name"), profile["display_name"])


@check(
    MUST,
    "select_pending_connection",
    over={
        "unknown_page": {"page_ids": ["0"]},
        "other_field": {"platform_account_id": "0"},
        "none": {"page_ids": []},
        "nothing": {},
    },
)
def refuses_what_is_no_candidate(api: Api, choice: dict[str, Any]) -> None:
    """What is no candidate, the field of another platform and an empty choice are refused with 400."""
    waiting = pending(api, "facebook", 1)
    problem(select(api, waiting, **choice), 400, "validation.field_invalid", "validation.field_required")


@check(MUST, "select_pending_connection")
def keeps_to_five_pages(api: Api) -> None:
    """More than five Pages for a brand are refused with 403 platform.facebook.page_cap, and none is taken."""
    waiting = pending(api, "facebook", 6)
    page_ids = [page["platform_page_id"] for page in waiting["pages"]]
    problem(select(api, waiting, page_ids=page_ids), 403, "platform.facebook.page_cap")
    ok(select(api, waiting, page_ids=page_ids[:5]), 201)


@check(MUST, "select_pending_connection")
def keeps_a_brand_to_one_login(api: Api) -> None:
    """Pages of another login than the brand's account has are refused with 409 account.different_login."""
    brand_id = own_brand(api)
    first, second = (pending(api, "facebook", 1, brand_id) for _ in range(2))
    ok(select(api, first, page_ids=[first["pages"][0]["platform_page_id"]]), 201)
    refused = select(api, second, page_ids=[second["pages"][0]["platform_page_id"]])
    problem(refused, 409, "account.different_login")


@check(MUST, "get_pending_connection", needs=("demo", "other"))
def forgets_what_is_over_or_foreign(api: Api) -> None:
    """A pending connection of another workspace, or whose time is over, is answered with 404."""
    path = {"connection_id": pending(api, "facebook", 1)["connection_id"]}
    problem(api.other.call("get_pending_connection", path=path), 404, "resource.not_found")
    api.arranged("expired_pending_connection", **path)
    problem(api.demo.call("get_pending_connection", path=path), 404, "resource.not_found")


def _in_order(candidates: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(candidates, key=lambda each: json.dumps(each, sort_keys=True))
