"""Facebook: logins whose Pages are shared out among brands."""

from socialapi_stub import logins, platform_calls, selecting, visibility
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account
from socialapi_stub.tables.connections import Login


def list_facebook_login_pages(call: Call, login_id: str) -> Body:
    """Return the Pages a login has access to now, with their owners."""
    login = _usable(call, _login(call, login_id))
    data = selecting.selectable_pages(call, login)
    return {"login_id": login.id, "pages": data, "count": len(data)}


def assign_facebook_page(call: Call, login_id: str, page_id: str, body: Body) -> Body:
    """Put a Page of a login into the Facebook account of a brand; once more is without effect."""
    login = _login(call, login_id)
    brand = visibility.brand(call, body["brand_id"])
    page = next(
        (each for each in logins.pages(_usable(call, login)) if each.platform_page_id == page_id), None
    )
    if page is None:
        raise Problem("resource.not_found", resource="page", id=page_id)
    refusal = Problem("resource.conflict", "the page belongs to another brand")
    logins.require_free(call.session, login, [page], brand.id, refusal)
    account = logins.put(call.session, login, brand, [page], call.now)
    return {"account_id": account.id, "brand_id": brand.id, "platform_page_id": page_id}


def _login(call: Call, login_id: str) -> Login:
    """Return a login; a key restricted to brands sees those that its accounts hang on."""
    login = call.session.get(Login, login_id)
    visible = visibility.accounts(call).where(Account.login_id == login_id).with_only_columns(Account.id)
    hidden = call.caller.brand_ids and call.session.scalar(visible.limit(1)) is None
    if login is None or login.workspace_id != call.workspace_id or hidden:
        raise Problem("resource.not_found", resource="login", id=login_id)
    return login


def _usable(call: Call, login: Login) -> Login:
    if login.is_lost:
        raise Problem("platform.facebook.auth")
    platform_calls.require_platform(call, login.platform)
    return login
