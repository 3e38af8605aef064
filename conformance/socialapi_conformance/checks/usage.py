"""Counters, and what happens when a plan is used up."""

from datetime import datetime
from typing import Any

from socialapi_contract.plans import PLANS

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, ok, problem, that
from socialapi_conformance.publishing import Posts
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.samples import in_days
from socialapi_conformance.verdicts import NotVerified

_UNLIMITED = -1


@check(MUST, "get_usage", over={name: name for name in ("demo", "other", "free")}, needs=())
def names_the_limits_of_the_plan(api: Api, workspace: str) -> None:
    """The limits are those of the plan; -1 means unlimited. Profile units are brands."""
    caller = api.workspace(workspace)
    answer, usage = _usage(caller)
    plan = PLANS[caller.workspace.plan or ok(caller.call("get_me"), 200)["plan"]]
    expected = {
        "brands_limit": plan.brands,
        "posts_limit": plan.posts_per_month,
        "interactions_limit": plan.interactions_per_month,
        "profile_units_limit": plan.brands,
        "profile_units_used": usage["brands_used"],
        "page_allowance": 5,
    }
    equal(answer, "the limits", {name: usage[name] for name in expected}, expected)


@check(MUST, "get_usage")
def is_within_its_period(api: Api) -> None:
    """The period begins before it ends, and now is in it."""
    answer, usage = _usage(api.demo)
    start, end = (datetime.fromisoformat(usage[name]) for name in ("period_start", "period_end"))
    now = datetime.now(start.tzinfo)
    that(answer, start <= now <= end, "period_start, now and period_end in order", f"{start} {end}")


@check(MUST, "get_usage", "create_brand", needs=("other",), alone_in="other")
def counts_brands(api: Api) -> None:
    """Making a brand raises brands_used by one, deleting it lowers it again."""
    answer, before = _usage(api.other)
    listed = ok(api.other.call("list_brands"), 200)["count"]
    equal(answer, "brands_used", before["brands_used"], listed)
    brand = ok(api.other.call("create_brand", body={"name": api.word("brand")}), 201)
    answer, during = _usage(api.other)
    equal(answer, "brands_used", during["brands_used"], before["brands_used"] + 1)
    ok(api.other.call("delete_brand", path={"id": brand["id"]}), 204)
    answer, after = _usage(api.other)
    equal(answer, "brands_used", after["brands_used"], before["brands_used"])


@check(MUST, "get_usage", "create_post", needs=("other",), alone_in="other")
def counts_what_is_scheduled_but_not_drafts(api: Api) -> None:
    """Scheduling a post costs one credit, however many targets it has; saving a draft costs none."""
    posts = Posts(api, api.other)
    targets = [{"account_id": posts.account()["id"]}]
    before = _usage(api.other)[1]["posts_used"]
    posts.made(targets=targets)
    answer, usage = _usage(api.other)
    equal(answer, "posts_used after a draft", usage["posts_used"], before)
    posts.made(targets=targets, scheduled_at=in_days(30))
    answer, usage = _usage(api.other)
    equal(answer, "posts_used after scheduling", usage["posts_used"], before + 1)


@check(MUST, "get_usage", "create_post", needs=("other",), alone_in="other")
def charges_nothing_for_refused_posts(api: Api) -> None:
    """A request that is refused costs nothing."""
    before = _usage(api.other)[1]["posts_used"]
    unknown = [{"account_id": api.unknown_id()}]
    Posts(api, api.other).create(targets=unknown, publish_now=True)
    Posts(api, api.other).create(targets=unknown, scheduled_at=in_days(-1))
    answer, usage = _usage(api.other)
    equal(answer, "posts_used", usage["posts_used"], before)


@check(MUST, "create_post", "overview: Response format", needs=("free",), alone_in="free")
def ends_at_the_post_limit(api: Api) -> None:
    """On the free plan, scheduling beyond the monthly posts is refused with 429, while drafts stay free."""
    problem(_scheduled_to_the_end(api), 429, "validation.post_limit_exhausted")
    answer, usage = _usage(api.free)
    equal(answer, "posts_used", usage["posts_used"], usage["posts_limit"])
    ok(Posts(api, api.free).create(), 201)


@check(MUST, "create_brand", "overview: Response format", needs=("free",), alone_in="free")
def ends_at_the_brand_limit(api: Api) -> None:
    """On the free plan, a brand beyond the plan's number is refused with 403."""
    limit = _limit(api, "brands_limit")
    answer = api.free.call("create_brand", body={"name": api.word("brand")})
    for _ in range(limit):
        if answer.status == 403:
            break
        ok(answer, 201)
        answer = api.free.call("create_brand", body={"name": api.word("brand")})
    problem(answer, 403, "billing.profile_units_limit", "billing.brands_limit", "brand.limit_reached")
    used, usage = _usage(api.free)
    equal(used, "brands_used", usage["brands_used"], limit)


@check(MUST, "create_post", "publish_post", needs=("free",), alone_in="free")
def refuses_to_publish_at_the_limit(api: Api) -> None:
    """On the free plan, publishing a draft is refused with 429 once the monthly posts are used up."""
    posts = Posts(api, api.free)
    _scheduled_to_the_end(api)
    draft = posts.made(targets=[{"account_id": posts.account()["id"]}])
    answer = api.free.call("publish_post", path={"pid": draft["id"]})
    problem(answer, 429, "validation.post_limit_exhausted")
    equal(answer, "status", posts.read(draft["id"])["status"], "draft")


@check(MUST, "import_posts", needs=("free",), alone_in="free")
def refuses_to_import_beyond_the_limit(api: Api) -> None:
    """On the free plan, a file that needs more posts than are left is refused with 429 as a whole."""
    account = Posts(api, api.free).account()["id"]
    count = _limit(api, "posts_limit") + 1
    rows = "".join(f"{api.word('row')},{account},{in_days(30)}\n" for _ in range(count))
    answer = api.free.call("import_posts", body={"file": f"text,account_ids,scheduled_at\n{rows}"})
    problem(answer, 429, "billing.post_limit")


@check(MUST, "create_post", needs=("free",), alone_in="free")
def tells_what_is_left(api: Api) -> None:
    """On the free plan, post operations tell the limit and what is left of it in X-Posts-Limit and
    X-Posts-Remaining.
    """
    answer = Posts(api, api.free).create()
    ok(answer, 201)
    _, usage = _usage(api.free)
    left = {
        "x-posts-limit": usage["posts_limit"],
        "x-posts-remaining": usage["posts_limit"] - usage["posts_used"],
    }
    equal(
        answer,
        "the headers",
        {name: answer.headers.get(name) for name in left},
        {k: str(v) for k, v in left.items()},
    )


def _usage(caller: Caller) -> tuple[Answer, dict[str, Any]]:
    answer = caller.call("get_usage")
    return answer, ok(answer, 200)


def _scheduled_to_the_end(api: Api) -> Answer:
    """Schedule posts until the plan's allowance is used up; return the answer to the one that was too
    many.
    """
    posts, limit = Posts(api, api.free), _limit(api, "posts_limit")
    body: dict[str, Any] = {"targets": [{"account_id": posts.account()["id"]}], "scheduled_at": in_days(30)}
    answer = posts.create(**body)
    for _ in range(limit):
        if answer.status == 429:
            break
        ok(answer, 201)
        answer = posts.create(**body)
    return answer


def _limit(api: Api, name: str) -> int:
    limit: int = _usage(api.free)[1][name]
    if limit == _UNLIMITED:
        raise NotVerified("the workspace free is not on a plan with limits")
    return limit
