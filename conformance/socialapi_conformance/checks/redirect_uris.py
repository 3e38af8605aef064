"""Redirect URIs: registered, listed, deleted, and what connect flows make of them."""

from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, problem, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_MOST = 20


@check(MUST, "create_redirect_uri", "list_redirect_uris", needs=("other",), alone_in="other")
def lists_what_is_registered(api: Api) -> None:
    """A registered address is listed as it was written, with its label; `count` is the length of the list."""
    caller, uri = _dashboard(api), _address(api)
    answer = caller.call("create_redirect_uri", body={"uri": uri, "label": "Production"})
    made = ok(answer, 201)
    equal(answer, "the address", (made["uri"], made.get("label")), (uri, "Production"))
    listed = caller.call("list_redirect_uris")
    body = ok(listed, 200)
    equal(listed, "count", body["count"], len(body["data"]))
    that(listed, made in body["data"], "the registered address in the list", "not listed")


@check(
    MUST,
    "create_redirect_uri",
    over={
        "http": "http://example.com/connected",
        "subdomain": "http://localhost.example.com/connected",
        "scheme": "ftp://example.com/connected",
        "text": "connected",
    },
)
def wants_https(api: Api, uri: str) -> None:
    """An address that is neither https nor on the machine itself is refused with 400
    validation.field_invalid.
    """
    caller = api.demo.using("dashboard_jwt")
    problem(caller.call("create_redirect_uri", body={"uri": uri}), 400, "validation.field_invalid")


@check(MUST, "create_redirect_uri", needs=("other",), alone_in="other")
def refuses_duplicates(api: Api) -> None:
    """The same address twice is refused with validation.redirect_uri_duplicate; one that differs in a letter
    is another.
    """
    caller, uri = _dashboard(api), _address(api)
    _registered(caller, uri)
    answer = caller.call("create_redirect_uri", body={"uri": uri})
    problem(answer, 400, "validation.redirect_uri_duplicate")
    _registered(caller, f"{uri}/")


@check(MUST, "create_redirect_uri", needs=("other",), alone_in="other")
def ends_at_twenty(api: Api) -> None:
    """One address more than 20 is refused with 400 validation.field_invalid."""
    caller = _dashboard(api)
    for _ in range(_MOST - ok(caller.call("list_redirect_uris"), 200)["count"]):
        _registered(caller, _address(api))
    answer = caller.call("create_redirect_uri", body={"uri": _address(api)})
    problem(answer, 400, "validation.field_invalid")


@check(MUST, "create_redirect_uri", "connect_account", needs=("other",), alone_in="other")
def holds_connections_to_the_list(api: Api) -> None:
    """While an address is registered, a connection may name a registered one, to the letter, and no other."""
    caller, uri = _dashboard(api), _address(api)
    _registered(caller, uri)
    ok(_connect(caller, uri), 202)
    for other in (f"{uri}/", uri.upper(), _address(api)):
        problem(_connect(caller, other), 400, "validation.field_invalid")


@check(MUST, "delete_redirect_uri", "connect_account", needs=("other",), alone_in="other")
def opens_up_without_addresses(api: Api) -> None:
    """Without any registered address left, a connection may name every https address again."""
    caller = _dashboard(api)
    if ok(caller.call("list_redirect_uris"), 200)["data"]:
        raise NotVerified("the workspace other has registered addresses")
    made = _registered(caller, _address(api))
    ok(caller.call("delete_redirect_uri", path={"id": made}), 204)
    ok(_connect(caller, _address(api)), 202)


def _dashboard(api: Api) -> Caller:
    """Return the dashboard of a workspace that has room for the two addresses a check needs."""
    caller = api.other.using("dashboard_jwt")
    if ok(caller.call("list_redirect_uris"), 200)["count"] > _MOST - 2:
        raise NotVerified(f"the workspace other has nearly {_MOST} registered addresses")
    return caller


def _address(api: Api) -> str:
    return f"https://example.com/{api.word('connected')}"


def _registered(caller: Caller, uri: str) -> str:
    return str(ok(caller.call("create_redirect_uri", body={"uri": uri}), 201)["id"])


def _connect(caller: Caller, redirect_uri: str) -> Answer:
    """Ask for consent into a brand there is, so that no brand is made for the account."""
    brands = ok(caller.call("list_brands"), 200)["data"]
    if not brands:
        raise NotVerified("the workspace other has no brand")
    plain = (each.slug for each in PLATFORMS.values() if each.connect == "oauth" and each.status == "live")
    body = {"platform": next(plain), "brand_id": brands[0]["id"], "redirect_uri": redirect_uri}
    return caller.call("connect_account", body=body)
