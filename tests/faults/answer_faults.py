"""Faults in the form of answers: envelopes, codes, request ids, content types, timestamps, slashes."""

# ruff: noqa: ARG001, ARG005 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

import json
import re
import secrets
from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, replies
from socialapi_contract.operations import OPERATIONS
from socialapi_stub import bodies, measuring, request_ids, validation
from socialapi_stub.problems import Problem
from socialapi_stub.resources import accounts, keys, users
from starlette.types import ASGIApp, Receive, Scope, Send


def when(condition: Any, spoil: Any) -> Middleware:
    """Return a middleware that spoils the answers that meet a condition."""
    return replies(lambda reply: spoil(reply) if condition(reply) else None)


def _as_text(reply: Reply) -> None:
    reply.body, reply.headers["content-type"] = b"404 page not found", "text/plain"


@fault("across/errors/answers_unknown_routes")
def answers_unknown_routes_in_plain_text(patch: pytest.MonkeyPatch) -> Middleware:
    """A path without a route gets the framework's own page."""
    return when(lambda reply: reply.code == "http.404", _as_text)


@fault("across/errors/refuses_other_methods")
def answers_wrong_methods_in_plain_text(patch: pytest.MonkeyPatch) -> Middleware:
    """A wrong method gets the framework's own page."""
    return when(lambda reply: reply.code == "http.405", _as_text)


@fault(
    "across/errors/answers_unknown_ids/rotate_key",
    "across/isolation/hides_objects_of_other_workspaces/rotate_key",
)
def fails_on_unknown_keys(patch: pytest.MonkeyPatch) -> None:
    """Rotating a key that does not exist is an unexpected failure."""
    original = keys.rotate_key

    def rotate_key(call: Any, key_id: str) -> Any:
        try:
            return original(call, key_id)
        except Problem as problem:
            raise KeyError(key_id) from problem

    patch.setattr(keys, "rotate_key", rotate_key)


@fault("across/errors/refuses_unparsable_bodies")
def calls_broken_json_a_broken_field(patch: pytest.MonkeyPatch) -> None:
    """A body that is no JSON is told to have an invalid field."""
    original = bodies.parse_json

    def parse_json(body: bytes) -> Any:
        try:
            return original(body)
        except Problem:
            raise Problem("validation.field_invalid", field="body") from None

    patch.setattr(bodies, "parse_json", parse_json)


@fault(
    "across/errors/refuses_other_shapes",
    "across/errors/refuses_other_shapes/update_post",
    "across/errors/refuses_other_shapes/update_key",
)
def takes_anything_for_an_object(patch: pytest.MonkeyPatch) -> None:
    """A list, a number or null counts as a body without fields."""
    original = bodies.parse_json

    def parse_json(body: bytes) -> Any:
        value = original(body)
        return value if isinstance(value, dict) else {}

    patch.setattr(bodies, "parse_json", parse_json)


@fault("across/errors/refuses_other_media_types")
def fails_on_other_media_types(patch: pytest.MonkeyPatch) -> None:
    """A media type that was not thought of is an unexpected failure."""
    known = {name: name for name in ("", "application/json", "multipart/form-data")}
    original = bodies.media_type
    patch.setattr(bodies, "media_type", lambda scope: known[original(scope)])


@fault("across/errors/names_missing_fields")
def names_the_wrong_field(patch: pytest.MonkeyPatch) -> Middleware:
    """A missing field is reported as the field `body`."""

    def spoil(reply: Reply) -> None:
        error = reply.json["error"]
        reply.json = {**reply.json, "error": {**error, "meta": {"field": "body"}}}

    return when(lambda reply: reply.code == "validation.field_required", spoil)


@fault("across/errors/refuses_oversized_bodies")
def reads_bodies_of_any_size(patch: pytest.MonkeyPatch) -> None:
    """No body is too large."""
    original = bodies.read
    patch.setattr(bodies, "read", lambda scope, receive, limit: original(scope, receive, 10**9))


