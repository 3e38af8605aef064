"""API keys: the secret is shown once, works at once, and stops working at once."""

import re
from typing import Any

from socialapi_contract.scopes import SCOPES

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, has, ok, problem, refused, that
from socialapi_conformance.registry import MUST, check

_SECRET = re.compile(r"sapi_key_[0-9a-f]{62}")


@check(MUST, "create_key")
def shows_the_secret(api: Api) -> None:
    """The answer to creating a key holds the secret: sapi_key_ and 62 lower-case hex characters."""
    answer, made = _made(api)
    that(
        answer,
        bool(_SECRET.fullmatch(made["raw_key"])),
        "raw_key of sapi_key_ and 62 hex characters",
        "another form",
    )
    equal(answer, "scopes", made["scopes"], [])
    equal(answer, "brand_ids", made["brand_ids"], [])


@check(MUST, "create_key", "list_brands")
def lets_the_new_key_in(api: Api) -> None:
    """A new key works at once."""
    _, made = _made(api)
    ok(api.demo.bearing(made["raw_key"]).call("list_brands"), 200)


@check(MUST, "list_keys", "create_key")
def never_shows_the_secret_again(api: Api) -> None:
    """The list shows a preview that is the head of the secret and not the secret."""
    _, made = _made(api)
    secret = made["raw_key"]
    answer = api.demo.call("list_keys")
    listed = _listed(answer, made["id"])
    that(answer, secret.encode() not in answer.content, "the secret to be kept", "the secret")
    head = re.sub(r"\W+$", "", listed["preview"])
    that(
        answer, secret.startswith(head) and len(head) < 30, "a preview that is a short head of the key", head
    )


@check(MUST, "list_keys")
def counts_what_it_lists(api: Api) -> None:
    """`count` is the number of keys in the answer."""
    answer = api.demo.call("list_keys")
    body = ok(answer, 200)
    equal(answer, "count", body["count"], len(body["data"]))


@check(MUST, "revoke_key")
def stops_a_revoked_key(api: Api) -> None:
    """A revoked key is refused from the next request on, and is listed as inactive if at all."""
    _, made = _made(api)
    answer = api.demo.call("revoke_key", path={"id": made["id"]})
    has(answer, "the answer", ok(answer, 200), {"ok": True})
    problem(api.demo.bearing(made["raw_key"]).call("get_me"), 401, "auth.invalid_key")
    keys = api.demo.call("list_keys")
    active = [key["id"] for key in ok(keys, 200)["data"] if key["is_active"]]
    that(keys, made["id"] not in active, "the key to be inactive", "active")


@check(MUST, "rotate_key")
def replaces_the_secret(api: Api) -> None:
    """Rotating a key gives it another secret, which works at once, while the old one is refused from then
    on.
    """
    _, made = _made(api, name=api.word("key"), scopes=["accounts:read"])
    answer = api.demo.call("rotate_key", path={"id": made["id"]})
    rotated = ok(answer, 200)
    kept = {field: rotated[field] for field in ("id", "name", "scopes", "brand_ids")}
    equal(answer, "what is kept", kept, {field: made[field] for field in kept})
    new = rotated["raw_key"]
    that(
        answer,
        bool(_SECRET.fullmatch(new)) and new != made["raw_key"],
        "another secret",
        "the same or another form",
    )
    ok(api.demo.bearing(new).call("list_brands"), 200)
    problem(api.demo.bearing(made["raw_key"]).call("list_brands"), 401, "auth.invalid_key")


@check(MUST, "create_key")
def holds_a_new_key_to_its_scopes(api: Api) -> None:
    """A key made with one scope opens the operations of that scope and no others."""
    _, made = _made(api, scopes=["accounts:read"])
    key = api.demo.bearing(made["raw_key"])
    ok(key.call("list_accounts"), 200)
    error = problem(key.call("list_posts"), 403, "auth.insufficient_scope")
    needed = error.get("meta", {}).get("required_scope")
    that(Answer(api.client.exchanges[-1]), needed == "posts:read", "meta.required_scope posts:read", needed)


