"""Taking copies down from their platforms, and the post with the last of them."""

from socialapi_contract.platforms import PLATFORMS

from socialapi_stub import platform_calls, post_events
from socialapi_stub.call import Body, Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Account, Post, Target


def delete(call: Call, post: Post) -> Body:
    """Delete every copy that its platform gives up; the post goes unless a copy stays online."""
    live = [target for target in post.targets if target.status == "published"]
    outcomes = [(target, _outcome(call, target)) for target in live]
    kept = [target for target, outcome in outcomes if outcome["outcome"] != "deleted"]
    if not kept:
        post_events.deleted(call.session, post, call.now)
    _keep_only(call, post, kept)
    return {"success": True, "deleted": not kept, "results": [outcome for _, outcome in outcomes]}


def unpublish(call: Call, post: Post, account_id: str | None) -> None:
    """Take down every copy, or the one on an account.

    Raises `account.reconnection_required`, what a platform refuses with, and `resource.not_supported` for
    copies that have to stay; the others are gone all the same.
    """
    live = [target for target in post.targets if target.status == "published"]
    chosen = [target for target in live if account_id in (None, target.account_id)]
    if any(_is_locked_out(call, target) for target in chosen):
        raise Problem("account.reconnection_required")
    stuck = [target for target in chosen if not _can_delete(target)]
    gone = [target for target in chosen if target not in stuck]
    for target in gone:
        _ask_platform(call, target)
    if gone:
        post_events.unpublished(call.session, post, account_id, len(gone), call.now)
        _keep_only(call, post, [target for target in post.targets if target not in gone])
    if stuck:
        names = ", ".join(dict.fromkeys(PLATFORMS[target.platform].name for target in stuck))
        raise Problem("resource.not_supported", f"still live on {names}, which cannot unpublish", keep=True)


def _keep_only(call: Call, post: Post, targets: list[Target]) -> None:
    if not any(target.status == "published" for target in targets):
        call.session.delete(post)
        return
    post.targets = targets
    post.updated_at = call.now
    if all(target.status == "published" for target in targets):
        post.status = "published"


def _outcome(call: Call, target: Target) -> Body:
    document = {"platform": target.platform, "account_id": target.account_id}
    if not _can_delete(target):
        message = f"{PLATFORMS[target.platform].name} does not let apps delete posts."
        return {**document, "outcome": "not_supported", "message": message}
    if _is_locked_out(call, target):
        return {**document, "outcome": "failed", "message": "The account has to be reconnected."}
    if _is_refused(call, target):
        return {**document, "outcome": "failed", "message": "The platform refused to delete the copy."}
    return {**document, "outcome": "deleted"}


def _can_delete(target: Target) -> bool:
    rules = PLATFORMS[target.platform].publishing
    return rules is not None and rules.capabilities.delete


def _is_locked_out(call: Call, target: Target) -> bool:
    account = call.session.get(Account, target.account_id)
    return account is not None and account.status == "reconnect_required"


def _is_refused(call: Call, target: Target) -> bool:
    """Tell whether a refusal is ordered for deleting a copy, and count it."""
    account = call.session.get(Account, target.account_id)
    outcome = account and platform_calls.ordered(call.session, account, call.operation.operation_id)
    if outcome is None:
        return False
    platform_calls.spend(call.session, outcome.id)
    return True


def _ask_platform(call: Call, target: Target) -> None:
    account = call.session.get(Account, target.account_id)
    if account is not None:
        platform_calls.require(call, account)
