"""API keys that many checks need and none changes: made once for a connection, removed when it closes."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Client
from socialapi_conformance.leftovers import Leftovers
from socialapi_conformance.verdicts import NotVerified


@dataclass(frozen=True)
class BrandKey:
    """A caller with a key for `brand_id` alone, in which nothing is."""

    brand_id: str
    caller: Caller


class LastingKeys:
    """Keys of the workspace of `owner`; `NotVerified` is raised when the server does not make one."""

    def __init__(self, owner: Caller) -> None:
        self._owner = replace(owner, leftovers=Leftovers())
        self._by_scopes: dict[frozenset[str], Caller] = {}

    def limited_to(self, scopes: Iterable[str]) -> Caller:
        """Return a caller with a key that has these scopes and no other."""
        wanted = frozenset(scopes)
        if wanted not in self._by_scopes:
            self._by_scopes[wanted] = self._owner.bearing(self._key(scopes=sorted(wanted))["raw_key"])
        return self._by_scopes[wanted]

    @functools.cached_property
    def of_an_empty_brand(self) -> BrandKey:
        """A key for a new brand."""
        brand = self._made("create_brand", body={"name": _name()})
        return BrandKey(brand["id"], self._owner.bearing(self._key(brand_ids=[brand["id"]])["raw_key"]))

    @functools.cached_property
    def rotated_away(self) -> str:
        """The first secret of a key that has another one by now."""
        key = self._key()
        self._made("rotate_key", path={"id": key["id"]})
        return str(key["raw_key"])

    def remove(self) -> None:
        """Revoke the keys and delete the brand."""
        self._owner.leftovers.remove()

    def _key(self, **restrictions: list[str]) -> dict[str, Any]:
        made = self._made("create_key", body={"name": _name(), **restrictions})
        if not isinstance(made.get("raw_key"), str):
            raise NotVerified("the server makes no key that could be used")
        return made

    def _made(self, operation_id: str, **request: Any) -> dict[str, Any]:
        answer = self._owner.call(operation_id, **request)
        made = answer.json() if answer.status in (200, 201) else None
        if not isinstance(made, dict) or "id" not in made:
            raise NotVerified(f"{operation_id} made nothing to use: {answer.summary()}")
        return made


_KEPT: dict[Client, LastingKeys] = {}


def lasting_keys(api: Api) -> LastingKeys:
    """Return the keys of the demo workspace that last as long as the connection of `api`."""
    if api.client not in _KEPT:
        _KEPT[api.client] = LastingKeys(api.demo)
        api.client.before_closing.append(lambda: _KEPT.pop(api.client).remove())
    return _KEPT[api.client]


def _name() -> str:
    return f"sapi-lasting-{uuid.uuid4().hex[:12]}"
