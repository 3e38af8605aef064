"""Faults in X app credentials."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces

import pytest
from faults.faulty import Middleware, Reply, fault, instead
from faults.key_faults import blind, changed
from socialapi_stub import own_apps
from socialapi_stub.resources import twitter_credentials


@fault(
    "twitter_credentials/set_twitter_credentials/replaces_the_default",
    "twitter_credentials/set_brand_twitter_credentials/stores_the_app_of_a_brand",
)
def hints_at_nothing(patch: pytest.MonkeyPatch) -> None:
    """The hint is the same for every client id."""
    changed(
        patch,
        twitter_credentials,
        "list_twitter_credentials",
        lambda body: {**body, "data": [{**each, "client_id_hint": "client"} for each in body["data"]]},
    )


@fault(
    "twitter_credentials/delete_twitter_credentials/deletes_the_default",
    "twitter_credentials/set_brand_twitter_credentials/stores_the_app_of_a_brand",
)
def keeps_credentials_for_ever(patch: pytest.MonkeyPatch) -> None:
    """Deleted credentials stay."""
    patch.setattr(own_apps, "remove", lambda call, platform, brand: None)


@fault(
    "twitter_credentials/set_brand_twitter_credentials/answers_unknown_brands",
    "across/errors/answers_unknown_ids/set_brand_twitter_credentials",
    "across/errors/answers_unknown_ids/delete_brand_twitter_credentials",
    "across/isolation/hides_objects_of_other_workspaces/set_brand_twitter_credentials",
    "across/isolation/hides_objects_of_other_workspaces/delete_brand_twitter_credentials",
    "across/bounds/refuses_ids_of_any_form/delete_brand_twitter_credentials",
    "across/bounds/refuses_ids_of_any_form/set_brand_twitter_credentials",
)
def takes_unknown_brands_for_foreign(patch: pytest.MonkeyPatch) -> None:
    """A brand that does not exist is said to be somebody else's."""
    instead(patch, twitter_credentials, "_own_brand", "byok.credentials_forbidden")


@fault(
    "twitter_credentials/set_brand_twitter_credentials/keeps_out_of_foreign_brands",
    "across/isolation/hides_objects_of_other_workspaces/set_brand_twitter_credentials",
    "across/isolation/hides_objects_of_other_workspaces/delete_brand_twitter_credentials",
)
def lets_everybody_into_brands(patch: pytest.MonkeyPatch) -> Middleware:
    """A brand of somebody else is as good as an own one."""

    def spoil(reply: Reply) -> None:
        reply.status, reply.body = 204, b""

    return blind(spoil, lambda reply: reply.code == "byok.credentials_forbidden")


@fault("twitter_credentials/test_twitter_credentials/tells_whether_a_pair_is_good")
def gives_reasons_for_success(patch: pytest.MonkeyPatch) -> None:
    """A good pair has a reason."""
    changed(patch, twitter_credentials, "test_twitter_credentials", lambda body: {"reason": "", **body})


@fault("twitter_credentials/test_twitter_credentials/refuses_too_many_tests")
def is_tired_of_tests(patch: pytest.MonkeyPatch) -> Middleware:
    """Too many tests are a conflict in the status, if not in the code."""

    def spoil(reply: Reply) -> None:
        reply.status = 409

    return blind(spoil, lambda reply: reply.code == "byok.test_rate_limited")
