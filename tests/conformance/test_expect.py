"""The verbs checks end in: what each lets through and what it stops."""

import json
from typing import Any

import pytest
from socialapi_conformance import expect
from socialapi_conformance.client import Answer
from socialapi_conformance.exchange import Exchange
from socialapi_conformance.verdicts import Violation

BRAND = {
    "id": "b",
    "name": "x",
    "accounts_count": 0,
    **dict.fromkeys(("created_at", "updated_at"), "2026-02-15T14:30:00Z"),
}


def answer(operation_id: str, status: int, body: Any, request_id: str = "a1b2c3d4") -> Answer:
    headers = {"content-type": "application/json", "x-request-id": request_id}
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer(Exchange("GET", "http://x/v1/y", {}, b"", status, headers, content), operation_id)


def error(code: str, **more: Any) -> dict[str, Any]:
    return {"error": {"code": code, "message": "no", **more}, "request_id": "a1b2c3d4"}


def test_an_error_with_the_promised_code_and_status_is_accepted() -> None:
    found = expect.problem(answer("get_post", 404, error("post.not_found")), 404, "post.not_found")
    assert found["code"] == "post.not_found"


def test_a_code_that_the_catalogue_counts_as_equal_is_accepted() -> None:
    given = answer("create_brand", 403, error("brand.limit_reached"))
    expect.problem(given, 403, "billing.profile_units_limit")


def test_a_code_that_is_equal_to_a_declared_one_is_declared() -> None:
    given = answer("list_redirect_uris", 403, error("auth.requires_dashboard_auth"))
    assert expect.refused(given, 403) == "auth.requires_dashboard_auth"


def test_a_code_that_is_published_without_a_namespace_may_have_one() -> None:
    given = answer("create_webhook", 400, error("webhooks.webhook_verification_failed"))
    expect.problem(given, 400, "webhook_verification_failed")


def test_an_answer_is_alike_when_only_the_id_differs() -> None:
    asked = [answer("get_post", 404, error("post.not_found", meta={"id": name})) for name in ("7-7", "8-8")]
    expect.alike(asked[0], "7-7", asked[1], "8-8")


def test_an_answer_that_knows_more_is_not_alike() -> None:
    asked = [answer("get_post", 404, error("post.not_found", meta=meta)) for meta in ({"owner": "x"}, {})]
    with pytest.raises(Violation):
        expect.alike(asked[0], "7-7", asked[1], "8-8")


@pytest.mark.parametrize(
    ("operation_id", "status", "body"),
    [
        ("get_post", 400, error("post.not_found")),
        ("get_post", 404, error("account.not_found")),
        ("get_post", 404, {"error": "not found"}),
        ("get_post", 404, error("post.not_found") | {"request_id": "other"}),
        ("get_post", 404, {"error": {"code": "post.not_found", "message": "no"}}),
        ("get_post", 404, error("post.not_found", meta=["id"])),
        ("get_post", 404, {"error": {"code": "post.not_found"}, "request_id": "a1b2c3d4"}),
        ("list_brands", 404, error("post.not_found")),
        ("get_post", 200, {}),
        ("get_post", 404, b"<html>"),
        ("get_post", 404, b"[" * 100_000),
    ],
)
def test_an_error_that_differs_in_any_way_is_a_violation(operation_id: str, status: int, body: Any) -> None:
    with pytest.raises(Violation):
        expect.problem(answer(operation_id, status, body), 404, "post.not_found")


def test_a_code_is_refused_by_operations_that_do_not_declare_it() -> None:
    with pytest.raises(Violation, match="a code that list_brands declares"):
        expect.refused(answer("list_brands", 404, error("post.not_found")))


def test_a_code_nobody_knows_is_refused() -> None:
    with pytest.raises(Violation, match="a code of the catalogue"):
        expect.refused(answer("list_brands", 400, error("brand.too_nice")))


def test_codes_of_a_declared_family_and_of_the_framework_are_accepted() -> None:
    expect.refused(answer("connect_account", 401, error("platform.telegram.auth")))
    expect.refused(answer("list_brands", 405, error("http.405")))


def test_a_success_of_the_documented_shape_is_accepted() -> None:
    assert expect.ok(answer("create_brand", 201, BRAND), 201) == BRAND


@pytest.mark.parametrize(
    "body",
    [BRAND | {"accounts_count": "0"}, BRAND | {"created_at": "yesterday"}, {"id": "b"}, [], b"", b"\xff"],
)
def test_a_success_of_another_shape_is_a_violation(body: Any) -> None:
    with pytest.raises(Violation):
        expect.ok(answer("create_brand", 201, body), 201)


def test_nothing_to_tell_may_be_told_by_a_status() -> None:
    assert expect.succeeded(answer("delete_webhook", 204, b""))
    assert not expect.succeeded(answer("create_brand", 204, b""))


def test_a_status_that_is_not_documented_is_a_violation() -> None:
    with pytest.raises(Violation, match="a status that create_brand documents"):
        expect.schema(answer("create_brand", 299, BRAND))


def test_an_answer_without_a_body_has_none() -> None:
    assert expect.ok(answer("delete_brand", 204, b""), 204) is None
    with pytest.raises(Violation, match="no body"):
        expect.ok(answer("delete_brand", 204, {}), 204)


def test_fields_that_nothing_is_expected_of_are_overlooked() -> None:
    received = {"ok": True, "more": 1, "list": [{"a": 1, "b": 2}]}
    expect.has(answer("list_brands", 200, received), "it", received, {"ok": True, "list": [{"a": 1}]})


@pytest.mark.parametrize("received", [{}, {"ok": False}, {"ok": {"more": 1}}, [], None])
def test_a_field_that_is_expected_is_not_overlooked(received: Any) -> None:
    with pytest.raises(Violation):
        expect.has(answer("list_brands", 200, received), "it", received, {"ok": True})


def test_true_is_not_one() -> None:
    with pytest.raises(Violation):
        expect.equal(answer("list_brands", 200, {}), "count", 1, True)


def test_what_an_answer_lacks_is_told_as_nothing() -> None:
    with pytest.raises(Violation) as caught:
        expect.equal(answer("list_brands", 200, {}), "fields", {"name": expect.MISSING}, {"name": "x"})
    assert caught.value.received == "{'name': nothing}"


def test_words_of_a_check_are_told_without_quotes() -> None:
    with pytest.raises(Violation) as caught:
        expect.that(answer("list_brands", 200, {}), False, "one refusal", "two refusals")
    assert caught.value.received == "two refusals"
