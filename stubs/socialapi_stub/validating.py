"""Holding a post that is not made against the rules of its platforms."""

from collections.abc import Iterator
from typing import Any

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import admission, drafting, visibility
from socialapi_stub.call import Body, Call
from socialapi_stub.documents import present
from socialapi_stub.platform_rules import Finding
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Post, Target


def verdict(call: Call, body: Body) -> Body:
    """Return what the rules find, as errors and warnings; only errors make a post invalid.

    Raises `account.not_found` and `account.unsupported_platform`.
    """
    given = body.get("targets", [])
    post = drafting.new_post(call, {**body, "targets": [_checked_here(one) for one in given]})
    for target, one in zip(post.targets, given, strict=True):
        target.page_id = one.get("page_id")
    post.targets += _further_targets(call, post, body)
    found = [*_wrong_destinations(call, post, body), *admission.findings(call, post)]
    errors = [_issue(target, finding) for target, finding in found if finding.severity == "error"]
    warnings = [_issue(target, finding) for target, finding in found if finding.severity == "warning"]
    return {"valid": not errors, "errors": errors, "warnings": warnings}


def _further_targets(call: Call, post: Post, body: Body) -> list[Target]:
    """Return targets for the accounts and platforms that the body names beside its targets."""
    named = {target.account_id for target in post.targets}
    accounts = [visibility.account(call, account_id) for account_id in body.get("account_ids", [])]
    platforms = body.get("platforms", [])
    if any(platform not in PLATFORMS for platform in platforms):
        raise Problem("account.unsupported_platform")
    wanted = [(account.id, account.platform) for account in accounts if account.id not in named]
    covered = {target.platform for target in post.targets} | {platform for _, platform in wanted}
    wanted += [("", platform) for platform in platforms if platform not in covered]
    return [
        Target(account_id=account_id, platform=platform, overrides={})
        for account_id, platform in dict.fromkeys(wanted)
    ]


def _wrong_destinations(call: Call, post: Post, body: Body) -> Iterator[tuple[Target, Finding]]:
    at = drafting.instant(body, "scheduled_at", "scheduled_at")
    for target in post.targets:
        if target.page_id is not None and not _has_page(call, target):
            yield target, Finding("page_id", "the account has no such page", "resource.not_found")
        if PLATFORMS[target.platform].publishing is None:
            yield target, Finding("platform", "posts cannot be published there", "resource.not_supported")
        if at is not None and at <= call.now:
            yield target, Finding("scheduled_at", "has to be in the future")


def _issue(target: Target, finding: Finding) -> Body:
    optional: dict[str, Any] = {
        "target": target.account_id or None,
        "segment_index": finding.segment_index,
        "code": finding.code if finding.code != "validation.field_invalid" else None,
    }
    told = present(optional)
    return {"platform": target.platform, "field": finding.field, "message": finding.message, **told}


def _has_page(call: Call, target: Target) -> bool:
    # Where there are boards, `page_id` is another name for one, which the platform looks up.
    if PLATFORMS[target.platform].boards:
        return True
    return target.page_id in {page.id for page in visibility.account(call, target.account_id).pages}


def _checked_here(target: Body) -> Body:
    """Leave out what drafts refuse and validating only finds."""
    return {name: value for name, value in target.items() if name not in ("scheduled_at", "page_id")}
