"""Faults in keys and brands."""

# ruff: noqa: ARG001, SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, instead, replies
from socialapi_contract.scopes import SCOPES
from socialapi_stub import tokens, visibility
from socialapi_stub.problems import Problem
from socialapi_stub.resources import brands, keys


def changed(patch: pytest.MonkeyPatch, module: Any, name: str, change: Any) -> None:
    """Let `change` make another answer of what an operation answers."""
    original = getattr(module, name)
    patch.setattr(module, name, lambda *args, **kwargs: change(original(*args, **kwargs)))


def refusing(patch: pytest.MonkeyPatch, module: Any, name: str, when: Any, code: Any) -> None:
    """Let an operation refuse the bodies that meet a condition."""
    original = getattr(module, name)

    def handler(call: Any, *path: str, body: Any) -> Any:
        if when(body):
            raise Problem(code)
        return original(call, *path, body=body)

    patch.setattr(module, name, handler)


def blind(spoil: Any, when: Any) -> Middleware:
    """Return a middleware that spoils the answers that meet a condition."""
    return replies(lambda reply: spoil(reply) if when(reply) else None)


@fault(
    "keys/create_key/shows_the_secret",
    "across/lifecycle/shows_what_was_made/create_key",
)
def restricts_what_is_not_restricted(patch: pytest.MonkeyPatch) -> None:
    """The answer to an unrestricted key says that it has a scope."""
    changed(patch, keys, "create_key", lambda body: {**body, "scopes": body["scopes"] or ["posts:read"]})


@fault(
    "keys/create_key/lets_the_new_key_in",
    "keys/list_keys/never_shows_the_secret_again",
    "keys/create_key/holds_a_new_key_to_its_brands",
    "keys/create_key/holds_a_new_key_to_its_scopes",
    "keys/create_key/sees_nothing_behind_a_deleted_brand",
    "keys/update_key/changes_name_and_scopes",
    "across/access/holds_keys_to_their_scopes",
    "across/access/opens_to_the_needed_scope",
    "across/access/agrees_with_the_recommended_scope",
    "across/brand_keys/hides_objects_of_other_brands",
    "across/brand_keys/hides_other_brands_from_requests",
    "across/brand_keys/leaves_other_brands_out_of_lists",
)
def issues_keys_that_do_not_work(patch: pytest.MonkeyPatch) -> Middleware:
    """A new key is shown with other digits than it has."""

    def spoil(reply: Reply) -> None:
        secret = reply.json["raw_key"]
        reply.json = {**reply.json, "raw_key": secret[:9] + secret[:8:-1]}

    return blind(spoil, lambda reply: reply.path == "/v1/keys" and reply.status == 201)


@fault("keys/list_keys/never_shows_the_secret_again")
def shows_the_key_for_a_preview(patch: pytest.MonkeyPatch) -> None:
    """The preview is half of the secret."""
    patch.setattr(tokens, "preview", lambda secret: secret[:38] + "..")


@fault(
    "across/lifecycle/shows_what_was_made/create_key",
    "across/lifecycle/changes_only_what_it_is_told/update_key",
)
def lists_keys_without_their_scopes(patch: pytest.MonkeyPatch) -> None:
    """The list says that no key has scopes."""
    changed(
        patch,
        keys,
        "list_keys",
        lambda body: {**body, "data": [{**each, "scopes": []} for each in body["data"]]},
    )


@fault("keys/list_keys/counts_what_it_lists")
def counts_keys_from_zero(patch: pytest.MonkeyPatch) -> None:
    """`count` is one less than the number of keys."""
    changed(patch, keys, "list_keys", lambda body: {**body, "count": body["count"] - 1})


@fault(
    "keys/revoke_key/stops_a_revoked_key",
    "across/lifecycle/removes_one_object/revoke_key",
    "across/lifecycle/knows_nothing_of_the_gone/revoke_key/id",
    "across/lifecycle/knows_nothing_of_the_gone/rotate_key/id",
    "across/lifecycle/knows_nothing_of_the_gone/update_key/id",
)
def only_says_that_it_revokes(patch: pytest.MonkeyPatch) -> None:
    """A revoked key stays active."""
    patch.setattr(keys, "revoke_key", lambda call, key_id: {"ok": bool(keys._active_key(call, key_id))})


