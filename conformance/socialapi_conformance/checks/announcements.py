"""Announcements: what is listed, and what counts as read."""

from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.expect import equal, has, ok, problem, that, unchanged
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified


@check(MUST, "list_announcements")
def counts_what_it_lists(api: Api) -> None:
    """`count` is the number of announcements in the answer."""
    answer = api.demo.call("list_announcements")
    body = ok(answer, 200)
    equal(answer, "count", body["count"], len(body["data"]))


@check(MUST, "list_announcements")
def gives_windows_to_downtimes_alone(api: Api) -> None:
    """Only an announcement of maintenance has a window."""
    answer = api.demo.call("list_announcements")
    for each in ok(answer, 200)["data"]:
        plain = each["kind"] != "maintenance" and {"window_start", "window_end"} & each.keys()
        that(answer, not plain, f"no window for {each['kind']}", sorted(each))


@check(MUST, "mark_announcement_seen", "list_announcements")
def remembers_what_was_read(api: Api) -> None:
    """An announcement that was marked counts as seen for every token of the user; marking it again changes
    nothing.
    """
    path = {"id": _announcements(api.demo)[0]["id"]}
    for _ in range(2):
        answer = api.demo.call("mark_announcement_seen", path=path)
        has(answer, "the answer", ok(answer, 200), {"ok": True})
        for role in ("api_key", "dashboard_jwt"):
            listed = api.demo.using(role).call("list_announcements")
            seen = {each["id"]: each["seen"] for each in ok(listed, 200)["data"]}
            equal(listed, "seen", seen.get(path["id"]), True)


@check(MUST, "mark_announcement_seen", "list_announcements", needs=("demo", "other"))
def keeps_users_apart(api: Api) -> None:
    """What one user has read is not marked for another."""
    before = _announcements(api.other)
    for each in before:
        api.demo.call("mark_announcement_seen", path={"id": each["id"]})
    answer = api.other.call("list_announcements")
    unchanged(answer, before, ok(answer, 200)["data"], "the other user's list")


@check(MUST, "mark_announcement_seen")
def answers_unknown_announcements(api: Api) -> None:
    """An announcement that does not exist is answered with 404 resource.not_found."""
    answer = api.demo.call("mark_announcement_seen", path={"id": api.unknown_id()})
    problem(answer, 404, "resource.not_found")


def _announcements(caller: Caller) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ok(caller.call("list_announcements"), 200)["data"]
    if not found:
        raise NotVerified("the service has nothing to announce")
    return found
