"""Instagram: a profile and its reach, stories, posts with several authors, who writes to the account."""

from datetime import datetime, timedelta
from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, has, ok, page, problem, that
from socialapi_conformance.publishing import Posts, working_account, working_accounts
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_PICTURE = {"source_type": "url", "source": "https://cdn.example.com/beans.jpg", "type": "image"}
_ANSWERS = {"accept_instagram_collaboration": "accepted", "decline_instagram_collaboration": "declined"}


@check(MUST, "get_instagram_summary", "list_accounts")
def sums_up_thirty_days(api: Api) -> None:
    """The summary has the account's handle, and its period is 30 days long."""
    account = working_account(api.demo, "instagram")
    answer = api.demo.call("get_instagram_summary", path={"id": account["id"]})
    if answer.code() == "platform.instagram.insights_scope_missing":
        raise NotVerified("the account was connected before apps could ask for insights")
    body = ok(answer, 200)
    equal(answer, "username", body["username"], account["username"])
    span = datetime.fromisoformat(body["period_end"]) - datetime.fromisoformat(body["period_start"])
    equal(answer, "the period", span, timedelta(days=30))


@check(MUST, "list_instagram_stories", "create_post")
def shows_a_published_story_for_a_day(api: Api) -> None:
    """A post published as a story is in the list, and expires 24 hours after its time."""
    account = working_account(api.demo, "instagram")
    story_id = _published(api, account, content_type="stories")
    answer = api.demo.call("list_instagram_stories", path={"id": account["id"]}, query={"limit": 100})
    story = {each["id"]: each for each in page(answer).items}.get(story_id)
    if story is None:
        that(answer, page(answer).next_cursor is not None, "the story in the list", "not listed")
        raise NotVerified("the account has more than 100 stories, in whatever order")
    equal(answer, "the account of the story", story["account_id"], account["id"])
    life = _instant(story["metadata"]["expires_at"]) - _instant(story["timestamp"])
    equal(answer, "its life", life, timedelta(hours=24))


@check(MUST, "list_instagram_collaborators", over=_ANSWERS)
def tells_what_the_invited_answered(api: Api, status: str) -> None:
    """Whom a published post names as collaborator is `pending` until the invited account answers."""
    publisher, invited = _two_accounts(api)
    media_id = _published(api, publisher, collaborators=[f"@{invited['username']}"])
    equal(*_answered(api, publisher, invited, media_id), "pending")
    operation_id = next(name for name, what in _ANSWERS.items() if what == status)
    answer = _call(api, operation_id, invited, media_id)
    has(answer, "the answer", ok(answer, 200), {"success": True})
    equal(*_answered(api, publisher, invited, media_id), status)


@check(MUST, topic="answering", over={name: name for name in _ANSWERS})
def needs_an_invitation_that_waits(api: Api, operation_id: str) -> None:
    """Without an invitation, or after answering it, the answer is 400 validation.field_invalid."""
    publisher, invited = _two_accounts(api)
    media_id = _published(api, publisher, collaborators=[invited["username"]])
    ok(_call(api, "accept_instagram_collaboration", invited, media_id), 200)
    for account in (invited, publisher):
        problem(_call(api, operation_id, account, media_id), 400, "validation.field_invalid")


@check(MUST, topic="unknown_media", over={name: name for name in ("list_instagram_collaborators", *_ANSWERS)})
def answers_unknown_media(api: Api, operation_id: str) -> None:
    """A post that Instagram does not have is answered with 404 resource.not_found."""
    account = working_account(api.demo, "instagram")
    problem(_call(api, operation_id, account, api.unknown_id()), 404, "resource.not_found")


@check(MUST, "list_instagram_collaborators")
def tells_the_publisher_alone(api: Api) -> None:
    """For any other account than the publisher the post is unknown: 404 resource.not_found."""
    publisher, invited = _two_accounts(api)
    media_id = _published(api, publisher, collaborators=[invited["username"]])
    answer = _call(api, "list_instagram_collaborators", invited, media_id)
    problem(answer, 404, "resource.not_found")


@check(MUST, "get_instagram_participant", "list_conversations")
def shows_who_wrote(api: Api) -> None:
    """A person of a conversation has a profile with the id that was asked for, or has not agreed to show it,
    which is 403 platform.instagram.230.
    """
    account = working_account(api.demo, "instagram")
    listed = api.demo.call("list_conversations", query={"account_id": account["id"]})
    people = [each["participant_id"] for each in page(listed).items] if listed.status == 200 else []
    if not people:
        raise NotVerified("nobody has written to the account")
    for person in people[:5]:
        answer = _participant(api, account, person)
        if answer.status == 403:
            problem(answer, 403, "platform.instagram.230")
        else:
            equal(answer, "id", ok(answer, 200)["id"], person)


@check(MUST, "get_instagram_participant")
def answers_unknown_participants(api: Api) -> None:
    """A person who is in no conversation of the account is answered with 404 resource.not_found."""
    account = working_account(api.demo, "instagram")
    problem(_participant(api, account, api.unknown_id()), 404, "resource.not_found")


def _two_accounts(api: Api) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return an account that publishes, and one that it can invite."""
    accounts = working_accounts(api.demo, "instagram")
    if len(accounts) < 2:
        raise NotVerified("the workspace demo needs two working accounts of instagram")
    return accounts[0], accounts[1]


def _published(api: Api, account: dict[str, Any], **settings: Any) -> str:
    """Publish a picture and return Instagram's id of it."""
    posts = Posts(api)
    settings = {"content_type": "feed", **settings}
    target = {"account_id": account["id"], "media": [_PICTURE], "platform_data": settings}
    post = posts.settled(posts.made(targets=[target], publish_now=True)["id"])
    if post["status"] != "published":
        raise NotVerified(f"the picture could not be published: {post['targets'][0].get('error')}")
    return str(post["targets"][0]["platform_post_id"])


def _call(api: Api, operation_id: str, account: dict[str, Any], media_id: str) -> Answer:
    return api.demo.call(operation_id, path={"id": account["id"], "mediaId": media_id})


def _answered(
    api: Api, publisher: dict[str, Any], invited: dict[str, Any], media_id: str
) -> tuple[Answer, str, Any]:
    """Return what the list of collaborators says of the invited account."""
    answer = _call(api, "list_instagram_collaborators", publisher, media_id)
    body = ok(answer, 200)
    equal(answer, "count", body["count"], len(body["data"]))
    shown = {each["username"]: each["status"] for each in body["data"]}
    return answer, f"the status of {invited['username']}", shown.get(invited["username"])


def _participant(api: Api, account: dict[str, Any], person: str) -> Answer:
    return api.demo.call("get_instagram_participant", path={"id": account["id"], "participantId": person})


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
