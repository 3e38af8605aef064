"""Calls about posts and comments that are refused: nothing there, nobody to act as."""

from socialapi_contract.operations import OPERATIONS

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.commenting import Thread, thread, where_comments
from socialapi_conformance.expect import ok, page, problem, refused
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_EVERY = [each for each in OPERATIONS.values() if each.resource == "comments" and "{postId}" in each.path]
ON_POSTS = {each.operation_id: each.operation_id for each in _EVERY}
ON_COMMENTS = {each.operation_id: each.operation_id for each in _EVERY if "{commentId}" in each.path}
BY_QUERY = {each.operation_id: each.operation_id for each in _EVERY if not each.body}
_ACTIONS = {
    "list_comments": "list",
    "list_comment_replies": "list",
    "reply_to_comment": "reply",
    "delete_comment": "delete",
    "hide_comment": "hide",
    "unhide_comment": "hide",
    "like_comment": "like",
    "unlike_comment": "like",
    "send_private_reply": "private_reply",
}
_TEXTS = ("reply_to_comment", "send_private_reply")


@check(MUST, topic="account_id", over=BY_QUERY)
def needs_an_account(api: Api, operation_id: str) -> None:
    """Without `account_id` a call about a post or comment is refused with 400 validation.field_required, with
    an empty one with 400.
    """
    path = {"postId": api.unknown_id(), "commentId": api.unknown_id()}
    problem(api.demo.call(operation_id, path=path), 400, "validation.field_required")
    refused(api.demo.call(operation_id, path=path, query={"account_id": ""}), 400)


@check(MUST, topic="unknown_posts", over=ON_POSTS)
def answers_unknown_posts(api: Api, operation_id: str) -> None:
    """A post that the account does not have is answered with 404 resource.not_found."""
    account_id = _able(api, operation_id).post["account_id"]
    nowhere = Thread(api.demo, {"platform_id": api.unknown_id(), "account_id": account_id})
    problem(_call(api, nowhere, operation_id), 404, "resource.not_found")


@check(MUST, topic="unknown_comments", over=ON_COMMENTS)
def answers_unknown_comments(api: Api, operation_id: str) -> None:
    """A comment that the post does not have is answered with 404 resource.not_found."""
    problem(_call(api, _able(api, operation_id), operation_id), 404, "resource.not_found")


@check(MUST, topic="other_workspaces", over=ON_POSTS, needs=("demo", "other"))
def keeps_to_its_own_posts(api: Api, operation_id: str) -> None:
    """The posts and accounts of another workspace are answered like unknown ones, with 404."""
    foreign = _able(api, operation_id).post
    problem(_call(api, Thread(api.other, foreign), operation_id), 404, "account.not_found")
    own = thread(api.other, *_platforms(operation_id)).post
    mixed = {**foreign, "account_id": own["account_id"]}
    problem(_call(api, Thread(api.other, mixed), operation_id), 404, "resource.not_found")


@check(MUST, topic="lost_grants", over=ON_POSTS)
def needs_the_grant(api: Api, operation_id: str) -> None:
    """Through an account that has lost its grant nothing is read or written: 403
    account.reconnection_required.
    """
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    for account in accounts:
        if account["status"] != "active" and account["platform"] in _platforms(operation_id):
            query = {"account_id": account["id"], "limit": 1}
            for post in page(api.demo.call("list_commented_posts", query=query)).items:
                answer = _call(api, Thread(api.demo, post), operation_id)
                problem(answer, 403, "account.reconnection_required")
                return
    raise NotVerified("the workspace demo has no commented post on an account that has lost its grant")


def _call(api: Api, found: Thread, operation_id: str) -> Answer:
    """Call an operation on a comment that does not exist, or on the post."""
    fields = {"text": api.word("text")} if operation_id in _TEXTS else {}
    return found.call(operation_id, api.unknown_id(), **fields)


def _able(api: Api, operation_id: str) -> Thread:
    """Return a thread on a platform that knows the operation."""
    return thread(api.demo, *_platforms(operation_id))


def _platforms(operation_id: str) -> list[str]:
    return where_comments(_ACTIONS[operation_id], "yes", "own", "foreign")
