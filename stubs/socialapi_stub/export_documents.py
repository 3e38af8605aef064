"""Exports as the API shows them."""

from datetime import datetime

from socialapi_stub import clock
from socialapi_stub.call import Body
from socialapi_stub.tables.exports import Export

REPORTS = "https://exports.example.com"


def started(row: Export) -> Body:
    """Return an export that was just asked for."""
    return {**_head(row), "created_at": clock.text(row.created_at)}


def listed(row: Export) -> Body:
    """Return an export without its reports."""
    return {
        **_head(row),
        "total_videos": row.total_videos,
        "processed_videos": row.processed_videos,
        **({"error": row.error} if row.error is not None else {}),
        "created_at": clock.text(row.created_at),
        "completed_at": clock.optional_text(row.completed_at),
        "expires_at": clock.optional_text(row.expires_at),
    }


def detailed(row: Export, now: datetime) -> Body:
    """Return an export with the addresses of its reports, as long as there are any."""
    if row.expires_at is None or row.expires_at <= now:
        return listed(row)
    folder = f"{REPORTS}/{row.id}"
    signature = f"{int(now.timestamp()):x}"
    excel = f"{folder}/videos.xlsx?signature={signature}"
    return {**listed(row), "result": {"excel_url": excel, "report_url": f"{folder}/report"}}


def _head(row: Export) -> Body:
    return {"id": row.id, "account_id": row.account_id, "platform": row.platform, "status": row.status}
