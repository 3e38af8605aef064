"""What an operation says where a platform cannot do it."""

# ruff: noqa: ARG001 - a variant has the signature of every other

import re

import pytest
from faults.faulty import Middleware, Reply
from variants.error_variants import about, recoding
from variants.varying import answers, body_of, operation_of, variant


@variant("A platform without reviews", tries=("reviews/platforms/knows_platforms_without_reviews",))
def has_no_reviews_with_501(patch: pytest.MonkeyPatch) -> Middleware:
    """A platform without reviews is 501 `resource.not_supported`."""
    return recoding("account.platform_unsupported", "resource.not_supported", 501)


@variant("Paused template", tries=("whatsapp/send_whatsapp_template/refuses_paused_templates",))
def calls_pauses_invalid(patch: pytest.MonkeyPatch) -> Middleware:
    """A paused template is 400 `whatsapp.template_paused`."""
    return recoding("whatsapp.template_paused", "", 400)


@variant(
    "An account of another platform",
    tries=(
        "across/platforms/does_what_the_platform_can/list_pinterest_boards",
        "across/platforms/does_what_the_platform_can/get_pinterest_summary",
    ),
)
def has_400_for_other_platforms(patch: pytest.MonkeyPatch) -> Middleware:
    """An account of another platform than Pinterest is 400 to Pinterest's operations."""

    def recode(reply: Reply) -> None:
        operation = operation_of(reply)
        if operation and operation.resource == "pinterest" and reply.code == "resource.not_supported":
            error = {**reply.json["error"], "code": "validation.field_invalid"}
            reply.body, reply.status = body_of(error, reply), 400

    return answers(recode)


@variant(
    "What a platform cannot do, asked for an object that it cannot have",
    tries=(
        "across/platforms/does_what_the_platform_can/reply_to_comment",
        "across/platforms/does_what_the_platform_can/list_comments",
    ),
)
def looks_for_the_object_first(patch: pytest.MonkeyPatch) -> Middleware:
    """What a platform cannot do is 404 for a post or comment that nobody knows."""
    unknown = re.compile(r"/[0-9a-f-]{36}(/|$)")

    def recode(reply: Reply) -> None:
        operation = operation_of(reply)
        path = operation.path if operation and "resource.not_found" in operation.errors else ""
        names_one = path.startswith("/inbox/") and path.count("{") == 1
        if names_one and reply.code == "resource.not_supported" and unknown.search(reply.path):
            error = {**reply.json["error"], "code": "resource.not_found"}
            reply.body, reply.status = body_of(error, reply), 404

    return answers(recode)


@variant(
    "Limits of a platform without limits",
    tries=("accounts/get_account_limits/tells_limits_or_that_there_are_none",),
)
def has_501_for_no_limits(patch: pytest.MonkeyPatch) -> Middleware:
    """Where a platform has no limits, asking for them is 501."""

    def refuse(reply: Reply) -> None:
        if about("get_account_limits")(reply) and reply.body == b"{}":
            number = reply.headers["x-request-id"]
            error = {"code": "resource.not_supported", "message": "no limits here"}
            reply.status, reply.json = 501, {"error": error, "request_id": number}

    return answers(refuse)
