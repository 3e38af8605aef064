"""Hiding, liking and answering privately; what a platform cannot do."""

from datetime import datetime, timedelta
from typing import Any

from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.commenting import Thread, comment_where, done, threads, where_comments
from socialapi_conformance.expect import equal, has, ok, problem, refused
from socialapi_conformance.publishing import stored_copies
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_REJECTING = [slug for slug in where_comments("hide", "yes") if PLATFORMS[slug].comments.hidden_as]
_HIDING = [slug for slug in where_comments("hide", "yes", "foreign") if slug not in _REJECTING]
_PRIVATE = where_comments("private_reply", "yes")
_CAPABILITIES = {
    "delete_comment": "can_delete",
    "hide_comment": "can_hide",
    "unhide_comment": "can_hide",
    "like_comment": "can_like",
    "unlike_comment": "can_like",
    "send_private_reply": "can_private_reply",
}
_TEXT = {"text": "Thank you!"}


@check(MUST, "hide_comment", "unhide_comment", over={slug: slug for slug in _HIDING})
def hides_and_shows(api: Api, platform: str) -> None:
    """A hidden comment says so with `is_hidden`, until it is shown again."""
    found, comment = comment_where(api.demo, _can_be_hidden, platform)
    for operation_id, hidden in (("hide_comment", True), ("unhide_comment", False)):
        answer = found.call(operation_id, comment["id"])
        done(answer)
        listed = found.comment(comment["id"]) or {}
        equal(answer, "is_hidden", bool(listed.get("is_hidden")), hidden)


@check(MUST, "hide_comment", "unhide_comment", over={slug: slug for slug in _REJECTING})
def rejects_and_publishes(api: Api, platform: str) -> None:
    """On YouTube a hidden comment is rejected, so that it is not among the published ones until it is shown
    again.
    """
    found, comment = comment_where(api.demo, _can_be_hidden, platform)
    for operation_id, listed in (("hide_comment", False), ("unhide_comment", True)):
        answer = found.call(operation_id, comment["id"])
        done(answer)
        equal(answer, "listed as published", found.comment(comment["id"]) is not None, listed)


@check(MUST, "like_comment", "unlike_comment", over={slug: slug for slug in where_comments("like", "yes")})
def likes_and_takes_it_back(api: Api, platform: str) -> None:
    """A comment is liked and the like taken back; where the platform tells, `liked_by_viewer` follows."""
    found, comment = comment_where(api.demo, lambda each: bool(each["capabilities"]["can_like"]), platform)
    found.call("unlike_comment", comment["id"])  # somebody may like it already, and not every platform tells
    for operation_id, liked in (("like_comment", True), ("unlike_comment", False)):
        answer = found.call(operation_id, comment["id"])
        done(answer)
        if PLATFORMS[platform].comments.liked_by_viewer:
            listed = found.comment(comment["id"]) or {}
            equal(answer, "liked_by_viewer", bool(listed.get("liked_by_viewer")), liked)


@check(MUST, topic="capabilities", over={each[0]: each for each in _CAPABILITIES.items()})
def refuses_what_the_comment_lacks(api: Api, lacking: tuple[str, str]) -> None:
    """What the capabilities of a comment say no to is refused with 501 resource.not_supported, on every
    platform.
    """
    operation_id, capability = lacking
    comments = _one_per_platform(api, capability)
    for found, comment in comments:
        fields = _TEXT if operation_id == "send_private_reply" else {}
        problem(found.call(operation_id, comment["id"], **fields), 501, "resource.not_supported")
    if not comments:
        raise NotVerified(f"the workspace demo has no comment without {capability}")


@check(
    MUST,
    topic="platforms",
    over={name: name for name in ("list_comments", "list_comment_replies", "reply_to_comment")},
)
def refuses_platforms_without_comments(api: Api, operation_id: str) -> None:
    """On a platform without comments, a published post is answered with 501 resource.not_supported, or a
    comment that is named beside it with 404.
    """
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    for account in accounts:
        if account["status"] == "active" and account["platform"] in where_comments("list", "no"):
            for copy in stored_copies(api.demo, account["id"])[1][:1]:
                found = Thread(api.demo, {"platform_id": copy, "account_id": account["id"]})
                fields = _TEXT if operation_id == "reply_to_comment" else {}
                answer = found.call(operation_id, api.unknown_id(), **fields)
                if answer.status == 404 and operation_id == "list_comment_replies":
                    refused(answer, 404)
                else:
                    problem(answer, 501, "resource.not_supported")
                return
    raise NotVerified("the workspace demo has nothing published on a platform without comments")


@check(MUST, "send_private_reply", "overview: Response format", over={slug: slug for slug in _PRIVATE})
def answers_privately_once(api: Api, platform: str) -> None:
    """The author of a comment can be sent one message; the second is refused with 410
    private_reply_ineligible.
    """
    found, comment = comment_where(api.demo, _is_young, platform)
    first = found.call("send_private_reply", comment["id"], **_TEXT)
    if first.status != 410:  # an earlier run may have sent the one message
        has(first, "the answer", ok(first, 200), {"success": True})
    _ineligible(found.call("send_private_reply", comment["id"], **_TEXT), platform)


@check(MUST, "send_private_reply", "overview: Response format", over={slug: slug for slug in _PRIVATE})
def answers_privately_within_days(api: Api, platform: str) -> None:
    """The author of a comment that is older than 7 days cannot be sent a message any more: 410
    private_reply_ineligible.
    """
    found, comment = comment_where(api.demo, _is_old, platform)
    _ineligible(found.call("send_private_reply", comment["id"], **_TEXT), platform)


def _ineligible(answer: Answer, platform: str) -> None:
    problem(answer, 410, f"platform.{platform}.private_reply_ineligible")  # type: ignore[arg-type] # one of a family


def _can_be_hidden(comment: dict[str, Any]) -> bool:
    return bool(comment["capabilities"]["can_hide"]) and not comment.get("is_hidden")


def _is_young(comment: dict[str, Any]) -> bool:
    return not comment.get("is_owner") and _age(comment) < timedelta(days=6)


def _is_old(comment: dict[str, Any]) -> bool:
    return not comment.get("is_owner") and _age(comment) > timedelta(days=7, hours=1)


def _age(comment: dict[str, Any]) -> timedelta:
    written = datetime.fromisoformat(comment["created_at"])
    return datetime.now(written.tzinfo) - written


def _one_per_platform(api: Api, capability: str) -> list[tuple[Thread, dict[str, Any]]]:
    """Return on each platform a comment that lacks a capability, where there is one."""
    found: dict[str, tuple[Thread, dict[str, Any]]] = {}
    for platform in where_comments("list", "yes"):
        for each in threads(api.demo, platform):
            lacking = [one for one in each.comments() if not one["capabilities"][capability]]
            if lacking:
                found[platform] = (each, lacking[0])
                break
    return list(found.values())
