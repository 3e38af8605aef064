"""Credits of the free plan: counted, shown, used up."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from stub.callers import Client, account, code, post_in


def body(client: Client, **more: Any) -> dict[str, Any]:
    return {"text": "X", "publish_now": True, "targets": [{"account_id": account(client, "threads")}], **more}


def exhaust(client: Client) -> None:
    for _ in range(10):
        assert client.post("/posts", json=body(client)).status_code == 201


def used(client: Client) -> int:
    return int(client.get("/usage").json()["posts_used"])


def test_a_draft_costs_nothing(free: Client) -> None:
    free.post("/posts", json={"text": "X"})
    assert used(free) == 0


def test_publishing_scheduling_and_early_publishing_cost_one_each(free: Client) -> None:
    scheduled = free.post(
        "/posts", json=body(free, publish_now=False, scheduled_at="2099-01-01T00:00:00Z")
    ).json()
    free.post("/posts", json=body(free))
    free.post(f"/posts/{scheduled['id']}/publish")
    assert used(free) == 3


def test_scheduling_a_draft_costs_one_and_moving_it_nothing(free: Client) -> None:
    made = free.post("/posts", json=body(free, publish_now=False)).json()
    for day in (1, 2):
        free.patch(f"/posts/{made['id']}", json={"scheduled_at": f"2099-01-0{day}T00:00:00Z"})
    assert used(free) == 1


def test_a_post_costs_one_however_many_accounts_it_goes_to(free: Client) -> None:
    twice = [{"account_id": account(free, "threads")}] * 2
    free.post("/posts", json=body(free, targets=twice))
    assert used(free) == 1


def test_the_headers_count_down(free: Client) -> None:
    left = [free.post("/posts", json=body(free)).headers["X-Posts-Remaining"] for _ in range(3)]
    assert left == ["9", "8", "7"]


def test_paid_plans_have_no_headers(other: Client) -> None:
    assert "X-Posts-Limit" not in other.post("/posts", json={"text": "X"}).headers


def test_a_post_beyond_the_credits_is_refused(free: Client) -> None:
    exhaust(free)
    answer = free.post("/posts", json=body(free))
    assert (answer.status_code, code(answer)) == (429, "validation.post_limit_exhausted")
    assert answer.json()["error"]["meta"] == {"plan": "free", "max": 10}


def test_a_refused_call_costs_nothing_and_makes_nothing(free: Client) -> None:
    exhaust(free)
    before = free.get("/posts", params={"limit": 100}).json()["data"]
    free.post("/posts", json=body(free))
    assert used(free) == 10
    assert len(free.get("/posts", params={"limit": 100}).json()["data"]) == len(before)


def test_a_post_that_breaks_a_rule_costs_nothing(free: Client) -> None:
    free.post("/posts", json=body(free, text="x" * 501))
    assert used(free) == 0


def test_without_credits_drafts_are_still_saved(free: Client) -> None:
    exhaust(free)
    assert free.post("/posts", json={"text": "X"}).status_code == 201


def test_without_credits_a_draft_is_not_published(free: Client) -> None:
    draft = free.post("/posts", json=body(free, publish_now=False)).json()["id"]
    exhaust(free)
    assert code(free.post(f"/posts/{draft}/publish")) == "validation.post_limit_exhausted"
    assert free.get(f"/posts/{draft}").json()["status"] == "draft"


def test_ten_credits_are_ten_however_many_ask_at_once(free: Client) -> None:
    given = body(free)
    with ThreadPoolExecutor(8) as pool:
        statuses = [*pool.map(lambda _: free.post("/posts", json=given).status_code, range(16))]
    assert sorted(statuses) == [201] * 10 + [429] * 6


def test_other_workspaces_are_not_charged(free: Client, other: Client) -> None:
    exhaust(free)
    assert other.get("/usage").json()["posts_used"] == 0


def test_reading_costs_nothing(free: Client) -> None:
    free.get(f"/posts/{post_in(free, 'published')}/metrics")
    assert used(free) == 0
