"""Finds comments to work on, and writes some, through the API alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from socialapi_contract.operations import OPERATIONS
from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import has, ok, page
from socialapi_conformance.verdicts import NotVerified

MOST = 100
"""How many items of a list are looked at."""

Suits = Callable[[dict[str, Any]], bool]


class Thread:
    """A commented post, and what `caller` can do there as its account."""

    def __init__(self, caller: Caller, post: dict[str, Any]) -> None:
        self.caller = caller
        self.post = post

    @property
    def platform(self) -> str:
        """The slug of the platform."""
        return str(self.post["platform"])

    def call(self, operation_id: str, comment: str = "", /, **fields: Any) -> Answer:
        """Call an operation on the post, or on a comment there; `fields` go where the account goes."""
        operation = OPERATIONS[operation_id]
        values = {"postId": self.post["platform_id"], "commentId": comment}
        path = {name: value for name, value in values.items() if f"{{{name}}}" in operation.path}
        given = {"account_id": self.post["account_id"], **fields}
        if operation.body:
            return self.caller.call(operation_id, path=path, body=given)
        return self.caller.call(operation_id, path=path, query=given)

    def comments(self, **query: Any) -> list[dict[str, Any]]:
        """Return the comments on the post."""
        return page(self.call("list_comments", limit=MOST, **query)).items

    def replies(self, comment_id: str) -> list[dict[str, Any]]:
        """Return the answers to a comment."""
        return page(self.call("list_comment_replies", comment_id, limit=MOST)).items

    def comment(self, comment_id: str) -> dict[str, Any] | None:
        """Return a comment on the post by its id; None if the list does not show it."""
        return next((each for each in self.comments() if each["id"] == comment_id), None)

    def written(self, text: str, **fields: Any) -> str:
        """Write a comment and return its id."""
        return str(ok(self.call("reply_to_comment", text=text, **fields), 200)["comment_id"])


def threads(caller: Caller, platform: str = "") -> Iterator[Thread]:
    """Yield the commented posts of usable accounts, on one platform or on all that list them unasked."""
    accounts = ok(caller.call("list_accounts"), 200)["data"]
    usable = {each["id"]: each for each in accounts if each["status"] == "active"}
    queries: list[dict[str, Any]] = [{"platform": platform}] if platform else [{}]
    if platform and PLATFORMS[platform].comments.scoped_only:
        queries = [{"account_id": each["id"]} for each in usable.values() if each["platform"] == platform]
    for query in queries:
        for post in page(caller.call("list_commented_posts", query={**query, "limit": MOST})).items:
            if post["account_id"] in usable:
                yield Thread(caller, post)


def thread(caller: Caller, *platforms: str) -> Thread:
    """Return a commented post, on one of the platforms if some are named; `NotVerified` without one."""
    for platform in platforms or ("",):
        for found in threads(caller, platform):
            return found
    where = f" on {' or '.join(platforms)}" if platforms else ""
    raise NotVerified(f"the workspace {caller.workspace.name} has no commented post{where}")


def comment_where(caller: Caller, suits: Suits, *platforms: str) -> tuple[Thread, dict[str, Any]]:
    """Return a comment that suits and its thread, on one of the platforms; `NotVerified` without one."""
    for platform in platforms:
        for found in threads(caller, platform):
            for comment in found.comments():
                if suits(comment):
                    return found, comment
    where = " or ".join(platforms)
    raise NotVerified(f"the workspace {caller.workspace.name} has no such comment on {where}")


def where_comments(action: str, *extents: str) -> list[str]:
    """Return the platforms that let an action be done to comments to such an extent."""
    return [slug for slug, each in PLATFORMS.items() if getattr(each.comments, action) in extents]


def done(answer: Answer) -> None:
    """Expect that a comment was moderated: 200 with `success`, or 204."""
    if answer.status != 204:
        has(answer, "the answer", ok(answer, 200), {"success": True})
