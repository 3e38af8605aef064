"""YouTube: a channel in numbers, live videos and the comments under them."""

from typing import Any

import pytest
from stub.callers import Client, account, code, field, publish, web

pytestmark = pytest.mark.usefixtures("reset_once")
CLIP = {"source_type": "url", "source": "https://cdn.example.com/roast.mp4", "type": "video"}


@pytest.fixture
def channel(demo: Client) -> str:
    return account(demo, "youtube")


@pytest.fixture
def video(demo: Client, channel: str) -> str:
    """YouTube's id of a video that was published here."""
    post = publish(demo, channel, title="How we roast", media=[CLIP])
    return str(post["targets"][0]["platform_post_id"])


@pytest.fixture
def comment(demo: Client, channel: str, video: str) -> str:
    """The id of a comment by the channel itself."""
    body = {"account_id": channel, "text": "Welcome."}
    return str(demo.post(f"/inbox/comments/{video}", json=body).json()["comment_id"])


def change(client: Client, channel: str, video: str, **body: Any) -> Any:
    return client.patch(f"/platforms/youtube/accounts/{channel}/videos/{video}", json=body)


def summary(client: Client, channel: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/platforms/youtube/accounts/{channel}/summary").json()
    return found


def foreign(client: Client, channel: str) -> str:
    """Return YouTube's id of a comment that somebody else wrote."""
    query = {"account_id": channel}
    for post in client.get("/inbox/comments", params=query).json()["data"]:
        for one in client.get(f"/inbox/comments/{post['platform_id']}", params=query).json()["data"]:
            if not one["is_owner"]:
                return str(one["platform_id"])
    raise AssertionError("nobody has commented on the channel")


def test_a_video_that_is_no_longer_public_is_not_counted(demo: Client, channel: str, video: str) -> None:
    before = summary(demo, channel)["video_count"]
    assert change(demo, channel, video, visibility="unlisted").json() == {"success": True}
    assert summary(demo, channel)["video_count"] == before - 1


def test_a_change_is_in_the_next_export(demo: Client, channel: str, video: str) -> None:
    change(demo, channel, video, title="Slowly")
    change(demo, channel, video, description="By hand.")
    started = demo.post(f"/accounts/{channel}/export").json()["id"]
    while demo.get(f"/exports/{started}").json()["status"] != "completed":
        pass
    found = demo.get(f"/exports/{started}/videos").json()["videos"]
    shown = next(one for one in found if one["platform_video_id"] == video)
    assert (shown["title"], shown["description"]) == ("Slowly", "By hand.")


def test_a_video_made_elsewhere_can_be_changed(demo: Client, channel: str) -> None:
    demo.post(f"/platforms/youtube/accounts/{channel}/sync")
    posts = demo.get("/posts", params={"account_ids": channel, "sort": "created_desc"}).json()["data"]
    made = posts[0]["targets"][0]["platform_post_id"]
    assert change(demo, channel, made, title="Another").status_code == 200


def test_what_was_deleted_does_not_come_back_with_a_sync(demo: Client, channel: str) -> None:
    path = f"/platforms/youtube/accounts/{channel}/sync"
    demo.post(path)
    newest = demo.get("/posts", params={"account_ids": channel, "sort": "created_desc"}).json()["data"][0]
    demo.delete(f"/posts/{newest['id']}")
    demo.post(path)
    assert code(demo.get(f"/posts/{newest['targets'][0]['platform_post_id']}")) == "post.not_found"


def test_an_unknown_video_is_not_found(demo: Client, channel: str) -> None:
    assert code(change(demo, channel, "nothing", title="X")) == "resource.not_found"


def test_a_description_is_counted_in_bytes(demo: Client, channel: str, video: str) -> None:
    assert change(demo, channel, video, description="ü" * 2500).status_code == 200
    assert field(change(demo, channel, video, description="ü" * 2501)) == "description"


def test_only_own_comments_are_rewritten(demo: Client, channel: str, comment: str) -> None:
    body = {"account_id": channel, "post_id": "any", "text": "Hello."}
    assert demo.patch(f"/platforms/youtube/comments/{comment}", json=body).json() == {"success": True}
    answer = demo.patch(f"/platforms/youtube/comments/{foreign(demo, channel)}", json=body)
    assert (answer.status_code, code(answer)) == (403, "platform.youtube.api_error")


def test_a_rejected_comment_is_hidden(demo: Client, channel: str, video: str, comment: str) -> None:
    body = {"account_id": channel, "post_id": video, "status": "rejected", "ban_author": True}
    assert demo.post(f"/platforms/youtube/comments/{comment}/moderate", json=body).status_code == 200
    assert demo.get(f"/inbox/comments/{video}", params={"account_id": channel}).json()["data"] == []


def test_only_the_rejected_are_banned(demo: Client, channel: str, comment: str) -> None:
    body = {"account_id": channel, "post_id": "any", "status": "published", "ban_author": True}
    assert field(demo.post(f"/platforms/youtube/comments/{comment}/moderate", json=body)) == "ban_author"


def test_a_platform_can_refuse_on_order(url: str, demo: Client, channel: str) -> None:
    web.post(
        f"{url}/_mock/outcomes", json={"outcome": "rate_limit", "account_id": channel}
    ).raise_for_status()
    answer = demo.get(f"/platforms/youtube/accounts/{channel}/summary")
    assert code(answer) == "platform.youtube.rate_limit"
