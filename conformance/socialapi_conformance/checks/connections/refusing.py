"""Connect flows that platforms, plans and other workspaces stand in the way of."""

from collections.abc import Callable
from typing import Any

from socialapi_contract.errors import lookup
from socialapi_contract.operations import OPERATIONS

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import ok, problem, that
from socialapi_conformance.flows import PLATFORM, code_of, exchange, exchanged, own_brand
from socialapi_conformance.refusing import led_to
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_BOTS, _PROFILES, _GATED, _OWN_APP = "telegram", "google", "linkedin_page", "twitter"
_PAIR = {"client_id": "sapi-client", "client_secret": "sapi-secret"}
_BEFORE_AND_AFTER = {name: name for name in ("connect_account", "exchange_connection_code")}

Step = Callable[[], Answer]


@check(
    MUST,
    "overview: Response format",
    topic="refusals",
    over={
        f"connect_account/{_BOTS}": _BOTS,
        f"exchange_connection_code/{PLATFORM}": PLATFORM,
        "exchange_connection_code/youtube": "youtube",
        f"select_pending_connection/{_PROFILES}": _PROFILES,
    },
)
def passes_on_refusals(api: Api, platform: str) -> None:
    """What the platform refuses a connection with is answered under its own code, and nothing is connected;
    the next attempt succeeds.
    """
    caller, _ = api.new_workspace()
    operation_id, attempt = _last_step(api, caller, platform)
    codes = list(led_to(OPERATIONS[operation_id], platform, "platform_refuses"))
    api.arranged("platform_refuses", workspace=caller.workspace.name, codes=codes)
    for code in codes:
        answer = attempt()
        problem(answer, lookup(code).status, code)
    accounts = ok(caller.call("list_accounts"), 200)["data"]
    that(answer, accounts == [], "nothing to be connected", accounts)
    ok(attempt(), 201)


@check(MUST, topic="own_apps", over=_BEFORE_AND_AFTER)
def needs_credentials_that_work(api: Api, operation_id: str) -> None:
    """App credentials that X refuses are 401 byok.credentials_invalid, and 412 byok.credentials_missing once
    they are deleted, before and after the consent.
    """
    caller, _ = api.new_workspace()
    dashboard = caller.using("dashboard_jwt")
    ok(dashboard.call("set_twitter_credentials", body=_PAIR), 204)
    attempt = _attempt(api, caller, operation_id, _OWN_APP)
    api.arranged("refused_app_credentials", workspace=caller.workspace.name)
    problem(attempt(), 401, "byok.credentials_invalid")
    ok(dashboard.call("delete_twitter_credentials"), 204)
    problem(attempt(), 412, "byok.credentials_missing")


@check(MUST, "overview: Response format", topic="gates", over=_BEFORE_AND_AFTER)
def keeps_gated_platforms_shut(api: Api, operation_id: str) -> None:
    """A gated platform that is not among the user's `allowed_platforms`, or not any more, is refused with
    403 billing.platform_not_available.
    """
    caller, _ = api.new_workspace(platform=_GATED)
    attempt = _attempt(api, caller, operation_id, _GATED)
    api.arranged("closed_platform", workspace=caller.workspace.name, platform=_GATED)
    problem(attempt(), 403, "billing.platform_not_available")


@check(MUST, "exchange_connection_code")
def needs_a_page_of_linkedin(api: Api) -> None:
    """A LinkedIn login that administers no page is refused with 404 platform.linkedin.no_pages."""
    caller, _ = api.new_workspace(platform=_GATED)
    answer = exchanged(api, _GATED, api.word("who"), count=0, caller=caller)
    problem(answer, 404, "platform.linkedin.no_pages")


