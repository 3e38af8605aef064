"""Faults in what the service tells its users, and is told: announcements, plans, feedback."""

from typing import Any

import pytest
from faults.faulty import Middleware, Reply, fault
from faults.key_faults import blind, changed
from socialapi_stub.problems import Problem
from socialapi_stub.resources import announcements, billing


@fault(
    "announcements/list_announcements/counts_what_it_lists",
    "announcements/list_announcements/gives_windows_to_downtimes_alone",
)
def announces_windows_for_everything(patch: pytest.MonkeyPatch) -> None:
    """Every announcement has a window, and none is counted."""

    def with_windows(body: Any) -> Any:
        window = {"window_start": "2026-02-22T02:00:00Z"}
        return {"data": [{**each, **window} for each in body["data"]], "count": 0}

    changed(patch, announcements, "list_announcements", with_windows)


@fault("announcements/mark_announcement_seen/remembers_what_was_read")
def shows_news_as_unread(patch: pytest.MonkeyPatch) -> None:
    """The list says that nothing was read."""
    changed(
        patch,
        announcements,
        "list_announcements",
        lambda body: {**body, "data": [{**each, "seen": False} for each in body["data"]]},
    )


@fault("announcements/mark_announcement_seen/keeps_users_apart")
def reads_for_everybody(patch: pytest.MonkeyPatch) -> None:
    """What one user has read counts as read for all."""
    read: set[str] = set()
    original, mark = announcements.list_announcements, announcements.mark_announcement_seen

    def list_announcements(call: Any) -> Any:
        body = original(call)
        return {**body, "data": [{**each, "seen": each["id"] in read} for each in body["data"]]}

    def mark_announcement_seen(call: Any, announcement_id: str) -> Any:
        done = mark(call, announcement_id)
        read.add(announcement_id)
        return done

    patch.setattr(announcements, "list_announcements", list_announcements)
    patch.setattr(announcements, "mark_announcement_seen", mark_announcement_seen)


@fault(
    "announcements/mark_announcement_seen/answers_unknown_announcements",
    "across/errors/answers_unknown_ids/mark_announcement_seen",
    "across/bounds/refuses_ids_of_any_form/mark_announcement_seen",
)
def reads_what_was_never_written(patch: pytest.MonkeyPatch) -> None:
    """An announcement that does not exist can be read."""
    original = announcements.mark_announcement_seen

    def mark_announcement_seen(call: Any, announcement_id: str) -> Any:
        try:
            return original(call, announcement_id)
        except Problem:
            return {"ok": True}

    patch.setattr(announcements, "mark_announcement_seen", mark_announcement_seen)


@fault("billing/list_billing_plans/lists_every_plan")
def sells_the_dearest_plan_first(patch: pytest.MonkeyPatch) -> None:
    """The plans are in the wrong order."""
    changed(patch, billing, "list_billing_plans", lambda body: {"plans": body["plans"][::-1]})


@fault("billing/list_billing_plans/tells_what_a_plan_costs_and_allows")
def promises_more_brands(patch: pytest.MonkeyPatch) -> None:
    """Every plan is said to be without a limit of brands."""

    def generous(body: Any) -> Any:
        return {
            "plans": [{**each, "limits": {**each["limits"], "profiles": -1}} for each in body["plans"]],
        }

    changed(patch, billing, "list_billing_plans", generous)


@fault(
    "feedback/send_feedback/takes_every_kind",
    "feedback/send_feedback/refuses_what_says_nothing",
    "across/errors/names_missing_fields/send_feedback",
    "across/errors/keeps_to_its_codes/send_feedback",
    "across/bounds/refuses_broken_patterns/send_feedback",
    "across/bounds/refuses_missing_fields/send_feedback",
    "across/bounds/refuses_null/send_feedback",
    "across/bounds/refuses_other_types/send_feedback",
    "across/bounds/refuses_values_beyond_bounds/send_feedback",
    "across/bounds/refuses_values_outside_enums/send_feedback",
)
def keeps_its_ears_shut(patch: pytest.MonkeyPatch) -> Middleware:  # noqa: ARG001 - a fault takes the patch
    """Feedback is not acknowledged, and bad feedback is an unexpected failure."""

    def spoil(reply: Reply) -> None:
        if reply.status == 200:
            reply.json = {"ok": False}
        elif reply.code in ("validation.field_required", "validation.field_invalid"):
            reply.status, reply.body = 500, b"no"

    return blind(spoil, lambda reply: reply.path == "/v1/feedback")
