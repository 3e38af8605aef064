"""Faults in plans, their limits, and the user."""

from typing import Any

import pytest
from faults.faulty import fault
from faults.key_faults import changed
from socialapi_stub import credits  # noqa: A004 - the API's own word
from socialapi_stub.problems import Problem
from socialapi_stub.resources import posts, usage, users
from socialapi_stub.tables import Workspace


@fault("usage/get_usage/names_the_limits_of_the_plan")
def grants_more_pages(patch: pytest.MonkeyPatch) -> None:
    """The page allowance is six."""
    changed(patch, usage, "get_usage", lambda body: {**body, "page_allowance": 6})


@fault("usage/get_usage/is_within_its_period")
def turns_the_period_around(patch: pytest.MonkeyPatch) -> None:
    """The period ends before it begins."""
    changed(
        patch,
        usage,
        "get_usage",
        lambda body: {**body, "period_start": body["period_end"], "period_end": body["period_start"]},
    )


@fault(
    "usage/get_usage/counts_brands",
    "usage/get_usage/names_the_limits_of_the_plan",
    "usage/create_brand/ends_at_the_brand_limit",
)
def miscounts_brands(patch: pytest.MonkeyPatch) -> None:
    """The usage counts one brand too many."""
    changed(patch, usage, "get_usage", lambda body: {**body, "brands_used": body["brands_used"] + 1})


@fault("usage/get_usage/counts_what_is_scheduled_but_not_drafts")
def charges_for_drafts(patch: pytest.MonkeyPatch) -> None:
    """On plans without a limit, a draft costs a credit."""
    original = posts.create_post

    def create_post(call: Any, body: Any) -> Any:
        if call.workspace.plan != "free" and "scheduled_at" not in body:
            credits.charge(call, "post")
        return original(call, body)

    patch.setattr(posts, "create_post", create_post)


@fault("usage/get_usage/charges_nothing_for_refused_posts")
def charges_before_it_checks(patch: pytest.MonkeyPatch) -> None:
    """A refused post costs a credit."""
    original = posts.create_post

    def create_post(call: Any, body: Any) -> Any:
        try:
            return original(call, body)
        except Problem as problem:
            if call.workspace.plan != "free":
                credits.charge(call, "post")
                problem.keep = True
            raise

    patch.setattr(posts, "create_post", create_post)


@fault(
    "usage/create_post/ends_at_the_post_limit",
    "usage/create_post/refuses_to_publish_at_the_limit",
    "usage/import_posts/refuses_to_import_beyond_the_limit",
)
def never_runs_out_of_posts(patch: pytest.MonkeyPatch) -> None:
    """Posts are counted, but never refused."""
    original = credits.charge

    def charge(call: Any, kind: Any, amount: int = 1, refusal: Any = None) -> None:
        if credits.used(call, kind) < 10 or call.workspace.plan != "free":
            original(call, kind, amount, refusal)

    patch.setattr(credits, "charge", charge)


@fault("usage/create_brand/ends_at_the_brand_limit")
def never_runs_out_of_brands(patch: pytest.MonkeyPatch) -> None:
    """The number of brands is not bounded by the plan."""
    patch.setattr(credits, "require_room_for_brand", lambda *args: None)


@fault("usage/create_post/tells_what_is_left")
def tells_what_is_used(patch: pytest.MonkeyPatch) -> None:
    """X-Posts-Remaining is what is used instead of what is left."""
    original = credits.headers

    def headers(call: Any) -> dict[str, str]:
        found = original(call)
        return {name: "99" if name.endswith("Remaining") else each for name, each in found.items()}

    patch.setattr(credits, "headers", headers)


@fault("users/get_me/names_the_plan")
def knows_one_plan_only(patch: pytest.MonkeyPatch) -> None:
    """Every user is on the business plan."""
    changed(patch, users, "get_me", lambda body: {**body, "plan": "business"})


@fault("users/update_me/changes_the_profile")
def only_says_that_it_changes(patch: pytest.MonkeyPatch) -> None:
    """The profile stays as it was."""
    original = users.update_me

    def update_me(call: Any, body: Any) -> Any:
        kept = call.workspace.use_case
        return {**original(call, {**body, "use_case": kept}), "use_case": body.get("use_case", kept)}

    patch.setattr(users, "update_me", update_me)


@fault("users/update_me/ignores_what_cannot_be_changed")
def upgrades_for_free(patch: pytest.MonkeyPatch) -> None:
    """The plan can be changed with the profile."""
    original = users.update_me

    def update_me(call: Any, body: Any) -> Any:
        call.workspace.plan = body.get("plan", call.workspace.plan)
        return original(call, body)

    patch.setattr(users, "update_me", update_me)


@fault("users/update_me/never_shows_the_referral")
def shows_the_referral(patch: pytest.MonkeyPatch) -> None:
    """The answer to who referred the user is part of the profile."""
    original = users.update_me

    def update_me(call: Any, body: Any) -> Any:
        shown = {"referral": body["referral"]} if "referral" in body else {}
        return {**original(call, body), **shown}

    patch.setattr(users, "update_me", update_me)


@fault("users/delete_me/deletes_the_user_and_all_tokens")
def keeps_deleted_users(patch: pytest.MonkeyPatch) -> None:
    """A deleted user can go on."""
    patch.setattr(users, "delete_me", lambda call: {"ok": isinstance(call.workspace, Workspace)})
