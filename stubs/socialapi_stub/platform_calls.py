"""Standing where a real server calls a platform: the place at which a platform can refuse."""

from typing import Any, cast

from socialapi_contract.errors import ErrorCode, lookup
from socialapi_contract.platforms import PLATFORMS
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from socialapi_stub import visibility
from socialapi_stub.call import Call
from socialapi_stub.problems import PlatformReason, Problem, may_raise, platform_code
from socialapi_stub.tables import Account
from socialapi_stub.tables.outcomes import Outcome

TOO_MANY = 429
PAUSE_SECONDS = 5
"""How long a platform asks to wait, where it says so."""


class OrderedProblem(Problem):
    """A refusal that `POST /_mock/outcomes` has ordered; it is counted once the request is over."""

    def __init__(self, outcome: Outcome, platform: str) -> None:
        code = code_of(outcome, platform)
        tells = PLATFORMS[platform].retry_after and lookup(code).status == TOO_MANY
        waiting: dict[str, Any] = {"retry_after": PAUSE_SECONDS} if tells else {}
        super().__init__(code, **waiting)
        self.outcome_id = outcome.id


def code_of(outcome: Outcome, platform: str) -> ErrorCode:
    """Return the code of an ordered refusal, which names a whole code or the reason of a platform."""
    if "." in outcome.reason:
        return cast("ErrorCode", outcome.reason)
    return platform_code(platform, cast("PlatformReason", outcome.reason))


def account(call: Call, account_id: str, platform: str | None = None) -> Account:
    """Return the account that an operation of one platform is called for, if the platform takes the call.

    The platform is named like the resource of the operation unless it is given. Raises `account.not_found`,
    `resource.not_supported` for an account of another platform (404 as well where the operation does not list
    it), and what `require` raises.
    """
    found = visibility.account(call, account_id)
    if found.platform != (platform or call.operation.resource):
        can_tell = may_raise(call.operation.operation_id, "resource.not_supported")
        raise Problem("resource.not_supported" if can_tell else "account.not_found")
    require(call, found)
    return found


def require(call: Call, account: Account) -> None:
    """Raise what the platform refuses a call for an account with; without a reason to, do nothing.

    Raises `account.reconnection_required` when the grant of the account is lost, and the `platform.*` problem
    that was ordered, where the operation can answer it.
    """
    if account.status == "reconnect_required":
        raise Problem("account.reconnection_required")
    name = call.operation.operation_id
    outcome = ordered(call.session, account, name)
    if outcome is not None:
        problem = OrderedProblem(outcome, account.platform)
        if may_raise(name, problem.code):
            raise problem


def require_platform(call: Call, platform: str) -> None:
    """Raise what was ordered for a call that is for no account (yet), if it can answer so."""
    waiting = select(Outcome).where(
        Outcome.workspace_id == call.workspace_id,
        Outcome.remaining > 0,
        Outcome.account_id.is_(None),
        or_(Outcome.operation_id.is_(None), Outcome.operation_id == call.operation.operation_id),
    )
    outcome = call.session.scalars(waiting.order_by(Outcome.id).limit(1)).first()
    if outcome is not None:
        problem = OrderedProblem(outcome, platform)
        if may_raise(call.operation.operation_id, problem.code):
            raise problem


def ordered(session: Session, account: Account, *operation_ids: str) -> Outcome | None:
    """Return the oldest outcome that is ordered for a call of one of the operations for an account."""
    waiting = select(Outcome).where(
        Outcome.workspace_id == account.workspace_id,
        Outcome.remaining > 0,
        or_(Outcome.account_id.is_(None), Outcome.account_id == account.id),
        or_(Outcome.operation_id.is_(None), Outcome.operation_id.in_(operation_ids)),
    )
    return session.scalars(waiting.order_by(Outcome.id).limit(1)).first()


def spend(session: Session, outcome_id: str) -> None:
    """Count one refusal of an ordered outcome."""
    outcome = session.get(Outcome, outcome_id, with_for_update=True)
    if outcome is not None:
        outcome.remaining -= 1
