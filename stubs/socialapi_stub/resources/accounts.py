"""Accounts: the connected social accounts, and what their platforms tell about them."""

from datetime import timedelta

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import func, select

from socialapi_stub import attaching, connecting, platform_calls, upstream, visibility
from socialapi_stub.call import Answer, Body, Call
from socialapi_stub.documents import present
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account, Page, Target

LIMIT_WINDOW = timedelta(hours=24)


def list_accounts(call: Call, query: Body) -> Body:
    """Return every connected account the caller may see, oldest first; an unknown brand has none."""
    statement = visibility.accounts(call)
    if "brand_id" in query:
        statement = statement.where(Account.brand_id == query["brand_id"])
    data = [_document(account) for account in call.session.scalars(statement)]
    return {"data": data, "count": len(data)}


def connect_account(call: Call, body: Body) -> Answer:
    """Start to connect an account, or connect it at once."""
    return connecting.start(call, body)


def disconnect_account(call: Call, account_id: str) -> None:
    """Remove an account; its posts stay readable, what is still to be delivered to it will fail."""
    attaching.detach(call.session, visibility.account(call, account_id))


def get_creator_info(call: Call, account_id: str) -> Body:
    """Return what the platform lets this creator do, where it tells."""
    account = visibility.account(call, account_id)
    if not PLATFORMS[account.platform].creator_info:
        raise Problem("resource.not_supported")
    platform_calls.require(call, account)
    return {"platform": account.platform, **upstream.creator(account.username)}


def list_account_pages(call: Call, account_id: str) -> Body:
    """Return the pages of an account on a platform that has pages."""
    return {"data": [_page(page) for page in _with_pages(visibility.account(call, account_id)).pages]}


def update_account_page(call: Call, account_id: str, page_id: str, body: Body) -> Body:
    """Switch a page on or off, or make it the default; an account has one default at most.

    A page that the login has lost cannot be used until access is granted again.
    """
    account = _with_pages(visibility.account(call, account_id))
    page = next((page for page in account.pages if page.id == page_id), None)
    if page is None:
        raise Problem("resource.not_found", resource="page", id=page_id)
    for name in ("is_active", "is_default"):
        if page.is_lost and body.get(name):
            raise Problem("validation.field_invalid", "the login has lost access to the page", field=name)
    page.is_active = body.get("is_active", page.is_active)
    page.is_default = body.get("is_default", page.is_default and page.is_active)
    if page.is_default:
        for sibling in account.pages:
            sibling.is_default = sibling is page
    return _page(page)


def get_account_limits(call: Call, account_id: str) -> Body:
    """Return what the platform still allows the account within a day; nothing where it sets no ceiling."""
    account = visibility.account(call, account_id)
    platform_calls.require(call, account)
    counting = select(func.count()).select_from(Target).where(Target.account_id == account.id)
    recent = call.session.scalar(counting.where(Target.published_at > call.now - LIMIT_WINDOW)) or 0
    limits = PLATFORMS[account.platform].limits
    return {
        name: max(0, ceiling - recent) if name == "posts_remaining" else ceiling
        for name, ceiling in limits.items()
    }


def _with_pages(account: Account) -> Account:
    if not PLATFORMS[account.platform].pages:
        raise Problem("account.pages_not_supported")
    return account


def _document(account: Account) -> Body:
    active = [page.name for page in account.pages if page.is_active]
    optional = {
        "reconnect_reason": account.reconnect_reason,
        "profile_picture_url": account.profile_picture_url,
        "bio": account.bio,
        "login_id": account.login_id,
        "page_name": active[0] if len(active) == 1 else None,
        "metadata": account.details,
    }
    return {
        "id": account.id,
        "platform": account.platform,
        "name": account.name,
        "username": account.username,
        "brand_id": account.brand_id,
        "status": account.status,
        **present(optional),
    }


def _page(page: Page) -> Body:
    return {
        "id": page.id,
        "platform_page_id": page.platform_page_id,
        "name": page.name,
        "is_active": page.is_active,
        "is_default": page.is_default,
        **(page.details or {}),
    }
