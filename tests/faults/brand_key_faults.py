"""Faults in what keys restricted to brands see."""

import pytest
from faults.faulty import fault, instead
from socialapi_stub import visibility


@fault(
    "across/brand_keys/hides_objects_of_other_brands",
    "across/brand_keys/hides_objects_of_other_brands/list_mentions",
    "across/brand_keys/hides_other_brands_from_requests",
    "across/bounds/refuses_ids_of_any_form/list_mentions",
)
def tells_of_accounts_of_other_brands(patch: pytest.MonkeyPatch) -> None:
    """An account that a brand key cannot see is forbidden instead of unknown."""
    instead(patch, visibility, "account", "auth.insufficient_scope")