@check(MUST, "overview: Response format", topic="plans", over=_BEFORE_AND_AFTER)
def needs_room_for_a_brand(api: Api, operation_id: str) -> None:
    """An account for no brand is refused with 403 billing.brands_limit when the plan has no room for one."""
    caller, _ = api.new_workspace(plan="free")
    attempt = _attempt(api, caller, operation_id, PLATFORM, in_brand=False)
    usage = ok(caller.call("get_usage"), 200)
    for _ in range(usage["brands_limit"] - usage["brands_used"]):
        own_brand(api, caller)
    problem(attempt(), 403, "billing.brands_limit")


@check(MUST, "connect_account")
def leaves_bots_of_others_alone(api: Api) -> None:
    """A bot that another workspace has connected is refused with 409 account.already_linked, a second bot in
    one brand with 409 resource.conflict.
    """
    (first, _), (second, _) = api.new_workspace(), api.new_workspace()
    brand_id, token = own_brand(api, first), _bot_token(api)
    ok(_connect_bot(first, token, brand_id), 201)
    problem(_connect_bot(second, token, own_brand(api, second)), 409, "account.already_linked")
    problem(_connect_bot(first, _bot_token(api), brand_id), 409, "resource.conflict")


@check(MUST, "select_pending_connection", "exchange_connection_code")
def leaves_profiles_of_others_alone(api: Api) -> None:
    """A candidate that another workspace has connected meanwhile is refused with 409 account.already_linked,
    one for a brand that has an account of the platform by now with 409 resource.conflict.
    """
    (first, _), (second, _) = api.new_workspace(), api.new_workspace()
    who, brand_id = api.word("who"), own_brand(api, first)
    late = _choice(api, first, who, brand_id)
    ok(_choice(api, second, who, own_brand(api, second))(), 201)
    problem(late(), 409, "account.already_linked")
    free = _choice(api, first, api.word("who"), brand_id)
    ok(_choice(api, first, api.word("who"), brand_id)(), 201)
    problem(free(), 409, "resource.conflict")


def _last_step(api: Api, caller: Caller, platform: str) -> tuple[str, Step]:
    """Return what makes an account of a platform, as far as nothing stands in the way, and what it calls."""
    brand_id = own_brand(api, caller)
    if platform == _BOTS:
        token = _bot_token(api)
        return "connect_account", lambda: _connect_bot(caller, token, brand_id)
    if platform == _PROFILES:
        return "select_pending_connection", _choice(api, caller, api.word("who"), brand_id)
    return "exchange_connection_code", _attempt(api, caller, "exchange_connection_code", platform)


def _attempt(api: Api, caller: Caller, operation_id: str, platform: str, *, in_brand: bool = True) -> Step:
    """Return the start of a flow, or its end after the consent."""
    body: dict[str, Any] = {"platform": platform}
    if in_brand:
        body["brand_id"] = own_brand(api, caller)
    if operation_id == "connect_account":
        return lambda: caller.call("connect_account", body=body)
    begun = caller.call("connect_account", body=body)
    if platform == _OWN_APP and begun.status == 401:
        raise NotVerified("X does not know the credentials that the suite makes up")
    state = ok(begun, 202)["state"]
    code = code_of(api, platform, api.word("who"))
    return lambda: exchange(caller, platform, code, state)


def _choice(api: Api, caller: Caller, who: str, brand_id: str) -> Step:
    """Return the choice of the first of two profiles that `who` has."""
    waiting = ok(exchanged(api, _PROFILES, who, count=2, brand_id=brand_id, caller=caller), 200)
    body = {"platform_account_id": waiting["profiles"][0]["platform_account_id"]}
    path = {"connection_id": waiting["connection_id"]}
    return lambda: caller.call("select_pending_connection", path=path, body=body)


def _bot_token(api: Api) -> str:
    return f"{api.random.randrange(10**9, 10**10)}:{api.word()}"


def _connect_bot(caller: Caller, token: str, brand_id: str) -> Answer:
    body = {"platform": _BOTS, "brand_id": brand_id, "metadata": {"bot_token": token}}
    return caller.call("connect_account", body=body)
