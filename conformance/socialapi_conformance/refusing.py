"""What a provider state can make operations end in, read from the contract."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from socialapi_contract.errors import ErrorCode, lookup
from socialapi_contract.operations import OPERATIONS, Operation
from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance import schemas
from socialapi_conformance.callers import Caller
from socialapi_conformance.capabilities import able
from socialapi_conformance.expect import listed_as, ok
from socialapi_conformance.relations import collection_of
from socialapi_conformance.states import states


@dataclass(frozen=True)
class Case:
    """An operation on a platform, and the codes that a state can make it end in there."""

    operation: Operation
    platform: str
    codes: tuple[ErrorCode, ...]


def cases(state: str) -> dict[str, Case]:
    """Return as few cases as it takes to see every error that an operation lists and a state leads to.

    They are about accounts; what happens before there is one has checks of its own.
    """
    found = {}
    for operation in filter(_is_about_an_account, OPERATIONS.values()):
        seen: set[str] = set()
        for platform in able(operation, "yes"):
            codes = {code: _shown(operation, platform, code) for code in led_to(operation, platform, state)}
            if fresh := tuple(code for code, shown in codes.items() if shown not in seen):
                found[f"{operation.operation_id}/{platform}"] = Case(operation, platform, fresh)
            seen.update(codes.values())
    return found


def led_to(operation: Operation, platform: str, state: str) -> Iterator[Any]:
    """Yield the codes that a state can make an operation end in on a platform."""
    for led in states()[state].leads_to:
        code = led.replace("{platform}", platform)
        named = set(PLATFORMS) & set(code.split("."))
        if listed_as(operation, code) and named <= {platform}:
            yield code


def credits_used(caller: Caller, operation: Operation) -> list[int]:
    """Return the credits that a workspace has used, nothing for an operation that costs none."""
    if operation.credits is None:
        return []
    usage = ok(caller.call("get_usage"), 200)
    return [usage["posts_used"], usage["interactions_used"]]


def _shown(operation: Operation, platform: str, code: str) -> str:
    """Return what a code is an instance of: what the operation lists, apart where the platform adds to it."""
    listed = listed_as(operation, code)
    adds = PLATFORMS[platform].retry_after and lookup(code).status == 429
    return f"{listed} of {platform}" if adds else str(listed)


def _is_about_an_account(operation: Operation) -> bool:
    """Return whether a request names an account, or something that hangs on one."""
    first = replace(operation, path=operation.path[: operation.path.find("}") + 1])
    fields = {each["name"] for each in schemas.parameters(operation.operation_id)}
    fields |= set(schemas.fields(operation.operation_id))
    return "account_id" in fields or collection_of(first) is not None
