"""Faults in exports."""

# ruff: noqa: ARG001, SLF001 - a fault keeps the signature of what it replaces, and reaches where the
# mistake would be made

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from faults.error_faults import when
from faults.faulty import Middleware, Reply, fault
from socialapi_stub import export_documents, exporting
from socialapi_stub.resources import exports


@fault("exports/create_export/runs_one_at_a_time")
def exports_without_limits(patch: pytest.MonkeyPatch) -> None:
    """Nobody looks at what the plan allows."""
    patch.setattr(exporting, "_require_room", lambda call: None)


@fault("exports/get_export/keeps_to_the_plan")
def keeps_reports_for_a_week(patch: pytest.MonkeyPatch) -> Middleware:
    """Every export says that its reports go after seven days, whatever the plan."""

    def spoil(reply: Reply) -> None:
        export = reply.json
        ended = datetime.fromisoformat(export["completed_at"])
        reply.json = {**export, "expires_at": (ended + timedelta(days=7)).isoformat()}

    def tells_of_the_end(reply: Reply) -> bool:
        return bool(re.fullmatch("/v1/exports/[^/]+", reply.path)) and b'"completed_at":"' in reply.body

    return when(tells_of_the_end, spoil)


@fault("exports/list_exports/lists_the_latest_first")
def lists_exports_with_their_reports(patch: pytest.MonkeyPatch) -> None:
    """The list tells where the reports are."""
    original, result = exports.list_exports, {"report_url": "https://exports.example.com/report"}

    def list_exports(call: Any, query: Any) -> Any:
        return {"exports": [{**each, "result": result} for each in original(call, query)["exports"]]}

    patch.setattr(exports, "list_exports", list_exports)


@fault("exports/list_exports/filters_by_status")
def lists_exports_of_every_status(patch: pytest.MonkeyPatch) -> None:
    """`status` does not filter."""
    original = exports.list_exports
    patch.setattr(exports, "list_exports", lambda call, query: original(call, {}))


@fault("exports/get_export/tells_how_an_export_ended", "exports/list_export_videos/lists_every_video")
def loses_a_video(patch: pytest.MonkeyPatch) -> None:
    """An export has processed one video less than it covers."""
    original = export_documents.listed

    def listed(row: Any) -> Any:
        return {**original(row), "processed_videos": max(0, row.processed_videos - 1)}

    patch.setattr(export_documents, "listed", listed)


@fault("exports/list_export_videos/has_no_videos_before_the_end", "across/machines/keeps_to_its_model/export")
def has_no_videos_instead_of_no_answer(patch: pytest.MonkeyPatch) -> None:
    """An export that is not completed has an empty list of videos."""
    original = exports.list_export_videos

    def list_export_videos(call: Any, export_id: str) -> Any:
        export = exports._export(call, export_id)
        if export.status == "completed":
            return original(call, export_id)
        return {"account_id": export.account_id, "platform": export.platform, "videos": []}

    patch.setattr(exports, "list_export_videos", list_export_videos)
