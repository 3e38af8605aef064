"""Where requests name objects outside of their path, and how an id gets there."""

from typing import Any

from socialapi_conformance import schemas
from socialapi_conformance.callers import Request
from socialapi_conformance.references import Reference, references
from socialapi_contract.operations import OPERATIONS

BY_NAME = {each.name: each for each in references()}


def within(name: str, body: Any) -> Any:
    reference: Reference = BY_NAME[name]
    request = Request(reference.operation, body=body)
    return reference.within(request, "theirs", schemas.example).body


def test_an_id_takes_the_place_of_the_one_that_is_there() -> None:
    given = {"targets": [{"account_id": "own"}, {"account_id": "second"}]}
    taken = {"targets": [{"account_id": "theirs"}, {"account_id": "second"}]}
    assert within("create_post/targets.account_id", given) == taken


def test_a_list_of_ids_keeps_what_it_has() -> None:
    assert within("create_key/brand_ids", {"brand_ids": ["own"]}) == {"brand_ids": ["own", "theirs"]}


def test_what_is_missing_on_the_way_is_made() -> None:
    (target,) = within("update_post/targets.page_id", {})["targets"]
    assert (target.keys(), target["page_id"]) == ({"account_id", "page_id"}, "theirs")


def test_an_id_may_be_named_by_another_field_than_the_id() -> None:
    resource = BY_NAME["list_events/resource_id"]
    assert (resource.listing, resource.key) == (OPERATIONS["list_events"], "resource_id")


def test_a_parameter_that_may_be_left_out_is_a_filter() -> None:
    assert BY_NAME["list_accounts/brand_id"].filters
    assert not BY_NAME["list_invites/brand_id"].filters
