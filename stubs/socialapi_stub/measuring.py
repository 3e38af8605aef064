"""Asking the platforms how a post is doing."""

from socialapi_contract.errors import ErrorCode, lookup

from socialapi_stub import clock, post_documents, upstream
from socialapi_stub.call import Body, Call
from socialapi_stub.tables import Account, Post, Target


def numbers(call: Call, post: Post) -> Body:
    """Return the published copies with fresh numbers, or with the reason why there are none."""
    targets = [_measured(call, target) for target in post.targets if target.status == "published"]
    return {"post_id": post.id, "targets": targets}


def _measured(call: Call, target: Target) -> Body:
    account = call.session.get(Account, target.account_id)
    document = {**post_documents.target(target), "metrics_synced_at": None}
    document.pop("metrics", None)
    if account is None or account.status == "reconnect_required":
        return {**document, "error": _unreadable("auth", "user", "account.reconnection_required")}
    found = upstream.metrics(target.platform, target.platform_post_id or "")
    if found is None:
        return {**document, "error": _unreadable("platform", "platform", "resource.not_supported")}
    return {**document, "metrics": found, "metrics_synced_at": clock.text(call.now)}


def _unreadable(category: str, caused_by: str, code: ErrorCode) -> Body:
    return {"category": category, "caused_by": caused_by, "code": code, "message": lookup(code).message}