@fault("keys/rotate_key/replaces_the_secret", "across/auth/refuses_rotated_keys")
def keeps_the_old_secret(patch: pytest.MonkeyPatch) -> None:
    """Rotating a key shows a new secret that nobody has stored."""

    def rotate_key(call: Any, key_id: str) -> Any:
        return keys._with_secret(keys._active_key(call, key_id), tokens.new_api_key())

    patch.setattr(keys, "rotate_key", rotate_key)


@fault(
    "keys/update_key/changes_name_and_scopes",
    "across/lifecycle/changes_only_what_it_is_told/update_key",
    "across/isolation/takes_foreign_ids_for_unknown/update_key/brand_ids",
    "across/lifecycle/takes_the_gone_for_unknown/update_key/brand_ids",
)
def does_not_change_keys(patch: pytest.MonkeyPatch) -> None:
    """Editing a key answers what was asked for and keeps what was there."""

    def update_key(call: Any, key_id: str, body: Any) -> Any:
        key = keys._active_key(call, key_id)
        if set(body.get("scopes", [])) - set(SCOPES):
            raise Problem("validation.scope_invalid", field="scopes")
        return {**keys._restrictions(key), **body}

    patch.setattr(keys, "update_key", update_key)


@fault("keys/create_key/refuses_unknown_scopes")
def takes_unknown_scopes_for_broken(patch: pytest.MonkeyPatch) -> None:
    """A scope that does not exist is any invalid field."""
    unknown = lambda body: bool(set(body.get("scopes", [])) - set(SCOPES))  # noqa: E731 - named for its reader
    refusing(patch, keys, "create_key", unknown, "validation.field_invalid")


@fault(
    "across/isolation/takes_foreign_ids_for_unknown/create_key/brand_ids",
    "across/isolation/takes_foreign_ids_for_unknown/update_key/brand_ids",
)
def gives_keys_to_foreign_brands(patch: pytest.MonkeyPatch) -> None:
    """A key may be limited to any brand that exists."""
    original = keys._restrict

    def restrict(call: Any, key: Any, scopes: list[str], brand_ids: list[str] | None) -> None:
        existing = [each for each in brand_ids or [] if call.session.get(brands.Brand, each)]
        original(call, key, scopes, [each for each in brand_ids or [] if each not in existing])
        key.brand_ids = key.brand_ids if brand_ids is None else brand_ids

    patch.setattr(keys, "_restrict", restrict)


@fault("keys/create_key/refuses_brands_it_does_not_have")
def calls_unknown_brands_invalid(patch: pytest.MonkeyPatch) -> None:
    """A brand that does not exist is any invalid field."""
    instead(patch, keys, "_restrict", {"validation.brand_invalid": "validation.field_invalid"})


@fault(
    "keys/create_key/needs_a_name",
    "across/errors/names_missing_fields/create_key",
    "across/errors/keeps_to_its_codes/create_key",
    "across/bounds/refuses_missing_fields/create_key",
)
def names_keys_itself(patch: pytest.MonkeyPatch) -> Middleware:
    """A key without a name is an unexpected failure."""

    def spoil(reply: Reply) -> None:
        reply.status, reply.body = 500, b"name is null"

    return blind(spoil, lambda reply: reply.path == "/v1/keys" and reply.code == "validation.field_required")


@fault("keys/create_key/refuses_unknown_scopes")
def gives_full_access_for_unknown_scopes(patch: pytest.MonkeyPatch) -> None:
    """Scopes that do not exist are passed over, so that a key with no other is unrestricted."""
    original = keys._restrict

    def restrict(call: Any, key: Any, scopes: list[str], brand_ids: list[str] | None) -> None:
        original(call, key, [each for each in scopes if each in SCOPES], brand_ids)

    patch.setattr(keys, "_restrict", restrict)


