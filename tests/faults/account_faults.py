"""Faults in accounts, plans and the user."""

# ruff: noqa: ARG001, SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, instead, replies
from faults.key_faults import changed
from socialapi_stub import connecting, visibility
from socialapi_stub.call import Answer
from socialapi_stub.problems import Problem
from socialapi_stub.resources import accounts
from socialapi_stub.tables import Brand


def connect(reply: Reply) -> bool:
    return reply.path == "/v1/accounts/connect"


def other_code(code: str, status: int, new: str) -> Middleware:
    """Let connecting answer another error than it should."""

    def spoil(reply: Reply) -> None:
        if connect(reply) and reply.code == code:
            reply.status, error = status, reply.json["error"]
            reply.json = {**reply.json, "error": {**error, "code": new}}

    return replies(spoil)


@fault("accounts/connect_account/starts_with_consent")
def sends_the_user_nowhere(patch: pytest.MonkeyPatch) -> None:
    """The address for the user's consent is empty."""
    original = connecting.start

    def start(call: Any, body: Any) -> Answer:
        answer = original(call, body)
        return Answer(answer.status, {**answer.body, "auth_url": ""} if answer.status == 202 else answer.body)

    patch.setattr(connecting, "start", start)


@fault("accounts/connect_account/keeps_the_callers_state_apart")
def reuses_the_callers_state(patch: pytest.MonkeyPatch) -> None:
    """A state that looks like the server's own is taken over from the caller."""
    original = connecting.start

    def start(call: Any, body: Any) -> Answer:
        answer, wish = original(call, body), body.get("state", "")
        return Answer(answer.status, {**answer.body, "state": wish} if len(wish) == 32 else answer.body)

    patch.setattr(connecting, "start", start)


@fault(
    "accounts/connect_account/names_missing_app_credentials",
    "twitter_credentials/set_twitter_credentials/opens_every_brand",
    "twitter_credentials/set_brand_twitter_credentials/opens_one_brand",
)
def forbids_what_lacks_credentials(patch: pytest.MonkeyPatch) -> Middleware:
    """Missing app credentials are answered with 412 and the code of a closed platform."""
    return other_code("byok.credentials_missing", 412, "billing.platform_not_available")


@fault("accounts/connect_account/rejects_unknown_platforms")
def calls_unknown_platforms_broken_fields(patch: pytest.MonkeyPatch) -> Middleware:
    """A platform that does not exist is any invalid field."""
    return other_code("account.unsupported_platform", 400, "validation.field_invalid")


@fault(
    "accounts/connect_account/needs_a_platform",
    "across/errors/names_missing_fields/connect_account",
    "across/errors/keeps_to_its_codes/connect_account",
    "across/bounds/refuses_missing_fields/connect_account",
)
def fails_without_a_platform(patch: pytest.MonkeyPatch) -> Middleware:
    """A connection without a platform is an unexpected failure."""

    def spoil(reply: Reply) -> None:
        if connect(reply) and reply.code == "validation.field_required":
            reply.status, reply.body = 500, b"platform is null"

    return replies(spoil)


@fault("across/isolation/takes_foreign_ids_for_unknown/connect_account/brand_id")
def connects_into_foreign_brands(patch: pytest.MonkeyPatch) -> None:
    """An account may be put into any brand that exists."""
    original = connecting._chosen_brand

    def chosen_brand(call: Any, body: Any) -> Brand | None:
        return call.session.get(Brand, body.get("brand_id") or "") or original(call, body)

    patch.setattr(connecting, "_chosen_brand", chosen_brand)


@fault(
    "accounts/connect_account/bounds_the_state",
    "across/bounds/refuses_null/connect_account",
    "across/bounds/refuses_other_types/connect_account",
    "across/bounds/refuses_values_beyond_bounds/connect_account",
)
def takes_states_of_any_length(patch: pytest.MonkeyPatch) -> Middleware:
    """A state that is too long is accepted."""

    def spoil(reply: Reply) -> None:
        if connect(reply) and reply.code == "validation.field_invalid" and b'"state"' in reply.body:
            reply.status = 202
            reply.json = {"auth_url": "https://example.com", "state": "a" * 32, "message": "x"}

    return replies(spoil)


@fault("accounts/list_accounts/counts_what_it_lists")
def counts_accounts_from_zero(patch: pytest.MonkeyPatch) -> None:
    """`count` is one less than the number of accounts."""
    changed(patch, accounts, "list_accounts", lambda body: {**body, "count": max(0, body["count"] - 1)})


@fault("accounts/list_accounts/filters_by_brand")
def lists_the_accounts_of_all_brands(patch: pytest.MonkeyPatch) -> None:
    """`brand_id` does not filter."""
    original = accounts.list_accounts
    patch.setattr(accounts, "list_accounts", lambda call, query: original(call, {} if query else query))


@fault("accounts/list_account_pages/shows_pages_where_there_are_any")
def has_no_pages_instead_of_no_support(patch: pytest.MonkeyPatch) -> None:
    """A platform without pages has an empty list of them."""
    original = accounts.list_account_pages

    def list_account_pages(call: Any, account_id: str) -> Any:
        visibility.account(call, account_id)
        try:
            return original(call, account_id)
        except Problem:
            return {"data": []}

    patch.setattr(accounts, "list_account_pages", list_account_pages)


@fault("accounts/update_account_page/switches_a_page")
def only_says_that_it_switches(patch: pytest.MonkeyPatch) -> None:
    """A page stays as it was."""
    original = accounts.update_account_page

    def update_account_page(call: Any, account_id: str, page_id: str, body: Any) -> Any:
        return {**original(call, account_id, page_id, {}), **body}

    patch.setattr(accounts, "update_account_page", update_account_page)


@fault(
    "accounts/update_account_page/answers_unknown_pages",
    "across/isolation/hides_each_part/update_account_page/pageId",
    "across/isolation/keeps_pairs_together/update_account_page",
)
def calls_an_unknown_page_a_broken_field(patch: pytest.MonkeyPatch) -> None:
    """A page the account does not have is 400 instead of 404."""
    codes = {"resource.not_found": "validation.field_invalid"}
    instead(patch, accounts, "update_account_page", codes, field="pageId")


@fault("accounts/get_creator_info/knows_creators_where_there_are_any")
def knows_creators_everywhere(patch: pytest.MonkeyPatch) -> None:
    """Every platform has creators."""
    patch.setattr(
        accounts,
        "get_creator_info",
        lambda call, account_id: {"platform": visibility.account(call, account_id).platform},
    )


@fault(
    "accounts/unknown_ids/answers_unknown_accounts/get_creator_info",
    "across/errors/answers_unknown_ids/get_creator_info",
    "across/isolation/hides_objects_of_other_workspaces/get_creator_info",
    "across/brand_keys/hides_objects_of_other_brands/get_creator_info",
    "across/bounds/refuses_ids_of_any_form/get_creator_info",
)
def cannot_do_what_is_not_there(patch: pytest.MonkeyPatch) -> None:
    """For an account that does not exist, creator info is not supported."""
    instead(patch, accounts, "get_creator_info", "resource.not_supported")
