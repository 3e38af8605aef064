"""Refusals that only somebody else can bring about: a platform, a plan, the end of a grant or of a user."""

from typing import Any

from socialapi_contract.errors import ErrorCode, lookup
from socialapi_contract.operations import OPERATIONS, Operation
from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import equal, problem, succeeded, that, unchanged
from socialapi_conformance.own_workspace import OwnWorkspace
from socialapi_conformance.refusing import Case, cases, credits_used
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.states import states

_REFUSAL, _LOSS, _GONE = "platform_refuses", "lost_grant", "deleted_user"
_LIMITED = "free"
_USED_UP = {
    f"{name}/{state}": (case, state)
    for state in ("exhausted_interaction_credits", "exhausted_exports")
    for name, case in cases(state).items()
    if not case.operation.credits_recommended
}
_FOR_USERS = [each for each in OPERATIONS.values() if {*states()[_GONE].leads_to} & {*each.errors}]


@check(MUST, "overview: Response format", over=cases(_REFUSAL))
def passes_on_refusals(api: Api, case: Case) -> None:
    """What the platform refuses a call with is answered under its own code; no credit is used, and the next
    call works.
    """
    own = OwnWorkspace(api, case.platform)
    request = own.request(case.operation)
    before = credits_used(own.caller, case.operation)
    own.arranged(_REFUSAL, codes=case.codes)
    for code in case.codes:
        answer = own.caller.send(request)
        error = problem(answer, lookup(code).status, code)
        _tells_how_long_to_wait(answer, case.platform, error)
    unchanged(answer, before, credits_used(own.caller, case.operation), "the credits used")
    again = own.caller.send(request)
    that(again, succeeded(again), "the next call to work", again.summary())


@check(MUST, "overview: Response format", over=cases(_LOSS))
def asks_to_reconnect(api: Api, case: Case) -> None:
    """Through an account whose grant is lost nothing is read or done, and no credit is used: 403
    account.reconnection_required.
    """
    own = OwnWorkspace(api, case.platform)
    request = own.request(case.operation)
    before = credits_used(own.caller, case.operation)
    own.arranged(_LOSS, account_id=own.about["account_id"])
    answer = own.caller.send(request)
    problem(answer, 403, "account.reconnection_required")
    unchanged(answer, before, credits_used(own.caller, case.operation), "the credits used")


@check(MUST, "overview: Response format", over=_USED_UP)
def ends_with_the_plan(api: Api, used_up: tuple[Case, str]) -> None:
    """What the plan has used up is refused with 429 and a code of its own; `meta`, where present, names the
    plan.
    """
    case, state = used_up
    own = OwnWorkspace(api, case.platform, plan=_LIMITED)
    request = own.request(case.operation)
    own.arranged(state)
    answer = own.caller.send(request)
    meta = problem(answer, 429, *case.codes).get("meta", {})
    equal(answer, "error.meta.plan", meta.get("plan", _LIMITED), _LIMITED)


@check(MUST, "overview: Authentication", over=_FOR_USERS)
def forgets_deleted_users(api: Api, operation: Operation) -> None:
    """The tokens of a deleted user are refused with 401 auth.user_not_found, an API key also with
    auth.invalid_key, a JWT with auth.not_provisioned.
    """
    tokens = api.arranged(_GONE)["tokens"]
    request = api.samples(api.demo).naming_nothing(operation)
    for kind in operation.tokens:
        if kind in tokens:
            answer = api.demo.bearing(tokens[kind]).send(request)
            code: ErrorCode = "auth.invalid_key" if kind == "api_key" else "auth.not_provisioned"
            problem(answer, 401, "auth.user_not_found", code)


def _tells_how_long_to_wait(answer: Answer, platform: str, error: dict[str, Any]) -> None:
    """Expect `error.meta.retry_after` where the platform tells how long to wait."""
    if answer.status == 429 and PLATFORMS[platform].retry_after:
        told = error.get("meta", {}).get("retry_after")
        that(answer, isinstance(told, int) and told >= 0, "seconds in error.meta.retry_after", told)
