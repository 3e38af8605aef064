"""Facebook logins: which Pages they give access to, and which brand has which."""

from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, problem, that
from socialapi_conformance.flows import own_brand, pending, select
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified


@check(MUST, "list_facebook_login_pages", "list_accounts")
def counts_what_it_lists(api: Api) -> None:
    """`count` is the number of Pages in the answer, which names the login it is about."""
    login_id = _logins(api)[0]
    answer = _pages_of(api, login_id)
    body = ok(answer, 200)
    equal(answer, "count", body["count"], len(body["pages"]))
    equal(answer, "login_id", body["login_id"], login_id)


@check(MUST, "list_facebook_login_pages", "list_account_pages", alone_in="demo")
def tells_who_owns_a_page(api: Api) -> None:
    """A Page is assignable unless an account has it, and then the answer names brand and account."""
    for login_id in _logins(api):
        answer = _pages_of(api, login_id)
        for page in ok(answer, 200)["pages"]:
            account_id = page.get("assigned_account_id") or None
            that(answer, page["assignable"] is (account_id is None), "assignable while it is free", page)
            if account_id is not None:
                held = ok(api.demo.call("list_account_pages", path={"id": account_id}), 200)["data"]
                ids = [each["platform_page_id"] for each in held]
                that(answer, page["platform_page_id"] in ids, "the account to have the Page", ids)


@check(MUST, "assign_facebook_page", "list_account_pages", alone_in="demo")
def assigns_a_free_page(api: Api) -> None:
    """A free Page goes into an account of the brand, which is made for it; once more changes nothing."""
    login_id, page_id = _free(api, 1)
    brand_id = own_brand(api)
    answer = _assign(api, login_id, page_id[0], brand_id)
    assigned = ok(answer, 201)
    equal(answer, "brand_id", assigned["brand_id"], brand_id)
    equal(answer, "platform_page_id", assigned["platform_page_id"], page_id[0])
    again = _assign(api, login_id, page_id[0], brand_id)
    equal(again, "the answer", ok(again, 201), assigned)
    held = api.demo.call("list_account_pages", path={"id": assigned["account_id"]})
    equal(held, "the pages", [each["platform_page_id"] for each in ok(held, 200)["data"]], page_id)


@check(MUST, "assign_facebook_page", alone_in="demo")
def keeps_a_page_in_one_brand(api: Api) -> None:
    """A Page that another brand has is refused with 409 resource.conflict."""
    login_id, page_ids = _free(api, 1)
    ok(_assign(api, login_id, page_ids[0], own_brand(api)), 201)
    problem(_assign(api, login_id, page_ids[0], own_brand(api)), 409, "resource.conflict")


@check(MUST, "assign_facebook_page", alone_in="demo")
def keeps_a_brand_to_one_login(api: Api) -> None:
    """A Page of another login than the brand's account has is refused with 409 account.different_login."""
    found = _with_free_pages(api, 1)
    if len(found) < 2:
        raise NotVerified("the workspace demo has fewer than two logins with a free Page")
    (login_id, page_ids), (other_login_id, other_page_ids) = found[:2]
    brand_id = own_brand(api)
    ok(_assign(api, login_id, page_ids[0], brand_id), 201)
    problem(_assign(api, other_login_id, other_page_ids[0], brand_id), 409, "account.different_login")


@check(MUST, "assign_facebook_page", alone_in="demo")
def keeps_to_five_pages(api: Api) -> None:
    """The sixth Page of a brand is refused with 403 platform.facebook.page_cap."""
    login_id, page_ids = _free(api, 6)
    brand_id = own_brand(api)
    for page_id in page_ids[:5]:
        ok(_assign(api, login_id, page_id, brand_id), 201)
    problem(_assign(api, login_id, page_ids[5], brand_id), 403, "platform.facebook.page_cap")


@check(MUST, "assign_facebook_page")
def answers_unknown_places(api: Api) -> None:
    """A Page that the login lacks is answered with 404 resource.not_found, a brand with its own code."""
    login_id = _logins(api)[0]
    page_id = ok(_pages_of(api, login_id), 200)["pages"][0]["platform_page_id"]
    problem(_assign(api, login_id, api.unknown_id(), own_brand(api)), 404, "resource.not_found")
    problem(_assign(api, login_id, page_id, api.unknown_id()), 404, "brand.not_found")


@check(MUST, "list_facebook_login_pages", "assign_facebook_page", "select_pending_connection")
def needs_a_login_that_works(api: Api) -> None:
    """A login whose grant is lost is refused with 401 platform.facebook.auth, for reading and assigning."""
    waiting = pending(api, "facebook", 2)
    page_ids = [page["platform_page_id"] for page in waiting["pages"]]
    made = ok(select(api, waiting, page_ids=page_ids[:1]), 201)
    api.arranged("lost_grant", account_id=made["account_id"])
    problem(_pages_of(api, waiting["login_id"]), 401, "platform.facebook.auth")
    answer = _assign(api, waiting["login_id"], page_ids[1], own_brand(api))
    problem(answer, 401, "platform.facebook.auth")


@check(MUST, "list_facebook_login_pages", "create_key")
def hides_logins_from_other_brands(api: Api) -> None:
    """For a key restricted to a brand, a login that none of its accounts hang on does not exist: 404."""
    login_id = _logins(api)[0]
    made = ok(api.demo.call("create_key", body={"name": api.word("key"), "brand_ids": [own_brand(api)]}), 201)
    key = api.demo.bearing(made["raw_key"])
    problem(key.call("list_facebook_login_pages", path={"loginId": login_id}), 404, "resource.not_found")


def _logins(api: Api) -> list[str]:
    """Return the working Facebook logins of demo; raises `NotVerified` when there are none."""
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    working = [each for each in accounts if each["platform"] == "facebook" and each["status"] == "active"]
    found = list(dict.fromkeys(each["login_id"] for each in working if each.get("login_id")))
    if not found:
        raise NotVerified("the workspace demo has no working Facebook account with a login")
    return found


def _with_free_pages(api: Api, count: int) -> list[tuple[str, list[str]]]:
    """Return the logins with at least so many free Pages, each with their ids."""
    found = []
    for login_id in _logins(api):
        pages: list[dict[str, Any]] = ok(_pages_of(api, login_id), 200)["pages"]
        free = [page["platform_page_id"] for page in pages if page["assignable"]]
        found += [(login_id, free)] if len(free) >= count else []
    return found


def _free(api: Api, count: int) -> tuple[str, list[str]]:
    """Return a login with at least so many free Pages; raises `NotVerified` when there is none."""
    for login_id, free in _with_free_pages(api, count):
        return login_id, free[:count]
    raise NotVerified(f"the workspace demo has no Facebook login with {count} free Pages")


def _pages_of(api: Api, login_id: str) -> Answer:
    return api.demo.call("list_facebook_login_pages", path={"loginId": login_id})


def _assign(api: Api, login_id: str, page_id: str, brand_id: str) -> Answer:
    path = {"loginId": login_id, "pageId": page_id}
    return api.demo.call("assign_facebook_page", path=path, body={"brand_id": brand_id})
