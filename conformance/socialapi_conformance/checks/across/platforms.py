"""Platforms: an operation works where the catalogue says that the platform can, and says so elsewhere."""

from dataclasses import replace
from typing import Any

from socialapi_contract.operations import OPERATIONS, Operation
from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance import schemas
from socialapi_conformance.api import Api
from socialapi_conformance.callers import Request
from socialapi_conformance.capabilities import extent
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import envelope, ok, problem, refused, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import path_parameters, platforms_of
from socialapi_conformance.verdicts import NotVerified

_OTHERS_TRIED = 2
"""How many other platforms an operation of one platform alone is tried on."""


def _account_parameter(operation: Operation) -> str | None:
    """Return the path parameter that names an account, None when the operation has none."""
    shared = schemas.shared_parameters(operation.operation_id)
    names = [name for name in path_parameters(operation) if shared.get(name) == "AccountIdInPath"]
    return "account_id" if "account_id" in path_parameters(operation) else next(iter(names), None)


def _names_its_account(operation: Operation) -> bool:
    asked = [each["name"] for each in schemas.parameters(operation.operation_id) if each.get("required")]
    fields = [*asked, *schemas.required_fields(operation.operation_id)]
    return bool(_account_parameter(operation)) or "account_id" in fields


def _is_bound(operation: Operation) -> bool:
    """Return whether an operation is for one platform alone."""
    declared = "resource.not_supported" in operation.errors
    return operation.resource in PLATFORMS or (declared and len(platforms_of(operation)) == 1)


DEPENDING = [
    each for each in OPERATIONS.values() if _names_its_account(each) and (each.capability or _is_bound(each))
]


@check(MUST, "overview: Response format", over=DEPENDING)
def does_what_the_platform_can(api: Api, operation: Operation) -> None:
    """On a platform that cannot do it an operation is refused with 501 resource.not_supported, or the code
    it lists in its place; reading is never refused so on one that can.
    """
    unable, capable = _accounts(api, operation)
    for account in unable:
        _cannot(_tried(api, operation, account["id"]), operation)
    for account in capable if operation.method == "GET" else ():
        answer = _tried(api, operation, account["id"])
        supported = answer.code() not in _refusals(operation)
        that(answer, supported, f"{account['platform']} to be supported", answer.summary())


def _accounts(api: Api, operation: Operation) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return an account of each platform that cannot do it (some, where one alone can), and of the others."""
    listed = ok(api.demo.call("list_accounts"), 200)["data"]
    working = [each for each in listed if each["status"] == "active" and each["platform"] in PLATFORMS]
    found = {each["platform"]: each for each in reversed(working)}
    unable = [each for slug, each in found.items() if extent(operation, slug) == "no"]
    if not unable:
        raise NotVerified("the workspace demo has accounts only of platforms that can do it")
    if _is_bound(operation):
        unable = api.random.sample(unable, min(_OTHERS_TRIED, len(unable)))
    return unable, [each for slug, each in found.items() if extent(operation, slug) != "no"]


def _tried(api: Api, operation: Operation, account_id: str) -> Answer:
    """Call an operation for an account, with nothing else in the request that exists."""
    caller = api.demo.fit_for(operation)
    return caller.send(_about(api.samples(caller).naming_nothing(operation), account_id))


def _about(request: Request, account_id: str) -> Request:
    parameter = _account_parameter(request.operation)
    path = {**request.path, parameter: account_id} if parameter else request.path
    query = {**request.query, "account_id": account_id} if "account_id" in request.query else request.query
    named = isinstance(request.body, dict) and "account_id" in request.body
    body = {**request.body, "account_id": account_id} if named else request.body
    return replace(request, path=path, query=query, body=body)


def _refusals(operation: Operation) -> list[Any]:
    """Return the codes for what a platform cannot do, of which an operation lists one."""
    codes = ("resource.not_supported", "account.platform_unsupported")
    return [code for code in codes if code in operation.errors]


def _cannot(answer: Answer, operation: Operation) -> None:
    """Expect the refusal; 404 will do where the path names what an account there cannot have."""
    more_named = set(path_parameters(operation)) - {_account_parameter(operation)}
    own = PLATFORMS.get(operation.resource)
    if own and answer.status == own.other_account_status:
        envelope(answer)
    elif answer.status == 404 and more_named:
        refused(answer, 404)
    elif refusals := _refusals(operation):
        problem(answer, 501 if refusals[0] == "resource.not_supported" else 422, refusals[0])
    else:
        problem(answer, 404, "account.not_found")
