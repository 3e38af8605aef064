"""What provider states build on: the params of a wish, and the account that a state is arranged on."""

from collections.abc import Callable
from typing import Any

from socialapi_contract.platforms import PLATFORMS, Platform
from sqlalchemy import select

from socialapi_stub.provider_states import CannotArrange, Wish
from socialapi_stub.tables import Account
from socialapi_stub.triggers import CannotTrigger, Occasion, Trigger

ADDRESS = ("workspace", "account_id")
LONGEST_SECONDS = 7 * 86400


def text(wish: Wish, name: str) -> str:
    """Return a param that has to be a text. Raises `CannotArrange`."""
    value = wish.params.get(name)
    if not isinstance(value, str) or not value:
        raise CannotArrange(f"{name}: give it as text")
    return value


def number(wish: Wish, name: str) -> float:
    """Return a param that has to be a number, of days at most. Raises `CannotArrange`."""
    value = wish.params.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LONGEST_SECONDS:
        raise CannotArrange(f"{name}: give it as a number from 0 to {LONGEST_SECONDS}")
    return value


def row(wish: Wish, table: Any, name: str) -> Any:
    """Return the row of the workspace whose id a param is. Raises `CannotArrange`."""
    found = wish.session.get(table, text(wish, name))
    if found is None or found.workspace_id != wish.workspace.id:
        raise CannotArrange(f"{name}: the workspace has none with this id")
    return found


def account(wish: Wish, fits: Callable[[Platform], object]) -> Account:
    """Return the account `account_id`, else the oldest that works, on a platform that fits.

    Raises `CannotArrange` without any.
    """
    if "account_id" in wish.params:
        chosen: Account = row(wish, Account, "account_id")
        if not fits(PLATFORMS[chosen.platform]):
            raise CannotArrange(f"account_id: nothing like this happens on {chosen.platform}")
        return chosen
    working = select(Account).where(Account.workspace_id == wish.workspace.id, Account.status == "active")
    for found in wish.session.scalars(working.order_by(Account.created_at, Account.id)):
        if fits(PLATFORMS[found.platform]):
            return found
    names = ", ".join(platform.name for platform in PLATFORMS.values() if fits(platform))
    raise CannotArrange(f"the workspace has no working account on any of {names}")


def happen(wish: Wish, trigger: Trigger, on: Account | None = None) -> dict[str, Any]:
    """Let an event set off by `POST /_mock/trigger` happen. Raises `CannotArrange`."""
    overrides = {name: value for name, value in wish.params.items() if name not in ADDRESS}
    occasion = Occasion(wish.session, wish.workspace, on, overrides, wish.now, wish.settings)
    try:
        return trigger(occasion)
    except CannotTrigger as error:
        raise CannotArrange(str(error)) from error
