"""Posts: written, scheduled, published, corrected, measured, taken down."""

from functools import cache
from typing import Any

from socialapi_contract import bundle
from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import (
    admission,
    clock,
    credits,  # noqa: A004 - the API's own word
    drafting,
    importing,
    pages,
    post_documents,
    post_filters,
    publishing,
    removal,
    upstream,
    visibility,
)
from socialapi_stub.call import Body, Call
from socialapi_stub.importing import RowRefused
from socialapi_stub.platform_rules import Finding
from socialapi_stub.problems import Problem
from socialapi_stub.schemas import Checker
from socialapi_stub.tables import Account, Post, Target


def list_posts(call: Call, query: Body) -> Body:
    """Return one page of the posts that meet the filters."""
    order = post_filters.ORDERS[query["sort"]]
    return pages.page(call, query, post_filters.select(call, query), order, post_documents.post)


def create_post(call: Call, body: Body) -> Body:
    """Save a draft, schedule a post, or start to publish it."""
    post = drafting.new_post(call, body)
    if body.get("publish_now"):
        admission.admit(call, post)
        credits.charge(call, "post")
        publishing.send(post, post.targets, call.now, call.settings)
    elif body.get("scheduled_at") is not None:
        at = drafting.future(call, body, "scheduled_at", "scheduled_at")
        admission.admit(call, post)
        credits.charge(call, "post")
        publishing.schedule(post, at)
    call.session.add(post)
    return post_documents.post(post)


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
    return post_documents.post(post)


def delete_post(call: Call, pid: str) -> Body:
    """Remove a post and its copies; a copy that a platform keeps, keeps the post."""
    post = visibility.writable_post(call, pid)
    publishing.require(post, "delete_post")
    return removal.delete(call, post)


def publish_post(call: Call, pid: str) -> Body:
    """Start to publish a draft, or a scheduled post ahead of its time."""
    post = visibility.writable_post(call, pid)
    publishing.require(post, "publish_post")
    admission.admit(call, post)
    credits.charge(call, "post")
    publishing.send(post, post.targets, call.now, call.settings)
    return post_documents.post(post)


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
    post = visibility.post_by_any_id(call, pid)
    targets = [_measured(call, target) for target in post.targets if target.status == "published"]
    return {"data": {"post_id": post.id, "targets": targets}}


def import_posts(call: Call, query: Body, body: Body) -> Body:
    """Make a post of every good row of a CSV file, or of none if that costs more credits than are left."""
    rows = importing.rows(body["file"])
    posts, errors = [], []
    for row in rows:
        try:
            posts.append(_imported(call, importing.body(row, _create_post_checker())))
        except (RowRefused, Problem) as refusal:
            message = refusal.message if isinstance(refusal, Problem) else str(refusal)
            errors.append({"row": row.number, "message": message})
    scheduled = [post for post in posts if post.status == "scheduled"]
    dry_run = query["dry_run"] == "true"
    if dry_run:
        posts = []
    elif scheduled:
        credits.charge(call, "post", len(scheduled), "billing.post_limit")
    call.session.add_all(posts)
    documents = [post_documents.post(post) for post in posts]
    return {
        "total_rows": len(rows),
        "created": len(posts),
        "failed": len(errors),
        "errors": errors,
        "posts": documents,
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
    post = drafting.new_post(
        call, {**body, "targets": [_untimed(target) for target in body.get("targets", [])]}
    )
    accounts = [visibility.account(call, account_id) for account_id in body.get("account_ids", [])]
    platforms = body.get("platforms", [])
    if any(platform not in PLATFORMS for platform in platforms):
        raise Problem("account.unsupported_platform")
    named = {target.account_id for target in post.targets}
    bare = drafting.bare_targets([account.platform for account in accounts if account.id not in named])
    covered = {target.platform for target in [*post.targets, *bare]}
    post.targets += [
        *bare,
        *drafting.bare_targets([slug for slug in dict.fromkeys(platforms) if slug not in covered]),
    ]
    return _verdict(call, post, body)


def _verdict(call: Call, post: Post, body: Body) -> Body:
    found = [*_wrong_destinations(call, post, body), *admission.findings(call, post)]
    errors = [_issue(target, finding) for target, finding in found if finding.severity == "error"]
    warnings = [_issue(target, finding) for target, finding in found if finding.severity == "warning"]
    return {"valid": not errors, "errors": errors, "warnings": warnings}


def _wrong_destinations(call: Call, post: Post, body: Body) -> list[tuple[Target, Finding]]:
    at = drafting.instant(body, "scheduled_at", "scheduled_at")
    found = []
    for target in post.targets:
        if PLATFORMS[target.platform].publishing is None:
            found.append(
                (target, Finding("platform", "posts cannot be published there", "resource.not_supported"))
            )
        if at is not None and at <= call.now:
            found.append((target, Finding("scheduled_at", "has to be in the future")))
    return found


def _issue(target: Target, finding: Finding) -> Body:
    optional: dict[str, Any] = {
        "target": target.account_id or None,
        "segment_index": finding.segment_index,
        "code": finding.code if finding.code != "validation.field_invalid" else None,
    }
    present = {name: value for name, value in optional.items() if value is not None}
    return {"platform": target.platform, "field": finding.field, "message": finding.message, **present}


def _untimed(target: Body) -> Body:
    return {name: value for name, value in target.items() if name != "scheduled_at"}


def _imported(call: Call, body: Body) -> Post:
    post = drafting.new_post(call, body)
    at = drafting.future(call, body, "scheduled_at", "scheduled_at")
    if at is not None:
        admission.admit(call, post)
        publishing.schedule(post, at)
    return post


def _can_retry(target: Target) -> bool:
    rules = PLATFORMS[target.platform].publishing
    return rules is not None and rules.capabilities.retry


def _measured(call: Call, target: Target) -> Body:
    account = call.session.get(Account, target.account_id)
    document = {**post_documents.target(target), "metrics_synced_at": None}
    numbers = upstream.metrics(target.platform, target.platform_post_id or "")
    if account is None or account.status == "reconnect_required":
        return {**document, "error": _unreadable("auth", "user", "account.reconnection_required")}
    if numbers is None:
        return {**document, "error": _unreadable("platform", "platform", "resource.not_supported")}
    return {**document, "metrics": numbers, "metrics_synced_at": clock.text(call.now)}


def _unreadable(category: str, caused_by: str, code: str) -> Body:
    from socialapi_contract.errors import lookup

    return {"category": category, "caused_by": caused_by, "code": code, "message": lookup(code).message}


@cache
def _create_post_checker() -> Checker:
    return Checker(
        bundle()["paths"]["/posts"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    )
