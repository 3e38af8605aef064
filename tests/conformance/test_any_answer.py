"""The verbs for what every answer keeps to: what each lets through and what it stops."""

import json
from typing import Any

import pytest
from socialapi_conformance import any_answer
from socialapi_conformance.client import Answer
from socialapi_conformance.exchange import Exchange
from socialapi_conformance.verdicts import Violation


def answer(body: Any, status: int = 200, number: str = "a1b2c3d4", kind: str = "application/json") -> Answer:
    headers = {"content-type": kind, "x-request-id": number}
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer(Exchange("GET", "http://x/v1/y", {}, b"", status, headers, content), "list_posts")


def refusal(code: str, **meta: Any) -> Answer:
    error = {"code": code, "message": "no", "meta": meta}
    return answer({"error": error, "request_id": "a1b2c3d4"}, 400)


@pytest.mark.parametrize(("number", "sent"), [("a1b2c3d4", None), ("Mine-1", "Mine-1"), ("a1b2c3d4", "a;b")])
def test_a_request_id_is_echoed_or_chosen(number: str, sent: str | None) -> None:
    any_answer.numbered(answer({}, number=number), sent)


@pytest.mark.parametrize(("number", "sent"), [("", None), ("A1B2C3D4", None), ("a1b2c3d4", "Mine-1")])
def test_another_request_id_is_a_violation(number: str, sent: str | None) -> None:
    with pytest.raises(Violation):
        any_answer.numbered(answer({}, number=number), sent)


def test_an_error_repeats_the_request_id() -> None:
    with pytest.raises(Violation, match="request_id to be"):
        any_answer.numbered(answer({"error": {"code": "x", "message": "no"}, "request_id": "b"}, 400))


@pytest.mark.parametrize(("body", "kind"), [(b"{", "application/json"), ({}, "text/html")])
def test_what_is_no_json_or_is_called_otherwise_is_a_violation(body: Any, kind: str) -> None:
    with pytest.raises(Violation):
        any_answer.is_json(answer(body, kind=kind))


@pytest.mark.parametrize("moment", ["2026-02-15T14:30:00", "2026-02-15 14:30:00Z", "2026-02-30T14:30:00Z", 1])
def test_a_timestamp_of_another_form_is_a_violation(moment: Any) -> None:
    with pytest.raises(Violation, match=r"data\.created_at"):
        any_answer.timestamps(answer({"data": [{"created_at": moment}]}))


def test_timestamps_of_platforms_and_those_that_are_null_are_left_alone() -> None:
    any_answer.timestamps(answer({"deleted_at": None, "platform_data": {"created_at": "yesterday"}}))


@pytest.mark.parametrize("meta", [{"field": "limit"}, {"field": "hidden"}])
def test_a_valid_plain_parameter_may_not_be_refused(meta: dict[str, str]) -> None:
    with pytest.raises(Violation, match="to be accepted"):
        any_answer.taken_as_valid(refusal("validation.field_invalid", **meta))


def test_a_cursor_that_nobody_issued_may_be_refused() -> None:
    any_answer.taken_as_valid(refusal("validation.field_invalid", field="cursor"))
