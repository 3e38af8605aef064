"""Faults in phone numbers and business profiles on WhatsApp."""

# ruff: noqa: ARG001 - a fault keeps the signature of what it replaces

from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault, replies
from socialapi_stub import phone_numbers, platform_calls
from socialapi_stub.problems import Problem
from socialapi_stub.resources import whatsapp
from socialapi_stub.tables import Account
from sqlalchemy import select

PROFILE = "/business-profile"


def accepting(path: str) -> Middleware:
    """Return a middleware that answers invalid bodies on a path as if they were fine."""

    def spoil(reply: Reply) -> None:
        if reply.path.endswith(path) and reply.status == 400:
            reply.status, reply.body = 204, b""

    return replies(spoil)


@fault("whatsapp/register_whatsapp_number/takes_a_number_out_of_use_and_back")
def only_says_that_it_deregisters(patch: pytest.MonkeyPatch) -> None:
    """A deregistered number stays registered."""
    patch.setattr(phone_numbers, "deregister", lambda *_: None)


@fault("whatsapp/register_whatsapp_number/registers_verified_numbers_only")
def registers_any_number(patch: pytest.MonkeyPatch) -> None:
    """A number is registered before anybody has proved to hold it."""
    patch.setattr(phone_numbers, "register", lambda number: setattr(number, "status", "registered"))


@fault(
    "whatsapp/register_whatsapp_number/needs_a_pin_of_six_digits",
    "across/errors/refuses_unparsable_bodies/register_whatsapp_number",
    "across/errors/refuses_other_shapes/register_whatsapp_number",
    "across/errors/names_missing_fields/register_whatsapp_number",
    "across/errors/refuses_other_media_types/register_whatsapp_number",
    "across/bounds/refuses_broken_patterns/register_whatsapp_number",
    "across/bounds/refuses_missing_fields/register_whatsapp_number",
    "across/bounds/refuses_null/register_whatsapp_number",
    "across/bounds/refuses_other_types/register_whatsapp_number",
    "across/bounds/refuses_values_beyond_bounds/register_whatsapp_number",
)
def registers_with_any_pin(patch: pytest.MonkeyPatch) -> Middleware:
    """A PIN of any form is fine."""
    return accepting("/register")


@fault("whatsapp/verify_whatsapp_code/refuses_wrong_codes")
def takes_wrong_codes_for_invalid_fields(patch: pytest.MonkeyPatch) -> None:
    """A code that was not sent is an invalid field."""
    original = phone_numbers.verify

    def verify(call: Any, number: Any, code: str) -> None:
        try:
            original(call, number, code)
        except Problem:
            raise Problem("validation.field_invalid", field="code") from None

    patch.setattr(phone_numbers, "verify", verify)


@fault(
    "whatsapp/request_whatsapp_code/says_how_codes_travel",
    "across/errors/refuses_unparsable_bodies/request_whatsapp_code",
    "across/errors/refuses_other_shapes/request_whatsapp_code",
    "across/errors/names_missing_fields/request_whatsapp_code",
    "across/errors/refuses_other_media_types/request_whatsapp_code",
    "across/bounds/refuses_broken_patterns/request_whatsapp_code",
    "across/bounds/refuses_missing_fields/request_whatsapp_code",
    "across/bounds/refuses_null/request_whatsapp_code",
    "across/bounds/refuses_other_types/request_whatsapp_code",
    "across/bounds/refuses_values_beyond_bounds/request_whatsapp_code",
    "across/bounds/refuses_values_outside_enums/request_whatsapp_code",
)
def sends_codes_in_any_way(patch: pytest.MonkeyPatch) -> Middleware:
    """A code goes out in whatever way and language."""
    return accepting("/request-code")


@fault("whatsapp/update_whatsapp_business_profile/changes_only_what_is_sent")
def replaces_the_whole_profile(patch: pytest.MonkeyPatch) -> None:
    """Changing one field of a profile empties the others."""
    original = phone_numbers.change_profile

    def change_profile(number: Any, body: Any, fields: Any) -> None:
        number.profile = {}
        original(number, body, fields)

    patch.setattr(phone_numbers, "change_profile", change_profile)


@fault(
    "whatsapp/update_whatsapp_business_profile/refuses_what_is_no_profile",
    "across/errors/refuses_unparsable_bodies/update_whatsapp_business_profile",
    "across/errors/refuses_other_shapes/update_whatsapp_business_profile",
    "across/errors/refuses_other_media_types/update_whatsapp_business_profile",
    "across/bounds/refuses_broken_formats/update_whatsapp_business_profile",
    "across/bounds/refuses_broken_patterns/update_whatsapp_business_profile",
    "across/bounds/refuses_null/update_whatsapp_business_profile",
    "across/bounds/refuses_other_types/update_whatsapp_business_profile",
    "across/bounds/refuses_values_beyond_bounds/update_whatsapp_business_profile",
    "across/bounds/refuses_values_outside_enums/update_whatsapp_business_profile",
)
def takes_any_profile(patch: pytest.MonkeyPatch) -> Middleware:
    """A profile may say anything, or nothing."""
    return accepting(PROFILE)


@fault(
    "whatsapp/get_whatsapp_business_profile/hides_profiles_of_other_workspaces",
    "across/isolation/hides_objects_of_other_workspaces/get_whatsapp_business_profile",
    "across/brand_keys/hides_objects_of_other_brands/get_whatsapp_business_profile",
)
def shows_profiles_of_all_workspaces(patch: pytest.MonkeyPatch) -> None:
    """Whoever knows the id of a number sees its profile."""

    def get_whatsapp_business_profile(call: Any, phone_number_id: str) -> Any:
        named = select(Account).where(Account.platform_account_id == phone_number_id)
        account = call.session.scalar(named)
        if account is None:
            raise Problem("resource.not_found")
        platform_calls.require(call, account)
        return phone_numbers.profile(phone_numbers.of(call.session, account))

    patch.setattr(whatsapp, "get_whatsapp_business_profile", get_whatsapp_business_profile)
