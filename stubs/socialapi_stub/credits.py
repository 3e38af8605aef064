"""What plans allow: monthly credits and brands, how much of them is used, refusing what exceeds them."""

from typing import Literal

from socialapi_contract.errors import ErrorCode
from socialapi_contract.plans import PLANS, UNLIMITED
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from socialapi_stub import clock
from socialapi_stub.call import Call
from socialapi_stub.problems import Problem
from socialapi_stub.tables import Brand, CreditUse, Workspace

Kind = Literal["post", "interaction"]
EXHAUSTED: dict[Kind, ErrorCode] = {
    "post": "validation.post_limit_exhausted",
    "interaction": "validation.interaction_limit_exhausted",
}
HEADERS: dict[Kind, str] = {"post": "X-Posts", "interaction": "X-Interactions"}


def limit(call: Call, kind: Kind) -> int:
    """Return how many credits of a kind the plan gives per period; -1 is no limit."""
    plan = PLANS[call.workspace.plan]
    return plan.posts_per_month if kind == "post" else plan.interactions_per_month


def used(call: Call, kind: Kind) -> int:
    """Return how many credits of a kind are used in the current period."""
    row = call.session.get(CreditUse, _period_key(call, kind))
    return row.used if row else 0


def charge(call: Call, kind: Kind, amount: int = 1, refusal: ErrorCode | None = None) -> None:
    """Use credits.

    Raises `refusal` if the plan enforces its limit and has fewer left; paid plans only count.
    """
    plan, allowed, spent = PLANS[call.workspace.plan], limit(call, kind), used(call, kind)
    if plan.enforced and allowed != UNLIMITED and spent + amount > allowed:
        raise Problem(refusal or EXHAUSTED[kind], headers=headers(call), plan=plan.tier, max=allowed)
    workspace_id, _, start = _period_key(call, kind)
    call.session.merge(
        CreditUse(workspace_id=workspace_id, kind=kind, period_start=start, used=spent + amount)
    )
    call.session.flush()


def brands_used(session: Session, workspace: Workspace) -> int:
    """Return how many brands the workspace holds."""
    counting = select(func.count()).select_from(Brand).where(Brand.workspace_id == workspace.id)
    return session.scalar(counting) or 0


def require_room_for_brand(session: Session, workspace: Workspace, refusal: ErrorCode) -> None:
    """Raise `refusal` if one more brand would exceed the plan; every plan enforces this one."""
    allowed = PLANS[workspace.plan].brands
    if allowed != UNLIMITED and brands_used(session, workspace) + 1 > allowed:
        raise Problem(refusal, plan=workspace.plan, max=allowed)


def headers(call: Call) -> dict[str, str]:
    """Return the usage headers of an operation that can cost credits; only enforced plans have them."""
    cost = call.operation.credits
    if cost is None or not PLANS[call.caller.plan].enforced:
        return {}
    allowed, name = limit(call, cost.kind), HEADERS[cost.kind]
    left = max(0, allowed - used(call, cost.kind))
    return {f"{name}-Limit": str(allowed), f"{name}-Remaining": str(left)}


def _period_key(call: Call, kind: Kind) -> tuple[str, str, object]:
    start, _ = clock.period(call.workspace.created_at, call.now)
    return call.workspace_id, kind, start
