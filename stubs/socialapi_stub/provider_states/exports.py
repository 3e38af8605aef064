"""Exports that have ended, without the time it takes, or that wait to be run."""

from datetime import datetime, timedelta

from socialapi_contract.errors import lookup
from socialapi_contract.plans import PLANS, Plan

from socialapi_stub import arranging, clock, exporting, ids, live, video_reports
from socialapi_stub.problems import platform_code
from socialapi_stub.provider_states import CannotArrange, Wish
from socialapi_stub.tables.exports import Export

RUNNING_TIME = timedelta(minutes=8)


def exhausted_exports(wish: Wish) -> dict[str, str]:
    """The exports that the plan allows in this period are used up, and the pause after them is over."""
    plan = _plan(wish)
    begun, _ = clock.period(wish.workspace.created_at, wish.now)
    if begun + timedelta(seconds=plan.export_cooldown_seconds or 0) > wish.now:
        raise CannotArrange("the period of the workspace is too young for exports with their pauses")
    for _ in range(plan.exports_per_month):
        _ended(wish, begun + RUNNING_TIME)
    return {"workspace_id": wish.workspace.id}


def export_in_cooldown(wish: Wish) -> dict[str, str]:
    """An export of `account_id` has just been completed, so that the pause before the next one begins."""
    return _completed(wish, wish.now)


def failed_export(wish: Wish) -> dict[str, str]:
    """The export `export_id`, else a new one of `account_id`, has failed, because its platform did."""
    export = _running(wish) if "export_id" in wish.params else _export(wish, wish.now)
    export.status, export.completed_at, export.due_at = "failed", wish.now, None
    export.error = lookup(platform_code(export.platform, "api_error")).message
    return {"account_id": export.account_id, "export_id": export.id}


def finished_export(wish: Wish) -> dict[str, str]:
    """An export of `account_id` is completed, with reports and videos, and the pause after it is over."""
    pause = timedelta(seconds=_plan(wish).export_cooldown_seconds or 0)
    return _completed(wish, wish.now - pause)


def pending_export(wish: Wish) -> dict[str, str]:
    """An export of `account_id` was asked for and waits to be run, whatever the plan allows."""
    export = _export(wish, wish.now + RUNNING_TIME)
    export.due_at = wish.now + timedelta(seconds=wish.settings.publish_seconds)
    return {"account_id": export.account_id, "export_id": export.id}


def _completed(wish: Wish, at: datetime) -> dict[str, str]:
    plan, export = _plan(wish), _ended(wish, at)
    export.include_transcript = export.include_vision = True
    account = arranging.account(wish, lambda one: one.exports)
    videos = exporting.within(plan, live.videos(wish.session, account))
    export.total_videos = export.processed_videos = len(videos)
    export.expires_at = at + timedelta(days=plan.report_expiry_days)
    wish.session.add_all(video_reports.rows(export, plan, videos))
    return {"account_id": export.account_id, "export_id": export.id}


def _ended(wish: Wish, at: datetime) -> Export:
    export = _export(wish, at)
    export.status, export.completed_at = "completed", at
    return export


def _running(wish: Wish) -> Export:
    export: Export = arranging.row(wish, Export, "export_id")
    if export.status not in exporting.RUNNING:
        raise CannotArrange(f"export_id: the export is {export.status}")
    return export


def _export(wish: Wish, at: datetime) -> Export:
    account = arranging.account(wish, lambda one: one.exports)
    export = Export(
        id=ids.new_uuid(),
        workspace_id=wish.workspace.id,
        account_id=account.id,
        platform=account.platform,
        status="pending",
        created_at=at - RUNNING_TIME,
    )
    wish.session.add(export)
    wish.session.flush()
    return export


def _plan(wish: Wish) -> Plan:
    return PLANS[wish.workspace.plan]
