"""Making posts: what becomes a draft, what is scheduled, what goes out, and what is refused."""

from datetime import datetime

from socialapi_conformance.api import Api
from socialapi_conformance.expect import equal, has, ok, problem, refused, that
from socialapi_conformance.publishing import TERMINAL, Posts
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.samples import in_days
from socialapi_conformance.verdicts import NotVerified


@check(MUST, "create_post")
def saves_a_draft_by_default(api: Api) -> None:
    """Without publish_now and scheduled_at a post is saved as a draft, even when it names targets."""
    posts = Posts(api)
    account = posts.account()
    answer = posts.create(targets=[{"account_id": account["id"]}])
    post = ok(answer, 201)
    equal(answer, "status", post["status"], "draft")
    equal(answer, "targets", [target["account_id"] for target in post["targets"]], [account["id"]])


@check(MUST, "create_post")
def needs_no_targets_for_a_draft(api: Api) -> None:
    """A draft may have no targets."""
    answer = Posts(api).create()
    equal(answer, "status", ok(answer, 201)["status"], "draft")


@check(MUST, "create_post")
def does_not_validate_drafts(api: Api) -> None:
    """A draft is saved even if it breaks the rules of its platform."""
    posts = Posts(api)
    answer = posts.create(text="x" * 20_000, targets=[{"account_id": posts.account(text_only=False)["id"]}])
    equal(answer, "status", ok(answer, 201)["status"], "draft")


@check(MUST, "create_post")
def schedules_for_later(api: Api) -> None:
    """With scheduled_at in the future a post is scheduled for that instant."""
    posts, moment = Posts(api), in_days(30)
    answer = posts.create(targets=[{"account_id": posts.account()["id"]}], scheduled_at=moment)
    post = ok(answer, 201)
    equal(answer, "status", post["status"], "scheduled")
    equal(
        answer, "scheduled_at", datetime.fromisoformat(post["scheduled_at"]), datetime.fromisoformat(moment)
    )


@check(MUST, "create_post", "overview: Request format")
def accepts_any_offset(api: Api) -> None:
    """A timestamp with an offset names the same instant as the one in UTC."""
    posts, moment = Posts(api), in_days(30)
    shifted = datetime.fromisoformat(moment).astimezone(
        datetime.fromisoformat("2026-01-01T00:00+05:30").tzinfo
    )
    answer = posts.create(targets=[{"account_id": posts.account()["id"]}], scheduled_at=shifted.isoformat())
    equal(answer, "scheduled_at", datetime.fromisoformat(ok(answer, 201)["scheduled_at"]), shifted)


@check(MUST, "create_post", "get_post")
def publishes_now(api: Api) -> None:
    """With publish_now a post is published, and polling shows how every target ended."""
    posts = Posts(api)
    answer = posts.create(targets=[{"account_id": posts.account()["id"]}], publish_now=True)
    post = ok(answer, 201, 207, 422)
    that(
        answer,
        post["status"] in ("publishing", *TERMINAL),
        "status publishing or a final one",
        post["status"],
    )
    ended = [target["status"] for target in posts.settled(post["id"])["targets"]]
    that(answer, set(ended) <= {"published", "failed"}, "every target published or failed", ended)


@check(MUST, "create_post")
def prefers_now_to_later(api: Api) -> None:
    """A post with publish_now goes out at once, whatever its scheduled_at says."""
    posts = Posts(api)
    answer = posts.create(
        targets=[{"account_id": posts.account()["id"]}], publish_now=True, scheduled_at=in_days(30)
    )
    status = ok(answer, 201, 207, 422)["status"]
    that(answer, status in ("publishing", *TERMINAL), "status publishing or a final one", status)


@check(MUST, "create_post")
def refuses_past_schedules(api: Api) -> None:
    """A scheduled_at that is not in the future is refused with 400."""
    posts = Posts(api)
    targets = [{"account_id": posts.account()["id"]}]
    for days in (-1.0, -0.01, -4000.0):
        refused(posts.create(targets=targets, scheduled_at=in_days(days)), 400)


@check(MUST, "create_post")
def refuses_broken_timestamps(api: Api) -> None:
    """A scheduled_at that is no RFC 3339 timestamp is refused with 400."""
    targets = [{"account_id": Posts(api).account()["id"]}]
    for moment in ("tomorrow", "2099-13-01T00:00:00Z", "2099-01-01 00:00:00", 4_070_908_800):
        refused(Posts(api).create(targets=targets, scheduled_at=moment), 400)


@check(MUST, "create_post")
def rejects_unknown_account(api: Api) -> None:
    """A target whose account is not connected in the workspace is refused with 404 account.not_found."""
    for extra in ({}, {"scheduled_at": in_days(30)}, {"publish_now": True}):
        answer = Posts(api).create(targets=[{"account_id": api.unknown_id()}], **extra)
        problem(answer, 404, "account.not_found")


@check(MUST, "create_post")
def infers_the_platform(api: Api) -> None:
    """The platform of a target is its account's; a `platform` in the request is ignored."""
    account = Posts(api).account()
    answer = Posts(api).create(targets=[{"account_id": account["id"], "platform": "sapi-nothing"}])
    platforms = [target["platform"] for target in ok(answer, 201)["targets"]]
    equal(answer, "the platforms of the targets", platforms, [account["platform"]])


@check(MUST, "create_post", "list_post_constraints")
def validates_what_goes_out(api: Api) -> None:
    """A text longer than the platform allows is refused with 400 when the post is to go out."""
    posts = Posts(api)
    account = posts.account()
    targets = [{"account_id": account["id"]}]
    constraints = api.demo.call("list_post_constraints", query={"platform": account["platform"]})
    longest = ok(constraints, 200)["data"][account["platform"]]["text"]["max_length"]
    if not longest:
        raise NotVerified(f"{account['platform']} has no longest text")
    refused(posts.create(text="x" * (longest + 1), targets=targets, scheduled_at=in_days(30)), 400)
    ok(posts.create(text="x" * longest, targets=targets, scheduled_at=in_days(30)), 201)


@check(MUST, "create_post", "get_post")
def keeps_what_it_was_given(api: Api) -> None:
    """A post reads back as it was written: text, title, media and visibility."""
    body = {
        "text": api.word("post"),
        "title": api.word("title"),
        "visibility": "public",
        "media": [{"source_type": "url", "source": "https://cdn.example.com/beans.jpg", "type": "image"}],
    }
    post = Posts(api).made(**body)
    answer = api.demo.call("get_post", path={"pid": post["id"]})
    has(answer, "the post", ok(answer, 200), body)
