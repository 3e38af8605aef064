"""Refusals with another code or status that counts as equal, and refusals that may be none."""

# ruff: noqa: ARG001 - a variant has the signature of every other

import re
from collections.abc import Callable
from typing import Any

import jsonschema_rs
import pytest
from faults.faulty import Middleware, Reply
from socialapi_stub import conversing, visibility
from socialapi_stub.problems import Problem
from socialapi_stub.schemas import Checker
from socialapi_stub.tables.conversations import Conversation
from variants.varying import answers, body_of, met, operation_of, variant


def recoding(
    code: str, other: str, status: int | None = None, where: Callable[[Reply], bool] = lambda _reply: True
) -> Middleware:
    """Return a middleware that answers another code, and another status, in place of one."""

    def recode(reply: Reply) -> None:
        if re.fullmatch(code, reply.code or "") and where(reply):
            reply.body = body_of({**reply.json["error"], "code": other or reply.code}, reply)
            reply.status = status or reply.status

    return answers(recode)


def about(*operations: str) -> Callable[[Reply], bool]:
    """Return the condition for answers of certain operations."""

    def holds(reply: Reply) -> bool:
        operation = operation_of(reply)
        return operation is not None and operation.operation_id in operations

    return holds


@variant(
    "Dashboard-only refusals",
    tries=("across/access/keeps_keys_from_the_dashboard",),
)
def requires_dashboard_auth(patch: pytest.MonkeyPatch) -> Middleware:
    """What only the dashboard may do is refused with `auth.requires_dashboard_auth`."""
    return recoding("auth.dashboard_only", "auth.requires_dashboard_auth")


@variant("The same redirect URI twice", tries=("redirect_uris/create_redirect_uri/refuses_duplicates",))
def conflicts_over_redirect_uris(patch: pytest.MonkeyPatch) -> Middleware:
    """The same redirect URI twice is a conflict, 409."""
    return recoding("validation.redirect_uri_duplicate", "", 409)


@variant(
    "Post credits used up",
    tries=(
        "usage/create_post/ends_at_the_post_limit",
        "usage/create_post/refuses_to_publish_at_the_limit",
        "usage/import_posts/refuses_to_import_beyond_the_limit",
    ),
)
def has_one_code_for_post_credits(patch: pytest.MonkeyPatch) -> Middleware:
    """Used up post credits are `billing.post_limit` everywhere."""
    return recoding("validation.post_limit_exhausted", "billing.post_limit")


@variant(
    "Post credits used up",
    tries=("usage/import_posts/refuses_to_import_beyond_the_limit",),
)
def has_the_other_code_for_imports(patch: pytest.MonkeyPatch) -> Middleware:
    """Used up post credits are `validation.post_limit_exhausted`, in imports too."""
    return recoding("billing.post_limit", "validation.post_limit_exhausted")


@variant("Brand limit", tries=("usage/create_brand/ends_at_the_brand_limit",))
def reaches_the_brand_limit(patch: pytest.MonkeyPatch) -> Middleware:
    """No room for another brand is `brand.limit_reached`."""
    return recoding(r"billing\.(profile_units|brands)_limit", "brand.limit_reached")


@variant(
    "A used or revoked invite",
    tries=("invites/revoke_invite/takes_an_invite_back", "invites/redeem_invite/is_used_up_by_the_account"),
)
def calls_old_invites_invalid(patch: pytest.MonkeyPatch) -> Middleware:
    """An invite that is over is 400 `invite.invalid`."""
    return recoding("invite.expired", "invite.invalid", 400)


@variant("A used or revoked invite", tries=("invites/redeem_invite/runs_out",))
def calls_old_invites_gone(patch: pytest.MonkeyPatch) -> Middleware:
    """An invite that is over is 410 `resource.gone`."""
    return recoding("invite.expired", "resource.gone")


@variant(
    "X credentials for a foreign brand",
    tries=("twitter_credentials/set_brand_twitter_credentials/keeps_out_of_foreign_brands",),
)
def hides_foreign_brands_from_credentials(patch: pytest.MonkeyPatch) -> Middleware:
    """A foreign brand is as unknown to credentials as any other, 404 `brand.not_found`."""
    return recoding("byok.credentials_forbidden", "brand.not_found", 404)


@variant(
    "Order of the limits",
    tries=("exports/create_export/runs_one_at_a_time",),
)
def counts_exports_by_month_first(patch: pytest.MonkeyPatch) -> Middleware:
    """Whichever limit an export meets, the answer is `billing.export_limit`."""
    return recoding(r"billing\.export_\w+", "billing.export_limit")


@variant(
    "`expires_in_days`",
    tries=("invites/create_invite/takes_certain_days", "across/errors/names_missing_fields"),
)
def calls_missing_days_invalid(patch: pytest.MonkeyPatch) -> Middleware:
    """An invite without days is `validation.field_invalid`."""
    return recoding("validation.field_required", "validation.field_invalid", where=about("create_invite"))


