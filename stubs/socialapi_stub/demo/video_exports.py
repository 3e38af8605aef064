"""The exports of the demo data; the videos of posts are among them."""

from datetime import timedelta

from socialapi_contract.errors import lookup
from socialapi_contract.plans import PLANS

from socialapi_stub import ids, live, video_reports
from socialapi_stub.demo.cast import Cast
from socialapi_stub.tables.exports import Export

# Platform, days since it was asked for, state; the reports of the oldest one are deleted by now.
RUNS = (
    ("tiktok", 2, "completed"),
    ("youtube", 3, "completed"),
    ("tiktok", 4, "failed"),
    ("youtube", 35, "completed"),
)
RUNNING_TIME = timedelta(minutes=8)


def plant(cast: Cast) -> None:
    """Add the exports of the demo workspace."""
    for platform, days, status in RUNS:
        _run(cast, platform, days, status)


def _run(cast: Cast, platform: str, days: int, status: str) -> None:
    """Add an export that ended long ago."""
    workspace, _ = cast.homes["demo"]
    plan, account = PLANS[workspace.plan], cast.account(platform)
    begun = cast.now - timedelta(days=days)
    videos = [one for one in live.videos(cast.session, account) if one.made_at < begun]
    export = Export(
        id=ids.stable_uuid("export", platform, str(days)),
        workspace_id=workspace.id,
        account_id=account.id,
        platform=platform,
        status=status,
        include_transcript=True,
        include_vision=True,
        total_videos=len(videos),
        created_at=begun,
        completed_at=begun + RUNNING_TIME,
    )
    cast.session.add(export)
    if status == "failed":
        export.error = lookup(f"platform.{platform}.auth").message
        return
    export.processed_videos = len(videos)
    export.expires_at = begun + RUNNING_TIME + timedelta(days=plan.report_expiry_days)
    cast.session.add_all(video_reports.rows(export, plan, videos))
