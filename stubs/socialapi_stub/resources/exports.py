"""Exports: the videos of an account with their numbers, read in the background."""

from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import Select, select

from socialapi_stub import export_documents, exporting, platform_calls, visibility
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables.exports import Export, ExportVideo

LATEST = 50


def create_export(call: Call, account_id: str, body: Body | None) -> Body:
    """Start an export of an account on a platform that can be exported."""
    account = visibility.account(call, account_id)
    if not PLATFORMS[account.platform].exports:
        raise Problem("resource.not_supported")
    platform_calls.require(call, account)
    return export_documents.started(exporting.start(call, account, body or {}))


def list_exports(call: Call, query: Body) -> Body:
    """Return the latest exports of the workspace, the newest first."""
    statement = _own(call).order_by(Export.created_at.desc(), Export.id.desc()).limit(LATEST)
    if "status" in query:
        statement = statement.where(Export.status == query["status"])
    return {"exports": [export_documents.listed(row) for row in call.session.scalars(statement)]}


def get_export(call: Call, export_id: str) -> Body:
    """Return an export; once it is completed, with its reports."""
    return export_documents.detailed(_export(call, export_id), call.now)


def list_export_videos(call: Call, export_id: str) -> Body:
    """Return the videos of a completed export."""
    export = _export(call, export_id)
    if export.status != "completed":
        raise Problem("validation.field_invalid", f"the export is {export.status}", field="id")
    statement = select(ExportVideo).where(ExportVideo.export_id == export.id).order_by(ExportVideo.position)
    return {
        "account_id": export.account_id,
        "platform": export.platform,
        "videos": [video.document for video in call.session.scalars(statement)],
    }


def _own(call: Call) -> Select[Export]:
    return select(Export).where(Export.workspace_id == call.workspace_id)


def _export(call: Call, export_id: str) -> Export:
    found = call.session.scalar(_own(call).where(Export.id == export_id))
    if found is None:
        raise Problem("resource.not_found", resource="export", id=export_id)
    return found
