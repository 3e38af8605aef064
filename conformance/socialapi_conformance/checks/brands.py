"""Brands: made, renamed, listed, deleted with all that is in them."""

from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, problem, refused, that
from socialapi_conformance.registry import MUST, check


@check(MUST, "create_brand")
def allows_equal_names(api: Api) -> None:
    """Names need not be unique: creating twice makes two brands."""
    name = api.word("brand")
    answer, second = _made(api, name)
    first = _made(api, name)[1]
    that(answer, first["id"] != second["id"], "two brands", "one")


@check(
    MUST,
    "create_brand",
    over={"missing": {}, "empty": {"name": ""}, "null": {"name": None}, "number": {"name": 7}},
)
def needs_a_name(api: Api, body: dict[str, Any]) -> None:
    """A brand without a name is refused with 400."""
    refused(api.demo.call("create_brand", body=body), 400)


@check(MUST, "update_brand", "delete_brand")
def answers_unknown_brands(api: Api) -> None:
    """A brand that does not exist is answered with 404 brand.not_found."""
    path = {"id": api.unknown_id()}
    problem(api.demo.call("update_brand", path=path, body={"name": "x"}), 404, "brand.not_found")
    problem(api.demo.call("delete_brand", path=path), 404, "brand.not_found")


@check(MUST, "list_brands", "list_accounts", needs=("other",), alone_in="other")
def counts_accounts(api: Api) -> None:
    """`count` is the number of brands listed, and each brand counts its accounts."""
    answer = api.other.call("list_brands")
    body = ok(answer, 200)
    equal(answer, "count", body["count"], len(body["data"]))
    accounts = [account["brand_id"] for account in ok(api.other.call("list_accounts"), 200)["data"]]
    for brand in body["data"]:
        equal(answer, "accounts_count", brand["accounts_count"], accounts.count(brand["id"]))


def _made(api: Api, name: str) -> tuple[Answer, dict[str, Any]]:
    answer = api.demo.call("create_brand", body={"name": name})
    return answer, ok(answer, 201)


def _brands(api: Api) -> dict[str, dict[str, Any]]:
    return {brand["id"]: brand for brand in ok(api.demo.call("list_brands"), 200)["data"]}
