"""Connections that wait for a choice: what there is to choose from, and the account that the choice makes."""

from collections.abc import Callable, Mapping
from typing import NoReturn

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import attaching, clock, logins, platform_calls, upstream
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account, Brand, Page
from socialapi_stub.tables.connections import Login, PendingConnection
from socialapi_stub.upstream import PageProfile, Profile

FIELDS: Mapping[str | None, str] = {"pages": "page_ids", "profile": "platform_account_id"}
"""The field that a choice is made with, by what the platform lets choose."""


def find(call: Call, connection_id: str) -> PendingConnection:
    """Return a connection that waits. Raises `resource.not_found`, also for one that is over."""
    pending = call.session.get(PendingConnection, connection_id)
    reachable = not call.caller.brand_ids or (pending and pending.brand_id in call.caller.brand_ids)
    if pending is None or pending.workspace_id != call.workspace_id or not reachable:
        raise Problem("resource.not_found", resource="connection", id=connection_id)
    if pending.expires_at <= call.now:
        raise Problem("resource.not_found", resource="connection", id=connection_id)
    return pending


def document(call: Call, pending: PendingConnection) -> Body:
    """Return a connection with its candidates."""
    return {
        "connection_id": pending.id,
        "platform": pending.platform,
        **_candidates(call, pending),
        "expires_at": clock.text(pending.expires_at),
    }


def selectable_pages(call: Call, login: Login, brand_id: str | None = None) -> list[Body]:
    """Return the pages of a login with their owners, seen from a brand, if one is meant already.

    An owner that the caller cannot see is not named.
    """
    owners = logins.owned(call.session, login.platform, login.page_ids)
    return [
        _selectable(call, page, owners.get(page.platform_page_id), brand_id) for page in logins.pages(login)
    ]


def choose(call: Call, connection_id: str, body: Body) -> Account:
    """Make an account of what was chosen; the connection is used up.

    Raises `validation.field_required` and `validation.field_invalid` for a choice that cannot be made.
    """
    pending = find(call, connection_id)
    kind = PLATFORMS[pending.platform].selection
    field = FIELDS[kind]
    for other in FIELDS.values():
        if other != field and other in body:
            _refuse(other, f"{PLATFORMS[pending.platform].name} is chosen with {field}")
    if field not in body:
        raise Problem("validation.field_required", f"{field} is required", field=field)
    chosen = _CHOICES[kind](call, pending, body[field])
    call.session.delete(pending)
    return chosen


def _pages_chosen(call: Call, pending: PendingConnection, page_ids: list[str]) -> Account:
    login = call.session.get_one(Login, pending.login_id)
    candidates = {page.platform_page_id: page for page in logins.pages(login)}
    for page_id in page_ids:
        if page_id not in candidates:
            _refuse("page_ids", f"{page_id} is no candidate of this connection")
    chosen = [candidates[page_id] for page_id in dict.fromkeys(page_ids)]
    refusal = Problem("validation.field_invalid", "a page belongs to another brand", field="page_ids")
    logins.require_free(call.session, login, chosen, pending.brand_id, refusal)
    platform_calls.require_platform(call, pending.platform)
    brand = _brand(call, pending, upstream.of_page(chosen[0]))
    return logins.put(call.session, login, brand, chosen, call.now)


def _profile_chosen(call: Call, pending: PendingConnection, platform_account_id: str) -> Account:
    candidates = {each.platform_account_id: each for each in upstream.profiles(pending.platform, pending.who)}
    if platform_account_id not in candidates:
        _refuse("platform_account_id", f"{platform_account_id} is no candidate of this connection")
    platform_calls.require_platform(call, pending.platform)
    profile = candidates[platform_account_id]
    return attaching.attach(_candidate(call, pending, profile), _brand(call, pending, profile))


_CHOICES: Mapping[str | None, Callable[..., Account]] = {"pages": _pages_chosen, "profile": _profile_chosen}


def _brand(call: Call, pending: PendingConnection, profile: Profile) -> Brand:
    """Return the brand the account goes into; a plan without room for a new one is a conflict by now."""
    if pending.brand_id is not None:
        return call.session.get_one(Brand, pending.brand_id)
    return attaching.home(_candidate(call, pending, profile), "resource.conflict")


def _candidate(call: Call, pending: PendingConnection, profile: Profile) -> attaching.Candidate:
    return attaching.Candidate(call.session, call.workspace, pending.platform, profile, call.now)


def _refuse(field: str, message: str) -> NoReturn:
    raise Problem("validation.field_invalid", message, field=field)


def _candidates(call: Call, pending: PendingConnection) -> Body:
    if pending.login_id is None:
        found = upstream.profiles(pending.platform, pending.who)
        return {"profiles": [_selectable_profile(profile) for profile in found]}
    login = call.session.get_one(Login, pending.login_id)
    return {
        "login_id": login.id,
        "pages": selectable_pages(call, login, pending.brand_id),
        "lost_access": [_lost(call, page) for page in logins.lost(call.session, login) if _sees(call, page)],
    }


def _selectable(call: Call, page: PageProfile, owner: Page | None, brand_id: str | None) -> Body:
    assigned = {}
    if owner is not None and _sees(call, owner):
        brand = call.session.get_one(Brand, owner.account.brand_id)
        assigned = {
            "assigned_brand_id": brand.id,
            "assigned_brand_name": brand.name,
            "assigned_account_id": owner.account_id,
        }
    return {
        "platform_page_id": page.platform_page_id,
        "name": page.name,
        "assignable": owner is None or (brand_id is not None and owner.account.brand_id == brand_id),
        **assigned,
        "category": page.details["category"],
        "picture_url": upstream.of_page(page).picture_url,
    }


def _selectable_profile(profile: Profile) -> Body:
    return {
        "platform_account_id": profile.platform_account_id,
        "display_name": profile.name,
        "username": profile.username,
        "profile_picture_url": profile.picture_url or "",
        "bio": "",
    }


def _lost(call: Call, page: Page) -> Body:
    brand = call.session.get_one(Brand, page.account.brand_id)
    return {
        "platform_page_id": page.platform_page_id,
        "name": page.name,
        "brand_id": brand.id,
        "brand_name": brand.name,
    }


def _sees(call: Call, page: Page) -> bool:
    """Tell whether the account a page belongs to exists for the caller."""
    mine = page.account.workspace_id == call.workspace_id
    return mine and (not call.caller.brand_ids or page.account.brand_id in call.caller.brand_ids)
