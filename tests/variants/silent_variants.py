"""Behaviour that `spec/decisions.md` settles for the stub and that conformance is silent on."""

# ruff: noqa: ARG001, SLF001 - a variant has the signature of every other and takes the place of what is private

from datetime import timedelta
from typing import Any

import pytest
from faults.faulty import Middleware, Reply
from socialapi_contract.plans import PLANS
from socialapi_stub import (
    access,
    comment_documents,
    credits,  # noqa: A004 - the API's own word
    deliveries,
    drafting,
    exporting,
    library,
    phone_numbers,
    post_filters,
)
from socialapi_stub.problems import Problem
from socialapi_stub.resources import media, users
from socialapi_stub.tables import Post
from socialapi_stub.tables.exports import Export
from socialapi_stub.validation import OperationCheck
from sqlalchemy import select
from variants.error_variants import about, recoding
from variants.varying import answers, body_of, is_json, met, set_up, variant


@variant("`parent_id`", tries=("comments/list_comment_replies/shows_the_answers",))
def names_the_comment_above_by_its_id(patch: pytest.MonkeyPatch) -> None:
    """The `parent_id` of an answer is the `sapi_cmt_` id of the comment above."""
    original = comment_documents.comment

    def comment(row: Any, platform: str, parent: Any = None) -> Any:
        body = original(row, platform, parent)
        if parent is not None:
            met()
            return {**body, "parent_id": parent.id}
        return body

    patch.setattr(comment_documents, "comment", comment)


@variant("`count` of `list_media`", tries=("media/list_media/lists_the_newest_first",))
def counts_every_file(patch: pytest.MonkeyPatch) -> None:
    """The `count` of a page of media is the number of all ready files."""
    original = media.list_media

    def list_media(call: Any, query: Any) -> Any:
        met()
        return {**original(call, query), "count": library.storage(call)["count"]}

    patch.setattr(media, "list_media", list_media)


@variant(
    "`X-Storage-Used`, `X-Storage-Limit`",
    tries=("media/get_media_storage/repeats_storage_in_headers", "media/list_media/lists_the_newest_first"),
)
def tells_of_storage_when_asked(patch: pytest.MonkeyPatch) -> Middleware:
    """Only `get_media_storage` has the headers about storage."""

    def hide(reply: Reply) -> None:
        if not about("get_media_storage")(reply):
            reply.headers = {
                key: value for key, value in reply.headers.items() if "x-storage" not in key.lower()
            }

    return answers(hide)


@variant(
    "Scope of announcements, feedback and plans",
    tries=(
        "announcements/list_announcements/counts_what_it_lists",
        "keys/create_key/holds_a_new_key_to_its_scopes",
    ),
)
def lets_every_key_in_where_no_scope_is(patch: pytest.MonkeyPatch) -> None:
    """What no scope covers is open to restricted keys."""
    original = access.refuse_missing_scope

    def refuse_missing_scope(caller: Any, operation: Any) -> None:
        if operation.scope == "unmapped":
            met()
        else:
            original(caller, operation)

    patch.setattr(access, "refuse_missing_scope", refuse_missing_scope)


@variant(
    "Retry of a delivery that has not failed",
    tries=("webhooks/retry_webhook_delivery/attempts_a_failed_delivery_again",),
)
def delivers_again_what_was_delivered(patch: pytest.MonkeyPatch) -> None:
    """A delivery can be retried in any state."""

    def retry(delivery: Any, now: Any) -> None:
        met()
        delivery.status, delivery.attempts_left, delivery.due_at, delivery.ended_at = "pending", 1, now, None

    patch.setattr(deliveries, "retry", retry)


@variant(
    "Credit of a private reply",
    "Scheduling a draft with PATCH",
    tries=("posts/update_post/schedules_a_draft", "comments/send_private_reply/answers_privately_once"),
)
def charges_less(patch: pytest.MonkeyPatch) -> None:
    """Private replies and giving a draft a time are free."""
    original = credits.charge

    def charge(call: Any, *what: Any) -> None:
        if call.operation.operation_id in ("send_private_reply", "update_post"):
            met()
            return
        original(call, *what)

    patch.setattr(credits, "charge", charge)


@variant("Row numbers of an import", tries=("posts/import_posts/imports_good_rows_beside_bad_ones",))
def counts_rows_like_a_spreadsheet(patch: pytest.MonkeyPatch) -> Middleware:
    """The rows of an import are numbered with the header as the first."""

    def renumber(reply: Reply) -> None:
        if about("import_posts")(reply) and reply.status == 200 and is_json(reply):
            body = reply.json
            for row in body["errors"]:
                row["row"] += 1
            reply.json = body

    return answers(renumber)


