"""Brands: made, renamed, listed, deleted with all that is in them."""

from datetime import datetime
from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, problem, refused, that
from socialapi_conformance.registry import MUST, check


@check(MUST, "create_brand", "list_brands")
def makes_a_brand(api: Api) -> None:
    """A new brand has its name and no accounts, and is listed."""
    name = api.word("brand")
    answer, brand = _made(api, name)
    equal(answer, "name", brand["name"], name)
    equal(answer, "accounts_count", brand["accounts_count"], 0)
    that(answer, brand["id"] in _brands(api), "the brand in the list", "not listed")


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


@check(MUST, "update_brand", "list_brands")
def renames_a_brand(api: Api) -> None:
    """A brand is renamed; its id and the time it was made stay."""
    _, brand = _made(api, api.word("brand"))
    name = api.word("renamed")
    answer = api.demo.call("update_brand", path={"id": brand["id"]}, body={"name": name})
    renamed = ok(answer, 200)
    expected = {"id": brand["id"], "name": name, "created_at": brand["created_at"]}
    equal(answer, "the brand", {field: renamed[field] for field in expected}, expected)
    later = datetime.fromisoformat(renamed["updated_at"]) >= datetime.fromisoformat(brand["updated_at"])
    that(answer, later, "updated_at not to go back", renamed["updated_at"])
    equal(answer, "the listed name", _brands(api)[brand["id"]]["name"], name)


@check(MUST, "delete_brand", "list_brands")
def deletes_a_brand(api: Api) -> None:
    """A deleted brand is gone: 204 without a body, not listed, 404 afterwards."""
    _, brand = _made(api, api.word("brand"))
    path = {"id": brand["id"]}
    answer = api.demo.call("delete_brand", path=path)
    ok(answer, 204)
    that(answer, brand["id"] not in _brands(api), "the brand to be gone", "listed")
    problem(api.demo.call("delete_brand", path=path), 404, "brand.not_found")
    problem(api.demo.call("update_brand", path=path, body={"name": "x"}), 404, "brand.not_found")


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
