"""TikTok: a profile in numbers, and fetching its newest videos."""

from typing import Any

import pytest
from stub.callers import Client, account, code, lost_account

pytestmark = pytest.mark.usefixtures("reset_once")


def sync(client: Client) -> str:
    tiktok = account(client, "tiktok")
    assert client.post(f"/platforms/tiktok/accounts/{tiktok}/sync").json() == {"success": True}
    return tiktok


def stored(client: Client, account_id: str) -> list[dict[str, Any]]:
    query = {"account_ids": account_id, "limit": 100, "status": "published"}
    found: list[dict[str, Any]] = client.get("/posts", params=query).json()["data"]
    return found


def test_a_sync_stores_videos_made_elsewhere(demo: Client) -> None:
    before = stored(demo, account(demo, "tiktok"))
    after = stored(demo, sync(demo))
    new = [post for post in after if post["id"] not in {one["id"] for one in before}]
    assert 0 < len(new) <= 20
    assert {(post["status"], "metrics" in post["targets"][0]) for post in new} == {("published", True)}


def test_a_second_sync_stores_nothing_new(demo: Client) -> None:
    assert len(stored(demo, sync(demo))) == len(stored(demo, sync(demo)))


def test_the_summary_counts_what_is_online(demo: Client) -> None:
    tiktok = account(demo, "tiktok")
    before = demo.get(f"/platforms/tiktok/accounts/{tiktok}/summary").json()
    sync(demo)
    assert demo.get(f"/platforms/tiktok/accounts/{tiktok}/summary").json() == before
    assert before["video_count"] > 20


def test_a_sync_brings_the_details_of_the_account_up_to_date(demo: Client) -> None:
    tiktok = sync(demo)
    details = next(one for one in demo.get("/accounts").json()["data"] if one["id"] == tiktok)["metadata"]
    summary = demo.get(f"/platforms/tiktok/accounts/{tiktok}/summary").json()
    assert details == {name: summary[name] for name in details}


def test_an_account_of_another_platform_has_no_summary(demo: Client) -> None:
    answer = demo.get(f"/platforms/tiktok/accounts/{lost_account(demo)}/summary")
    assert (answer.status_code, code(answer)) == (501, "resource.not_supported")
