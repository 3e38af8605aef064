"""Accounts: connected again, disconnected by their owner, a page lost."""

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import account_events, attaching, losing
from socialapi_stub.call import Body
from socialapi_stub.tables import Account, Page
from socialapi_stub.triggers import CannotTrigger, Occasion


def account_connected(occasion: Occasion) -> Body:
    """Let the owner of an account connect it again, with every page the account has."""
    account = _account(occasion)
    losing.renew_all(occasion.session, account, occasion.now)
    account_events.connected(occasion.session, account, occasion.now)
    return {"account_id": account.id}


def account_disconnected(occasion: Occasion) -> Body:
    """Let the owner take the grant back: the account has to be connected again, or is gone without that.

    `reconnect_required: false` asks for the second, which only some platforms tell of.
    """
    account = _account(occasion)
    reason = str(occasion.overrides.get("reason", "access_revoked"))
    if occasion.overrides.get("reconnect_required", True):
        if account.status != "active":
            raise CannotTrigger(f"{account.id} has to be reconnected already; connect it first")
        losing.lose_grant(occasion.session, account, reason, occasion.now)
    elif PLATFORMS[account.platform].webhooks.revocation:
        for each in losing.sharing(occasion.session, account):
            account_events.disconnected(occasion.session, each, reason, occasion.now, kept=False)
            attaching.detach(occasion.session, each)
    else:
        name = PLATFORMS[account.platform].name
        raise CannotTrigger(f"{name} does not tell that an account is gone; leave reconnect_required out")
    return {"account_id": account.id}


def page_removed(occasion: Occasion) -> Body:
    """Let a page of an account vanish: the one named by `platform_page_id`, else the first there is."""
    account = _account(occasion)
    page = _page(account, occasion.overrides.get("platform_page_id"))
    reason = str(occasion.overrides.get("reason", "page_not_found"))
    losing.lose_page(occasion.session, page, reason, occasion.now)
    return {"account_id": account.id, "platform_page_id": page.platform_page_id}


def _account(occasion: Occasion) -> Account:
    if occasion.account is None:
        raise CannotTrigger("name the account it happens to")
    return occasion.account


def _page(account: Account, wanted: object) -> Page:
    for page in account.pages:
        if not page.is_lost and wanted in (None, page.platform_page_id):
            return page
    raise CannotTrigger(
        f"{account.id} has no such page to lose; GET /v1/accounts/{account.id}/pages lists them"
    )
