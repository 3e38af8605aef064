"""X app credentials: stored without being shown, chosen by brand, tried."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, problem, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_X = next(each.slug for each in PLATFORMS.values() if each.byok)
_MOST_TESTS = 30


@check(MUST, "set_twitter_credentials", "list_twitter_credentials", needs=("other",), alone_in="other")
def replaces_the_default(api: Api) -> None:
    """The default is stored once: a second pair takes the place of the first. The list shows the first six
    characters of the client id, and never the secret.
    """
    caller = _without_default(api)
    for pair in (_pair(api, "first"), _pair(api, "second")):
        with _default(caller, pair):
            answer = caller.call("list_twitter_credentials")
            hints = [each["client_id_hint"] for each in _listed(answer) if "brand_id" not in each]
            equal(answer, "the default", hints, [pair["client_id"][:6]])
            shown = pair["client_secret"].encode() in answer.content
            that(answer, not shown, "the secret to be kept", "the secret")


@check(MUST, "delete_twitter_credentials", "list_twitter_credentials", needs=("other",), alone_in="other")
def deletes_the_default(api: Api) -> None:
    """Deleting the default is answered with 204, also when there is none; it is not listed any more."""
    caller = _without_default(api)
    with _default(caller, _pair(api, "gone")):
        for _ in range(2):
            ok(caller.call("delete_twitter_credentials"), 204)
        answer = caller.call("list_twitter_credentials")
        that(answer, all("brand_id" in each for each in _listed(answer)), "no default", "a default")


@check(
    MUST,
    "set_brand_twitter_credentials",
    "delete_brand_twitter_credentials",
    "list_twitter_credentials",
    "create_brand",
)
def stores_the_app_of_a_brand(api: Api) -> None:
    """The credentials of a brand are listed under its id until they are deleted; deleting none is 204."""
    caller, pair = api.demo.using("dashboard_jwt"), _pair(api, "brand")
    path = {"brand_id": _new_brand(api, caller)}
    ok(caller.call("set_brand_twitter_credentials", path=path, body=pair), 204)
    answer = caller.call("list_twitter_credentials")
    hints = [each["client_id_hint"] for each in _listed(answer) if each.get("brand_id") == path["brand_id"]]
    equal(answer, "the brand's credentials", hints, [pair["client_id"][:6]])
    for _ in range(2):
        ok(caller.call("delete_brand_twitter_credentials", path=path), 204)
    answer = caller.call("list_twitter_credentials")
    left = [each for each in _listed(answer) if each.get("brand_id") == path["brand_id"]]
    equal(answer, "what is left of them", left, [])


@check(MUST, "set_brand_twitter_credentials", "delete_brand_twitter_credentials")
def answers_unknown_brands(api: Api) -> None:
    """A brand that does not exist is answered with 404 brand.not_found."""
    caller, path = api.demo.using("dashboard_jwt"), {"brand_id": api.unknown_id()}
    answer = caller.call("set_brand_twitter_credentials", path=path, body=_pair(api, "nobody"))
    problem(answer, 404, "brand.not_found")
    problem(caller.call("delete_brand_twitter_credentials", path=path), 404, "brand.not_found")


@check(
    MUST,
    "set_brand_twitter_credentials",
    "delete_brand_twitter_credentials",
    "create_brand",
    needs=("demo", "other"),
)
def keeps_out_of_foreign_brands(api: Api) -> None:
    """A brand of somebody else is refused with 403 byok.credentials_forbidden, or like an unknown one."""
    caller, owner = api.demo.using("dashboard_jwt"), api.other.using("dashboard_jwt")
    path = {"brand_id": _new_brand(api, owner)}
    answer = caller.call("set_brand_twitter_credentials", path=path, body=_pair(api, "foreign"))
    problem(answer, 403, "byok.credentials_forbidden")
    problem(caller.call("delete_brand_twitter_credentials", path=path), 403, "byok.credentials_forbidden")


@check(
    MUST,
    "set_brand_twitter_credentials",
    "delete_brand_twitter_credentials",
    "connect_account",
    "create_brand",
    needs=("other",),
    alone_in="other",
)
def opens_one_brand(api: Api) -> None:
    """Without a default, X can be connected in a brand that has credentials, and in no other: 412
    byok.credentials_missing.
    """
    caller = _without_default(api)
    brand, neighbor = _new_brand(api, caller), _new_brand(api, caller)
    path = {"brand_id": brand}
    ok(caller.call("set_brand_twitter_credentials", path=path, body=_pair(api, "brand")), 204)
    _is_open(_connect(caller, brand))
    problem(_connect(caller, neighbor), 412, "byok.credentials_missing")
    ok(caller.call("delete_brand_twitter_credentials", path=path), 204)
    problem(_connect(caller, brand), 412, "byok.credentials_missing")


@check(
    MUST,
    "set_twitter_credentials",
    "delete_twitter_credentials",
    "connect_account",
    "create_brand",
    needs=("other",),
    alone_in="other",
)
def opens_every_brand(api: Api) -> None:
    """With a default, X can be connected in a brand without credentials; without one it is 412
    byok.credentials_missing.
    """
    caller = _without_default(api)
    brand = _new_brand(api, caller)
    with _default(caller, _pair(api, "default")):
        _is_open(_connect(caller, brand))
    problem(_connect(caller, brand), 412, "byok.credentials_missing")


@check(MUST, "test_twitter_credentials", "list_twitter_credentials", needs=("other",), alone_in="other")
def tells_whether_a_pair_is_good(api: Api) -> None:
    """A pair is tried without being stored: `valid`, and a reason exactly if it is not."""
    caller = api.other.using("dashboard_jwt")
    before = _listed(caller.call("list_twitter_credentials"))
    answer = caller.call("test_twitter_credentials", body=_pair(api, "tried"))
    if answer.status == 429:
        raise NotVerified("the workspace other has tried too many pairs within a minute")
    verdict = ok(answer, 200)
    equal(answer, "whether there is a reason", "reason" in verdict, not verdict["valid"])
    listed = caller.call("list_twitter_credentials")
    equal(listed, "what is stored", _listed(listed), before)


@check(MUST, "test_twitter_credentials", needs=("free",))
def refuses_too_many_tests(api: Api) -> None:
    """Trying pairs too often within a minute is refused with 429 byok.test_rate_limited."""
    caller = api.free.using("dashboard_jwt")
    for _ in range(_MOST_TESTS):
        answer = caller.call("test_twitter_credentials", body=_pair(api, "often"))
        if answer.status != 200:
            problem(answer, 429, "byok.test_rate_limited")
            return
    raise NotVerified(f"{_MOST_TESTS} tests were not too many, and no number is published")


def _pair(api: Api, name: str) -> dict[str, str]:
    return {"client_id": api.word(f"{name}-id"), "client_secret": api.word(f"{name}-secret")}


def _listed(answer: Answer) -> list[dict[str, Any]]:
    body = ok(answer, 200)
    equal(answer, "count", body["count"], len(body["data"]))
    found: list[dict[str, Any]] = body["data"]
    return found


def _without_default(api: Api) -> Caller:
    """Return the dashboard of a workspace whose default can be set without harm."""
    caller = api.other.using("dashboard_jwt")
    if any("brand_id" not in each for each in _listed(caller.call("list_twitter_credentials"))):
        raise NotVerified("the workspace other has a default that the check would replace")
    return caller


@contextmanager
def _default(caller: Caller, pair: dict[str, str]) -> Iterator[None]:
    """Store a pair as the default for as long as the block lasts."""
    ok(caller.call("set_twitter_credentials", body=pair), 204)
    try:
        yield
    finally:
        caller.call("delete_twitter_credentials")


def _new_brand(api: Api, caller: Caller) -> str:
    answer = caller.call("create_brand", body={"name": api.word("brand")})
    if answer.status == 403:
        raise NotVerified(f"the workspace {caller.workspace.name} has no room for another brand")
    return str(ok(answer, 201)["id"])


def _connect(caller: Caller, brand_id: str) -> Answer:
    return caller.call("connect_account", body={"platform": _X, "brand_id": brand_id})


def _is_open(answer: Answer) -> None:
    """Expect that credentials were found; whether X takes them is another matter."""
    missing = answer.status == 412
    that(answer, not missing, "credentials to be found", answer.summary())
    if answer.status != 401:
        ok(answer, 202)
