"""Feedback: what is taken, and what is refused."""

from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.expect import has, ok, problem
from socialapi_conformance.registry import MUST, check


@check(MUST, "send_feedback", over={kind: kind for kind in ("bug", "feature_request", "general")})
def takes_every_kind(api: Api, kind: str) -> None:
    """A message of each kind is acknowledged with 200 and `ok`."""
    answer = api.demo.call("send_feedback", body={"type": kind, "message": api.word("message")})
    has(answer, "the answer", ok(answer, 200), {"ok": True})


@check(
    MUST,
    "send_feedback",
    over={
        "empty": {"type": "bug", "message": ""},
        "blank": {"type": "bug", "message": " \n"},
        "kind": {"type": "praise", "message": "Well done."},
    },
)
def refuses_what_says_nothing(api: Api, body: dict[str, Any]) -> None:
    """A blank message, and a kind that does not exist, are refused with 400 validation.field_invalid."""
    answer = api.demo.call("send_feedback", body=body)
    problem(answer, 400, "validation.field_invalid", "validation.field_required")
