"""Posts: written, scheduled, published, corrected, measured, taken down."""

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import (
    admission,
    credits,  # noqa: A004 - the API's own word
    drafting,
    importing,
    measuring,
    pages,
    post_documents,
    post_events,
    post_filters,
    publishing,
    removal,
    validating,
    visibility,
)
from socialapi_stub.call import Answer, Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Post, Target


def list_posts(call: Call, query: Body) -> Body:
    """Return one page of the posts that meet the filters."""
    order = post_filters.ORDERS[query["sort"]]
    return pages.page(call, query, post_filters.select(call, query), order, post_documents.post)


def create_post(call: Call, body: Body) -> Answer:
    """Save a draft, schedule a post, or start to publish it."""
    post = drafting.new_post(call, body)
    call.session.add(post)
    if body.get("publish_now"):
        admission.admit(call, post)
        credits.charge(call, "post")
        publishing.start(call.session, post, call.now, call.settings)
    elif body.get("scheduled_at") is not None:
        at = drafting.future(call, body, "scheduled_at", "scheduled_at")
        admission.admit(call, post)
        credits.charge(call, "post")
        publishing.schedule(post, at)
        post_events.scheduled(call.session, post, call.now)
    return _as_it_ended(post)


def get_post(call: Call, pid: str) -> Body:
    """Return a post, asked for by its id or by a platform's id of a copy."""
    return post_documents.post(visibility.post_by_any_id(call, pid))


def update_post(call: Call, pid: str, body: Body) -> Body:
    """Change a post that is not out; giving a draft a time schedules it."""
    post = visibility.writable_post(call, pid)
    publishing.require(post, "update_post")
    at = drafting.future(call, body, "scheduled_at", "scheduled_at")
    drafting.fill(call, post, body)
    post.updated_at = call.now
    if post.status == "scheduled" and "scheduled_at" in body and at is None:
        publishing.unschedule(post)
    elif post.status == "scheduled":
        admission.admit(call, post)
        publishing.schedule(post, at or post.scheduled_at or call.now)
    elif post.status == "draft" and at is not None:
        admission.admit(call, post)
        credits.charge(call, "post")
        publishing.schedule(post, at)
    post_events.updated(call.session, post, drafting.changed_by(body), call.now)
    return post_documents.post(post)


def delete_post(call: Call, pid: str) -> Body:
    """Remove a post and its copies; a copy that a platform keeps, keeps the post."""
    post = visibility.writable_post(call, pid)
    publishing.require(post, "delete_post")
    return removal.delete(call, post)


def publish_post(call: Call, pid: str) -> Answer:
    """Start to publish a draft, or a scheduled post ahead of its time."""
    post = visibility.writable_post(call, pid)
    publishing.require(post, "publish_post")
    admission.admit(call, post)
    credits.charge(call, "post")
    publishing.unschedule(post)
    publishing.start(call.session, post, call.now, call.settings)
    return _as_it_ended(post)


def retry_post(call: Call, pid: str) -> Body:
    """Send the failed targets again; those that are out are left alone."""
    post = visibility.writable_post(call, pid)
    publishing.require(post, "retry_post")
    failed = [target for target in post.targets if target.status == "failed"]
    if not failed:
        raise Problem("post.no_retryable_deliveries")
    retryable = [target for target in failed if _can_retry(target)]
    if not retryable:
        raise Problem("resource.not_supported")
    credits.charge(call, "post")
    post.retry_count += 1
    post_events.retried(call.session, post, len(retryable), call.now)
    publishing.send(post, retryable, call.now, call.settings)
    return {"success": True}


def unpublish_post(call: Call, pid: str, body: Body | None) -> Body:
    """Take published copies down: all of them, or the one on an account."""
    post = visibility.writable_post(call, pid)
    account_id = (body or {}).get("account_id")
    if account_id is not None and all(target.account_id != account_id for target in post.targets):
        raise Problem("account.not_found")
    publishing.require(post, "unpublish_post")
    removal.unpublish(call, post, account_id)
    return {"success": True}


def get_post_metrics(call: Call, pid: str) -> Body:
    """Ask the platforms for the numbers of the published copies."""
    return {"data": measuring.numbers(call, visibility.post_by_any_id(call, pid))}


def import_posts(call: Call, query: Body, body: Body) -> Body:
    """Make a post of every good row of a CSV file, or of none if that costs more credits than are left."""
    batch = importing.read(call, body["file"].file.read())
    kept = [] if query["dry_run"] == "true" else batch.posts
    if scheduled := sum(post.status == "scheduled" for post in kept):
        credits.charge(call, "post", scheduled, "billing.post_limit")
    call.session.add_all(kept)
    for post in kept:
        if post.status == "scheduled":
            post_events.scheduled(call.session, post, call.now)
    return {
        "total_rows": batch.rows,
        "created": len(kept),
        "failed": len(batch.errors),
        "errors": batch.errors,
        "posts": [post_documents.post(post) for post in kept],
    }


def list_post_constraints(call: Call, query: Body) -> Body:  # noqa: ARG001 - every operation takes the call
    """Return the static rules of the platforms that can be published to."""
    wanted = [query["platform"]] if "platform" in query else list(PLATFORMS)
    if wanted[0] not in PLATFORMS:
        raise Problem("account.unsupported_platform")
    rules = {slug: PLATFORMS[slug].publishing for slug in wanted}
    return {"data": {slug: dict(one.constraints) for slug, one in rules.items() if one is not None}}


def validate_post(call: Call, body: Body) -> Body:
    """Hold a post against the rules of its platforms; what they find is the answer."""
    return validating.verdict(call, body)


def _as_it_ended(post: Post) -> Answer:
    """Return a post with the status that says whether it has failed already."""
    return Answer({"partial": 207, "failed": 422}.get(post.status, 201), post_documents.post(post))


def _can_retry(target: Target) -> bool:
    rules = PLATFORMS[target.platform].publishing
    return rules is not None and rules.capabilities.retry
