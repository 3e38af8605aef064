"""Cases of `accounts`: what is connected, and how it gets and loses its connection."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
import socialapi
from client.caller import Caller
from client.casebook import drives
from client.workspace import Workspace, all_same, same
from pydantic import ValidationError

CALLBACK = "https://shop.example.com/connected"
ONE = {"accounts": ["telegram"]}


def model(call: Caller, platform: str) -> Any:
    """Return the account of a platform as the client lists it."""
    return next(one for one in call.every(call("accounts", "list")) if one.platform == platform)


def new_brand(here: Workspace) -> str:
    return str(here.post("/brands", name="Another")["id"])


@drives("accounts.list")
def lists_the_accounts_of_a_brand(call: Caller, here: Workspace) -> None:
    query = {"brand_id": here.brand}
    assert all_same(call.every(call("accounts", "list", **query)), here.get("/accounts", **query)["data"])
    assert call.every(call("accounts", "list", brand_id=new_brand(here))) == []


@drives("accounts.connect", facts={})
def connects_by_credentials(call: Caller, here: Workspace) -> None:
    bot = {"bot_token": f"{int(here.name[-7:], 16)}:AAExampleSecret"}
    made = call("accounts", "connect", platform="telegram", brand_id=here.brand, metadata=bot)
    assert here.get("/accounts")["data"][0]["id"] == made.account_id


@drives("accounts.connect", facts={})
def connects_by_consent(call: Caller, here: Workspace) -> None:
    here.post("/oauth/redirect-uris", uri=CALLBACK)
    back = {"redirect_uri": CALLBACK, "state": "cart-7"}
    started = call("accounts", "connect", platform="threads", brand_id=here.brand, **back)
    led = httpx.get(f"{started.auth_url}&approve=1").headers["Location"]
    query = dict(parse_qsl(urlsplit(led).query))
    (account,) = here.get("/accounts")["data"]
    assert (led.startswith(CALLBACK), query["state"]) == (True, "cart-7")
    assert (account["platform"], account["id"]) == ("threads", query["account_id"])


@drives("accounts.exchange_oauth", facts={})
def exchanges_a_code(call: Caller, here: Workspace) -> None:
    started = call("accounts", "connect", platform="threads", brand_id=here.brand)
    code = here.arrange("code_issued", who=here.name)["code"]
    metadata = {"state": started.state}
    done = call("accounts", "exchange_oauth", platform="threads", code=code, metadata=metadata)
    assert [one.account_id for one in done.accounts] == [one["id"] for one in here.get("/accounts")["data"]]


@drives("accounts.exchange_oauth", facts={}, rests_on="How a Facebook flow ends")
def cannot_read_the_choice_that_facebook_offers(call: Caller, here: Workspace) -> None:
    started = call("accounts", "connect", platform="facebook", brand_id=here.brand)
    code = here.arrange("code_issued", who=here.name)["code"]
    with pytest.raises(ValidationError, match="account_id"):
        call("accounts", "exchange_oauth", platform="facebook", code=code, metadata={"state": started.state})


@drives("accounts.disconnect", facts=ONE)
def disconnects_an_account(call: Caller, here: Workspace) -> None:
    gone = here.account("telegram")
    assert call("accounts", "disconnect", gone) is None
    assert here.get("/accounts")["data"] == []
    with pytest.raises(socialapi.AccountNotFoundError):
        call("accounts", "disconnect", gone)


@drives("Account.disconnect", facts=ONE)
def disconnects_a_listed_account(call: Caller, here: Workspace) -> None:
    assert call.on(model(call, "telegram"), "disconnect") is None
    assert here.get("/accounts")["data"] == []


@drives("accounts.get_creator_info", "Account.get_creator_info")
def reads_what_a_creator_may_do(call: Caller, here: Workspace) -> None:
    held = here.get(f"/accounts/{here.account('tiktok')}/creator-info")
    found = call("accounts", "get_creator_info", here.account("tiktok"))
    assert "SELF_ONLY" in found.privacy_level_options
    assert same(found, held)
    assert call.on(model(call, "tiktok"), "get_creator_info") == found


@drives("accounts.list_pages", "Account.list_pages")
def lists_the_pages_of_an_account(call: Caller, here: Workspace) -> None:
    found = call("accounts", "list_pages", here.account("facebook"))
    assert all_same(found, here.get(f"/accounts/{here.account('facebook')}/pages")["data"])
    assert [one.id for one in call.on(model(call, "facebook"), "list_pages")] == [one.id for one in found]


@drives("accounts.update_page", "Page.update", facts={"accounts": ["facebook"]})
def changes_the_pages_of_an_account(call: Caller, here: Workspace) -> None:
    account = here.account("facebook")
    _, second, third = call("accounts", "list_pages", account)[:3]
    assert call("accounts", "update_page", account, second.id, is_default=True).is_default
    assert not call.on(third, "update", is_active=False).is_active
    held = {one["id"]: one for one in here.get(f"/accounts/{account}/pages")["data"]}
    assert (held[second.id]["is_default"], held[third.id]["is_active"]) == (True, False)


@drives("accounts.list_boards", "Account.list_boards")
def lists_the_boards_of_an_account(call: Caller, here: Workspace) -> None:
    path = f"/accounts/{here.account('pinterest')}/boards"
    here.post(path, name=f"Beans {len(here.get(path)['data'])}")
    found = call("accounts", "list_boards", here.account("pinterest"))
    assert all_same(found, here.get(path)["data"])
    assert call.on(model(call, "pinterest"), "list_boards") == found


@drives("accounts.get_limits", "Account.get_limits", "usage.get_account_limits")
def reads_what_a_platform_still_allows(call: Caller, here: Workspace) -> None:
    account = here.account("threads")
    held = here.get(f"/accounts/{account}/limits")
    assert held["posts_remaining"] > 0
    found = [call("accounts", "get_limits", account), call("usage", "get_account_limits", account)]
    found.append(call.on(model(call, "threads"), "get_limits"))
    assert [one.limits for one in found] == [held] * 3
