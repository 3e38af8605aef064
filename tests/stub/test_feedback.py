"""Feedback: what is kept, and what is refused."""

import pytest
from stub.callers import Client, code, field, web

WISH = {"type": "feature_request", "message": "Let me sort posts by platform."}


def test_feedback_is_kept(url: str, demo: Client) -> None:
    assert demo.post("/feedback", json=WISH).json() == {"ok": True}
    newest = web.get(f"{url}/_mock/feedback").json()["data"][0]
    assert newest.items() >= {"workspace": "demo", **WISH}.items()


def test_refused_feedback_is_not_kept(url: str, demo: Client) -> None:
    demo.post("/feedback", json={**WISH, "message": " "})
    assert all(one["message"].strip() for one in web.get(f"{url}/_mock/feedback").json()["data"])


@pytest.mark.parametrize(
    ("change", "name"), [({"type": "praise"}, "type"), ({"message": "\n"}, "message"), ({"type": 1}, "type")]
)
def test_bad_feedback_says_what_is_bad(demo: Client, change: dict[str, object], name: str) -> None:
    answer = demo.post("/feedback", json={**WISH, **change})
    assert (code(answer), field(answer)) == ("validation.field_invalid", name)
