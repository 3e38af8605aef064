"""Cases of what the client makes of refusals: the class, the code, the request id."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import socialapi
from client.caller import Caller
from client.casebook import drives
from client.workspace import Workspace

REFUSALS: list[tuple[str, str, dict[str, Any], type[socialapi.APIStatusError], str]] = [
    ("posts", "get", {"post_id": "nope"}, socialapi.NotFoundError, "post.not_found"),
    ("accounts", "get_limits", {"account_id": "nope"}, socialapi.AccountNotFoundError, "account.not_found"),
    (
        "accounts",
        "connect",
        {"platform": "myspace"},
        socialapi.UnsupportedPlatformError,
        "account.unsupported_platform",
    ),
    ("posts", "list", {"cursor": "nope"}, socialapi.BadRequestError, "validation.field_invalid"),
    ("webhooks", "get", {"webhook_id": "nope"}, socialapi.NotFoundError, "resource.not_found"),
    ("media", "delete", {"media_id": "nope"}, socialapi.NotFoundError, "media.not_found"),
    ("brands", "delete", {"brand_id": "nope"}, socialapi.NotFoundError, "brand.not_found"),
]


@drives("posts.get", "accounts.get_limits", "accounts.connect")
def raises_the_class_of_the_error(call: Caller, _here: Workspace) -> None:
    for resource, method, given, kind, code in REFUSALS:
        with pytest.raises(kind) as refused:
            call(resource, method, **given)
        assert (type(refused.value), refused.value.code) == (kind, code)
        assert refused.value.request_id


@drives("mentions.list", facts={"accounts": ["threads"]}, rests_on="Mentions on Threads")
def an_operation_that_a_platform_lacks_is_not_supported(call: Caller, here: Workspace) -> None:
    with pytest.raises(socialapi.NotSupportedError) as refused:
        call("mentions", "list", here.account("threads"))
    assert refused.value.code == "resource.not_supported"


@drives("comments.list", facts={"accounts": ["facebook"]})
def a_platform_that_throttles_is_a_rate_limit(call: Caller, here: Workspace) -> None:
    here.trigger("comment.received", "facebook", platform_post_id="1_2")
    here.refuse("list_comments", "rate_limit")
    with pytest.raises(socialapi.PlatformRateLimitError) as refused:
        call("comments", "list", "1_2", account_id=here.account("facebook"))
    assert refused.value.code == "platform.facebook.rate_limit"


@drives(
    "comments.private_reply",
    facts={"accounts": ["instagram"]},
    rests_on="Closed messaging and private-reply windows",
)
def a_closed_window_is_gone(call: Caller, here: Workspace) -> None:
    old = (datetime.now(UTC) - timedelta(days=8)).isoformat()
    under = {"platform_post_id": "1_3", "received_at": old}
    comment = here.trigger("comment.received", "instagram", **under)["platform_id"]
    with pytest.raises(socialapi.GoneError) as refused:
        call("comments", "private_reply", "1_3", comment, account_id=here.account("instagram"), text="Hello")
    assert refused.value.code == "platform.instagram.private_reply_ineligible"


@drives("publishing.update", facts={"accounts": ["threads"]})
def a_conflict_is_tried_again_and_changes_nothing(call: Caller, here: Workspace) -> None:
    post = here.trigger("post.published", "threads")["post_id"]
    patient = Caller(call.on(call.client, "with_options", max_retries=1), call.runner)
    before = here.get(f"/posts/{post}")
    with pytest.raises(socialapi.ConflictError):
        patient("publishing", "update", post, text="Too late")
    assert here.get(f"/posts/{post}") == before
    asked = here.requests(operation="update_post")
    assert [one["status"] for one in asked] == [409, 409]
    patient.on(patient.client, "close")
    call("publishing", "update", here.trigger("post.updated", "threads")["post_id"], text="In time")


@drives("publishing.create", "usage.get", facts={"plan": "free", "accounts": ["threads"]})
def the_free_plan_runs_out_of_posts(call: Caller, here: Workspace) -> None:
    later = datetime.now(UTC) + timedelta(days=1)
    post = {"text": "More", "scheduled_at": later, "targets": [{"account_id": here.account("threads")}]}
    for _ in range(call("usage", "get").posts_limit):
        call("publishing", "create", **post)
    with pytest.raises(socialapi.RateLimitError) as refused:
        call("publishing", "create", **post)
    assert refused.value.code == "validation.post_limit_exhausted"
    usage = call("usage", "get")
    assert usage.posts_used == usage.posts_limit == 10


@drives("brands.create", facts={"plan": "free"})
def the_free_plan_runs_out_of_brands(call: Caller, here: Workspace) -> None:
    call("brands", "create", name="The second")
    with pytest.raises(socialapi.ForbiddenError) as refused:
        call("brands", "create", name="The third")
    assert (refused.value.code, len(here.get("/brands")["data"])) == ("billing.profile_units_limit", 2)


@drives("users.get_me", facts={}, role="revoked_key")
def a_revoked_key_is_no_key(call: Caller, _here: Workspace) -> None:
    with pytest.raises(socialapi.AuthenticationError) as refused:
        call("users", "get_me")
    assert refused.value.code == "auth.invalid_key"
