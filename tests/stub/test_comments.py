"""Comments: listed, answered, moderated, answered privately."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from socialapi_stub import clock
from stub.callers import Client, account, brand, caller, code, lost_account, publish, web

Json = dict[str, Any]
pytestmark = pytest.mark.usefixtures("reset_once")


def posts(client: Client, **query: Any) -> list[Json]:
    found: list[Json] = client.get("/inbox/comments", params={"limit": 100, **query}).json()["data"]
    return found


def post_on(client: Client, platform: str) -> Json:
    query = {"account_id": account(client, platform)} if platform == "youtube" else {"platform": platform}
    return next(one for one in posts(client, **query) if one["account_id"] != lost_account(client))


def at(post: Json, *more: str) -> str:
    return "/".join(["/inbox/comments", *(quote(part, safe="") for part in (post["platform_id"], *more))])


def comments(client: Client, post: Json, **query: Any) -> list[Json]:
    params = {"account_id": post["account_id"], "limit": 100, **query}
    found: list[Json] = client.get(at(post), params=params).json()["data"]
    return found


def replies(client: Client, post: Json, comment: str) -> list[Json]:
    answer = client.get(at(post, comment, "replies"), params={"account_id": post["account_id"]})
    found: list[Json] = answer.json()["data"]
    return found


def write(client: Client, post: Json, text: str = "Hello", **more: Any) -> str:
    body = {"account_id": post["account_id"], "text": text, **more}
    return str(client.post(at(post), json=body).json()["comment_id"])


def act(client: Client, method: str, post: Json, comment: str, what: str = "", **body: Any) -> Any:
    place, through = at(post, comment, *([what] if what else [])), {"account_id": post["account_id"]}
    if method == "POST":
        return client.post(place, json={**through, **body})
    return client.delete(place, params=through)


def came_in(url: str, post: Json, **overrides: Any) -> Json:
    wishes = {"platform_post_id": post["platform_id"], **overrides}
    body = {"event": "comment.received", "account_id": post["account_id"], "overrides": wishes}
    made: Json = web.post(f"{url}/_mock/trigger", json=body).json()
    return made


def one(client: Client, post: Json, comment: str) -> Json:
    return next(each for each in comments(client, post) if each["id"] == comment)


def test_comments_are_counted_where_they_stand(demo: Client) -> None:
    post = post_on(demo, "facebook")
    top = write(demo, post)
    write(demo, post, comment_id=top)
    counted = next(each for each in posts(demo) if each["id"] == post["id"])["comment_count"]
    assert counted == post["comment_count"] + 1 == len(comments(demo, post))
    assert (one(demo, post, top)["has_replies"], one(demo, post, top)["reply_count"]) == (True, 1)


def test_a_published_post_comes_into_the_inbox_with_its_first_comment(demo: Client) -> None:
    made = publish(demo, account(demo, "twitter"))["targets"][0]
    post = {"platform_id": made["platform_post_id"], "account_id": made["account_id"]}
    assert comments(demo, post) == []
    assert post["platform_id"] not in [each["platform_id"] for each in posts(demo)]
    write(demo, post)
    first = posts(demo)[0]
    assert (first["platform_id"], first["content"], first["comment_count"]) == (post["platform_id"], "Now", 1)


def test_a_post_is_found_by_the_id_of_its_row_as_well(demo: Client) -> None:
    post = post_on(demo, "threads")
    assert comments(demo, post) == comments(demo, {**post, "platform_id": post["id"]})


def test_a_wrong_prefix_is_not_told_apart(demo: Client) -> None:
    post = post_on(demo, "instagram")
    made = write(demo, post).replace("cmt", "rev")
    assert act(demo, "POST", post, made, "hide").json() == {"success": True}


def test_the_post_with_the_latest_comment_is_first(demo: Client) -> None:
    last = posts(demo)[-1]
    if last["account_id"] == lost_account(demo):
        last = posts(demo, platform="instagram")[-1]
    made = write(demo, last)
    assert posts(demo)[0]["id"] == last["id"] == posts(demo, sort_order="asc")[-1]["id"]
    act(demo, "DELETE", last, made)
    assert posts(demo)[0]["id"] != last["id"]


def test_a_deleted_comment_takes_its_answers_along(demo: Client) -> None:
    post = post_on(demo, "instagram")
    top = write(demo, post)
    answer = write(demo, post, comment_id=top)
    act(demo, "DELETE", post, top)
    assert code(act(demo, "POST", post, answer, "hide")) == "resource.not_found"


def test_a_like_counts_once_and_is_told_where_the_platform_tells(demo: Client) -> None:
    for platform, told in (("facebook", False), ("linkedin_page", True)):
        post = post_on(demo, platform)
        made = write(demo, post)
        for _ in range(2):
            act(demo, "POST", post, made, "like")
        liked = one(demo, post, made)
        assert (liked["like_count"], liked["liked_by_viewer"]) == (1, told)
        for _ in range(2):
            act(demo, "DELETE", post, made, "like")
        assert one(demo, post, made)["like_count"] == 0


def test_hiding_twice_is_hiding_once(demo: Client) -> None:
    post = post_on(demo, "instagram")
    made = write(demo, post)
    for method, hidden in (("POST", True), ("POST", True), ("DELETE", False), ("DELETE", False)):
        assert act(demo, method, post, made, "hide").status_code == 200
        assert one(demo, post, made)["is_hidden"] is hidden


def test_a_hidden_comment_on_youtube_is_rejected_and_not_counted(demo: Client) -> None:
    post = post_on(demo, "youtube")
    made = write(demo, post)
    act(demo, "POST", post, made, "hide")
    assert made not in [each["id"] for each in comments(demo, post)]
    assert post_on(demo, "youtube")["comment_count"] == len(comments(demo, post))
    act(demo, "DELETE", post, made, "hide")
    assert one(demo, post, made)["moderation_status"] == "published"


def test_showing_a_comment_that_is_held_for_review_leaves_it_there(demo: Client) -> None:
    held = [
        (post, each)
        for post in posts(demo, account_id=account(demo, "youtube"))
        for each in comments(demo, post, moderation_status="held_for_review")
    ]
    post, comment = held[0]
    act(demo, "DELETE", post, comment["id"], "hide")
    assert comment in comments(demo, post, moderation_status="held_for_review")


@pytest.mark.parametrize(
    ("platform", "method", "what"),
    [
        ("threads", "POST", "hide"),
        ("threads", "POST", "like"),
        ("twitter", "DELETE", ""),
        ("twitter", "POST", "hide"),
        ("linkedin_page", "DELETE", "hide"),
        ("youtube", "POST", "private-reply"),
        ("instagram", "DELETE", "like"),
    ],
)
def test_what_a_platform_cannot_do_to_an_own_comment_is_501(
    demo: Client, platform: str, method: str, what: str
) -> None:
    post = post_on(demo, platform)
    answer = act(demo, method, post, write(demo, post), what, text="Hello")
    assert (answer.status_code, code(answer)) == (501, "resource.not_supported")


def test_on_threads_comments_of_others_are_hidden_and_own_ones_deleted(url: str, demo: Client) -> None:
    post = post_on(demo, "threads")
    own, foreign = write(demo, post), came_in(url, post)["comment_id"]
    assert act(demo, "POST", post, foreign, "hide").status_code == 200
    assert act(demo, "DELETE", post, foreign).status_code == 501
    assert act(demo, "DELETE", post, own).status_code == 200


def test_the_author_of_a_comment_is_sent_one_message(url: str, demo: Client) -> None:
    post = post_on(demo, "facebook")
    made = came_in(url, post)["comment_id"]
    answers = [act(demo, "POST", post, made, "private-reply", text="Hello") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 410]
    assert code(answers[1]) == "platform.facebook.private_reply_ineligible"


def test_a_private_reply_goes_out_for_seven_days(url: str, demo: Client) -> None:
    post, statuses = post_on(demo, "instagram"), []
    for age in (timedelta(days=7, minutes=-1), timedelta(days=7, minutes=1)):
        made = came_in(url, post, received_at=clock.text(clock.now() - age))["comment_id"]
        statuses.append(act(demo, "POST", post, made, "private-reply", text="Hello").status_code)
    assert statuses == [200, 410]


def test_a_comment_that_comes_in_is_an_answer_if_it_has_a_parent(url: str, demo: Client) -> None:
    post = post_on(demo, "threads")
    made = came_in(url, post, content={"text": "First!"}, author={"username": "ada"})
    answer = came_in(url, post, metadata={"parent_id": made["platform_id"]})
    comment = one(demo, post, made["comment_id"])
    assert (comment["text"], comment["author_username"], comment["is_owner"]) == ("First!", "ada", False)
    assert [each["id"] for each in replies(demo, post, made["comment_id"])] == [answer["comment_id"]]


def test_a_comment_that_comes_in_is_an_event(url: str, demo: Client) -> None:
    made = came_in(url, post_on(demo, "instagram"))
    latest = demo.get("/events", params={"category": "inbox"}).json()["events"][0]
    assert (latest["action"], latest["resource_id"]) == ("comment.received", made["comment_id"])


def test_a_comment_cannot_come_in_on_a_post_that_is_not_there(url: str, demo: Client) -> None:
    overrides = {"post_id": "nothing"}
    body = {"event": "comment.received", "account_id": account(demo, "threads"), "overrides": overrides}
    assert web.post(f"{url}/_mock/trigger", json=body).status_code == 400


def test_a_platform_that_refuses_charges_nothing(url: str, demo: Client) -> None:
    post = post_on(demo, "instagram")
    used = demo.get("/usage").json()["interactions_used"]
    refusing = {"account_id": post["account_id"], "outcome": "rate_limit", "times": 1}
    web.post(f"{url}/_mock/outcomes", json=refusing)
    answer = demo.post(at(post), json={"account_id": post["account_id"], "text": "Hello"})
    assert (answer.status_code, code(answer)) == (429, "platform.instagram.rate_limit")
    assert demo.get("/usage").json()["interactions_used"] == used


def test_a_key_for_one_brand_sees_the_posts_of_that_brand(url: str, demo: Client) -> None:
    own = brand(demo, "Harbour Books")
    key = demo.post("/keys", json={"name": "K", "brand_ids": [own]}).json()["raw_key"]
    with caller(url, key) as client:
        assert posts(client) == posts(demo, brand_id=own) != []
        foreign = post_on(demo, "instagram")
        answer = client.get(at(foreign), params={"account_id": foreign["account_id"]})
    assert code(answer) == "account.not_found"


def test_a_cursor_is_good_for_one_post_only(demo: Client) -> None:
    first, second = posts(demo, platform="instagram")[:2]
    page = demo.get(at(first), params={"account_id": first["account_id"], "limit": 1}).json()["pagination"]
    query = {"account_id": second["account_id"], "limit": 1, "cursor": page["next_cursor"]}
    assert demo.get(at(second), params=query).status_code == 400
