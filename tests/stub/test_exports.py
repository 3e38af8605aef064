"""Exports: started within the limits of the plan, run in the background, failed when the platform fails."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from postgres import NewDatabase
from socialapi_stub import exporting, seeds
from socialapi_stub.settings import Settings
from socialapi_stub.storage import Storage
from socialapi_stub.tables.exports import Export
from sqlalchemy import select
from stub.callers import Client, account, caller, code, field, lost_account, web

pytestmark = pytest.mark.every_database
DAY = 86400
EVERYTHING = {"include_transcript": True, "include_vision": True}


def start(client: Client, platform: str = "tiktok", **body: Any) -> Any:
    return client.post(f"/accounts/{account(client, platform)}/export", json=body)


def ended(client: Client, export_id: str) -> dict[str, Any]:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        export: dict[str, Any] = client.get(f"/exports/{export_id}").json()
        if export["status"] not in ("pending", "processing"):
            return export
        time.sleep(0.02)
    raise AssertionError(f"export {export_id} is still running")


def finished(client: Client, **body: Any) -> dict[str, Any]:
    started = start(client, **body)
    assert started.status_code == 202, started.text
    return ended(client, started.json()["id"])


def videos(client: Client, export_id: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/exports/{export_id}/videos").json()["videos"]
    return found


def workspace(url: str, plan: str) -> str:
    """Return the key of a new workspace."""
    body = {"plan": plan, "accounts": ["tiktok", "youtube", "threads"]}
    made = web.post(f"{url}/_mock/workspaces", json=body).json()["workspaces"]
    return str(next(iter(made.values()))["tokens"]["api_key"])


@pytest.fixture
def mine(url: str) -> Iterator[Client]:
    """A caller with a new workspace on the plan of the demo."""
    with caller(url, workspace(url, "pro")) as client:
        yield client


@pytest.fixture
def hobby(url: str) -> Iterator[Client]:
    """A caller with a new workspace on the free plan."""
    with caller(url, workspace(url, "free")) as client:
        yield client


@pytest.fixture
def advance(url: str) -> Iterator[Callable[[float], Any]]:
    """Move the clock by seconds; the real time is back after the test."""
    yield lambda seconds: web.post(f"{url}/_mock/clock", json={"advance": seconds})
    web.post(f"{url}/_mock/clock", json={"reset": True})


def test_an_export_ends_with_its_reports_and_videos(mine: Client) -> None:
    export = finished(mine)
    assert (export["status"], export["processed_videos"]) == ("completed", export["total_videos"])
    assert export["id"] in export["result"]["excel_url"]
    assert len(videos(mine, export["id"])) == export["total_videos"] > 20


def test_videos_published_here_are_among_them(demo: Client) -> None:
    tiktok = account(demo, "tiktok")
    posts = demo.get("/posts", params={"account_ids": tiktok, "limit": 100, "status": "published"})
    targets = [target for post in posts.json()["data"] for target in post["targets"]]
    copies = {target["platform_post_id"] for target in targets if target["account_id"] == tiktok}
    assert copies <= {video["platform_video_id"] for video in videos(demo, finished(demo)["id"])}


def test_a_body_is_not_needed(mine: Client) -> None:
    assert mine.post(f"/accounts/{account(mine, 'youtube')}/export").status_code == 202


def test_the_free_plan_cuts_what_it_does_not_allow(hobby: Client) -> None:
    found = videos(hobby, finished(hobby, **EVERYTHING)["id"])
    assert (len(found) <= 30, sum("transcript" in one for one in found)) == (True, 10)
    assert not any("vision_summary" in one for one in found)


def test_only_what_was_asked_for_is_written_down(mine: Client) -> None:
    found = videos(mine, finished(mine, include_vision=True)["id"])
    assert {("transcript" in one, "vision_summary" in one) for one in found} == {(False, True)}


def test_one_export_runs_at_a_time(mine: Client) -> None:
    start(mine)
    second = start(mine, "youtube")
    assert (second.status_code, code(second)) == (429, "billing.export_concurrent")
    assert second.json()["error"]["meta"] == {"plan": "pro", "max": 1}


def test_a_pause_follows_an_export(mine: Client, advance: Callable[[float], Any]) -> None:
    finished(mine)
    assert code(start(mine)) == "billing.export_cooldown"
    advance(3600)
    assert start(mine).status_code == 202


def test_the_exports_of_a_month_end(hobby: Client, advance: Callable[[float], Any]) -> None:
    for _ in range(2):
        finished(hobby)
        advance(8 * DAY)
    third = start(hobby)
    assert (code(third), third.json()["error"]["meta"]) == (
        "billing.export_limit",
        {"plan": "free", "max": 2},
    )


@pytest.mark.parametrize("outcome", ["auth", "rate_limit", "api_error"])
def test_an_export_fails_with_its_platform_and_costs_nothing(url: str, mine: Client, outcome: str) -> None:
    body = {"outcome": outcome, "operation": "create_export", "workspace": mine.get("/users/me").json()["id"]}
    web.post(f"{url}/_mock/outcomes", json=body).raise_for_status()
    export = finished(mine)
    assert (export["status"], bool(export["error"]), export["expires_at"]) == ("failed", True, None)
    assert finished(mine)["status"] == "completed"


def test_an_export_of_an_account_that_goes_fails(mine: Client) -> None:
    export = start(mine).json()
    mine.delete(f"/accounts/{export['account_id']}")
    assert ended(mine, export["id"])["status"] == "failed"


def test_a_failed_export_has_no_videos(demo: Client) -> None:
    failed = demo.get("/exports", params={"status": "failed"}).json()["exports"][0]
    answer = demo.get(f"/exports/{failed['id']}/videos")
    assert (answer.status_code, code(answer)) == (400, "validation.field_invalid")


def test_reports_are_deleted_when_their_time_is_over(demo: Client) -> None:
    oldest = demo.get("/exports").json()["exports"][-1]
    assert (oldest["status"], "result" in demo.get(f"/exports/{oldest['id']}").json()) == ("completed", False)


def test_a_platform_without_exports_says_so(demo: Client) -> None:
    answers = [start(demo, "threads"), demo.post(f"/accounts/{lost_account(demo)}/export")]
    assert {(one.status_code, code(one)) for one in answers} == {(501, "resource.not_supported")}


def test_an_unknown_status_is_named(demo: Client) -> None:
    assert field(demo.get("/exports", params={"status": "done"})) == "status"


def test_brand_keys_have_no_exports(as_role: Any) -> None:
    assert code(as_role("demo", "brand_key").get("/exports")) == "auth.insufficient_scope"


def test_another_workspace_sees_no_export(demo: Client, other: Client) -> None:
    export = demo.get("/exports").json()["exports"][0]["id"]
    assert other.get("/exports").json() == {"exports": []}
    assert code(other.get(f"/exports/{export}")) == "resource.not_found"


def test_rows_alone_carry_an_export_through_restarts(new_database: NewDatabase) -> None:
    storage, settings = Storage(new_database()), Settings(publish_seconds=0)
    seeds.prepare(storage, "demo")
    with storage.write() as session:
        export = session.scalars(select(Export).where(Export.status == "completed").limit(1)).one()
        export.status, export.processed_videos, export.due_at = "processing", 0, export.created_at
    moved = [exporting.run_due(storage, settings, export.created_at) for _ in range(4)]
    with storage.read() as session:
        ended = session.get_one(Export, export.id)
    storage.close()
    assert (ended.status, sum(moved)) == ("completed", -(-ended.total_videos // exporting.VIDEOS_AT_A_TIME))