@check(MUST, "create_key", "list_accounts", "list_brands")
def holds_a_new_key_to_its_brands(api: Api) -> None:
    """A key made for a brand sees that brand and its accounts only; everything else is answered with 404."""
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    brand = api.demo.call("create_brand", body={"name": api.word("brand")})
    brand_id = ok(brand, 201)["id"]
    _, made = _made(api, brand_ids=[brand_id])
    key = api.demo.bearing(made["raw_key"])
    listed = key.call("list_brands")
    equal(listed, "the brands", [each["id"] for each in ok(listed, 200)["data"]], [brand_id])
    shown = key.call("list_accounts")
    equal(shown, "the accounts", ok(shown, 200)["data"], [])
    for account in accounts[:1]:
        problem(key.call("get_account_limits", path={"id": account["id"]}), 404, "account.not_found")


@check(MUST, "create_key", "delete_brand", "list_brands")
def sees_nothing_behind_a_deleted_brand(api: Api) -> None:
    """A key whose only brand was deleted stays restricted to it: it sees no brand and no account."""
    brand_id = ok(api.demo.call("create_brand", body={"name": api.word("brand")}), 201)["id"]
    _, made = _made(api, brand_ids=[brand_id])
    ok(api.demo.call("delete_brand", path={"id": brand_id}), 204)
    for listing in ("list_brands", "list_accounts"):
        answer = api.demo.bearing(made["raw_key"]).call(listing)
        equal(answer, "what is listed", ok(answer, 200)["data"], [])


@check(MUST, "update_key")
def changes_name_and_scopes(api: Api) -> None:
    """Editing a key replaces name, scopes and brands, and the secret obeys the new scopes at once."""
    _, made = _made(api, scopes=["posts:read"])
    change = {"name": api.word("key"), "scopes": ["accounts:read"], "brand_ids": []}
    answer = api.demo.call("update_key", path={"id": made["id"]}, body=change)
    has(answer, "the key", ok(answer, 200), {"id": made["id"], **change})
    key = api.demo.bearing(made["raw_key"])
    ok(key.call("list_brands"), 200)
    problem(key.call("list_posts"), 403, "auth.insufficient_scope")


@check(MUST, "create_key", "update_key")
def refuses_unknown_scopes(api: Api) -> None:
    """A scope that does not exist is refused with 400 validation.scope_invalid, when creating and when
    editing.
    """
    unknown = (["posts:read", "posts:everything"], ["posts:everything"], ["*"])
    for scopes in unknown:
        problem(_create(api, scopes=scopes), 400, "validation.scope_invalid")
    _, made = _made(api)
    change = {"name": made["name"], "scopes": unknown[0], "brand_ids": []}
    problem(
        api.demo.call("update_key", path={"id": made["id"]}, body=change), 400, "validation.scope_invalid"
    )


@check(MUST, "create_key")
def refuses_brands_it_does_not_have(api: Api) -> None:
    """A brand that does not exist is refused with 400 validation.brand_invalid."""
    problem(_create(api, brand_ids=[api.unknown_id()]), 400, "validation.brand_invalid")


@check(MUST, "create_key")
def needs_a_name(api: Api) -> None:
    """A key without a name, or with an empty one, is refused with 400."""
    for body in ({}, {"name": ""}, {"name": None}):
        refused(api.demo.call("create_key", body=body), 400)


@check(MUST, "list_key_scopes")
def lists_every_scope(api: Api) -> None:
    """The catalogue of scopes is complete: every name with its group."""
    answer = api.demo.call("list_key_scopes")
    listed = {scope["name"]: scope["group"] for scope in ok(answer, 200)["data"]}
    equal(answer, "the scopes", listed, {scope.name: scope.group for scope in SCOPES.values()})


def _create(api: Api, **body: Any) -> Answer:
    return api.demo.call("create_key", body={"name": api.word("key"), **body})


def _made(api: Api, **body: Any) -> tuple[Answer, dict[str, Any]]:
    answer = _create(api, **body)
    return answer, ok(answer, 201)


def _listed(answer: Answer, key_id: str) -> dict[str, Any]:
    found = [key for key in ok(answer, 200)["data"] if key["id"] == key_id]
    that(answer, len(found) == 1, f"the key {key_id} once", len(found))
    key: dict[str, Any] = found[0]
    return key
