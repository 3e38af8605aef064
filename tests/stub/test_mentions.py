"""Mentions: listed and answered."""

from typing import Any

import pytest
from stub.callers import Client, account, code, web

Json = dict[str, Any]
pytestmark = pytest.mark.usefixtures("reset_once")


def mentions(client: Client, platform: str) -> list[Json]:
    found = client.get(f"/accounts/{account(client, platform)}/mentions", params={"limit": 100}).json()
    assert found["count"] == len(found["data"])
    listed: list[Json] = found["data"]
    return listed


def came_in(url: str, client: Client, platform: str, **overrides: Any) -> Json:
    body = {"event": "mention.received", "account_id": account(client, platform), "overrides": overrides}
    made: Json = web.post(f"{url}/_mock/trigger", json=body).json()
    return made


def reply(client: Client, platform: str, **body: Any) -> Any:
    return client.post(f"/accounts/{account(client, platform)}/mentions/reply", json={"text": "Hi", **body})


def test_a_mention_that_comes_in_is_the_first_of_the_list(url: str, demo: Client) -> None:
    made = came_in(url, demo, "instagram", content={"text": "Look!"})
    first = mentions(demo, "instagram")[0]
    shown = (first["id"], first["content"]["text"], first["type"])
    assert shown == (made["mention_id"], "Look!", "mention")
    assert first["metadata"] == {"mention_type": "caption", "media_id": made["media_id"]}


def test_a_mention_is_answered_by_any_of_its_ids(url: str, demo: Client) -> None:
    made = came_in(url, demo, "facebook")
    named = (made["mention_id"], made["mention_id"].replace("mnt", "cmt"), made["media_id"])
    assert {reply(demo, "facebook", media_id=each).status_code for each in named} == {200}


def test_the_comment_that_mentions_the_account_is_named_by_either_id(url: str, demo: Client) -> None:
    made = came_in(url, demo, "instagram", metadata={"mention_type": "comment"})
    answer = reply(demo, "instagram", media_id=made["media_id"], comment_id=made["comment_id"])
    assert answer.json()["comment_id"].startswith("sapi_cmt_")
    other = came_in(url, demo, "instagram")
    wrong = reply(demo, "instagram", media_id=other["media_id"], comment_id=made["comment_id"])
    assert code(wrong) == "resource.not_found"


def test_an_answer_on_a_post_of_the_account_stands_in_the_inbox(url: str, demo: Client) -> None:
    place = {"account_id": account(demo, "instagram")}
    post = demo.get("/inbox/comments", params=place).json()["data"][0]
    made = came_in(url, demo, "instagram", metadata={"media_id": post["platform_id"]})
    answer = reply(demo, "instagram", media_id=made["mention_id"]).json()["comment_id"]
    listed = demo.get(f"/inbox/comments/{post['platform_id']}", params=place).json()["data"]
    assert answer in [each["id"] for each in listed]


def test_threads_tells_of_mentions_and_lists_none(url: str, demo: Client) -> None:
    made = came_in(url, demo, "threads")
    latest = demo.get("/events", params={"category": "inbox"}).json()["events"][0]
    assert (latest["action"], latest["resource_id"]) == ("mention.received", made["mention_id"])
    answer = demo.get(f"/accounts/{account(demo, 'threads')}/mentions")
    assert (answer.status_code, code(answer)) == (501, "resource.not_supported")


def test_mentions_on_x_are_listed_and_not_answered(demo: Client) -> None:
    found = mentions(demo, "twitter")
    assert code(reply(demo, "twitter", media_id=found[0]["id"])) == "resource.not_supported"