@variant("`onboarding`", tries=("users/update_me/changes_the_profile",))
def refuses_to_begin_anew(patch: pytest.MonkeyPatch) -> None:
    """Setting `onboarding` to true is 400."""
    original = users.update_me

    def update_me(call: Any, body: Any) -> Any:
        met()
        if body.get("onboarding") is True:
            raise Problem("validation.field_invalid", field="onboarding")
        return original(call, body)

    patch.setattr(users, "update_me", update_me)


@variant("Limit of codes", tries=("whatsapp/verify_whatsapp_code/refuses_wrong_codes",))
def sends_fewer_codes(patch: pytest.MonkeyPatch) -> None:
    """A number is sent two codes an hour."""
    patch.setattr(phone_numbers, "CODES_PER_HOUR", 2)
    met()


@variant(
    "When the result is known",
    tries=(
        "posts/create_post/publishes_now",
        "posts/states/answers_as_it_ended",
        "posts/states/holds_a_post_that_is_going_out",
    ),
)
def publishes_while_the_caller_waits(patch: pytest.MonkeyPatch) -> None:
    """Every delivery ends before the answer: 201 `published`, 207 or 422."""
    set_up(patch, publish_seconds=0)
    met()


@variant("Errors of the platform", tries=("whatsapp/verify_whatsapp_code/refuses_wrong_codes",))
def passes_the_status_of_platforms_on(patch: pytest.MonkeyPatch) -> Middleware:
    """A failure of a platform has the platform's own status, 503 here."""
    return recoding(r"platform\.\w+\.api_error", "", 503)


@variant(
    "A scheme other than Bearer, two `Authorization` headers", tries=("across/auth/refuses_other_schemes",)
)
def counts_other_schemes_as_none(patch: pytest.MonkeyPatch) -> Middleware:
    """A scheme other than Bearer is `auth.missing_header`."""

    def recode(reply: Reply) -> None:
        scheme = reply.sent.get("authorization", "Bearer").partition(" ")[0]
        if scheme.lower() != "bearer" and reply.code == "auth.invalid_token":
            reply.body = body_of({**reply.json["error"], "code": "auth.missing_header"}, reply)

    return answers(recode)


@variant(
    "`preview`", tries=("keys/create_key/shows_the_secret", "keys/list_keys/never_shows_the_secret_again")
)
def shows_less_of_keys(patch: pytest.MonkeyPatch) -> Middleware:
    """The preview of a key is its prefix and two more characters."""

    def shorten(reply: Reply) -> None:
        if about("list_keys")(reply) and is_json(reply) and reply.status == 200:
            body = reply.json
            for key in body["data"]:
                key["preview"] = f"{key['preview'][:11]}..."
            reply.json = body

    return answers(shorten)


@variant(
    "Filters of `list_posts`",
    tries=("posts/list_posts/filters_by_time", "posts/list_posts/refuses_invalid_filters"),
)
def looks_at_creation_times(patch: pytest.MonkeyPatch) -> None:
    """`from` and `to` of a list of posts look at when they were made."""
    original = post_filters.select

    def select(call: Any, query: Any) -> Any:
        statement = original(call, {key: value for key, value in query.items() if key not in ("from", "to")})
        for name in {"from", "to"} & query.keys():
            met()
            bound = drafting.instant(query, name, name)
            statement = statement.where(
                Post.created_at >= bound if name == "from" else Post.created_at <= bound
            )
        return statement

    patch.setattr(post_filters, "select", select)


@variant("`media_type`", tries=("across/properties/refuses_broken_requests/get_media_upload_url",))
def takes_any_text_for_a_media_type(patch: pytest.MonkeyPatch) -> None:
    """A file can be announced with any text for its media type."""
    original = OperationCheck.query_of

    def query_of(self: OperationCheck, given: Any) -> Any:
        try:
            return original(self, given)
        except Problem:
            if len(given.get("media_type", ())) != 1:
                raise
            met()
            usual = original(self, {**given, "media_type": ["text/plain"]})
            return {**usual, "media_type": given["media_type"][0]}

    patch.setattr(OperationCheck, "query_of", query_of)


@variant(
    "Where the pause of `billing.export_cooldown` begins",
    tries=("across/machines/keeps_to_its_model/export", "exports/create_export/runs_one_at_a_time"),
)
def pauses_after_failed_exports(patch: pytest.MonkeyPatch) -> None:
    """The pause between exports begins at the end of a failed one too."""
    original = exporting._require_room

    def require_room(call: Any) -> None:
        pause = PLANS[call.workspace.plan].export_cooldown_seconds or 0
        ended = select(Export).where(Export.workspace_id == call.workspace_id, Export.status == "failed")
        late = Export.completed_at > call.now - timedelta(seconds=pause)
        if call.session.scalar(ended.where(late).limit(1)) is not None:
            met()
            exporting._refuse(call, "billing.export_cooldown", pause)
        original(call)

    patch.setattr(exporting, "_require_room", require_room)