@variant(
    "Refused `events` and `url`",
    tries=(
        "webhooks/create_webhook/refuses_other_events",
        "across/errors/names_missing_fields/create_webhook",
    ),
)
def calls_missing_events_invalid(patch: pytest.MonkeyPatch) -> Middleware:
    """A webhook without events or address is `validation.field_invalid`."""
    return recoding("validation.field_required", "validation.field_invalid", where=about("create_webhook"))


@variant("Failed ping", tries=("webhooks/create_webhook/refuses_addresses_that_do_not_answer",))
def has_a_namespace_for_pings(patch: pytest.MonkeyPatch) -> Middleware:
    """A ping that failed is `webhooks.webhook_verification_failed`."""
    return recoding("webhook_verification_failed", "webhooks.webhook_verification_failed")


@variant("`error.code`", "Failed ping", tries=("posts/get_post/finds_posts_by_platform_id",))
def has_a_namespace_for_ambiguity(patch: pytest.MonkeyPatch) -> Middleware:
    """Every platform has the post's id for another post too, which is `posts.ambiguous_post_id`."""
    original = visibility.post_by_any_id

    def post_by_any_id(call: Any, identifier: str) -> Any:
        found = original(call, identifier)
        if found.id != identifier:
            raise Problem("ambiguous_post_id")
        return found

    patch.setattr(visibility, "post_by_any_id", post_by_any_id)
    return recoding("ambiguous_post_id", "posts.ambiguous_post_id")


@variant("Wrong method", tries=("across/errors/refuses_other_methods",))
def knows_no_methods(patch: pytest.MonkeyPatch) -> Middleware:
    """A method that a path does not have is 404 `http.404`, without `Allow`."""

    def recode(reply: Reply) -> None:
        if reply.code == "http.405":
            reply.status = 404
            reply.body = body_of({**reply.json["error"], "code": "http.404"}, reply)
            reply.headers.pop("allow", None)

    return answers(recode)


@variant("Wrong media type, unparsable body", tries=("across/errors/refuses_other_media_types",))
def has_415_for_media_types(patch: pytest.MonkeyPatch) -> Middleware:
    """A body of another media type is 415 `http.415`."""

    def recode(reply: Reply) -> None:
        kind = reply.sent.get("content-type", "application/json").partition(";")[0]
        wrong = kind not in ("application/json", "multipart/form-data")
        if wrong and reply.code == "validation.body_invalid":
            reply.body, reply.status = body_of({**reply.json["error"], "code": "http.415"}, reply), 415

    return answers(recode)


@variant("Wrong JSON type", tries=("across/errors/names_missing_fields", "across/errors/keeps_to_its_codes"))
def cannot_decode_other_types(patch: pytest.MonkeyPatch) -> None:
    """A field of another JSON type makes the body undecodable: 400 `validation.body_invalid`."""
    original = Checker.check

    def check(self: Checker, value: Any, prefix: str = "") -> None:
        errors = [] if prefix else list(self._validator.iter_errors(value))
        if any(isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Type) for error in errors):
            met()
            raise Problem("validation.body_invalid")
        original(self, value, prefix)

    patch.setattr(Checker, "check", check)


@variant(
    "An object outside the brands of a key",
    tries=("across/brand_keys/hides_objects_of_other_brands/send_message",),
)
def misses_the_account_of_a_hidden_object(patch: pytest.MonkeyPatch) -> None:
    """To a key for other brands a conversation is on an unknown account where the operation lists that."""
    original = conversing.one

    def one(call: Any, conversation_id: str) -> Any:
        try:
            return original(call, conversation_id)
        except Problem:
            is_there = call.session.get(Conversation, conversation_id) is not None
            if call.caller.brand_ids and is_there and "account.not_found" in call.operation.errors:
                met()
                raise Problem("account.not_found") from None
            raise

    patch.setattr(conversing, "one", one)


@variant(
    "Answer of deleting and moderating",
    "Deleting",
    tries=(
        "comments/delete_comment/removes_a_comment",
        "comments/hide_comment/hides_and_shows",
        "comments/like_comment/likes_and_takes_it_back",
        "across/lifecycle/removes_one_object/delete_webhook",
    ),
)
def answers_deletions_with_204(patch: pytest.MonkeyPatch) -> Middleware:
    """Deleting and moderating comments, and deleting webhooks, is answered with 204 and no body."""
    quiet = about(
        "delete_comment", "hide_comment", "unhide_comment", "like_comment", "unlike_comment", "delete_webhook"
    )

    def hush(reply: Reply) -> None:
        if reply.status == 200 and quiet(reply):
            reply.status, reply.body = 204, b""
            reply.headers.pop("content-type", None)

    return answers(hush)
