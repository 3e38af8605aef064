"""The events log: filters, spans of time, and what the plan keeps."""

from typing import Any

import pytest
from stub.callers import Client, code

pytestmark = pytest.mark.usefixtures("reset_once")


def events(client: Client, **query: Any) -> list[dict[str, Any]]:
    return list(client.get("/events", params={"limit": 100, **query}).json()["events"])


def summary(client: Client, **query: str) -> dict[str, Any]:
    return dict(client.get("/events/summary", params=query).json())


def test_a_failure_says_why(demo: Client) -> None:
    failed = events(demo, action="post.failed")[0]
    assert (failed["status"], failed["error_category"]) == ("failed", "auth")
    assert failed["metadata"] == {"error_code": "account.reconnection_required"}


@pytest.mark.parametrize("name", ["category", "status", "action", "resource_id", "account_id", "platform"])
def test_a_filter_shows_what_meets_it(demo: Client, name: str) -> None:
    everything = events(demo)
    value = next(each[name] for each in everything if name in each)
    assert events(demo, **{name: value}) == [each for each in everything if each.get(name) == value]


def test_success_is_another_word_for_ok(demo: Client) -> None:
    assert events(demo, status="success") == events(demo, status="ok")


def test_bounds_include_the_moment_they_name(demo: Client) -> None:
    moment = events(demo)[3]["created_at"]
    inside = events(demo, **{"from": moment, "to": moment})
    assert {each["created_at"] for each in inside} == {moment}


def test_the_summary_adds_up(demo: Client) -> None:
    counted, listed = summary(demo), events(demo)
    assert counted["total"] == sum(counted["by_category"].values()) == len(listed)
    assert counted["failed"] == len([each for each in listed if each["status"] == "failed"])
    assert sum(counted["by_error_category"].values()) == counted["failed"]


def test_the_span_before_is_counted_as_long_as_it_is_kept(demo: Client) -> None:
    newest, oldest = events(demo)[0]["created_at"], events(demo)[-1]["created_at"]
    recent = summary(demo, **{"from": newest})
    whole = summary(demo, **{"from": "2000-01-01T00:00:00Z", "to": newest})
    assert (recent["total_previous"] is None, whole["total_previous"]) == (False, None)
    assert summary(demo, **{"from": newest, "to": oldest})["total"] == 0


def test_the_plan_says_for_how_long(demo: Client, free: Client) -> None:
    assert (summary(demo)["retention_days"], summary(free)["retention_days"]) == (30, 1)


@pytest.mark.parametrize("bound", ["yesterday", "9999-12-31T23:59:59-01:00"])
def test_a_bound_that_is_no_moment_is_refused(demo: Client, bound: str) -> None:
    for path in ("/events", "/events/summary"):
        assert code(demo.get(path, params={"to": bound})) == "validation.field_invalid"
