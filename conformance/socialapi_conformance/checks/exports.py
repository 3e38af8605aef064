"""Exports: started within the limits of the plan, run in the background, read when they are completed."""

import time
from datetime import datetime, timedelta
from typing import Any

from socialapi_contract.errors import ErrorCode
from socialapi_contract.plans import PLANS, UNLIMITED
from socialapi_contract.states import STATES

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, problem, that
from socialapi_conformance.publishing import PATIENCE, working_account
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_PLATFORM = "tiktok"
_RUNNING = ("pending", "processing")
_MOST_LISTED = 50
_PAUSE = 0.1


@check(MUST, "create_export", "get_export", "overview: Response format")
def runs_one_at_a_time(api: Api) -> None:
    """An export is answered with 202 and can be read at once; while it runs, and during the pause after it,
    another one is refused with 429 that names plan and limit.
    """
    account = working_account(api.demo, _PLATFORM)
    if not PLANS[ok(api.demo.call("get_me"), 200)["plan"]].export_cooldown_seconds:
        raise NotVerified("the plan of the workspace demo asks for no pause between exports")
    answer = _start(api, account)
    if answer.status != 429:
        _is_waiting(api, answer, account)
        answer = _start(api, account)
    _is_limited(answer)
    if _wait_for_all(api, "completed"):
        _is_limited(_start(api, account))


@check(MUST, "list_exports")
def lists_the_latest_first(api: Api) -> None:
    """The list holds at most 50 exports, the newest first, without their reports."""
    answer, exports = _listed(api)
    that(answer, len(exports) <= _MOST_LISTED, "at most 50 exports", len(exports))
    times = [datetime.fromisoformat(export["created_at"]) for export in exports]
    equal(answer, "the order", times, sorted(times, reverse=True))
    equal(answer, "exports with result", [each["id"] for each in exports if "result" in each], [])


@check(MUST, "list_exports")
def filters_by_status(api: Api) -> None:
    """`status` shows the exports in that state only."""
    for status in STATES["export"].states:
        answer, exports = _listed(api, status=status)
        equal(answer, "the states", {export["status"] for export in exports} - {status}, set())
    answer, exports = _listed(api)
    ended = {export["id"] for export in exports if export["status"] not in _RUNNING}
    shown = {export["id"] for status in ("completed", "failed") for export in _listed(api, status=status)[1]}
    that(answer, ended <= shown, "every ended export under its state", sorted(ended - shown))


@check(MUST, "get_export", "list_exports")
def tells_how_an_export_ended(api: Api) -> None:
    """Only a failed export has an error; what has ended has completed_at; a completed one has read all of its
    videos.
    """
    for listed in _some(api):
        answer, export = _ended(api, listed["id"])
        equal(answer, "whether there is an error", "error" in export, export["status"] == "failed")
        that(answer, bool(export.get("completed_at")), "completed_at", export.get("completed_at"))
        if export["status"] == "completed":
            equal(answer, "processed_videos", export["processed_videos"], export["total_videos"])
        else:
            equal(answer, "result", export.get("result"), None)


@check(MUST, "get_export", "list_exports", "get_me")
def keeps_to_the_plan(api: Api) -> None:
    """A completed export covers no more videos than the plan allows, and its reports stay for as many days as
    the plan keeps them.
    """
    plan = PLANS[ok(api.demo.call("get_me"), 200)["plan"]]
    for listed in _some(api, status="completed"):
        answer, export = _read(api, listed["id"])
        many = plan.export_max_videos != UNLIMITED and export["total_videos"] > plan.export_max_videos
        that(answer, not many, f"at most {plan.export_max_videos} videos", export["total_videos"])
        if ended := export.get("expires_at"):
            kept = datetime.fromisoformat(ended) - datetime.fromisoformat(export["completed_at"])
            equal(answer, "days until expires_at", round(kept / timedelta(days=1)), plan.report_expiry_days)


@check(MUST, "list_export_videos", "get_export")
def lists_every_video(api: Api) -> None:
    """The videos of a completed export are as many as it has processed, none twice, with the account they are
    of.
    """
    for listed in _some(api, status="completed"):
        answer = api.demo.call("list_export_videos", path={"id": listed["id"]})
        body = ok(answer, 200)
        names = [video["platform_video_id"] for video in body["videos"]]
        equal(answer, "the number of videos", len(set(names)), listed["processed_videos"])
        whose = {name: body[name] for name in ("account_id", "platform")}
        equal(answer, "the account", whose, {name: listed[name] for name in whose})


@check(MUST, "list_export_videos", "list_exports")
def has_no_videos_before_the_end(api: Api) -> None:
    """The videos of an export that is not completed are refused with 400 validation.field_invalid."""
    exports = [export for export in _listed(api)[1] if export["status"] != "completed"]
    tried = False
    for export in exports:
        answer = api.demo.call("list_export_videos", path={"id": export["id"]})
        if _read(api, export["id"])[1]["status"] != "completed":
            problem(answer, 400, "validation.field_invalid")
            tried = True
    if not tried:
        raise NotVerified("the workspace demo has no export that is running or failed")


def _is_waiting(api: Api, answer: Answer, account: dict[str, Any]) -> None:
    """Expect a new export of an account that waits to be run."""
    started = ok(answer, 202)
    expected = {"account_id": account["id"], "platform": _PLATFORM, "status": "pending"}
    equal(answer, "the export", {name: started[name] for name in expected}, expected)
    read, export = _read(api, started["id"])
    kept = {name: started[name] for name in started if name != "status"}
    equal(read, "the export", {name: export[name] for name in kept}, kept)


def _is_limited(answer: Answer) -> None:
    codes: tuple[ErrorCode, ...] = ("billing.export_cooldown", "billing.export_limit")
    error = problem(answer, 429, "billing.export_concurrent", *codes)
    meta = set(error.get("meta", {})) or {"plan", "max"}
    that(answer, meta >= {"plan", "max"}, "error.meta with plan and max", sorted(meta))


def _start(api: Api, account: dict[str, Any]) -> Answer:
    return api.demo.call("create_export", path={"id": account["id"]}, body={})


def _read(api: Api, export_id: str) -> tuple[Answer, dict[str, Any]]:
    answer = api.demo.call("get_export", path={"id": export_id})
    return answer, ok(answer, 200)


def _listed(api: Api, **query: str) -> tuple[Answer, list[dict[str, Any]]]:
    answer = api.demo.call("list_exports", query=query)
    return answer, ok(answer, 200)["exports"]


def _some(api: Api, status: str | None = None) -> list[dict[str, Any]]:
    """Return up to three exports of demo."""
    exports = [each for each in _listed(api)[1] if status in (None, each["status"])]
    if not exports:
        raise NotVerified("the workspace demo has no such export")
    return exports[:3]


def _ended(api: Api, export_id: str) -> tuple[Answer, dict[str, Any]]:
    """Return an export once it has ended; raises `NotVerified` when that takes too long."""
    deadline = time.monotonic() + PATIENCE
    while (read := _read(api, export_id))[1]["status"] in _RUNNING:
        if time.monotonic() > deadline:
            raise NotVerified(f"the export was still {read[1]['status']} after {PATIENCE:.0f} s")
        time.sleep(_PAUSE)
    return read


def _wait_for_all(api: Api, status: str | None = None) -> bool:
    """Wait until no export is running; tell whether the latest one ended in a state."""
    exports = _listed(api)[1]
    for export in exports:
        if export["status"] in _RUNNING:
            _ended(api, export["id"])
    return bool(exports) and _read(api, exports[0]["id"])[1]["status"] == status
