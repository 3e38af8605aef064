"""Instagram: stories that disappear, posts with several authors, and who writes to an account."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from socialapi_stub import clock, collaborating
from stub.callers import Client, account, code, field, publish

PICTURE = {"source_type": "url", "source": "https://cdn.example.com/beans.jpg"}


@pytest.fixture
def publisher(demo: Client) -> str:
    return account(demo, "instagram")


@pytest.fixture
def invited(demo: Client, publisher: str) -> dict[str, Any]:
    listed = demo.get("/accounts").json()["data"]
    return next(one for one in listed if one["platform"] == "instagram" and one["id"] != publisher)


def published(client: Client, account_id: str, **settings: Any) -> str:
    """Publish a picture and return Instagram's id of it."""
    settings = {"content_type": "feed", **settings}
    target = {"account_id": account_id, "media": [PICTURE], "platform_data": settings}
    return str(publish(client, targets=[target])["targets"][0]["platform_post_id"])


def invitations(client: Client, account_id: str, media_id: str) -> dict[str, str]:
    found = client.get(f"/platforms/instagram/accounts/{account_id}/media/{media_id}/collaborators").json()
    return {one["username"]: one["status"] for one in found["data"]}


def respond(client: Client, account_id: str, media_id: str, answer: str = "accept") -> Any:
    return client.post(f"/platforms/instagram/accounts/{account_id}/media/{media_id}/collab/{answer}")


def stories(client: Client, account_id: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/platforms/instagram/accounts/{account_id}/stories").json()[
        "data"
    ]
    return found


def test_a_published_story_is_the_latest(demo: Client, publisher: str) -> None:
    story_id = published(demo, publisher, content_type="stories")
    story = stories(demo, publisher)[0]
    assert (story["id"], story["media_url"], story["metadata"]["is_story"]) == (
        story_id,
        PICTURE["source"],
        True,
    )


def test_a_post_of_the_feed_is_no_story(demo: Client, publisher: str) -> None:
    media_id = published(demo, publisher)
    assert media_id not in [story["id"] for story in stories(demo, publisher)]


def test_stories_disappear_after_a_day(demo: Client, publisher: str, monkeypatch: pytest.MonkeyPatch) -> None:
    later = datetime.fromisoformat(stories(demo, publisher)[0]["metadata"]["expires_at"])
    monkeypatch.setattr(clock, "now", lambda: later)
    assert stories(demo, publisher) == []


@pytest.mark.parametrize("names", [["@{}", "somebody"], "{} , @somebody"])
def test_collaborators_are_a_list_or_joined_by_commas(
    demo: Client, publisher: str, invited: dict[str, Any], names: Any
) -> None:
    name = invited["username"]
    given = names.format(name) if isinstance(names, str) else [one.format(name) for one in names]
    media_id = published(demo, publisher, collaborators=given)
    assert invitations(demo, publisher, media_id) == {name: "pending", "somebody": "pending"}


def test_an_answer_is_for_good(demo: Client, publisher: str, invited: dict[str, Any]) -> None:
    media_id = published(demo, publisher, collaborators=[invited["username"]])
    assert respond(demo, invited["id"], media_id, "decline").json() == {"success": True}
    answer = respond(demo, invited["id"], media_id)
    assert (answer.status_code, field(answer)) == (400, "mediaId")
    assert invitations(demo, publisher, media_id) == {invited["username"]: "declined"}


def test_an_invitation_lapses(
    demo: Client, publisher: str, invited: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    media_id = published(demo, publisher, collaborators=[invited["username"]])
    monkeypatch.setattr(collaborating, "LIFE", timedelta(0))
    assert code(respond(demo, invited["id"], media_id)) == "validation.field_invalid"
    assert invitations(demo, publisher, media_id) == {}


def test_a_post_made_elsewhere_can_be_answered_but_not_looked_into(
    demo: Client, invited: dict[str, Any]
) -> None:
    media_id = collaborating.upstream.digits(f"tidewater.books/{invited['username']}", 17)
    listed = demo.get(f"/platforms/instagram/accounts/{invited['id']}/media/{media_id}/collaborators")
    assert (listed.status_code, code(listed)) == (404, "resource.not_found")
    assert respond(demo, invited["id"], media_id).json() == {"success": True}


def test_whoever_wrote_has_a_profile_unless_they_object(demo: Client, publisher: str) -> None:
    people = demo.get("/inbox/conversations", params={"account_id": publisher}).json()["data"]
    path = f"/platforms/instagram/accounts/{publisher}/participants"
    answers = {one["participant_name"]: demo.get(f"{path}/{one['participant_id']}/profile") for one in people}
    assert answers["Maria Lopez"].json()["username"] == "maria.lopez"
    assert code(answers["Luca Rossi"]) == "platform.instagram.230"


def test_an_account_knows_its_own_people_alone(demo: Client, invited: dict[str, Any]) -> None:
    people = demo.get("/inbox/conversations", params={"platform": "facebook"}).json()["data"]
    path = f"/platforms/instagram/accounts/{invited['id']}/participants/{people[0]['participant_id']}/profile"
    assert (demo.get(path).status_code, code(demo.get(path))) == (404, "resource.not_found")
