"""Deliveries: what goes out, what fails and why, retrying, taking down."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from socialapi_stub.serve import running
from socialapi_stub.settings import Settings
from stub.callers import Client, account, brand, caller, code, lost_account, publish, settled, web
from stub.world import soon

pytestmark = [pytest.mark.usefixtures("reset_once"), pytest.mark.every_database]
PHOTO = {"source_type": "url", "source": "https://cdn.example.com/a.jpg"}
FEED = {"platform_data": {"content_type": "feed"}, "media": [PHOTO]}


def failing(client: Client, **own: Any) -> dict[str, Any]:
    """Return the error of a delivery that was not held against the rules before."""
    body = {"text": "X", "publish_now": True, "skip_validation": True, **own}
    made = client.post("/posts", json=body).json()
    error: dict[str, Any] = settled(client, made["id"])["targets"][-1]["error"]
    return error


def coming(seconds: float) -> str:
    return (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat()


def states(post: dict[str, Any]) -> list[str]:
    return [target["status"] for target in post["targets"]]


def outcomes(result: dict[str, Any]) -> list[str]:
    return [one["outcome"] for one in result["results"]]


def test_a_post_is_publishing_before_it_is_published(demo: Client) -> None:
    body = {"text": "X", "publish_now": True, "targets": [{"account_id": account(demo, "linkedin")}]}
    made = demo.post("/posts", json=body).json()
    assert (made["status"], made["targets"][0]["status"]) == ("publishing", "publishing")
    assert settled(demo, made["id"])["status"] == "published"


def test_a_published_copy_has_an_id_an_address_and_a_time(demo: Client) -> None:
    post = publish(demo, account(demo, "linkedin"))
    target = post["targets"][0]
    assert target["platform_post_id"].startswith("urn:li:share:")
    assert target["permalink"].startswith("https://www.linkedin.com/")
    assert target["published_at"] == post["published_at"]


def test_a_scheduled_post_goes_out_when_it_is_due(demo: Client) -> None:
    body = {"text": "X", "scheduled_at": coming(1.5), "targets": [{"account_id": account(demo, "linkedin")}]}
    made = demo.post("/posts", json=body).json()
    assert made["status"] == "scheduled"
    soon(lambda: demo.get(f"/posts/{made['id']}").json()["status"] == "published")


def test_a_target_with_its_own_time_goes_out_later(demo: Client) -> None:
    targets = [
        {"account_id": account(demo, "linkedin")},
        {"account_id": account(demo, "twitter"), "scheduled_at": coming(86400)},
    ]
    made = demo.post("/posts", json={"text": "X", "scheduled_at": coming(1.5), "targets": targets}).json()
    soon(lambda: demo.get(f"/posts/{made['id']}").json()["targets"][0]["status"] == "published")
    post = demo.get(f"/posts/{made['id']}").json()
    assert (post["status"], post["targets"][1]["status"]) == ("publishing", "pending")


def test_a_lost_grant_fails_its_target_alone(demo: Client) -> None:
    post = publish(demo, account(demo, "linkedin"), lost_account(demo))
    assert (post["status"], [target["status"] for target in post["targets"]]) == (
        "partial",
        ["published", "failed"],
    )
    assert post["targets"][1]["error"]["code"] == "account.reconnection_required"
    assert post["targets"][1]["error"]["category"] == "auth"


def test_a_post_that_fails_everywhere_is_failed(demo: Client) -> None:
    post = publish(demo, lost_account(demo))
    assert (post["status"], post["published_at"]) == ("failed", None)


def test_the_status_says_whether_a_post_has_failed_already(demo: Client) -> None:
    good, bad = account(demo, "linkedin"), lost_account(demo)
    bodies = [
        {"targets": [{"account_id": one} for one in targets]} for targets in ((good,), (good, bad), (bad,))
    ]
    drafts = [demo.post("/posts", json={"text": "X", **body}).json()["id"] for body in bodies]
    made = [demo.post("/posts", json={"text": "X", "publish_now": True, **body}) for body in bodies]
    sent = [demo.post(f"/posts/{draft}/publish") for draft in drafts]
    expected = [(201, "publishing"), (207, "partial"), (422, "failed")]
    assert [(one.status_code, one.json()["status"]) for one in made] == expected
    assert [(one.status_code, one.json()["status"]) for one in sent] == expected


def test_without_a_wait_a_post_is_published_at_once(credentials: dict[str, Any]) -> None:
    with (
        running(Settings(publish_seconds=0)) as url,
        caller(url, credentials["demo"]["tokens"]["api_key"]) as client,
    ):
        targets = [{"account_id": account(client, "linkedin")}]
        answer = client.post("/posts", json={"text": "X", "publish_now": True, "targets": targets})
    assert (answer.status_code, answer.json()["status"]) == (201, "published")


@pytest.mark.parametrize(
    ("outcome", "category", "cause"),
    [
        ("auth", "auth", "user"),
        ("rate_limit", "rate_limit", "platform"),
        ("api_error", "platform", "platform"),
    ],
)
def test_a_failure_on_order_befalls_one_delivery(
    url: str, demo: Client, outcome: str, category: str, cause: str
) -> None:
    order = {"outcome": outcome, "operation": "publish_post", "account_id": account(demo, "linkedin")}
    web.post(f"{url}/_mock/outcomes", json=order).raise_for_status()
    first, second = (publish(demo, order["account_id"]) for _ in range(2))
    error = first["targets"][0]["error"]
    assert (error["code"], error["category"], error["caused_by"]) == (
        f"platform.linkedin.{outcome}",
        category,
        cause,
    )
    assert second["status"] == "published"


def test_a_failure_on_order_keeps_a_copy_online(url: str, demo: Client) -> None:
    post = publish(demo, account(demo, "linkedin"))
    order = {"outcome": "rate_limit", "account_id": account(demo, "linkedin"), "times": 2}
    web.post(f"{url}/_mock/outcomes", json=order).raise_for_status()
    refused = demo.post(f"/posts/{post['id']}/unpublish")
    answers = [demo.delete(f"/posts/{post['id']}").json() for _ in range(2)]
    assert (refused.status_code, code(refused)) == (429, "platform.linkedin.rate_limit")
    assert [answer["deleted"] for answer in answers] == [False, True]


def test_missing_media_fail_at_delivery(demo: Client) -> None:
    error = failing(demo, targets=[{"account_id": account(demo, "instagram"), "media_ids": ["nothing"]}])
    assert (error["category"], error["message"]) == ("validation", "Media not found")


@pytest.mark.parametrize(
    "source", ["https://dead.invalid/a.jpg", "http://127.0.0.1/a.jpg", "http://localhost/a.jpg"]
)
def test_an_address_that_cannot_be_fetched_fails_at_delivery(demo: Client, source: str) -> None:
    media = [{"source_type": "url", "source": source}]
    error = failing(demo, targets=[{"account_id": account(demo, "instagram"), "media": media}])
    assert error["code"] == "platform.instagram.api_error"


@pytest.mark.parametrize(
    ("platform", "items", "expected"),
    [
        ("facebook", 1, "publishing.media.unsupported_source"),
        ("instagram", 2, "publishing.media.mixing_unsupported"),
    ],
)
def test_attachment_ids_fail_where_they_do_not_fit(
    demo: Client, platform: str, items: int, expected: str
) -> None:
    media = [{"source_type": "platform_attachment_id", "source": "1", "type": "image"}, PHOTO][:items]
    assert (
        failing(demo, targets=[{"account_id": account(demo, platform), "media": media}])["code"] == expected
    )


def test_the_same_destination_twice_fails_the_second(demo: Client) -> None:
    twice = account(demo, "linkedin")
    post = publish(demo, twice, twice)
    assert states(post) == ["published", "failed"]
    assert post["targets"][1]["error"]["code"] == "publishing.duplicate_target"


def test_a_retry_sends_the_failed_targets_alone(demo: Client) -> None:
    before = publish(demo, account(demo, "linkedin"), lost_account(demo))
    assert demo.post(f"/posts/{before['id']}/retry").json() == {"success": True}
    after = settled(demo, before["id"])
    assert (after["retry_count"], after["targets"][0]) == (1, before["targets"][0])


@pytest.mark.usefixtures("reset_after")
def test_a_retry_succeeds_once_the_cause_is_mended(demo: Client) -> None:
    post = publish(demo, lost_account(demo))
    started = demo.post(
        "/accounts/connect", json={"platform": "threads", "brand_id": brand(demo, "Harbour Books")}
    )
    demo.get(started.json()["auth_url"] + "&approve=1")
    demo.post(f"/posts/{post['id']}/retry")
    assert settled(demo, post["id"])["status"] == "published"


def test_nothing_failed_leaves_nothing_to_retry(demo: Client) -> None:
    post = publish(demo, lost_account(demo))
    demo.patch(f"/posts/{post['id']}", json={"targets": [{"account_id": account(demo, "linkedin")}]})
    answer = demo.post(f"/posts/{post['id']}/retry")
    assert (answer.status_code, code(answer)) == (400, "post.no_retryable_deliveries")


def test_google_cannot_be_retried(demo: Client) -> None:
    google = account(demo, "google")
    dead = [{"source_type": "url", "source": "https://dead.invalid/a.jpg"}]
    made = publish(demo, google, skip_validation=True, media=dead)
    answer = demo.post(f"/posts/{made['id']}/retry")
    assert (made["status"], answer.status_code, code(answer)) == ("failed", 501, "resource.not_supported")


def test_deleting_takes_every_copy_down(demo: Client) -> None:
    post = publish(demo, account(demo, "linkedin"), account(demo, "twitter"))
    result = demo.delete(f"/posts/{post['id']}").json()
    assert (result["deleted"], [one["outcome"] for one in result["results"]]) == (
        True,
        ["deleted", "deleted"],
    )


def test_a_copy_that_stays_online_keeps_the_post(demo: Client) -> None:
    targets = [{"account_id": account(demo, "instagram"), **FEED}, {"account_id": account(demo, "linkedin")}]
    post = publish(demo, targets=targets)
    result = demo.delete(f"/posts/{post['id']}").json()
    assert (result["deleted"], [one["outcome"] for one in result["results"]]) == (
        False,
        ["not_supported", "deleted"],
    )
    assert [one["platform"] for one in demo.get(f"/posts/{post['id']}").json()["targets"]] == ["instagram"]


def test_unpublishing_everything_removes_the_post(demo: Client) -> None:
    post = publish(demo, account(demo, "linkedin"))
    assert demo.post(f"/posts/{post['id']}/unpublish").json() == {"success": True}
    assert demo.get(f"/posts/{post['id']}").status_code == 404


def test_unpublishing_one_account_leaves_the_others(demo: Client) -> None:
    post = publish(demo, account(demo, "linkedin"), account(demo, "twitter"))
    demo.post(f"/posts/{post['id']}/unpublish", json={"account_id": account(demo, "linkedin")})
    assert [one["platform"] for one in demo.get(f"/posts/{post['id']}").json()["targets"]] == ["twitter"]


def test_unpublishing_where_that_is_impossible_takes_the_rest_down(demo: Client) -> None:
    targets = [{"account_id": account(demo, "instagram"), **FEED}, {"account_id": account(demo, "linkedin")}]
    post = publish(demo, targets=targets)
    answer = demo.post(f"/posts/{post['id']}/unpublish")
    assert (answer.status_code, code(answer)) == (501, "resource.not_supported")
    assert "Instagram" in answer.json()["error"]["message"]
    assert [one["platform"] for one in demo.get(f"/posts/{post['id']}").json()["targets"]] == ["instagram"]


def test_unpublishing_an_account_that_is_no_target_is_404(demo: Client) -> None:
    post = publish(demo, account(demo, "linkedin"))
    answer = demo.post(f"/posts/{post['id']}/unpublish", json={"account_id": account(demo, "twitter")})
    assert (answer.status_code, code(answer)) == (404, "account.not_found")


@pytest.mark.parametrize("settings", [{"thread": 5}, {"thread": None}, {"content_type": {}}, {"title": []}])
def test_nonsense_that_skipped_the_rules_does_not_stop_the_publisher(demo: Client, settings: object) -> None:
    target = {"account_id": account(demo, "twitter"), "platform_data": settings}
    first = publish(demo, targets=[target], skip_validation=True)
    assert [first["status"], publish(demo, account(demo, "linkedin"))["status"]] == ["published", "published"]


def test_a_thread_has_an_id_for_each_part(demo: Client) -> None:
    post = publish(demo, account(demo, "twitter"), segments=[{"text": "Two"}, {"text": "Three"}])
    assert len(post["targets"][0]["metadata"]["thread_post_ids"]) == 3
