"""Faults in what keys restricted to brands see."""

# ruff: noqa: SLF001 - a fault reaches where the mistake would be made

from typing import Any

import pytest
from faults.faulty import fault
from socialapi_stub import visibility
from socialapi_stub.problems import Problem
from socialapi_stub.resources import brands
from socialapi_stub.tables import Account, ApiKey, Brand, Post
from sqlalchemy import select


def unrestricted(patch: pytest.MonkeyPatch, shown: type[Account] | type[Brand]) -> None:
    """Let keys restricted to brands see all rows of a table that their workspace has."""
    original = visibility._of_workspace

    def of_workspace(call: Any, statement: Any, table: Any, brand_id: Any) -> Any:
        if table is not shown:
            return original(call, statement, table, brand_id)
        return statement.where(table.workspace_id == call.workspace.id).order_by(table.created_at, table.id)

    patch.setattr(visibility, "_of_workspace", of_workspace)


@fault(
    "across/brand_keys/hides_objects_of_other_brands",
    "across/brand_keys/hides_objects_of_other_brands/list_mentions",
    "across/brand_keys/hides_other_brands_from_requests",
    "across/brand_keys/leaves_other_brands_out_of_lists/list_accounts",
    "keys/create_key/holds_a_new_key_to_its_brands",
)
def shows_every_account_to_brand_keys(patch: pytest.MonkeyPatch) -> None:
    """A key for one brand sees the accounts of all."""
    unrestricted(patch, Account)


@fault(
    "across/brand_keys/leaves_other_brands_out_of_lists/list_brands",
    "across/brand_keys/hides_other_brands_from_requests/connect_account",
    "keys/create_key/holds_a_new_key_to_its_brands",
)
def names_every_brand_to_brand_keys(patch: pytest.MonkeyPatch) -> None:
    """A key for one brand sees all brands."""
    unrestricted(patch, Brand)


@fault(
    "across/brand_keys/hides_objects_of_other_brands",
    "across/brand_keys/hides_objects_of_other_brands/get_post",
    "across/brand_keys/leaves_other_brands_out_of_lists/list_posts",
)
def shows_every_post_to_brand_keys(patch: pytest.MonkeyPatch) -> None:
    """A key for one brand sees the posts of all."""

    def posts(call: Any, among: Any = None) -> Any:
        known = [Post.id.in_(among)] if among is not None else []
        return select(Post).where(Post.workspace_id == call.workspace.id, *known)

    patch.setattr(visibility, "posts", posts)
    patch.setattr(visibility, "ids_of_posts", lambda call: select(Post.id))


@fault(
    "across/brand_keys/hides_objects_of_other_brands",
    "across/brand_keys/hides_objects_of_other_brands/list_mentions",
    "across/brand_keys/hides_other_brands_from_requests",
)
def tells_of_accounts_of_other_brands(patch: pytest.MonkeyPatch) -> None:
    """An account that a brand key cannot see is forbidden to it instead of unknown."""
    original = visibility.account

    def account(call: Any, account_id: str) -> Any:
        exists = call.session.get(Account, account_id) is not None
        try:
            return original(call, account_id)
        except Problem:
            if not exists:
                raise
            raise Problem("auth.insufficient_scope") from None

    patch.setattr(visibility, "account", account)


@fault("keys/create_key/sees_nothing_behind_a_deleted_brand")
def forgets_brands_that_are_gone(patch: pytest.MonkeyPatch) -> None:
    """A key loses the brands that are deleted, and with the last of them its restriction."""
    original = brands.delete_brand

    def delete_brand(call: Any, brand_id: str) -> None:
        original(call, brand_id)
        for key in call.session.scalars(select(ApiKey).where(ApiKey.workspace_id == call.workspace.id)):
            key.brand_ids = [each for each in key.brand_ids if each != brand_id]

    patch.setattr(brands, "delete_brand", delete_brand)