@fault("across/lifecycle/shows_what_was_made/create_brand")
def counts_accounts_that_are_not_there(patch: pytest.MonkeyPatch) -> None:
    """A new brand has an account."""
    changed(patch, brands, "create_brand", lambda body: {**body, "accounts_count": 1})


@fault("brands/create_brand/allows_equal_names")
def wants_names_to_be_unique(patch: pytest.MonkeyPatch) -> None:
    """A second brand of the same name is refused."""
    original = brands.create_brand

    def create_brand(call: Any, body: Any) -> Any:
        if body["name"] in [each["name"] for each in brands.list_brands(call)["data"]]:
            raise Problem("validation.field_invalid", field="name")
        return original(call, body)

    patch.setattr(brands, "create_brand", create_brand)


@fault(
    "brands/create_brand/needs_a_name/number",
    "brands/create_brand/needs_a_name/null",
    "across/errors/keeps_to_its_codes/create_brand",
    "across/errors/refuses_other_shapes/create_brand",
    "across/bounds/refuses_null/create_brand",
    "across/bounds/refuses_other_types/create_brand",
)
def takes_anything_for_a_name(patch: pytest.MonkeyPatch) -> Middleware:
    """A name that is no text is an unexpected failure."""

    def spoil(reply: Reply) -> None:
        reply.status, reply.body = 500, b"not a string"

    def wrong_type(reply: Reply) -> bool:
        return (
            reply.path == "/v1/brands"
            and reply.code == "validation.field_invalid"
            and "type" in reply.body.decode()
        )

    return blind(spoil, wrong_type)


@fault("across/lifecycle/changes_only_what_it_is_told/update_brand")
def only_says_that_it_renames(patch: pytest.MonkeyPatch) -> None:
    """A renamed brand keeps its name."""
    original = brands.update_brand

    def update_brand(call: Any, brand_id: str, body: Any) -> Any:
        kept = visibility.brand(call, brand_id).name
        return {**original(call, brand_id, {"name": kept}), **body}

    patch.setattr(brands, "update_brand", update_brand)


@fault(
    "across/lifecycle/removes_one_object/delete_brand",
    "across/lifecycle/knows_nothing_of_the_gone/update_brand/id",
    "across/lifecycle/takes_the_gone_for_unknown/create_invite/brand_id",
    "usage/get_usage/counts_brands",
    "across/lifecycle/knows_nothing_of_the_gone",
    "across/lifecycle/takes_the_gone_for_unknown",
)
def only_says_that_it_deletes_brands(patch: pytest.MonkeyPatch) -> None:
    """A deleted brand is still there."""
    patch.setattr(brands, "delete_brand", lambda call, brand_id: visibility.brand(call, brand_id) and None)


@fault(
    "brands/update_brand/answers_unknown_brands",
    "across/lifecycle/removes_one_object/delete_brand",
    "across/lifecycle/knows_nothing_of_the_gone/delete_brand/id",
    "across/errors/answers_unknown_ids/delete_brand",
    "across/isolation/hides_objects_of_other_workspaces/delete_brand",
    "across/bounds/refuses_ids_of_any_form/delete_brand",
)
def deletes_what_is_not_there(patch: pytest.MonkeyPatch) -> None:
    """Deleting a brand that does not exist succeeds."""
    original = brands.delete_brand

    def delete_brand(call: Any, brand_id: str) -> None:
        try:
            original(call, brand_id)
        except Problem:
            return

    patch.setattr(brands, "delete_brand", delete_brand)


@fault("brands/list_brands/counts_accounts")
def counts_accounts_wrongly(patch: pytest.MonkeyPatch) -> None:
    """The list says that every brand is empty."""
    changed(
        patch,
        brands,
        "list_brands",
        lambda body: {**body, "data": [{**each, "accounts_count": 0} for each in body["data"]]},
    )
