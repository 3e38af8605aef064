"""Plans that are used up, not paid for, or paid for again."""

from socialapi_contract.plans import PLANS, UNLIMITED
from sqlalchemy import func, select

from socialapi_stub import clock, ids, paying
from socialapi_stub.credits import Kind
from socialapi_stub.provider_states import CannotArrange, Wish
from socialapi_stub.tables import CreditUse, Media


def exhausted_interaction_credits(wish: Wish) -> dict[str, str]:
    """The interactions that an enforced plan allows in this period are used up."""
    return _exhausted(wish, "interaction", PLANS[wish.workspace.plan].interactions_per_month)


def exhausted_post_credits(wish: Wish) -> dict[str, str]:
    """The posts that an enforced plan allows in this period are used up."""
    return _exhausted(wish, "post", PLANS[wish.workspace.plan].posts_per_month)


def full_storage(wish: Wish) -> dict[str, str]:
    """A file without bytes takes up what is left of the storage of the plan; some plans have no end."""
    limit = PLANS[wish.workspace.plan].storage_bytes
    if limit == UNLIMITED:
        raise CannotArrange(f"the plan {wish.workspace.plan} does not limit its storage")
    stored = select(func.coalesce(func.sum(Media.size_bytes), 0))
    own = stored.where(Media.workspace_id == wish.workspace.id, Media.status == "ready")
    media = Media(
        id=ids.new_uuid(),
        workspace_id=wish.workspace.id,
        filename="everything.bin",
        content_type="application/octet-stream",
        size_bytes=max(0, limit - int(wish.session.scalar(own) or 0)),
        status="ready",
        created_at=wish.now,
    )
    wish.session.add(media)
    return {"media_id": media.id}


def paid_up(wish: Wish) -> dict[str, str]:
    """The subscription of the workspace is paid for, so that nothing is blocked."""
    paying.change(wish.workspace, "resume", wish.now)
    return {"workspace_id": wish.workspace.id}


def past_due(wish: Wish) -> dict[str, str]:
    """The subscription of the workspace is past due, which blocks the API; the free plan has none."""
    if not paying.is_subscribed(wish.workspace):
        raise CannotArrange(f"the plan {wish.workspace.plan} is not paid for")
    paying.change(wish.workspace, "past_due", wish.now)
    return {"workspace_id": wish.workspace.id}


def _exhausted(wish: Wish, kind: Kind, allowed: int) -> dict[str, str]:
    plan = PLANS[wish.workspace.plan]
    if not plan.enforced or allowed == UNLIMITED:
        raise CannotArrange(f"the plan {plan.tier} counts credits without an end")
    start, _ = clock.period(wish.workspace.created_at, wish.now)
    spent = CreditUse(workspace_id=wish.workspace.id, kind=kind, period_start=start, used=allowed)
    wish.session.merge(spent)
    return {"workspace_id": wish.workspace.id}
