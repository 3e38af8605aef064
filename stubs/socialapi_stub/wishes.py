"""What whoever sets an event off wants to see in it."""

from collections.abc import Mapping
from typing import Any

from socialapi_stub.tables import Account
from socialapi_stub.triggers import CannotTrigger, Occasion


def place(occasion: Occasion) -> Account:
    """Return the account it happens on. Raises `CannotTrigger` without one."""
    if occasion.account is None:
        raise CannotTrigger("name the account it happens to")
    return occasion.account


def part(wishes: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return an object among the wishes, empty without one. Raises `CannotTrigger` for anything else."""
    found = wishes.get(name) or {}
    if not isinstance(found, Mapping):
        raise CannotTrigger(f"{name} has to be an object")
    return found


def text(wishes: Mapping[str, Any], name: str, otherwise: str = "") -> str:
    """Return a text among the wishes. Raises `CannotTrigger` for anything else."""
    found = wishes.get(name, otherwise)
    if not isinstance(found, str):
        raise CannotTrigger(f"{name} has to be a text")
    return found
