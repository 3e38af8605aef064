"""Faults in what is passed on when a platform, a plan or another workspace stands in the way."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, instead, replies
from socialapi_stub import (
    access,
    admission,
    clock,
    connecting,
    credits,  # noqa: A004 - the API's own word
    drafting,
    own_apps,
    phone_numbers,
    platform_calls,
    removal,
    visibility,
)
from socialapi_stub.problems import Problem
from socialapi_stub.resources import accounts, exports, posts
from socialapi_stub.tables import CreditUse, Workspace
from socialapi_stub.tables.outcomes import Outcome

PASSED_ON = "across/refusals/passes_on_refusals"
RECONNECTED = "across/refusals/asks_to_reconnect"


@fault(PASSED_ON, f"{PASSED_ON}/list_comments/instagram", "connections/refusals/passes_on_refusals")
def takes_throttling_for_a_failure(patch: pytest.MonkeyPatch) -> Middleware:
    """A platform that throttles is an internal error."""

    def spoil(reply: Reply) -> None:
        if (reply.code or "").endswith(".rate_limit"):
            reply.status, reply.json = 500, _with_code(reply, "system.internal")

    return replies(spoil)


@fault(PASSED_ON, f"{PASSED_ON}/send_message/telegram")
def does_not_tell_how_long_to_wait(patch: pytest.MonkeyPatch) -> Middleware:
    """The pause that Telegram asks for is not passed on."""

    def spoil(reply: Reply) -> None:
        if reply.status == 429:
            reply.json = {**reply.json, "error": {**reply.json["error"], "meta": {}}}

    return replies(spoil)


@fault(PASSED_ON, f"{PASSED_ON}/reply_to_comment/instagram")
def charges_for_refused_calls(patch: pytest.MonkeyPatch) -> None:
    """A call that the platform refuses costs a credit."""
    original = platform_calls.spend

    def spend(session: Any, outcome_id: str) -> None:
        original(session, outcome_id)
        workspace = session.get_one(Workspace, session.get_one(Outcome, outcome_id).workspace_id)
        start, _ = clock.period(workspace.created_at, clock.now())
        session.merge(CreditUse(workspace_id=workspace.id, kind="interaction", period_start=start, used=1))

    patch.setattr(platform_calls, "spend", spend)


@fault(
    PASSED_ON,
    f"{PASSED_ON}/list_comments/facebook",
    RECONNECTED,
    "accounts/get_account_limits/works_again_once_connected_again",
    "comments/lost_grants/needs_the_grant",
)
def does_not_hear_a_refusal(patch: pytest.MonkeyPatch) -> None:
    """Whatever a platform says to a call for an account, it is done."""
    patch.setattr(platform_calls, "require", lambda call, account: None)


@fault(PASSED_ON, f"{PASSED_ON}/list_mentions/instagram", "connections/refusals/passes_on_refusals")
def goes_on_refusing(patch: pytest.MonkeyPatch) -> None:
    """A platform that has refused a call refuses the next one too."""
    patch.setattr(platform_calls, "spend", lambda session, outcome_id: None)


@fault("connections/refusals/passes_on_refusals", f"{PASSED_ON}/list_facebook_login_pages/facebook")
def connects_what_is_refused(patch: pytest.MonkeyPatch) -> None:
    """A platform that refuses a connection is not asked."""
    patch.setattr(platform_calls, "require_platform", lambda call, platform: None)


@fault(
    RECONNECTED,
    "accounts/get_account_limits/works_again_once_connected_again",
    "comments/lost_grants/needs_the_grant",
)
def calls_a_lost_grant_a_bad_token(patch: pytest.MonkeyPatch) -> None:
    """An account that has to be connected again is refused like one that the platform does not know."""
    codes = {"account.reconnection_required": "account.not_found"}
    instead(patch, platform_calls, "require", codes)


@fault(
    "across/platforms/does_what_the_platform_can/get_creator_info",
    f"{PASSED_ON}/get_creator_info/tiktok",
    f"{RECONNECTED}/get_creator_info/tiktok",
    "accounts/get_account_limits/works_again_once_connected_again",
)
def knows_no_creators(patch: pytest.MonkeyPatch) -> None:
    """No platform has creators."""

    def get_creator_info(call: Any, account_id: str) -> Any:
        visibility.account(call, account_id)
        raise Problem("resource.not_supported")

    patch.setattr(accounts, "get_creator_info", get_creator_info)


@fault("across/platforms/does_what_the_platform_can/create_export")
def knows_no_account_that_cannot_be_exported(patch: pytest.MonkeyPatch) -> None:
    """An account whose platform has no exports is unknown to them."""
    instead(patch, exports, "create_export", {"resource.not_supported": "account.not_found"})


@fault(
    "across/refusals/ends_with_the_plan",
    "across/refusals/ends_with_the_plan/reply_to_mention/instagram/exhausted_interaction_credits",
)
def names_another_plan(patch: pytest.MonkeyPatch) -> None:
    """Who is out of credits is told of the limits of another plan."""
    code = "validation.interaction_limit_exhausted"
    instead(patch, credits, "charge", {code: code}, plan="pro", max=1)


@fault("posts/limits/costs_a_credit/retry_post")
def retries_nothing_without_credits(patch: pytest.MonkeyPatch) -> None:
    """A failed post cannot be sent again on a plan that is used up, whatever that has to do with it."""
    instead(patch, posts, "retry_post", {"validation.post_limit_exhausted": "resource.not_supported"})


@fault("across/refusals/forgets_deleted_users", "users/delete_me/deletes_the_user_and_all_tokens")
def calls_the_tokens_of_deleted_users_malformed(patch: pytest.MonkeyPatch) -> None:
    """The token of a deleted user is refused like one that was never signed."""
    instead(patch, access, "_jwt_caller", {"auth.user_not_found": "auth.invalid_token"})


@fault("connections/own_apps/needs_credentials_that_work")
def takes_any_app_credentials(patch: pytest.MonkeyPatch) -> None:
    """Whether a platform takes the stored app credentials is not asked."""
    instead(patch, own_apps, "require", {"byok.credentials_invalid": "byok.credentials_missing"})


@fault("connections/gates/keeps_gated_platforms_shut")
def opens_every_platform(patch: pytest.MonkeyPatch) -> None:
    """Everybody may connect what is gated."""
    patch.setattr(connecting, "_require_open", lambda call, platform: None)


@fault("connections/plans/needs_room_for_a_brand", "usage/create_brand/ends_at_the_brand_limit")
def makes_brands_without_end(patch: pytest.MonkeyPatch) -> None:
    """Every plan has room for one more brand."""
    patch.setattr(credits, "require_room_for_brand", lambda session, workspace, refusal: None)


@fault("posts/targets/holds_targets_to_their_platforms")
def calls_every_wrong_target_a_broken_field(patch: pytest.MonkeyPatch) -> None:
    """What a platform does not take has one code, whatever it is."""
    original = admission.findings

    def findings(call: Any, post: Any) -> Iterable[Any]:
        for target, finding in original(call, post):
            yield target, replace(finding, code="validation.field_invalid")

    patch.setattr(admission, "findings", findings)


@fault("posts/targets/needs_an_active_page")
def takes_any_page_for_active(patch: pytest.MonkeyPatch) -> None:
    """Whether a page is switched off does not matter."""
    patch.setattr(drafting, "active_page", lambda account, page_id: page_id)


@fault("posts/targets/answers_unknown_pages")
def calls_an_unknown_page_an_inactive_one(patch: pytest.MonkeyPatch) -> None:
    """A page that the account of a target does not have is inactive."""
    instead(patch, drafting, "_target", {"resource.not_found": "account.page_inactive"})


@fault("posts/unpublish_post/leaves_up_what_has_to_stay")
def takes_down_what_has_to_stay(patch: pytest.MonkeyPatch) -> None:
    """Every platform takes copies down."""
    patch.setattr(removal, "_can_delete", lambda target: True)


@fault("posts/retry_post/retries_only_where_it_can")
def tries_again_on_every_platform(patch: pytest.MonkeyPatch) -> None:
    """Every failed target is sent again."""
    patch.setattr(posts, "_can_retry", lambda target: True)


@fault("posts/either_id/asks_which_of_several")
def takes_any_of_several_posts_for_none(patch: pytest.MonkeyPatch) -> None:
    """An id that several posts have belongs to none of them."""
    instead(patch, visibility, "post_by_any_id", {"ambiguous_post_id": "post.not_found"})


@fault("whatsapp/accounts/needs_an_account")
def misses_the_number_before_the_account(patch: pytest.MonkeyPatch) -> None:
    """Without a WhatsApp account a template or number is what is missing."""
    instead(patch, phone_numbers, "of_whatsapp", "resource.not_found")


def _with_code(reply: Reply, code: str) -> dict[str, Any]:
    return {**reply.json, "error": {**reply.json["error"], "code": code}}
