"""Faults in connect flows and Facebook logins."""

# ruff: noqa: ARG001, SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, instead, replies
from faults.key_faults import changed
from socialapi_stub import attaching, connecting, logins, selecting, upstream
from socialapi_stub.call import Answer
from socialapi_stub.problems import Problem
from socialapi_stub.resources import accounts, connections, facebook
from socialapi_stub.tables.connections import Login, PendingConnection


@fault("connections/exchange_connection_code/connects_the_account_behind_a_code")
def connects_some_other_account(patch: pytest.MonkeyPatch) -> None:
    """The exchange names an account that the brand does not have."""

    def renamed(answer: Answer) -> Answer:
        return Answer(answer.status, {**answer.body, "platform": "tiktok"})

    changed(patch, connections, "exchange_connection_code", renamed)


@fault(
    "connections/exchange_connection_code/takes_a_state_once",
    "connections/exchange_connection_code/refuses_unknown_states",
)
def takes_unknown_states_for_foreign_ones(patch: pytest.MonkeyPatch) -> None:
    """A state that is not known any more is answered like one of another key."""
    instead(patch, connecting, "_started", {"validation.field_invalid": "auth.state_mismatch"})


@fault("connections/exchange_connection_code/binds_a_state_to_its_key")
def takes_states_of_other_keys(patch: pytest.MonkeyPatch) -> None:
    """Any key of the workspace may end a flow."""
    original = connecting._started

    def started(call: Any, state: str) -> Any:
        connection = call.session.get(connecting.Connection, state)
        if connection is not None and connection.workspace_id == call.workspace.id:
            connection.key_id = call.caller.key_id
        return original(call, state)

    patch.setattr(connecting, "_started", started)


@fault("connections/exchange_connection_code/rejects_unknown_platforms")
def exchanges_codes_of_unknown_platforms(patch: pytest.MonkeyPatch) -> None:
    """An exchange for a platform that does not exist is any invalid field."""
    unknown = {"account.unsupported_platform": "validation.field_invalid"}
    instead(patch, connections, "exchange_connection_code", unknown)


@fault(
    "connections/connect_account/leaves_bots_of_others_alone",
    "connections/exchange_connection_code/leaves_accounts_of_others_alone",
    "connections/exchange_connection_code/keeps_one_account_per_platform",
    "connections/select_pending_connection/leaves_profiles_of_others_alone",
)
def confuses_the_conflicts(patch: pytest.MonkeyPatch) -> None:
    """An account of others and a second one of a platform get each other's code."""
    codes = {"account.already_linked": "resource.conflict", "resource.conflict": "account.already_linked"}
    instead(patch, attaching, "attach", codes)


@fault(
    "connections/exchange_connection_code/names_what_a_login_lacks/facebook",
    "connections/exchange_connection_code/names_what_a_login_lacks/google",
    "connections/exchange_connection_code/needs_a_page_of_linkedin",
)
def misses_a_channel_everywhere(patch: pytest.MonkeyPatch) -> None:
    """Whatever a login lacks, it is said to be a YouTube channel."""
    channels = dict.fromkeys(upstream.NOTHING_TO_CONNECT, "platform.youtube.no_channels")
    patch.setattr(upstream, "NOTHING_TO_CONNECT", channels)


@fault("connections/exchange_connection_code/offers_a_choice")
def forgets_a_candidate(patch: pytest.MonkeyPatch) -> None:
    """Reading a pending connection leaves the last candidate out."""
    names = ("pages", "profiles")
    changed(
        patch,
        connections,
        "get_pending_connection",
        lambda body: {name: value[:-1] if name in names else value for name, value in body.items()},
    )


@fault(
    "connections/select_pending_connection/connects_the_chosen_pages",
    "connections/select_pending_connection/keeps_to_five_pages",
)
def connects_every_page_there_is(patch: pytest.MonkeyPatch) -> None:
    """Whichever candidate is chosen, all Pages of the login are connected."""
    original = selecting._CHOICES["pages"]

    def every(call: Any, pending: PendingConnection, page_ids: list[str]) -> Any:
        candidates = call.session.get(Login, pending.login_id).page_ids
        return original(call, pending, candidates if set(page_ids) <= set(candidates) else page_ids)

    patch.setattr(selecting, "_CHOICES", {**selecting._CHOICES, "pages": every})


@fault("connections/select_pending_connection/connects_the_chosen_profile")
def connects_the_first_profile(patch: pytest.MonkeyPatch) -> None:
    """Whichever Profile is chosen, the first is connected."""
    original = selecting._CHOICES["profile"]

    def first(call: Any, pending: PendingConnection, chosen: str) -> Any:
        found = upstream.profiles(pending.platform, pending.who)
        return original(call, pending, found[0].platform_account_id)

    patch.setattr(selecting, "_CHOICES", {**selecting._CHOICES, "profile": first})


