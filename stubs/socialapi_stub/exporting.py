"""Exports: what the plan allows, and the way from asked for to completed."""

from datetime import datetime, timedelta

from socialapi_contract.errors import ErrorCode, lookup
from socialapi_contract.plans import PLANS, UNLIMITED, Plan
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from socialapi_stub import clock, due, ids, live, platform_calls, video_reports
from socialapi_stub.call import Body, Call
from socialapi_stub.live import Live
from socialapi_stub.problems import Problem
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables import Account, Workspace
from socialapi_stub.tables.exports import Export

VIDEOS_AT_A_TIME = 25
RUNNING = ("pending", "processing")


def start(call: Call, account: Account, body: Body) -> Export:
    """Let an export wait for its turn.

    Raises `billing.export_concurrent`, `billing.export_cooldown` and `billing.export_limit`.
    """
    _require_room(call)
    export = Export(
        id=ids.new_uuid(),
        workspace_id=call.workspace_id,
        account_id=account.id,
        platform=account.platform,
        status="pending",
        include_transcript=body.get("include_transcript", False),
        include_vision=body.get("include_vision", False),
        created_at=call.now,
        due_at=call.now + timedelta(seconds=call.settings.publish_seconds),
    )
    call.session.add(export)
    return export


def run_due(storage: Storage, settings: Settings, now: datetime) -> int:
    """Move every export that is due by one step and return how many those were."""
    waiting = select(Export).where(Export.due_at <= now).order_by(Export.due_at)
    return due.move(
        storage,
        waiting,
        Export.workspace_id,
        lambda session, export: _advance(session, export, now, settings),
    )


def within(plan: Plan, videos: list[Live]) -> list[Live]:
    """Return as many videos as a plan allows."""
    return videos if plan.export_max_videos == UNLIMITED else videos[: plan.export_max_videos]


def _require_room(call: Call) -> None:
    plan = PLANS[call.workspace.plan]
    own = select(func.count()).select_from(Export).where(Export.workspace_id == call.workspace_id)
    if _count(call, own.where(Export.status.in_(RUNNING))) >= plan.concurrent_exports:
        _refuse(call, "billing.export_concurrent", plan.concurrent_exports)
    pause = plan.export_cooldown_seconds or 0
    begins = call.now - timedelta(seconds=pause)
    if _count(call, own.where(Export.status == "completed", Export.completed_at > begins)):
        _refuse(call, "billing.export_cooldown", pause)
    period, _ = clock.period(call.workspace.created_at, call.now)
    used = _count(call, own.where(Export.status != "failed", Export.created_at >= period))
    if plan.exports_per_month != UNLIMITED and used >= plan.exports_per_month:
        _refuse(call, "billing.export_limit", plan.exports_per_month)


def _count(call: Call, counting: Select[int]) -> int:
    return call.session.scalar(counting) or 0


def _refuse(call: Call, code: ErrorCode, most: int) -> None:
    raise Problem(code, plan=call.workspace.plan, max=most)


def _advance(session: Session, export: Export, now: datetime, settings: Settings) -> None:
    account = session.get(Account, export.account_id)
    export.error = _obstacle(session, account)
    if account is None or export.error is not None:
        _end(export, "failed", now)
    elif export.status == "pending":
        _begin(session, export, account)
        export.due_at = now + timedelta(seconds=settings.publish_seconds)
    else:
        export.processed_videos = min(export.total_videos, export.processed_videos + VIDEOS_AT_A_TIME)
        export.due_at = now + timedelta(seconds=settings.publish_seconds)
        if export.processed_videos == export.total_videos:
            _end(export, "completed", now)
            export.expires_at = now + timedelta(days=_plan(session, export).report_expiry_days)


def _obstacle(session: Session, account: Account | None) -> str | None:
    """Return why the platform cannot be read, None if it can; an ordered refusal is used up by that."""
    if account is None:
        return lookup("account.not_found").message
    if account.status == "reconnect_required":
        return lookup("account.reconnection_required").message
    outcome = platform_calls.ordered(session, account, "create_export")
    if outcome is None:
        return None
    platform_calls.spend(session, outcome.id)
    return lookup(platform_calls.code_of(outcome, account.platform)).message


def _begin(session: Session, export: Export, account: Account) -> None:
    """Take down the videos as they are now, as many as the plan allows."""
    plan = _plan(session, export)
    videos = within(plan, live.videos(session, account))
    session.add_all(video_reports.rows(export, plan, videos))
    export.status = "processing"
    export.total_videos = len(videos)


def _end(export: Export, status: str, now: datetime) -> None:
    export.status = status
    export.completed_at = now
    export.due_at = None


def _plan(session: Session, export: Export) -> Plan:
    return PLANS[session.get_one(Workspace, export.workspace_id).plan]
