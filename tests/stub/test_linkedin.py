"""LinkedIn: how a Page is doing."""

from typing import Any

import pytest
from stub.callers import Client, account, code, field, publish

pytestmark = pytest.mark.usefixtures("reset_once")


def insights(client: Client, account_id: str) -> dict[str, Any]:
    answer = client.get("/platforms/linkedin/insights", params={"account_id": account_id})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["data"]
    return found


def test_a_published_post_has_insights_until_it_is_deleted(demo: Client) -> None:
    page = account(demo, "linkedin_page")
    post = publish(demo, page)
    name = post["targets"][0]["platform_post_id"]
    assert [one["text"] for one in insights(demo, page)["posts"] if one["post_id"] == name] == ["Now"]
    demo.delete(f"/posts/{post['id']}")
    assert name not in {one["post_id"] for one in insights(demo, page)["posts"]}


def test_its_numbers_are_the_same_every_time(demo: Client) -> None:
    page = account(demo, "linkedin_page")
    assert insights(demo, page) == insights(demo, page)


def test_members_have_no_insights(demo: Client) -> None:
    answer = demo.get("/platforms/linkedin/insights", params={"account_id": account(demo, "linkedin")})
    assert (answer.status_code, code(answer)) == (501, "resource.not_supported")


def test_an_account_is_needed(demo: Client) -> None:
    assert field(demo.get("/platforms/linkedin/insights")) == "account_id"
