"""What platforms refuse: passed on under its own code, at nobody's cost."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from socialapi_contract.errors import ErrorCode, family_of, lookup
from socialapi_contract.operations import OPERATIONS, Operation
from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance import schemas
from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.capabilities import able
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import declares, ok, problem, that, unchanged
from socialapi_conformance.own_workspace import OwnWorkspace
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import collection_of
from socialapi_conformance.states import states

_REFUSAL, _LOSS = "platform_refuses", "lost_grant"


@dataclass(frozen=True)
class Case:
    """An operation on a platform, and the codes that a state can make it end in there."""

    operation: Operation
    platform: str
    codes: tuple[ErrorCode, ...]


def _is_about_an_account(operation: Operation) -> bool:
    """Return whether a request names an account, or something that hangs on one."""
    first = replace(operation, path=operation.path[: operation.path.find("}") + 1])
    fields = {each["name"] for each in schemas.parameters(operation.operation_id)}
    fields |= set(schemas.fields(operation.operation_id))
    return "account_id" in fields or collection_of(first) is not None


def _codes(operation: Operation, platform: str, state: str) -> Iterator[Any]:
    """Yield what a state can make an operation end in on a platform."""
    for led in states()[state].leads_to:
        code = led.replace("{platform}", platform)
        platforms = set(PLATFORMS) & set(code.split("."))
        if declares(operation.operation_id, code) and platforms <= {platform}:
            yield code


def _cases(state: str) -> dict[str, Case]:
    """Return as few cases as it takes to see every error that an operation lists and a state leads to."""
    found = {}
    for operation in filter(_is_about_an_account, OPERATIONS.values()):
        seen: set[str] = set()
        for platform in able(operation, "yes"):
            codes = {code: _listed(operation, code) for code in _codes(operation, platform, state)}
            if fresh := tuple(code for code, listed in codes.items() if listed not in seen):
                found[f"{operation.operation_id}/{platform}"] = Case(operation, platform, fresh)
            seen.update(codes.values())
    return found


def _listed(operation: Operation, code: str) -> str:
    """Return what an operation lists for a code: the code, or its family."""
    return code if code in operation.errors else family_of(code).info.code


@check(MUST, "overview: Response format", over=_cases(_REFUSAL))
def passes_on_refusals(api: Api, case: Case) -> None:
    """What the platform refuses a call with is answered under its own code; nothing is made or charged, and
    the next call works.
    """
    own = OwnWorkspace(api, case.platform)
    request = own.request(case.operation)
    before = _possessions(own.caller, case.operation)
    own.arranged(_REFUSAL, codes=case.codes)
    for code in case.codes:
        answer = own.caller.send(request)
        error = problem(answer, lookup(code).status, code)
        _tells_how_long_to_wait(answer, case.platform, error)
    unchanged(answer, before, _possessions(own.caller, case.operation), "what the workspace has and used")
    again = own.caller.send(request)
    that(again, again.status in case.operation.successes, "the next call to work", again.summary())


@check(MUST, "overview: Response format", over=_cases(_LOSS))
def asks_to_reconnect(api: Api, case: Case) -> None:
    """Through an account whose grant is lost nothing is read or done: 403 account.reconnection_required."""
    own = OwnWorkspace(api, case.platform)
    request = own.request(case.operation)
    before = _possessions(own.caller, case.operation)
    own.arranged(_LOSS, account_id=own.about["account_id"])
    answer = own.caller.send(request)
    problem(answer, 403, "account.reconnection_required")
    if before:
        unchanged(answer, before, _possessions(own.caller, case.operation), "what the workspace used")


def _tells_how_long_to_wait(answer: Answer, platform: str, error: dict[str, Any]) -> None:
    """Expect that a platform which tells how long to wait is passed on with it."""
    if answer.status == 429 and PLATFORMS[platform].retry_after:
        told = error.get("meta", {}).get("retry_after")
        that(answer, isinstance(told, int) and told >= 0, "seconds in error.meta.retry_after", told)


def _possessions(caller: Caller, operation: Operation) -> list[Any]:
    """Return what an operation could change without being allowed to: credits."""
    if operation.credits is None:
        return []
    usage = ok(caller.call("get_usage"), 200)
    return [usage["posts_used"], usage["interactions_used"]]