@fault(
    "across/errors/keeps_to_its_codes/list_post_constraints",
    "posts/list_post_constraints/rejects_unknown_platforms",
)
def answers_an_undeclared_code(patch: pytest.MonkeyPatch) -> Middleware:
    """Asked for the constraints of an unknown platform, it answers a code the operation does not have."""

    def spoil(reply: Reply) -> None:
        reply.json = {**reply.json, "error": {"code": "validation.scope_invalid", "message": "no"}}

    def about_constraints(reply: Reply) -> bool:
        return reply.method == "GET" and reply.path == "/v1/posts/validate" and reply.status == 400

    return when(about_constraints, spoil)


@fault("across/errors/numbers_its_answers", "across/errors/replaces_invalid_request_ids")
def makes_request_ids_of_its_own_form(patch: pytest.MonkeyPatch) -> None:
    """A request id of the server's choice is a long token."""
    original = request_ids.chosen
    patch.setattr(
        request_ids, "chosen", lambda wish: wish if original(wish) == wish else secrets.token_hex(16)
    )


@fault("across/errors/numbers_its_answers")
def repeats_a_request_id(patch: pytest.MonkeyPatch) -> None:
    """Every request that brings no id gets the same one."""
    original = request_ids.chosen
    patch.setattr(request_ids, "chosen", lambda wish: original(wish) if wish else "00000000")


@fault("across/errors/echoes_request_ids")
def ignores_request_ids(patch: pytest.MonkeyPatch) -> None:
    """The id a request brings is not used."""
    original = request_ids.chosen
    patch.setattr(request_ids, "chosen", lambda _wish: original(None))


@fault("across/errors/echoes_request_ids")
def shortens_request_ids(patch: pytest.MonkeyPatch) -> None:
    """Only ids of up to 32 characters are echoed."""
    patch.setattr(request_ids, "FORM", re.compile(r"[a-zA-Z0-9_-]{1,32}"))


@fault("across/errors/replaces_invalid_request_ids")
def echoes_anything(patch: pytest.MonkeyPatch) -> None:
    """Whatever a request calls itself comes back."""
    original = request_ids.chosen
    patch.setattr(request_ids, "chosen", lambda wish: wish or original(None))


@fault(
    "posts/states/refuses_what_the_state_forbids",
    "posts/states/holds_a_post_that_is_going_out",
    "across/requests/takes_its_examples/unpublish_post",
)
def forgets_the_request_id_of_conflicts(patch: pytest.MonkeyPatch) -> Middleware:
    """An error with status 409 has no request_id."""

    def spoil(reply: Reply) -> None:
        reply.json = {"error": reply.json["error"]}

    return when(lambda reply: reply.status == 409, spoil)


@fault("across/formats/answers_json/get_usage")
def mislabels_json(patch: pytest.MonkeyPatch) -> Middleware:
    """The usage is JSON, but called text."""
    return when(
        lambda reply: reply.path == "/v1/usage" and reply.status == 200,
        lambda reply: reply.headers.update({"content-type": "text/plain"}),
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

    async def body_of(self: Any, scope: Scope, receive: Receive) -> Any:
        value = await original(self, scope, receive)
        if self.operation.body == "application/json" and isinstance(value, dict):
            known = _fields(self.operation.operation_id)
            if unknown := sorted(set(value) - known):
                raise Problem("validation.field_invalid", field=unknown[0])
        return value

    patch.setattr(validation.OperationCheck, "body_of", body_of)


def _fields(operation_id: str) -> set[str]:
    from socialapi_contract import bundle
    from socialapi_stub.schemas import json_schema

    operation = OPERATIONS[operation_id]
    body = bundle()["paths"][operation.path][operation.method.lower()]["requestBody"]
    return set(json_schema(body["content"]["application/json"]["schema"])["properties"])


@fault("across/properties/accepts_valid_requests/update_me")
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
