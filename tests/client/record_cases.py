"""Cases of `exports` and `events`: looking back."""

from typing import Any

from client.caller import Caller
from client.casebook import drives
from client.workspace import Workspace, all_same, same, soon

VIDEOS = {"accounts": ["tiktok"]}


def finished(call: Caller, started: Any) -> Any:
    """Return an export as it is once it has ended."""

    def seen() -> Any:
        export = call.on(started, "refresh")
        return export if export.status in {"completed", "failed"} else None

    return soon(seen)


@drives("accounts.export", "Export.refresh", "exports.get", "exports.list", facts=VIDEOS)
def exports_an_account(call: Caller, here: Workspace) -> None:
    account = here.account("tiktok")
    started = call("accounts", "export", account, include_transcript=True, include_vision=True)
    assert (started.status, started.account_id) == ("pending", account)
    export = finished(call, started)
    assert (export.status, export.processed_videos) == ("completed", export.total_videos)
    found, held = call("exports", "get", started.id), here.get(f"/exports/{started.id}")
    for address in ("excel_url", "report_url"):
        assert getattr(found.result, address).split("?")[0] == held["result"][address].split("?")[0]
    held["result"] = found.result.model_dump()
    assert same(found, held)
    assert all_same(call("exports", "list", status="completed"), here.get("/exports")["exports"])
    assert call("exports", "list", status="failed") == []


@drives(
    "Account.export", "exports.list_videos", "Export.list_videos", facts=VIDEOS, rests_on="List of videos"
)
def finds_no_videos_in_an_export(call: Caller, here: Workspace) -> None:
    (account,) = call.every(call("accounts", "list"))
    export = finished(call, call.on(account, "export"))
    assert len(here.get(f"/exports/{export.id}/videos")["videos"]) == export.total_videos > 0
    assert (call("exports", "list_videos", export.id), call.on(export, "list_videos")) == ([], [])


@drives("events.list", "EventList.has_next_page", facts={"accounts": ["threads"]})
def walks_the_event_log(call: Caller, here: Workspace) -> None:
    for event in ("post.published", "post.failed", "post.updated"):
        here.trigger(event, "threads")
    first = call("events", "list", limit=2)
    assert (len(first), call.on(first, "has_next_page")) == (2, True)
    rest = call("events", "list", limit=100, cursor=first.next_cursor)
    assert not call.on(rest, "has_next_page")
    held = here.get("/events", limit=100)
    assert all_same([*first, *rest], held["events"])
    assert first.retention_days == held["retention_days"]


@drives("events.list", facts={"accounts": ["threads", "facebook"]})
def every_filter_of_events_reaches_the_server(call: Caller, here: Workspace) -> None:
    post = here.trigger("post.failed", "threads")["post_id"]
    here.trigger("post.failed", "facebook")
    found = next(one for one in call("events", "list", action="post.failed") if one.resource_id == post)
    filters = {"category": "post", "status": "failed", "resource_id": post, "action": "post.failed"}
    span = {"since": found.created_at, "until": "2099-01-01T00:00:00Z"}
    assert [one.id for one in call("events", "list", **filters, **span)] == [found.id]
    assert len(call("events", "list", **filters, until="2020-01-01T00:00:00Z")) == 0
    assert len(call("events", "list", **filters, platform="youtube")) == 0
    assert len(call("events", "list", account_id="acc_unknown")) == 0


@drives("events.get_summary", facts={"accounts": ["threads"]})
def counts_what_happened(call: Caller, here: Workspace) -> None:
    here.trigger("post.failed", "threads")
    found = call("events", "get_summary")
    assert (found.failed, found.by_category["post"]) == (1, 1)
    assert same(found, here.get("/events/summary"))
    span = {"since": "2020-01-01T00:00:00Z", "until": "2020-01-02T00:00:00Z"}
    assert call("events", "get_summary", **span).total == 0