@fault("connections/select_pending_connection/refuses_what_is_no_candidate")
def does_not_find_what_is_no_candidate(patch: pytest.MonkeyPatch) -> Middleware:
    """A choice that cannot be made is 404 instead of 400."""

    def spoil(reply: Reply) -> None:
        if reply.path.endswith("/select") and reply.code == "validation.field_invalid":
            reply.status = 404
            reply.json = {**reply.json, "error": {"code": "resource.not_found", "message": "x"}}

    return replies(spoil)


@fault(
    "connections/select_pending_connection/keeps_to_five_pages",
    "facebook/assign_facebook_page/keeps_to_five_pages",
)
def has_no_end_of_pages(patch: pytest.MonkeyPatch) -> None:
    """A brand may have any number of Pages."""
    patch.setattr(logins, "PAGE_ALLOWANCE", 1000)


@fault("connections/get_pending_connection/forgets_what_is_over_or_foreign")
def waits_for_ever(patch: pytest.MonkeyPatch) -> None:
    """A pending connection can be read when its time is over."""
    original = selecting.find

    def find(call: Any, connection_id: str) -> Any:
        pending = call.session.get(PendingConnection, connection_id)
        if pending is not None and pending.workspace_id == call.workspace.id:
            return pending
        return original(call, connection_id)

    patch.setattr(selecting, "find", find)


@fault("facebook/list_facebook_login_pages/counts_what_it_lists")
def counts_pages_from_zero(patch: pytest.MonkeyPatch) -> None:
    """`count` is one less than the number of Pages."""
    changed(patch, facebook, "list_facebook_login_pages", lambda body: {**body, "count": body["count"] - 1})


@fault("facebook/list_facebook_login_pages/tells_who_owns_a_page")
def keeps_the_owner_of_a_page_to_itself(patch: pytest.MonkeyPatch) -> None:
    """A Page that is taken does not tell by which account."""
    hidden = "assigned_account_id"
    changed(
        patch,
        selecting,
        "selectable_pages",
        lambda pages: [{name: value for name, value in page.items() if name != hidden} for page in pages],
    )


@fault("facebook/assign_facebook_page/assigns_a_free_page")
def names_another_page_than_it_assigns(patch: pytest.MonkeyPatch) -> None:
    """The answer to an assignment names another Page."""
    changed(patch, facebook, "assign_facebook_page", lambda body: {**body, "platform_page_id": "0"})


@fault("facebook/assign_facebook_page/keeps_a_page_in_one_brand")
def gives_a_page_to_several_brands(patch: pytest.MonkeyPatch) -> None:
    """A Page may belong to as many brands as one likes."""
    patch.setattr(logins, "require_free", lambda *_: None)


@fault(
    "connections/select_pending_connection/keeps_a_brand_to_one_login",
    "facebook/assign_facebook_page/keeps_a_brand_to_one_login",
)
def finds_no_word_for_another_login(patch: pytest.MonkeyPatch) -> None:
    """A Page of another login is any conflict."""
    instead(patch, logins, "put", {"account.different_login": "resource.conflict"})


@fault("facebook/assign_facebook_page/answers_unknown_places")
def misses_the_brand_and_means_the_page(patch: pytest.MonkeyPatch) -> None:
    """A brand that does not exist is answered like an unknown Page."""
    instead(patch, facebook, "assign_facebook_page", {"brand.not_found": "resource.not_found"})


@fault(
    "facebook/list_facebook_login_pages/hides_logins_from_other_brands",
    "across/isolation/hides_each_part/assign_facebook_page/loginId",
)
def shows_logins_to_every_brand(patch: pytest.MonkeyPatch) -> None:
    """A key restricted to a brand sees the logins of all."""
    patch.setattr(facebook, "_login", lambda call, login_id: call.session.get(Login, login_id) or _lacking())


@fault("facebook/list_facebook_login_pages/needs_a_login_that_works")
def asks_logins_that_are_lost(patch: pytest.MonkeyPatch) -> None:
    """The Pages of a login are listed although its grant is lost."""
    patch.setattr(facebook, "_usable", lambda _call, login: login)


def _lacking() -> Any:
    raise Problem("resource.not_found")


@fault(
    "across/lifecycle/removes_one_object/disconnect_account",
    "across/lifecycle/knows_nothing_of_the_gone/disconnect_account/id",
)
def only_says_that_it_disconnects(patch: pytest.MonkeyPatch) -> None:
    """A disconnected account is still there."""
    patch.setattr(
        accounts,
        "disconnect_account",
        lambda call, account_id: accounts.visibility.account(call, account_id) and None,
    )


@fault("accounts/get_account_limits/works_again_once_connected_again")
def makes_another_account_of_the_same(patch: pytest.MonkeyPatch) -> None:
    """Connecting an account again does not mend it."""
    patch.setattr(attaching.losing, "mend", lambda *_: None)
