"""Reviews: which accounts have some, what they add up to, and how they are answered."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, page, problem, refused, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.verdicts import NotVerified

_REVIEWED = {slug for slug, platform in PLATFORMS.items() if platform.reviews.list}
_MOST_PAGES = 40
_ROUNDING = 0.06
"""How far a mean may be off that is shown with one digit after the point."""

_ORDERS: dict[str, tuple[str, Callable[[dict[str, Any]], Any], bool]] = {
    "newest": ("newest", lambda review: datetime.fromisoformat(review["created_at"]), True),
    "rating_asc": ("rating_asc", lambda review: review["rating"], False),
    "rating_desc": ("rating_desc", lambda review: review["rating"], True),
}


@check(MUST, "list_review_accounts", "list_accounts")
def lists_accounts_that_can_have_reviews(api: Api) -> None:
    """Every account of a platform with reviews is listed, and no other; its ratings only with status ok."""
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    expected = {each["id"] for each in accounts if each["platform"] in _REVIEWED}
    answer = api.demo.call("list_review_accounts")
    listed = ok(answer, 200)["data"]
    equal(answer, "the accounts", {each["account_id"] for each in listed}, expected)
    for each in listed:
        shown = {"average_rating", "total_count"} & each.keys()
        that(answer, each["status"] == "ok" or not shown, f"no ratings with status {each['status']}", shown)


@check(MUST, "list_review_accounts", over={slug: slug for slug in ("google", "instagram")})
def filters_accounts_by_platform(api: Api, platform: str) -> None:
    """`platform` shows the accounts of that platform; one without reviews gives an empty list."""
    listed = ok(api.demo.call("list_review_accounts"), 200)["data"]
    expected = {each["account_id"] for each in listed if each["platform"] == platform}
    answer = api.demo.call("list_review_accounts", query={"platform": platform})
    equal(answer, "the accounts", {each["account_id"] for each in ok(answer, 200)["data"]}, expected)


@check(MUST, "list_reviews", "list_review_accounts", needs=("other",))
def sums_reviews_up(api: Api) -> None:
    """The summary counts all reviews of the account and has their mean; the list of accounts agrees."""
    account = _reviewed(api.other)
    answers = _pages(api.other, account["account_id"])
    ratings = [each["rating"] for answer in answers for each in page(answer).items]
    for answer in answers:
        summary = ok(answer, 200)["summary"]
        equal(answer, "total_count", summary["total_count"], len(ratings))
        mean, shown = sum(ratings) / len(ratings), summary["average_rating"]
        that(answer, abs(mean - shown) < _ROUNDING, f"an average_rating of {mean:.2f}", shown)
    equal(answers[0], "total_count of the account", account["total_count"], len(ratings))


@check(MUST, "list_reviews", over=_ORDERS, needs=("other",))
def keeps_the_order(api: Api, row: tuple[str, Callable[[dict[str, Any]], Any], bool]) -> None:
    """Reviews come the newest first, or by stars with the fewest or the most first; every order shows the
    same reviews.
    """
    order, value, descending = row
    account_id = _reviewed(api.other)["account_id"]
    answers = _pages(api.other, account_id, order=order, limit=3)
    reviews = [each for answer in answers for each in page(answer).items]
    values = [value(each) for each in reviews]
    equal(answers[0], "the order", values, sorted(values, reverse=descending))
    every = [each["id"] for answer in _pages(api.other, account_id) for each in page(answer).items]
    equal(answers[0], "the reviews", sorted(each["id"] for each in reviews), sorted(every))


@check(MUST, "reply_to_review", "list_reviews", "get_usage", needs=("other",), alone_in="other")
def answers_a_review(api: Api) -> None:
    """An answer stands under its review, answering again replaces it, and each time costs one interaction."""
    account_id = _reviewed(api.other)["account_id"]
    review_id = page(_list(api.other, account_id)).items[0]["id"]
    before = _used(api.other)
    for number in (1, 2):
        text = api.word("answer")
        answer = _reply(api.other, review_id, account_id, text)
        ok(answer, 200)
        reviews = {each["id"]: each for each in page(_list(api.other, account_id)).items}
        equal(answer, "the answer", reviews[review_id].get("reply", {}).get("text"), text)
        equal(answer, "interactions_used", _used(api.other), before + number)


@check(MUST, "reply_to_review", over={"empty": "", "blank": " \n"})
def refuses_empty_answers(api: Api, text: str) -> None:
    """An answer without words is refused with 400."""
    account_id = _reviewed(api.demo)["account_id"]
    review_id = page(_list(api.demo, account_id)).items[0]["id"]
    answer = _reply(api.demo, review_id, account_id, text)
    problem(answer, 400, "validation.field_invalid", "validation.field_required")


@check(MUST, "reply_to_review")
def answers_unknown_reviews(api: Api) -> None:
    """A review that the account does not have is answered with 404 resource.not_found."""
    account_id = _reviewed(api.demo)["account_id"]
    answer = _reply(api.demo, api.unknown_id(), account_id, api.word("answer"))
    problem(answer, 404, "resource.not_found")


@check(MUST, topic="platforms", over={name: name for name in ("list_reviews", "reply_to_review")})
def knows_platforms_without_reviews(api: Api, operation_id: str) -> None:
    """An account of a platform without reviews is refused with 422 account.platform_unsupported, or a review
    that is named beside it with 404.
    """
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    unrated = [each["id"] for each in accounts if each["platform"] not in _REVIEWED]
    if not unrated:
        raise NotVerified("every account is of a platform with reviews")
    if operation_id == "list_reviews":
        answer = _list(api.demo, unrated[0])
    else:
        answer = _reply(api.demo, api.unknown_id(), unrated[0], api.word("answer"))
        if answer.status == 404:
            refused(answer, 404)
            return
    problem(answer, 422, "account.platform_unsupported")


def _reviewed(caller: Caller) -> dict[str, Any]:
    """Return an account with reviews whose platform answers."""
    for account in ok(caller.call("list_review_accounts"), 200)["data"]:
        if account["status"] == "ok" and account["total_count"]:
            found: dict[str, Any] = account
            return found
    raise NotVerified(f"the workspace {caller.workspace.name} has no account with reviews")


def _list(caller: Caller, account_id: str, **query: Any) -> Answer:
    return caller.call("list_reviews", path={"account_id": account_id}, query=query)


def _pages(caller: Caller, account_id: str, **query: Any) -> list[Answer]:
    """Return the pages of a list, from the first to the last."""
    answers = [_list(caller, account_id, **query)]
    while (cursor := page(answers[-1]).next_cursor) is not None:
        if len(answers) > _MOST_PAGES:
            raise NotVerified(f"the account has more than {_MOST_PAGES} pages of reviews")
        answers.append(_list(caller, account_id, **query, cursor=cursor))
    return answers


def _reply(caller: Caller, review_id: str, account_id: str, text: str) -> Answer:
    body = {"account_id": account_id, "text": text}
    return caller.call("reply_to_review", path={"id": review_id}, body=body)


def _used(caller: Caller) -> int:
    used: int = ok(caller.call("get_usage"), 200)["interactions_used"]
    return used
