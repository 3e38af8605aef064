"""Accounts: connecting, listing, pages and limits."""

import re
from typing import Any

from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, problem, refused, that
from socialapi_conformance.flows import exchanged, own_brand
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_CONSENT = {
    platform.slug: platform.slug
    for platform in PLATFORMS.values()
    if platform.connect == "oauth" and platform.status == "live" and not platform.byok and not platform.gated
}


@check(MUST, "connect_account", over=_CONSENT)
def starts_with_consent(api: Api, platform: str) -> None:
    """A platform that asks for consent is answered with 202, an auth_url and a fresh state of 32 hex
    characters.
    """
    states = set()
    for _ in range(2):
        answer = _connect(api.demo, platform=platform)
        body = ok(answer, 202)
        that(answer, "://" in body["auth_url"], "auth_url to be a URL", body["auth_url"])
        that(
            answer,
            bool(re.fullmatch("[0-9a-f]{32}", body["state"])),
            "a state of 32 hex characters",
            body["state"],
        )
        states.add(body["state"])
    that(answer, len(states) == 2, "another state for another connection", "the same one")


@check(MUST, "connect_account")
def keeps_the_callers_state_apart(api: Api) -> None:
    """The state in the answer is the server's own, not the one the caller sent."""
    answer = _connect(api.demo, platform=next(iter(_CONSENT)), state="a" * 32)
    that(answer, ok(answer, 202)["state"] != "a" * 32, "a state of the server's own", "the caller's")


@check(MUST, "connect_account")
def names_missing_app_credentials(api: Api) -> None:
    """A platform that needs the customer's own app is refused with 412 byok.credentials_missing while
    there is none.
    """
    platform = next(each.slug for each in PLATFORMS.values() if each.byok)
    for workspace in api.target.workspaces:
        answer = _connect(api.workspace(workspace), platform=platform)
        if answer.status == 412:
            problem(answer, 412, "byok.credentials_missing")
            return
    raise NotVerified(f"every workspace has credentials for {platform}")


@check(MUST, "connect_account")
def rejects_unknown_platforms(api: Api) -> None:
    """A platform that does not exist is refused with 400 account.unsupported_platform."""
    for platform in ("myspace", "INSTAGRAM-2", api.word("platform")):
        problem(_connect(api.demo, platform=platform), 400, "account.unsupported_platform")


@check(MUST, "connect_account")
def needs_a_platform(api: Api) -> None:
    """A connection without a platform is refused with 400."""
    refused(api.demo.call("connect_account", body={"redirect_uri": "https://example.com/connected"}), 400)


@check(MUST, "connect_account")
def bounds_the_state(api: Api) -> None:
    """A state of 512 characters is accepted, a longer one refused."""
    ok(_connect(api.demo, platform=next(iter(_CONSENT)), state="s" * 512), 202)
    refused(_connect(api.demo, platform=next(iter(_CONSENT)), state="s" * 513))


@check(MUST, "list_accounts")
def counts_what_it_lists(api: Api) -> None:
    """`count` is the number of accounts in the answer."""
    answer = api.demo.call("list_accounts")
    body = ok(answer, 200)
    equal(answer, "count", body["count"], len(body["data"]))


@check(MUST, "list_accounts", "create_brand", needs=("other",), alone_in="other")
def filters_by_brand(api: Api) -> None:
    """`brand_id` shows the accounts of that brand only."""
    accounts = ok(api.other.call("list_accounts"), 200)["data"]
    empty = ok(api.other.call("create_brand", body={"name": api.word("brand")}), 201)["id"]
    for brand_id in {empty, *(account["brand_id"] for account in accounts)}:
        answer = api.other.call("list_accounts", query={"brand_id": brand_id})
        expected = sorted(account["id"] for account in accounts if account["brand_id"] == brand_id)
        equal(answer, "the accounts", sorted(account["id"] for account in ok(answer, 200)["data"]), expected)


@check(MUST, "get_account_limits", "get_creator_info", "list_accounts", "exchange_connection_code")
def works_again_once_connected_again(api: Api) -> None:
    """An account that has lost its grant is refused with 403 account.reconnection_required and listed with a
    reason; connecting it again mends it and keeps its id.
    """
    who, brand_id = api.word("who"), own_brand(api)
    platform = next(each.slug for each in PLATFORMS.values() if each.creator_info)
    path = {"id": ok(exchanged(api, platform, who, brand_id=brand_id), 201)["account_id"]}
    api.arranged("lost_grant", account_id=path["id"])
    for operation_id in ("get_account_limits", "get_creator_info"):
        problem(api.demo.call(operation_id, path=path), 403, "account.reconnection_required")
    listed = api.demo.call("list_accounts", query={"brand_id": brand_id})
    (account,) = ok(listed, 200)["data"]
    equal(listed, "status", account["status"], "reconnect_required")
    that(listed, bool(account.get("reconnect_reason")), "a reconnect_reason", account)
    answer = exchanged(api, platform, who, brand_id=brand_id)
    equal(answer, "account_id", ok(answer, 201)["account_id"], path["id"])
    ok(api.demo.call("get_account_limits", path=path), 200, 501)


