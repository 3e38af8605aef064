"""The events log: what it shows, its filters, its numbers."""

import time
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from socialapi_contract.plans import PLANS

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, page, problem, that
from socialapi_conformance.listening import PATIENCE, delete_a_draft
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_PAUSE, _TRIES = 0.05, 5
_SECOND = timedelta(seconds=1)


@check(MUST, "list_events", "delete_post")
def notes_what_happens(api: Api) -> None:
    """What happens to a post is in the log, under the name of its event and with the id of the post."""
    _, post = delete_a_draft(api)
    answer, event = _noted(api, post, "post.deleted")
    shown = {name: event[name] for name in ("category", "action", "resource_id")}
    equal(answer, "the event", shown, {"category": "post", "action": "post.deleted", "resource_id": post})
    that(answer, event["status"] in ("ok", "success"), "status ok", event["status"])


@check(MUST, "list_events", "delete_post")
def filters_events(api: Api) -> None:
    """Every filter shows the events that meet it alone; one that matches nothing gives an empty list."""
    _, post = delete_a_draft(api)
    _, event = _noted(api, post, "post.deleted")
    for name in ("category", "action", "resource_id", "status"):
        answer = api.demo.call("list_events", query={name: event[name], "resource_id": post})
        found = page(answer).items
        that(answer, event["id"] in [each["id"] for each in found], f"the event by its {name}", len(found))
        equal(answer, f"other {name}", [each[name] for each in found if each[name] != event[name]], [])
    for name in ("action", "resource_id", "account_id", "status", "platform"):
        answer = api.demo.call("list_events", query={name: api.word(name)})
        equal(answer, "the number of events", len(page(answer).items), 0)


@check(MUST, "list_events", "delete_post")
def keeps_to_the_bounds(api: Api) -> None:
    """`from` and `to` leave out what happened before and after."""
    _, post = delete_a_draft(api)
    before, after = _around(_noted(api, post, "post.deleted")[1])
    for bounds, expected in (
        ({"from": before, "to": after}, 1),
        ({"from": after}, 0),
        ({"to": before}, 0),
    ):
        query = {**bounds, "resource_id": post, "action": "post.deleted"}
        answer = api.demo.call("list_events", query=query)
        equal(answer, f"the number of events with {' and '.join(bounds)}", len(page(answer).items), expected)


@check(MUST, "list_events")
def shows_the_newest_first(api: Api) -> None:
    """Events come the newest first, and none is older than the plan keeps them."""
    answer = api.demo.call("list_events", query={"limit": 100})
    events = page(answer).items
    times = [datetime.fromisoformat(each["created_at"]) for each in events]
    equal(answer, "the order", times, sorted(times, reverse=True))
    _says_how_long(api, answer)


@check(MUST, "get_event_summary", "list_events", "delete_post")
def counts_events(api: Api) -> None:
    """The summary counts the events of the span it is asked for, in all, by category and the failed ones."""
    _, post = delete_a_draft(api)
    before, after = _around(_noted(api, post, "post.deleted")[1])
    answer, events = _counted(api, {"from": before, "to": after})
    summary = ok(answer, 200)
    equal(answer, "total", summary["total"], len(events))
    counted = {name: number for name, number in summary["by_category"].items() if number}
    equal(answer, "by_category", counted, dict(Counter(each["category"] for each in events)))
    equal(answer, "failed", summary["failed"], sum(each["status"] == "failed" for each in events))
    _says_how_long(api, answer)


@check(MUST, "get_event_summary", "list_events")
def refuses_broken_bounds(api: Api) -> None:
    """A bound that is no timestamp is refused with 400 validation.field_invalid."""
    for operation in ("get_event_summary", "list_events"):
        for bound in ("yesterday", "2026-02-30T00:00:00Z", ""):
            problem(api.demo.call(operation, query={"from": bound}), 400, "validation.field_invalid")


def _noted(api: Api, post: str, action: str) -> tuple[Answer, dict[str, Any]]:
    """Return the event about a post once it is in the log."""
    deadline = time.monotonic() + PATIENCE
    query = {"resource_id": post, "action": action}
    while not (found := page(answer := api.demo.call("list_events", query=query)).items):
        that(answer, time.monotonic() < deadline, f"{action} in the log", "no such event")
        time.sleep(_PAUSE)
    event: dict[str, Any] = found[0]
    return answer, event


def _around(event: dict[str, Any]) -> tuple[str, str]:
    """Return the moments a second before and after an event."""
    at = datetime.fromisoformat(event["created_at"])
    return (at - _SECOND).isoformat(), (at + _SECOND).isoformat()


def _counted(api: Api, span: dict[str, str]) -> tuple[Answer, list[dict[str, Any]]]:
    """Return the summary of a span and the events in it, of a moment at which nothing was added to it."""
    for _ in range(_TRIES):
        before = api.demo.call("get_event_summary", query=span)
        listed = page(api.demo.call("list_events", query={**span, "limit": 100}))
        if (
            before.content == api.demo.call("get_event_summary", query=span).content
            and not listed.next_cursor
        ):
            return before, listed.items
        time.sleep(_SECOND.total_seconds())
    raise NotVerified("too much happens in the workspace demo to count it")


def _says_how_long(api: Api, answer: Answer) -> None:
    """Expect `retention_days` to be what the plan of the workspace gives."""
    plan = ok(api.demo.call("get_me"), 200)["plan"]
    equal(answer, "retention_days", ok(answer, 200)["retention_days"], PLANS[plan].event_retention_days)
