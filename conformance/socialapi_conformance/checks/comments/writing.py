"""Writing comments and answers, and what that costs."""

from socialapi_contract.plans import UNLIMITED

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.commenting import thread, where_comments
from socialapi_conformance.expect import MISSING, equal, ok, problem, refused, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

# Platforms where what a check writes can be removed again.
_CLEAN = [slug for slug in where_comments("delete", "yes", "own") if slug != "youtube"]


@check(MUST, "reply_to_comment", "list_comments")
def stands_among_the_comments(api: Api) -> None:
    """A new comment is listed with its text, as the account's own."""
    found, text = thread(api.demo, *_CLEAN), api.word("comment")
    answer = found.call("reply_to_comment", text=text)
    listed = found.comment(ok(answer, 200)["comment_id"]) or {}
    shown = {name: listed.get(name, MISSING) for name in ("text", "is_owner")}
    equal(answer, "the comment", shown, {"text": text, "is_owner": True})


@check(MUST, "reply_to_comment", "list_comment_replies", over={"id": "id", "platform_id": "platform_id"})
def answers_a_comment(api: Api, name: str) -> None:
    """With `comment_id`, by either id, the text stands among the answers to that comment."""
    found, text = thread(api.demo, *_CLEAN), api.word("answer")
    parent_id = found.written(api.word("comment"))
    parent = found.comment(parent_id) or {}
    answer = found.call("reply_to_comment", text=text, comment_id=parent.get(name, parent_id))
    made = ok(answer, 200)["comment_id"]
    replies = {each["id"]: each["text"] for each in found.replies(parent_id)}
    equal(answer, "the answers", replies, {made: text})
    that(answer, bool((found.comment(parent_id) or {}).get("has_replies")), "has_replies of it", "false")


@check(MUST, "reply_to_comment")
def needs_a_text(api: Api) -> None:
    """A comment without a text, or with an empty or blank one, is refused with 400."""
    found = thread(api.demo)
    for fields in ({}, {"text": ""}, {"text": " \n "}):
        refused(found.call("reply_to_comment", **fields), 400)


@check(MUST, "reply_to_comment", "get_usage", needs=("other",), alone_in="other")
def costs_a_credit(api: Api) -> None:
    """Writing a comment costs one interaction credit; a refused one costs none."""
    found, before = thread(api.other, *_CLEAN), _used(api.other)
    found.call("reply_to_comment", text="")
    found.call("reply_to_comment", text=api.word("comment"), comment_id=api.unknown_id())
    answer = found.call("reply_to_comment", text=api.word("comment"))
    ok(answer, 200)
    equal(answer, "interactions_used", _used(api.other), before + 1)


@check(MUST, "reply_to_comment", needs=("free",), alone_in="free")
def ends_at_the_interaction_limit(api: Api) -> None:
    """On the free plan, X-Interactions-Remaining counts down to 0, and then comments are refused with 429."""
    found, limit = thread(api.free, *_CLEAN), _limit(api)
    for _ in range(limit):
        if _used(api.free) >= limit:
            break
        answer = found.call("reply_to_comment", text=api.word("comment"))
        ok(answer, 200)
        left = str(limit - _used(api.free))
        equal(answer, "X-Interactions-Remaining", answer.headers.get("x-interactions-remaining"), left)
    answer = found.call("reply_to_comment", text=api.word("comment"))
    problem(answer, 429, "validation.interaction_limit_exhausted")


@check(MUST, "delete_comment", "list_comments")
def removes_a_comment(api: Api) -> None:
    """A deleted comment is not listed any more, and deleting it again is answered with 404
    resource.not_found.
    """
    found = thread(api.demo, *_CLEAN)
    made = found.written(api.word("comment"))
    answer = found.call("delete_comment", made)
    that(answer, answer.status in (200, 204), "200 or 204", answer.summary())
    equal(answer, "the comment", found.comment(made), None)
    problem(found.call("delete_comment", made), 404, "resource.not_found")


def _used(caller: Caller) -> int:
    return int(ok(caller.call("get_usage"), 200)["interactions_used"])


def _limit(api: Api) -> int:
    limit = int(ok(api.free.call("get_usage"), 200)["interactions_limit"])
    if limit == UNLIMITED:
        raise NotVerified("the workspace free is not on a plan with limits")
    return limit