@check(MUST, "list_account_pages", "list_accounts")
def shows_pages_where_there_are_any(api: Api) -> None:
    """Accounts of a platform with pages list them; every other account says 400
    account.pages_not_supported.
    """
    for account in _one_per_platform(api):
        answer = api.demo.call("list_account_pages", path={"id": account["id"]})
        if PLATFORMS[account["platform"]].pages:
            ok(answer, 200)
        else:
            problem(answer, 400, "account.pages_not_supported")


@check(MUST, "update_account_page", "list_account_pages")
def switches_a_page(api: Api) -> None:
    """A page is switched off and on, and the list shows it."""
    account, page = _page(api)
    path = {"id": account["id"], "pageId": page["id"]}
    for active in (not page["is_active"], page["is_active"]):
        answer = api.demo.call("update_account_page", path=path, body={"is_active": active})
        equal(answer, "is_active", ok(answer, 200)["is_active"], active)
        listed = api.demo.call("list_account_pages", path={"id": account["id"]})
        shown = {each["id"]: each["is_active"] for each in ok(listed, 200)["data"]}
        equal(listed, "the listed is_active", shown.get(page["id"]), active)
    if page["is_default"]:
        ok(api.demo.call("update_account_page", path=path, body={"is_default": True}), 200)


@check(MUST, "update_account_page")
def answers_unknown_pages(api: Api) -> None:
    """A page the account does not have is answered with 404."""
    account, _ = _page(api)
    path = {"id": account["id"], "pageId": api.unknown_id()}
    refused(api.demo.call("update_account_page", path=path, body={"is_default": True}), 404)


@check(MUST, "get_creator_info", "list_accounts")
def knows_creators_where_there_are_any(api: Api) -> None:
    """Creator info exists for TikTok; every other account says 501 resource.not_supported."""
    for account in _one_per_platform(api):
        answer = api.demo.call("get_creator_info", path={"id": account["id"]})
        if not PLATFORMS[account["platform"]].creator_info:
            problem(answer, 501, "resource.not_supported")
        elif answer.status == 200:
            equal(answer, "platform", ok(answer, 200)["platform"], account["platform"])


@check(MUST, "get_account_limits", "list_accounts")
def tells_limits_or_that_there_are_none(api: Api) -> None:
    """Limits are a map of counters, empty or 501 resource.not_supported where the platform has none."""
    for account in _one_per_platform(api):
        answer = api.demo.call("get_account_limits", path={"id": account["id"]})
        if answer.status == 501:
            problem(answer, 501, "resource.not_supported")
        elif account["status"] == "active":
            ok(answer, 200)


@check(
    MUST,
    topic="unknown_ids",
    over={
        name: name
        for name in ("disconnect_account", "get_creator_info", "list_account_pages", "get_account_limits")
    },
)
def answers_unknown_accounts(api: Api, operation_id: str) -> None:
    """An account that does not exist is answered with 404 account.not_found."""
    problem(api.demo.call(operation_id, path={"id": api.unknown_id()}), 404, "account.not_found")


def _connect(caller: Caller, **body: Any) -> Answer:
    """Connect into a brand there is, so that no brand is made for the account."""
    answer = caller.call("list_brands")
    brands = ok(answer, 200)["data"] if answer.status == 200 else []
    place = {"brand_id": brands[0]["id"]} if brands else {}
    return caller.call("connect_account", body={**place, **body})


def _accounts(api: Api) -> list[dict[str, Any]]:
    accounts: list[dict[str, Any]] = ok(api.demo.call("list_accounts"), 200)["data"]
    if not accounts:
        raise NotVerified("the workspace demo has no account")
    return accounts


def _one_per_platform(api: Api) -> list[dict[str, Any]]:
    """Return the oldest usable account of each platform, for another check may soon remove a new one."""
    usable = [account for account in _accounts(api) if account["status"] == "active"]
    oldest = {each["platform"]: each for each in reversed(usable) if each["platform"] in PLATFORMS}
    return list(oldest.values())


def _page(api: Api) -> tuple[dict[str, Any], dict[str, Any]]:
    for account in _one_per_platform(api):
        if PLATFORMS[account["platform"]].pages:
            pages = ok(api.demo.call("list_account_pages", path={"id": account["id"]}), 200)["data"]
            for page in pages:
                return account, page
    raise NotVerified("the workspace demo has no account with a page")
