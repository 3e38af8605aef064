"""Listing commented posts, comments, and the answers to them."""

from typing import Any

from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.commenting import MOST, comment_where, thread, threads, where_comments
from socialapi_conformance.expect import equal, ok, page, refused, that
from socialapi_conformance.publishing import working_account
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.samples import in_days
from socialapi_conformance.verdicts import NotVerified

_NO_COMMENTS = where_comments("list", "no")
_SCOPED = [slug for slug, each in PLATFORMS.items() if each.comments.scoped_only]


@check(MUST, "list_commented_posts", over={"account_id": "account_id", "platform": "platform"})
def filters_posts(api: Api, name: str) -> None:
    """`account_id` and `platform` show the posts of that account or platform only."""
    for value in {each.post[name] for each in threads(api.demo)}:
        answer = _list(api, **{name: value})
        shown = {each[name] for each in page(answer).items}
        equal(answer, f"the {name} of every post", shown, {value})


@check(MUST, "list_commented_posts", "list_accounts")
def filters_by_brand(api: Api) -> None:
    """`brand_id` shows the posts on accounts of that brand only."""
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    brands = {each["id"]: each["brand_id"] for each in accounts}
    brand_id = brands[thread(api.demo).post["account_id"]]
    answer = _list(api, brand_id=brand_id)
    equal(answer, "the brands", {brands.get(each["account_id"]) for each in page(answer).items}, {brand_id})


@check(
    MUST,
    "list_commented_posts",
    over={
        "unknown_account": ("account_id", None),
        "unknown_brand": ("brand_id", None),
        "unknown_platform": ("platform", "myspace"),
        **{slug: ("platform", slug) for slug in _NO_COMMENTS[:1]},
    },
)
def finds_nothing(api: Api, wanted: tuple[str, str | None]) -> None:
    """A filter that names an unknown id, or a platform without comments, gives an empty list."""
    name, value = wanted
    answer = _list(api, **{name: value or api.unknown_id()})
    equal(answer, "the posts", page(answer).items, [])


@check(MUST, "list_commented_posts")
def filters_by_comments(api: Api) -> None:
    """`since` and `min_comments` show the posts with comments after that time, and with as many."""
    thread(api.demo)
    for query in ({"since": in_days(1)}, {"min_comments": 2**31 - 1}):
        answer = _list(api, **query)
        equal(answer, "the posts", page(answer).items, [])
    answer = _list(api, since=in_days(-3650), min_comments=1)
    posts = page(answer).items
    that(answer, bool(posts), "the commented posts", "none")
    that(answer, all(each.get("comment_count", 1) for each in posts), "one comment on each", "none on some")


@check(MUST, "list_commented_posts", needs=("other",), alone_in="other")
def sorts_by_the_latest_comment(api: Api) -> None:
    """The post with the latest comment is first, or with `sort_order` asc last."""
    found = list(threads(api.other))
    if len(found) < 2:
        raise NotVerified("the workspace other needs two commented posts")
    found[-1].written(api.word("comment"))
    last = found[-1].post["id"]
    for order, place in (("desc", 0), ("asc", -1)):
        answer = api.other.call("list_commented_posts", query={"sort_order": order, "limit": MOST})
        equal(answer, "the post with the latest comment", page(answer).items[place]["id"], last)


@check(MUST, "list_commented_posts", over={slug: slug for slug in _SCOPED})
def lists_one_account_only(api: Api, platform: str) -> None:
    """The videos of YouTube are listed only when `account_id` names the account, and as a single page."""
    answer = _list(api)
    that(answer, all(each["platform"] != platform for each in page(answer).items), f"no {platform}", "some")
    account_id = working_account(api.demo, platform)["id"]
    scoped = _list(api, account_id=account_id)
    shown = page(scoped)
    equal(scoped, "next_cursor", shown.next_cursor, None)
    if not shown.items:
        raise NotVerified(f"the {platform} account has no commented post")
    equal(scoped, "the accounts", {each["account_id"] for each in shown.items}, {account_id})


@check(
    MUST,
    "list_commented_posts",
    over={
        "sort_by": {"sort_by": "likes"},
        "sort_order": {"sort_order": "sideways"},
        "since": {"since": "yesterday"},
        "min_comments": {"min_comments": -1},
    },
)
def refuses_invalid_filters(api: Api, query: dict[str, Any]) -> None:
    """A filter with a value it cannot have is refused with 400."""
    refused(api.demo.call("list_commented_posts", query=query), 400)


@check(MUST, "list_comments", over={slug: slug for slug in where_comments("list", "yes")})
def tells_what_can_be_done(api: Api, platform: str) -> None:
    """The capabilities of a comment are those of its platform, on Threads also by its author."""
    found, rules = thread(api.demo, platform), PLATFORMS[platform].comments
    answer = found.call("list_comments", limit=MOST)
    for comment in page(answer).items:
        allowing = ("yes", "own" if comment.get("is_owner") else "foreign")
        actions = ("reply", "delete", "hide", "like", "private_reply")
        expected = {f"can_{action}": getattr(rules, action) in allowing for action in actions}
        equal(answer, "capabilities", comment["capabilities"], {**comment["capabilities"], **expected})


@check(MUST, "list_comments", over={slug: slug for slug in _SCOPED})
def filters_comments(api: Api, platform: str) -> None:
    """On YouTube, `moderation_status` shows the comments with that verdict only, `q` those with the text."""
    for found in threads(api.demo, platform):
        for status in ("published", "held_for_review", "likely_spam"):
            answer = found.call("list_comments", moderation_status=status, limit=MOST)
            shown = {each.get("moderation_status") for each in page(answer).items}
            that(answer, shown <= {status}, f"only comments that are {status}", shown)
        for comment in found.comments()[:1]:
            words = comment["text"].split()[0]
            answer = found.call("list_comments", q=words, limit=MOST)
            texts = [each["text"] for each in page(answer).items]
            that(answer, comment["text"] in texts, f"the comment with {words}", texts)
            nothing = found.call("list_comments", q=api.word("nothing"))
            equal(nothing, "the comments", page(nothing).items, [])
            return
    raise NotVerified(f"the workspace demo has no public comment on {platform}")


@check(MUST, "list_comment_replies", over={"id": "id", "platform_id": "platform_id"})
def shows_the_answers(api: Api, name: str) -> None:
    """The answers to a comment, named by either id, carry it as their `parent_id`; `has_replies` tells of
    them.
    """
    found, comment = comment_where(api.demo, lambda each: bool(each.get("has_replies")), *_LISTING)
    answer = found.call("list_comment_replies", comment[name])
    replies = page(answer).items
    that(answer, bool(replies), "the answers", "none")
    for reply in replies:
        above = reply.get("parent_id")
        that(answer, above in (comment["platform_id"], comment["id"]), "the id of the comment above", above)


_LISTING = [slug for slug in where_comments("list", "yes") if slug not in _SCOPED]


def _list(api: Api, **query: Any) -> Answer:
    return api.demo.call("list_commented_posts", query={"limit": MOST, **query})
