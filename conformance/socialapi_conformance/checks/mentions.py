"""Mentions: listed and answered where the platform lets them be."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, page, problem, refused, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.samples import in_days
from socialapi_conformance.verdicts import NotVerified

_LISTING = [slug for slug, each in PLATFORMS.items() if each.mentions.list]
_ANSWERING = [slug for slug, each in PLATFORMS.items() if each.mentions.reply]


@check(MUST, "list_mentions", over={slug: slug for slug in _LISTING})
def lists_the_newest_first(api: Api, platform: str) -> None:
    """The list holds mentions of the account on its platform, the newest first."""
    for account in _accounts(api.demo, platform):
        answer = _list(api.demo, account["id"])
        mentions = page(answer).items
        kinds = {(each["type"], each["platform"], each["account_id"]) for each in mentions}
        that(answer, kinds <= {("mention", platform, account["id"])}, "mentions of the account", kinds)
        moments = [datetime.fromisoformat(each["received_at"]) for each in mentions]
        that(answer, moments == sorted(moments, reverse=True), "received_at in order", moments[:3])


@check(MUST, "list_mentions")
def looks_after_a_moment(api: Api) -> None:
    """`since` shows the mentions after that moment only."""
    account, mentions = _mentioned(api.demo, _LISTING)
    answer = _list(api.demo, account["id"], since=in_days(1))
    equal(answer, "the mentions", page(answer).items, [])
    middle = mentions[len(mentions) // 2]["received_at"]
    answer = _list(api.demo, account["id"], since=middle)
    late = [each for each in page(answer).items if _moment(each["received_at"]) <= _moment(middle)]
    equal(answer, "the mentions before", late, [])
    refused(_list(api.demo, account["id"], since="yesterday"), 400)


@check(MUST, "reply_to_mention", "get_usage", needs=("other",), alone_in="other")
def publishes_an_answer(api: Api) -> None:
    """A mention is answered by its id, which makes a new comment and costs one interaction credit."""
    account, mentions = _mentioned(api.other, _ANSWERING)
    before, made = _used(api.other), set()
    for _ in range(2):
        body = {"media_id": mentions[0]["id"], "text": api.word("answer")}
        answer = api.other.call("reply_to_mention", path={"id": account["id"]}, body=body)
        made.add(ok(answer, 200)["comment_id"])
    equal(answer, "the number of comments", len(made), 2)
    equal(answer, "interactions_used", _used(api.other), before + 2)


@check(MUST, "reply_to_mention")
def answers_unknown_mentions(api: Api) -> None:
    """A mention, or a comment in it, that does not exist is answered with 404 resource.not_found."""
    account, mentions = _mentioned(api.demo, _ANSWERING)
    unknown = api.unknown_id()
    for named in ({"media_id": unknown}, {"media_id": mentions[0]["id"], "comment_id": unknown}):
        body = {**named, "text": api.word("answer")}
        answer = api.demo.call("reply_to_mention", path={"id": account["id"]}, body=body)
        problem(answer, 404, "resource.not_found")


@check(MUST, "reply_to_mention")
def needs_a_text(api: Api) -> None:
    """An answer without a text, or with an empty or blank one, is refused with 400."""
    account, mentions = _mentioned(api.demo, _ANSWERING)
    for fields in ({}, {"text": ""}, {"text": " "}):
        body = {"media_id": mentions[0]["id"], **fields}
        refused(api.demo.call("reply_to_mention", path={"id": account["id"]}, body=body), 400)


def _list(caller: Caller, account_id: str, **query: Any) -> Answer:
    return caller.call("list_mentions", path={"id": account_id}, query=query)


def _accounts(caller: Caller, *platforms: str) -> Iterator[dict[str, Any]]:
    """Yield the first usable account on each of the platforms; raises `NotVerified` when there is none."""
    accounts = ok(caller.call("list_accounts"), 200)["data"]
    usable = [each for each in accounts if each["status"] == "active" and each["platform"] in platforms]
    if not usable:
        raise NotVerified(f"the workspace {caller.workspace.name} has no account on such a platform")
    yield from {each["platform"]: each for each in reversed(usable)}.values()


def _mentioned(caller: Caller, platforms: list[str]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return an account on one of the platforms and its mentions; `NotVerified` when there are none."""
    for account in _accounts(caller, *platforms):
        mentions = page(_list(caller, account["id"])).items
        if mentions:
            return account, mentions
    raise NotVerified(f"nobody mentioned an account of the workspace {caller.workspace.name}")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _used(caller: Caller) -> int:
    return int(ok(caller.call("get_usage"), 200)["interactions_used"])
