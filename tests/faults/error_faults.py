"""Faults in errors: envelopes, codes, request ids."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

import re
import secrets
import time
from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, instead, replies
from socialapi_stub import bodies, request_ids
from socialapi_stub.problems import Problem
from socialapi_stub.resources import keys


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
    "across/bounds/refuses_ids_of_any_form/rotate_key",
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
    instead(patch, bodies, "parse_json", "validation.field_invalid", field="body")


@fault("across/errors/keeps_its_insides_to_itself", "across/errors/keeps_its_insides_to_itself/create_brand")
def tells_which_exception_it_was(patch: pytest.MonkeyPatch) -> None:
    """The message about a body that is no JSON is what the parser raised."""
    original = bodies.parse_json

    def parse_json(body: bytes) -> Any:
        try:
            return original(body)
        except Problem as problem:
            raise Problem("validation.body_invalid", repr(problem.__cause__)) from problem

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
def repeats_a_request_id(patch: pytest.MonkeyPatch) -> Middleware:
    """Every request that brings no id gets the same one."""
    original = request_ids.chosen
    patch.setattr(request_ids, "chosen", lambda wish: original(wish) if wish else "00000000")
    # Other headers differ, as `Date` does from one second to the next.
    return when(lambda _reply: True, lambda reply: reply.headers.update(date=str(time.monotonic_ns())))


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
