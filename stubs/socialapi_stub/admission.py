"""What has to hold before a post may go out: destinations, pages, the platforms' rules, credits."""

from collections.abc import Iterator

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import content, drafting, platform_rules, visibility
from socialapi_stub.call import Call
from socialapi_stub.platform_rules import Finding
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Post, Target


def admit(call: Call, post: Post) -> None:
    """Raise the first problem that keeps a post from going out; fix the page of every target.

    The order: fields, accounts and their pages, rules, what a platform cannot do.
    """
    if not post.targets:
        raise Problem(
            "validation.field_required", "targets is required to publish or schedule", field="targets"
        )
    for target in post.targets:
        account = visibility.account(call, target.account_id)
        if PLATFORMS[target.platform].pages:
            target.page_id = drafting.active_page(account, target.page_id)
    if not post.skip_validation:
        for _, finding in findings(call, post):
            if finding.severity == "error":
                raise Problem(finding.code, f"{finding.field}: {finding.message}", field=finding.field)
    for target in post.targets:
        if PLATFORMS[target.platform].publishing is None:
            raise Problem(
                "resource.not_supported", f"posts cannot be published to {PLATFORMS[target.platform].name}"
            )


def findings(call: Call, post: Post) -> Iterator[tuple[Target, Finding]]:
    """Return what the rules find, target by target; targets on platforms without posts are passed over."""
    library = content.library_of(call.session, post)
    for target in post.targets:
        if PLATFORMS[target.platform].publishing is not None:
            for finding in platform_rules.check(content.of(post, target, library)):
                yield target, finding
