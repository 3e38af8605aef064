"""Listing posts: filters, order, and what is left out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, page, refused, that
from socialapi_conformance.publishing import Posts
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.samples import in_days


@check(MUST, "list_posts")
def finds_posts_by_their_text(api: Api) -> None:
    """`search` finds posts by a part of their text, whatever the case of the letters."""
    word = api.word("Needle")
    post = Posts(api).made(text=f"before {word} after")
    for search in (word, word.upper(), word.lower(), word[3:]):
        _shows(_list(api, search=search), [post["id"]])
    _shows(_list(api, search=api.word("nothing")), [])


@check(MUST, "list_posts", over={"status": "draft", "status_of_another": "scheduled"})
def filters_by_state(api: Api, state: str) -> None:
    """`status` shows the posts in that state only."""
    word = api.word()
    found = {each: Posts(api).made(text=word, **_timed(api, each))["id"] for each in ("draft", "scheduled")}
    _shows(_list(api, search=word, status=state), [found[state]])


@check(MUST, "list_posts", "list_accounts")
def filters_by_target(api: Api) -> None:
    """`account_ids`, `platform` and `brand_id` show the posts with such a target only."""
    word, account = api.word(), Posts(api).account()
    there = Posts(api).made(text=word, targets=[{"account_id": account["id"]}])["id"]
    Posts(api).made(text=word)
    for query in (
        {"account_ids": account["id"]},
        {"account_ids": [account["id"], api.unknown_id()]},
        {"platform": account["platform"]},
        {"brand_id": account["brand_id"]},
    ):
        _shows(_list(api, search=word, **query), [there])


@check(MUST, "list_posts")
def filters_by_time(api: Api) -> None:
    """`from` and `to` show the posts of that time only, whichever of their times is meant."""
    word = api.word()
    early, late = (Posts(api).made(text=word, **_timed(api, "scheduled", days))["id"] for days in (20, 40))
    _shows(_list(api, **{"search": word, "from": in_days(-1), "to": in_days(50)}), [early, late])
    _shows(_list(api, **{"search": word, "from": in_days(50)}), [])
    _shows(_list(api, search=word, to=in_days(-1)), [])


@check(MUST, "list_posts", "update_post")
def leaves_out_hidden_posts(api: Api) -> None:
    """A hidden post is listed only when `hidden` is true, which shows it beside the others."""
    word = api.word()
    shown, hidden = (Posts(api).made(text=word)["id"] for _ in range(2))
    answer = api.demo.call("update_post", path={"pid": hidden}, body={"hidden": True})
    equal(answer, "hidden", ok(answer, 200)["hidden"], True)
    _shows(_list(api, search=word), [shown])
    _shows(_list(api, search=word, hidden=False), [shown])
    _shows(_list(api, search=word, hidden=True), [shown, hidden])


@check(MUST, "list_posts", over={"scheduled_asc": 1, "scheduled_desc": -1})
def sorts_by_schedule(api: Api, direction: int) -> None:
    """`sort` by schedule shows the earliest first, or the latest; the earliest first is the default."""
    word = api.word()
    made = [Posts(api).made(text=word, **_timed(api, "scheduled", days))["id"] for days in (30, 10, 20)]
    order = [made[1], made[2], made[0]][::direction]
    answer = _list(api, search=word, sort="scheduled_asc" if direction == 1 else "scheduled_desc")
    equal(answer, "the order", [post["id"] for post in page(answer).items], order)
    if direction == 1:
        plain = _list(api, search=word)
        equal(plain, "the default order", [post["id"] for post in page(plain).items], order)


@check(MUST, "list_posts", over={"created_asc": False, "created_desc": True})
def sorts_by_creation(api: Api, latest_first: bool) -> None:
    """`sort` by creation shows the oldest first, or the newest."""
    answer = _list(api, sort="created_desc" if latest_first else "created_asc", limit=100)
    moments = [datetime.fromisoformat(post["created_at"]) for post in page(answer).items]
    ordered = sorted(moments, reverse=latest_first)
    that(answer, moments == ordered, "created_at in order", f"{moments[:3]}...")


@check(
    MUST,
    "list_posts",
    over={
        "status": {"status": "sleeping"},
        "sort": {"sort": "sideways"},
        "from": {"from": "yesterday"},
        "to": {"to": "2026-02-30T00:00:00Z"},
        "hidden": {"hidden": "perhaps"},
    },
)
def refuses_invalid_filters(api: Api, query: dict[str, str]) -> None:
    """A filter with a value it cannot have is refused with 400."""
    refused(_list(api, **query), 400)


def _list(api: Api, **query: Any) -> Answer:
    return api.demo.call("list_posts", query=query)


def _timed(api: Api, state: str, days: float = 30) -> dict[str, Any]:
    """Return what makes a post of that state: a time and an account to go to."""
    if state == "draft":
        return {}
    return {"scheduled_at": in_days(days), "targets": [{"account_id": Posts(api).account()["id"]}]}


def _shows(answer: Answer, expected: Sequence[str]) -> None:
    found = [post["id"] for post in page(answer).items]
    that(answer, sorted(found) == sorted(expected), f"exactly {len(expected)} posts: {list(expected)}", found)
