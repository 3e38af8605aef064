"""Faults in who may call what."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from faults.faulty import fault, instead
from socialapi_contract.scopes import SCOPES
from socialapi_stub import access, tokens
from socialapi_stub.call import Caller
from socialapi_stub.problems import Problem


@fault(
    "across/access/accepts_its_tokens",
    "across/access/keeps_oauth_tokens_from_the_dashboard",
    "across/access/blocks_past_due_workspaces",
    "users/get_me/is_the_same_behind_every_token",
)
def takes_no_oauth_tokens(patch: pytest.MonkeyPatch) -> None:
    """OAuth access tokens are refused."""
    original = tokens.verify

    def verify(*args: Any) -> tokens.Claims:
        claims = original(*args)
        if claims.kind == "oauth_token":
            raise tokens.TokenRefused("no OAuth here")
        return claims

    patch.setattr(tokens, "verify", verify)


@fault(
    "across/access/holds_keys_to_their_scopes",
    "across/access/agrees_with_the_recommended_scope",
    "across/brand_keys/keeps_brand_keys_from_the_workspace",
    "keys/create_key/holds_a_new_key_to_its_scopes",
    "keys/update_key/changes_name_and_scopes",
)
def ignores_scopes(patch: pytest.MonkeyPatch) -> None:
    """A restricted key may do everything."""
    patch.setattr(access, "refuse_missing_scope", lambda caller, operation: None)


@fault(
    "across/access/holds_keys_to_their_scopes",
    "across/access/holds_keys_to_their_scopes/create_post",
    "across/access/agrees_with_the_recommended_scope",
    "keys/create_key/holds_a_new_key_to_its_scopes",
)
def names_a_scope_that_nobody_needs(patch: pytest.MonkeyPatch) -> None:
    """A key without the scope is told that it needs another one."""
    instead(patch, access, "refuse_missing_scope", "auth.insufficient_scope", required_scope="everything")


@fault("across/access/keeps_keys_from_the_dashboard", "across/access/keeps_oauth_tokens_from_the_dashboard")
def opens_the_dashboard_to_keys(patch: pytest.MonkeyPatch) -> None:
    """Every kind of token may do what is for the dashboard."""
    patch.setattr(access, "refuse_token_kind", lambda caller, operation: None)


@fault("across/brand_keys/keeps_brand_keys_from_the_workspace")
def forgets_that_brands_restrict(patch: pytest.MonkeyPatch) -> None:
    """A key that is restricted to brands alone counts as unrestricted."""
    patch.setattr(Caller, "restricted", property(lambda caller: bool(caller.scopes)))


@fault(
    "across/brand_keys/lets_brand_keys_read",
    "across/brand_keys/hides_objects_of_other_brands",
    "across/brand_keys/hides_other_brands_from_requests",
    "across/brand_keys/leaves_other_brands_out_of_lists",
    "keys/create_key/holds_a_new_key_to_its_brands",
    "keys/create_key/sees_nothing_behind_a_deleted_brand",
)
def locks_brand_keys_out(patch: pytest.MonkeyPatch) -> None:
    """A key that is restricted to brands may do nothing that needs a scope."""
    original = access.refuse_missing_scope

    def refuse(caller: Caller, operation: Any) -> None:
        original(caller, operation)
        if caller.brand_ids and operation.scope != "ungated":
            raise Problem("auth.insufficient_scope")

    patch.setattr(access, "refuse_missing_scope", refuse)


@fault("across/access/blocks_past_due_workspaces")
def serves_past_due_workspaces(patch: pytest.MonkeyPatch) -> None:
    """Nobody looks at the subscription."""
    patch.setattr(access, "refuse_past_due", lambda caller, operation: None)


@fault(
    "across/access/blocks_past_due_workspaces/get_me",
    "across/access/blocks_past_due_workspaces/update_me",
    "across/access/blocks_past_due_workspaces/list_billing_plans",
    "across/access/blocks_past_due_workspaces/create_checkout",
    "across/access/blocks_past_due_workspaces/get_checkout_status",
    "across/access/blocks_past_due_workspaces/create_portal_session",
    "checkout/create_checkout/changes_nothing_before_payment",
    "users/get_me/names_the_plan/past_due",
)
def blocks_even_what_is_exempt(patch: pytest.MonkeyPatch) -> None:
    """While the subscription is past due, profile and billing are refused as well."""

    def refuse(caller: Caller, _operation: Any) -> None:
        if caller.past_due:
            raise Problem("billing.past_due")

    patch.setattr(access, "refuse_past_due", refuse)


@fault("across/access/keeps_oauth_tokens_from_the_dashboard")
def opens_the_dashboard_to_assistants(patch: pytest.MonkeyPatch) -> None:
    """An OAuth access token may do what is for the dashboard."""
    original = access.refuse_token_kind

    def refuse(caller: Caller, operation: Any) -> None:
        if caller.kind != "oauth_token":
            original(caller, operation)

    patch.setattr(access, "refuse_token_kind", refuse)


@fault("across/access/blocks_past_due_workspaces")
def blocks_keys_alone(patch: pytest.MonkeyPatch) -> None:
    """While the subscription is past due, JWTs still work."""
    original = access.refuse_past_due

    def refuse(caller: Caller, operation: Any) -> None:
        if caller.kind == "api_key":
            original(caller, operation)

    patch.setattr(access, "refuse_past_due", refuse)


def holding(patch: pytest.MonkeyPatch, held: Callable[[frozenset[str]], set[str]]) -> None:
    """Let every key with scopes hold those that `held` makes of them."""
    original = access.refuse_missing_scope

    def refuse(caller: Caller, operation: Any) -> None:
        scopes = frozenset(held(caller.scopes)) if caller.scopes else caller.scopes
        original(replace(caller, scopes=scopes), operation)

    patch.setattr(access, "refuse_missing_scope", refuse)


@fault(
    "across/access/holds_keys_to_their_scopes",
    "across/access/holds_keys_to_their_scopes/create_post",
    "across/access/agrees_with_the_recommended_scope",
)
def gives_scopes_by_their_groups(patch: pytest.MonkeyPatch) -> None:
    """A key with one scope of a group has the others as well."""
    groups = {scope.name: scope.group for scope in SCOPES.values()}
    holding(patch, lambda held: {name for name in SCOPES if groups[name] in {groups[each] for each in held}})


@fault(
    "across/access/opens_to_the_needed_scope",
    "across/access/opens_to_the_needed_scope/create_post",
    "across/access/agrees_with_the_recommended_scope",
    "across/access/agrees_with_the_recommended_scope/unpublish_post",
)
def wants_to_read_what_is_written(patch: pytest.MonkeyPatch) -> None:
    """A scope for writing posts is nothing without the one for reading them."""
    needless = {"posts:write"}
    holding(patch, lambda held: set(held) if "posts:read" in held else held - needless | {"nothing"})
