"""Faults in redirect URIs."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces

from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault
from faults.key_faults import blind, changed
from socialapi_stub import redirecting
from socialapi_stub.problems import Problem
from socialapi_stub.resources import redirect_uris


@fault("redirect_uris/create_redirect_uri/lists_what_is_registered")
def forgets_labels(patch: pytest.MonkeyPatch) -> None:
    """The list leaves the labels out."""

    def bare(body: Any) -> Any:
        return {
            **body,
            "data": [
                {name: value for name, value in each.items() if name != "label"} for each in body["data"]
            ],
        }

    changed(patch, redirect_uris, "list_redirect_uris", bare)


@fault(
    "across/lifecycle/removes_one_object/delete_redirect_uri",
    "across/errors/answers_unknown_ids/delete_redirect_uri",
    "across/isolation/hides_objects_of_other_workspaces/delete_redirect_uri",
    "across/bounds/refuses_ids_of_any_form/delete_redirect_uri",
)
def only_says_that_it_unregisters(patch: pytest.MonkeyPatch) -> None:
    """A deleted address stays registered."""
    patch.setattr(redirect_uris, "delete_redirect_uri", lambda call, redirect_uri_id: None)


@fault("redirect_uris/create_redirect_uri/wants_https")
def trusts_any_address(patch: pytest.MonkeyPatch) -> Middleware:
    """What is no web address is said to be there already."""

    def spoil(reply: Reply) -> None:
        error = {**reply.json["error"], "code": "validation.redirect_uri_duplicate"}
        reply.json = {**reply.json, "error": error}

    def refused(reply: Reply) -> bool:
        return reply.path == "/v1/oauth/redirect-uris" and b"does not match" in reply.body

    return blind(spoil, refused)


@fault("redirect_uris/create_redirect_uri/refuses_duplicates")
def calls_duplicates_invalid(patch: pytest.MonkeyPatch) -> Middleware:
    """A duplicate is any invalid field."""

    def spoil(reply: Reply) -> None:
        reply.json = {**reply.json, "error": {**reply.json["error"], "code": "validation.field_invalid"}}

    return blind(spoil, lambda reply: reply.code == "validation.redirect_uri_duplicate")


@fault("redirect_uris/create_redirect_uri/ends_at_twenty")
def registers_without_end(patch: pytest.MonkeyPatch) -> None:
    """There may be any number of addresses."""
    patch.setattr(redirect_uris, "MOST", 1000)


@fault("redirect_uris/create_redirect_uri/holds_connections_to_the_list")
def ignores_the_list(patch: pytest.MonkeyPatch) -> None:
    """A connection may name every web address, whatever is registered."""
    patch.setattr(
        redirecting,
        "require_allowed",
        lambda call, uri: redirecting.require_web_address(uri, "redirect_uri"),
    )


@fault("redirect_uris/delete_redirect_uri/opens_up_without_addresses")
def wants_addresses_to_be_registered(patch: pytest.MonkeyPatch) -> None:
    """Without any registered address, a connection may name none."""
    original = redirecting.require_allowed

    def require_allowed(call: Any, uri: str) -> None:
        original(call, uri)
        if not call.session.scalars(redirecting.registered(call)).all():
            raise Problem("validation.field_invalid", field="redirect_uri")

    patch.setattr(redirecting, "require_allowed", require_allowed)
