"""Invites: made for a brand, opened by anybody, used once, taken back."""

from datetime import UTC, datetime, timedelta
from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, problem, refused, that
from socialapi_conformance.flows import PLATFORM, own_brand
from socialapi_conformance.registry import MUST, check

_A_WHILE = timedelta(minutes=10)


@check(MUST, "create_invite", "list_invites")
def makes_an_invite(api: Api) -> None:
    """A new invite has a url that ends in its token, runs out after the days asked for, and is active."""
    brand_id = own_brand(api)
    answer, invite = _made(api, brand_id, expires_in_days=3)
    equal(answer, "platform", invite["platform"], PLATFORM)
    that(answer, invite["url"].endswith(f"/{invite['token']}"), "a url that ends in the token", "another one")
    left = datetime.fromisoformat(invite["expires_at"]) - datetime.now(UTC)
    that(answer, abs(left - timedelta(days=3)) < _A_WHILE, "an invite for three days", invite["expires_at"])
    equal(answer, "is_active", _listed(api, brand_id)[invite["id"]]["is_active"], True)


@check(MUST, "list_invites")
def lists_the_newest_first(api: Api) -> None:
    """The invites of a brand are listed the newest first, revoked ones included; `count` counts them."""
    brand_id = own_brand(api)
    made = []
    for _ in range(3):
        made.append(_made(api, brand_id)[1]["id"])
        ok(api.demo.call("revoke_invite", path={"id": made[-1]}), 204)
    answer = api.demo.call("list_invites", query={"brand_id": brand_id})
    body = ok(answer, 200)
    equal(answer, "the invites", [each["id"] for each in body["data"]], made[::-1])
    equal(answer, "count", body["count"], 3)


@check(MUST, "create_invite", over={"left_out": {}, "two": {"expires_in_days": 2}})
def takes_certain_days(api: Api, days: dict[str, Any]) -> None:
    """`expires_in_days` has to be 1, 3, 7, 14 or 30; anything else, or nothing, is refused with 400."""
    body = {"brand_id": own_brand(api), "platform": PLATFORM, **days}
    answer = api.demo.call("create_invite", body=body)
    problem(answer, 400, "validation.field_invalid", "validation.field_required")


@check(MUST, "create_invite", over={"unknown": "myspace", "telegram": "telegram", "whatsapp": "whatsapp"})
def needs_a_consent_page(api: Api, platform: str) -> None:
    """A platform that is unknown or has no consent page is refused with 400 account.unsupported_platform."""
    problem(_create(api, own_brand(api), platform=platform), 400, "account.unsupported_platform")


@check(MUST, "create_invite", "list_accounts")
def invites_once(api: Api) -> None:
    """A brand that has an active invite for a platform, or an account on it, is refused with 409
    resource.conflict.
    """
    brand_id = own_brand(api)
    _made(api, brand_id)
    problem(_create(api, brand_id), 409, "resource.conflict")
    for account in ok(api.demo.call("list_accounts"), 200)["data"]:
        if account["platform"] == PLATFORM and _lasts(api, account["brand_id"]):
            answer = _create(api, account["brand_id"])
            if _lasts(api, account["brand_id"]):
                problem(answer, 409, "resource.conflict")


@check(MUST, "redeem_invite", "create_invite")
def leads_to_the_consent_page(api: Api) -> None:
    """Opening an invite, by whomever and however often, is answered with 302 and where to go on."""
    _, invite = _made(api, own_brand(api))
    for _ in range(2):
        answer = _open(api, invite["token"])
        ok(answer, 302)
        location = answer.headers.get("location", "")
        that(answer, "://" in location, "a Location that is a whole URL", location)


@check(MUST, "redeem_invite")
def answers_unknown_tokens(api: Api) -> None:
    """A token that was never issued is answered with 404 resource.not_found."""
    problem(_open(api, f"{api.random.getrandbits(160):040x}"), 404, "resource.not_found")


@check(MUST, "revoke_invite", "redeem_invite", "list_invites")
def takes_an_invite_back(api: Api) -> None:
    """A revoked invite is answered with 410 when opened, listed as inactive, and 404 when revoked again."""
    brand_id = own_brand(api)
    _, invite = _made(api, brand_id)
    ok(api.demo.call("revoke_invite", path={"id": invite["id"]}), 204)
    answer = _open(api, invite["token"])
    problem(answer, 410, "invite.expired")
    equal(answer, "is_active", _listed(api, brand_id)[invite["id"]]["is_active"], False)
    problem(api.demo.call("revoke_invite", path={"id": invite["id"]}), 404, "resource.not_found")


@check(MUST, "redeem_invite", "list_invites", "list_accounts")
def is_used_up_by_the_account(api: Api) -> None:
    """When the invited person agrees, the brand has the account, and the invite is answered with 410."""
    brand_id = own_brand(api)
    _, invite = _made(api, brand_id)
    ok(_open(api, invite["token"]), 302)
    connected = api.arranged("consent_given", invite=invite["token"], who=api.word("who"))
    listed = api.demo.call("list_accounts", query={"brand_id": brand_id})
    shown = [each["id"] for each in ok(listed, 200)["data"]]
    equal(listed, "the accounts", shown, [connected.get("account_id")])
    answer = _open(api, invite["token"])
    problem(answer, 410, "invite.expired")
    equal(answer, "is_active", _listed(api, brand_id)[invite["id"]]["is_active"], False)
    problem(api.demo.call("revoke_invite", path={"id": invite["id"]}), 404, "resource.not_found")


@check(MUST, "redeem_invite", "list_invites")
def runs_out(api: Api) -> None:
    """An invite whose time is over is answered with 410 when opened, and is listed as inactive."""
    brand_id = own_brand(api)
    _, invite = _made(api, brand_id)
    api.arranged("expired_invite", invite=invite["token"])
    answer = _open(api, invite["token"])
    problem(answer, 410, "invite.expired")
    equal(answer, "is_active", _listed(api, brand_id)[invite["id"]]["is_active"], False)


@check(MUST, "list_invites", "create_invite")
def asks_for_a_brand(api: Api) -> None:
    """Without `brand_id` the list is refused with 400; an unknown one is 404 brand.not_found everywhere."""
    refused(api.demo.call("list_invites"), 400)
    unknown = {"brand_id": api.unknown_id()}
    problem(api.demo.call("list_invites", query=unknown), 404, "brand.not_found")
    problem(_create(api, unknown["brand_id"]), 404, "brand.not_found")


def _create(api: Api, brand_id: str, **body: Any) -> Answer:
    wanted = {"brand_id": brand_id, "platform": PLATFORM, "expires_in_days": 7, **body}
    return api.demo.call("create_invite", body=wanted)


def _made(api: Api, brand_id: str, **body: Any) -> tuple[Answer, dict[str, Any]]:
    answer = _create(api, brand_id, **body)
    return answer, ok(answer, 201)


def _open(api: Api, token: str) -> Answer:
    return api.demo.call("redeem_invite", path={"token": token})


def _listed(api: Api, brand_id: str) -> dict[str, dict[str, Any]]:
    answer = api.demo.call("list_invites", query={"brand_id": brand_id})
    return {invite["id"]: invite for invite in ok(answer, 200)["data"]}


def _lasts(api: Api, brand_id: str) -> bool:
    """Tell whether a brand is still there, which another check may have made and removed."""
    return any(brand["id"] == brand_id for brand in ok(api.demo.call("list_brands"), 200)["data"])
