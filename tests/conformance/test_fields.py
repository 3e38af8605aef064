"""The fields of requests, and requests that differ in one of them."""

from typing import Any

from socialapi_conformance import fields
from socialapi_conformance.callers import ABSENT, Request
from socialapi_conformance.fields import Field
from socialapi_contract.operations import OPERATIONS


def field(operation_id: str, name: str, **request: Any) -> Field:
    found = fields.of(Request(OPERATIONS[operation_id], **request))
    return next(each for each in found if each.name == name)


def test_a_field_of_the_body_is_replaced_and_the_others_stay() -> None:
    body = {"text": "x", "targets": [{"account_id": "a"}, {"account_id": "b"}]}
    put = field("create_post", "targets[].account_id", body=body).put
    assert put("c").body == {"text": "x", "targets": [{"account_id": "c"}]}


def test_a_field_is_left_out() -> None:
    body = {"targets": [{"account_id": "a", "text": "x"}]}
    assert field("create_post", "targets[].account_id", body=body).put(ABSENT).body == {
        "targets": [{"text": "x"}]
    }


def test_a_field_that_the_request_does_not_have_comes_with_what_it_needs() -> None:
    made = field("create_post", "media[].type", body={}).put("video").body
    assert set(made["media"][0]) >= {"source_type", "source", "type"}


def test_a_parameter_of_the_query_is_a_field() -> None:
    assert field("list_posts", "status", query={"sort": "created_asc"}).put("draft").query == {
        "sort": "created_asc",
        "status": "draft",
    }


def test_every_variant_of_an_object_has_its_fields() -> None:
    found = fields.declared(OPERATIONS["create_whatsapp_template"])
    assert [each.schema["enum"] for each in found if each.name == "components[].type"][:2] == [["HEADER"]] * 2


def test_what_several_places_share_has_one_definition() -> None:
    names = ("media[].source", "segments[].media[].source")
    assert len({field("create_post", name, body={}).definition for name in names}) == 1


def test_the_server_decides_which_ids_a_field_takes() -> None:
    assert field("list_posts", "brand_id").is_open
    assert not field("list_posts", "status").is_open
