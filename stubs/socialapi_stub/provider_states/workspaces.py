"""Workspaces of one's own, and what is true of all of a workspace."""

import secrets
from typing import Any

from socialapi_contract.plans import PLANS
from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import arranging, fixtures, furnishing, workspaces
from socialapi_stub.provider_states import CannotArrange, Wish
from socialapi_stub.tables import Workspace
from socialapi_stub.triggers import Occasion


def deleted_user(wish: Wish) -> dict[str, Any]:
    """A user has been deleted, whose key and tokens are of no use since."""
    workspace, _ = workspaces.add(wish.session, _named(), "pro", wish.now)
    wish.session.flush()
    workspaces.remove(wish.session, workspace, wish.now)
    return _told(wish, workspace)


def new_workspace(wish: Wish) -> dict[str, Any]:
    """There is one more workspace, on `plan`, with something of everything that `platform` has.

    On its account there a post is out, and people have commented, written, mentioned it and reviewed it.
    """
    plan = str(wish.params.get("plan", "pro"))
    if plan not in PLANS:
        raise CannotArrange(f"plan: {plan} is none of {', '.join(PLANS)}")
    workspace, brand = workspaces.add(wish.session, _named(), plan, wish.now.replace(microsecond=0))
    wish.session.flush()
    if "platform" not in wish.params:
        return _told(wish, workspace)
    platform = arranging.text(wish, "platform")
    workspace.allowed_platforms = [
        slug for slug in (platform,) if slug in PLATFORMS and PLATFORMS[slug].gated
    ]
    try:
        account = fixtures.connect(wish.session, workspace, brand, (platform, workspace.name), wish.now)
    except fixtures.NotAFixture as error:
        raise CannotArrange(f"platform: {error}") from error
    occasion = Occasion(wish.session, workspace, account, {}, wish.now, wish.settings)
    return {**_told(wish, workspace), "account_id": account.id, **furnishing.furnish(occasion, account)}


def _named() -> str:
    return f"ws-{secrets.token_hex(8)}"


def _told(wish: Wish, workspace: Workspace) -> dict[str, Any]:
    name = workspace.name
    return {"workspace": name, "plan": workspace.plan, "tokens": workspaces.tokens_of(name, wish.keyring)}
