"""Reviews: rated accounts, orders, the one answer."""

from typing import Any

import pytest
from stub.callers import Client, account, code, web


def reviews(client: Client, **query: Any) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/inbox/reviews/{account(client, 'google')}", params=query).json()
    return found


def reply(client: Client, review_id: str, **body: Any) -> Any:
    given = {"account_id": account(client, "google"), "text": "Thank you", **body}
    return client.post(f"/inbox/reviews/{review_id}/reply", json=given)


def test_rated_accounts_agree_with_their_reviews(demo: Client) -> None:
    rated = demo.get("/inbox/reviews").json()["data"]
    page = reviews(demo)
    assert [(one["status"], one["total_count"]) for one in rated] == [("ok", page["summary"]["total_count"])]
    assert rated[0]["last_review_at"] == page["data"][0]["created_at"]


def test_a_platform_without_reviews_has_no_rated_accounts(demo: Client) -> None:
    assert demo.get("/inbox/reviews", params={"platform": "instagram"}).json() == {"data": []}


@pytest.mark.parametrize("order", ["newest", "rating_asc", "rating_desc"])
def test_a_walk_in_any_order_shows_every_review_once(demo: Client, order: str) -> None:
    page = reviews(demo, order=order, limit=5)
    seen = page["data"]
    while page["pagination"]["has_more"]:
        page = reviews(demo, order=order, limit=5, cursor=page["pagination"]["next_cursor"])
        seen += page["data"]
    assert len({one["id"] for one in seen}) == len(seen) == page["summary"]["total_count"]
    ratings = [one["rating"] for one in seen]
    assert order == "newest" or ratings == sorted(ratings, reverse=order == "rating_desc")


def test_a_cursor_is_good_for_one_order(demo: Client) -> None:
    cursor = reviews(demo, limit=1)["pagination"]["next_cursor"]
    assert (
        reviews(demo, limit=1, cursor=cursor, order="rating_asc")["error"]["code"]
        == "validation.field_invalid"
    )


def test_answering_again_replaces_the_answer(demo: Client) -> None:
    review = reviews(demo)["data"][1]
    answers = [reply(demo, review["id"], text=text).json() for text in ("One", "Two")]
    shown = reviews(demo)["data"][1]
    assert ("reply" in review, shown["reply"]["text"]) == (False, "Two")
    assert answers[0]["reply_id"] != answers[1]["reply_id"]


@pytest.mark.parametrize(
    ("review", "platform", "expected"),
    [
        ("nothing", "google", (404, "resource.not_found")),
        ("nothing", "threads", (422, "account.platform_unsupported")),
        ("foreign", "google", (404, "resource.not_found")),
    ],
)
def test_what_cannot_be_answered(
    demo: Client, other: Client, review: str, platform: str, expected: tuple[int, str]
) -> None:
    wanted = reviews(other)["data"][0]["id"] if review == "foreign" else review
    answer = reply(demo, wanted, account_id=account(demo, platform))
    assert (answer.status_code, code(answer)) == expected


def test_an_account_without_reviews_is_no_place_to_look_for_them(demo: Client) -> None:
    answer = demo.get(f"/inbox/reviews/{account(demo, 'instagram')}")
    assert (answer.status_code, code(answer)) == (422, "account.platform_unsupported")


@pytest.mark.usefixtures("reset_after")
def test_a_platform_that_fails_keeps_its_account_in_the_list(url: str, demo: Client) -> None:
    order = {"outcome": "api_error", "account_id": account(demo, "google")}
    web.post(f"{url}/_mock/outcomes", json=order).raise_for_status()
    rated = demo.get("/inbox/reviews").json()["data"]
    assert [(one["status"], "average_rating" in one) for one in rated] == [("error", False)]
    assert reviews(demo)["error"]["code"] == "platform.google.api_error"
