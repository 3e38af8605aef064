"""Arranges connect flows: brands of their own, codes of platforms, people who agree."""

from __future__ import annotations

from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import ok

PLATFORM = "threads"
"""Asks for consent, and makes one account of it without a choice."""


def own_brand(api: Api, caller: Caller | None = None) -> str:
    """Return a new brand; what is connected to it goes with it when the check is over."""
    answer = (caller or api.demo).call("create_brand", body={"name": api.word("brand")})
    return str(ok(answer, 201)["id"])


def own_account(api: Api) -> str:
    """Return the id of an account of demo that was connected for the check, in a brand of its own."""
    return str(ok(exchanged(api, PLATFORM, api.word("who")), 201)["account_id"])


def started(caller: Caller, platform: str, brand_id: str) -> str:
    """Start a connect flow and return its state."""
    answer = caller.call("connect_account", body={"platform": platform, "brand_id": brand_id})
    return str(ok(answer, 202)["state"])


def exchanged(  # noqa: PLR0913 - each narrows the flow a little more
    api: Api,
    platform: str,
    who: str,
    *,
    count: int | None = None,
    brand_id: str | None = None,
    caller: Caller | None = None,
) -> Answer:
    """Connect the account `who` has on a platform by its code; the brand is a new one unless it is given.

    The workspace is demo unless there is another caller.
    """
    caller = caller or api.demo
    state = started(caller, platform, brand_id or own_brand(api, caller))
    return exchange(caller, platform, code_of(api, platform, who, count), state)


def code_of(api: Api, platform: str, who: str, count: int | None = None) -> str:
    """Return the code of a platform for the consent of `who`, whose login has `count` pages or profiles."""
    wanted: dict[str, Any] = {} if count is None else {"count": count}
    return str(api.arranged("code_issued", platform=platform, who=who, **wanted)["code"])


def exchange(caller: Caller, platform: str, code: str, state: str) -> Answer:
    """Exchange a code for the flow with a state."""
    body = {"platform": platform, "code": code, "metadata": {"state": state}}
    return caller.call("exchange_connection_code", body=body)


def pending(api: Api, platform: str, count: int, brand_id: str | None = None) -> dict[str, Any]:
    """Return a connection of demo that waits for a choice among `count` candidates of a new login."""
    answer = exchanged(api, platform, api.word("who"), count=count, brand_id=brand_id)
    found: dict[str, Any] = ok(answer, 200)
    return found


def select(api: Api, waiting: dict[str, Any], **choice: Any) -> Answer:
    """Choose from the candidates of a connection of demo that waits."""
    path = {"connection_id": waiting["connection_id"]}
    return api.demo.call("select_pending_connection", path=path, body=choice)
