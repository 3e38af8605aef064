"""Faults in the form of successful answers, and in what is taken for a good request."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

import json
import re
from typing import Any

import pytest
from faults.error_faults import when
from faults.faulty import Middleware, Reply, fault
from socialapi_contract import bundle
from socialapi_contract.operations import OPERATIONS
from socialapi_stub import bodies, measuring, validation
from socialapi_stub.problems import Problem
from socialapi_stub.resources import accounts, keys, users
from socialapi_stub.schemas import json_schema
from starlette.types import ASGIApp, Receive, Scope, Send


@fault("across/formats/answers_json/get_usage")
def mislabels_json(patch: pytest.MonkeyPatch) -> Middleware:
    """The usage is JSON, but called text."""
    return when(
        lambda reply: reply.path == "/v1/usage" and reply.status == 200,
        lambda reply: reply.headers.update({"content-type": "text/plain"}),
    )


@fault("across/formats/answers_json/get_usage")
def marks_the_byte_order(patch: pytest.MonkeyPatch) -> Middleware:
    """The usage begins with a byte order mark."""

    def spoil(reply: Reply) -> None:
        reply.body = b"\xef\xbb\xbf" + reply.body

    return when(lambda reply: reply.path == "/v1/usage" and reply.status == 200, spoil)


@fault("across/formats/answers_json/get_usage")
def answers_in_latin_1(patch: pytest.MonkeyPatch) -> Middleware:
    """The usage is said to be in another character set than UTF-8."""
    return when(
        lambda reply: reply.path == "/v1/usage" and reply.status == 200,
        lambda reply: reply.headers.update({"content-type": "application/json; charset=iso-8859-1"}),
    )


@fault("across/formats/answers_as_documented/list_key_scopes", "keys/list_key_scopes/lists_every_scope")
def leaves_a_field_out(patch: pytest.MonkeyPatch) -> None:
    """Scopes are listed without their group."""
    original = keys.list_key_scopes

    def list_key_scopes(call: Any) -> Any:
        body = original(call)
        return {**body, "data": [{"name": each["name"], "description": "x"} for each in body["data"]]}

    patch.setattr(keys, "list_key_scopes", list_key_scopes)


@fault(
    "across/formats/writes_timestamps_as_rfc3339/get_post_metrics",
    "across/formats/answers_as_documented/get_post_metrics",
)
def writes_timestamps_with_a_space(patch: pytest.MonkeyPatch) -> None:
    """The time of a measurement has a space where the T belongs."""
    original = measuring.numbers

    def numbers(call: Any, post: Any) -> Any:
        text = json.dumps(original(call, post))
        return json.loads(re.sub(r'(_synced_at": "[\d-]+)T', r"\1 ", text))

    patch.setattr(measuring, "numbers", numbers)


@fault("across/formats/answers_trailing_slashes")
def redirects_trailing_slashes(patch: pytest.MonkeyPatch) -> Middleware:
    """A path with a trailing slash is answered with a redirect to the one without."""

    def middleware(app: ASGIApp) -> ASGIApp:
        async def redirecting(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http" or not scope["path"].endswith("/"):
                await app(scope, receive, send)
                return
            headers = [(b"location", scope["path"].rstrip("/").encode()), (b"content-length", b"0")]
            await send({"type": "http.response.start", "status": 307, "headers": headers})
            await send({"type": "http.response.body"})

        return redirecting

    return middleware


@fault("across/requests/takes_its_examples/update_me", "users/update_me/never_shows_the_referral")
def refuses_a_documented_field(patch: pytest.MonkeyPatch) -> None:
    """A referral counts as a malformed body."""
    original = bodies.parse_json

    def parse_json(body: bytes) -> Any:
        value = original(body)
        if isinstance(value, dict) and "referral" in value:
            raise Problem("validation.body_invalid")
        return value

    patch.setattr(bodies, "parse_json", parse_json)


@fault("across/requests/ignores_unknown_fields")
def refuses_unknown_fields(patch: pytest.MonkeyPatch) -> None:
    """A field that the operation does not know is an error."""
    original = validation.OperationCheck.body_of

    async def body_of(self: Any, *request: Any) -> Any:
        value = await original(self, *request)
        if self.operation.body == "application/json" and isinstance(value, dict):
            known = _fields(self.operation.operation_id)
            if unknown := sorted(set(value) - known):
                raise Problem("validation.field_invalid", field=unknown[0])
        return value

    patch.setattr(validation.OperationCheck, "body_of", body_of)


def _fields(operation_id: str) -> set[str]:
    operation = OPERATIONS[operation_id]
    body = bundle(operation.document)["paths"][operation.path][operation.method.lower()]["requestBody"]
    return set(json_schema(body["content"]["application/json"]["schema"])["properties"])


@fault(
    "across/properties/accepts_valid_requests/update_me", "across/bounds/accepts_values_at_bounds/update_me"
)
def fails_on_other_alphabets(patch: pytest.MonkeyPatch) -> None:
    """A profile that is not ASCII is an unexpected failure."""
    original = users.update_me

    def update_me(call: Any, body: Any) -> Any:
        json.dumps(body, ensure_ascii=False).encode("ascii")
        return original(call, body)

    patch.setattr(users, "update_me", update_me)


@fault(
    "across/properties/refuses_broken_requests/update_account_page",
    "across/errors/refuses_other_shapes/update_account_page",
    "across/bounds/refuses_other_types/update_account_page",
    "across/bounds/refuses_null/update_account_page",
)
def takes_anything_for_a_switch(patch: pytest.MonkeyPatch) -> Middleware:
    """A page is switched to what is neither on nor off, and the answer is success."""

    def spoil(reply: Reply) -> None:
        reply.status = 200
        reply.json = {
            "id": "p",
            "platform_page_id": "1",
            "name": "x",
            "is_active": True,
            "is_default": False,
        }

    return when(
        lambda reply: (
            reply.method == "PATCH" and "/pages/" in reply.path and reply.code == "validation.field_invalid"
        ),
        spoil,
    )


@fault(
    "accounts/get_account_limits/tells_limits_or_that_there_are_none",
    "across/formats/answers_as_documented/get_account_limits",
)
def writes_numbers_as_text(patch: pytest.MonkeyPatch) -> None:
    """Limits are numbers in quotes."""
    original = accounts.get_account_limits

    def get_account_limits(call: Any, account_id: str) -> Any:
        return {"posts_remaining": "25"} | dict.fromkeys(original(call, account_id), "1")

    patch.setattr(accounts, "get_account_limits", get_account_limits)
