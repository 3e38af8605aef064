"""Operations that only one platform has, called for accounts of others."""

from dataclasses import replace

from socialapi_contract.operations import OPERATIONS, Operation
from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance.api import Api
from socialapi_conformance.expect import declares, ok, problem, refused
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import collection_of, key_of
from socialapi_conformance.verdicts import NotVerified

_OR_400 = ("pinterest",)
"""Platforms whose reference says 400."""


def _account_parameter(operation: Operation) -> str | None:
    """Return the path parameter that names an account, None when the operation has none."""
    first = replace(operation, path=operation.path[: operation.path.find("}") + 1])
    listing = collection_of(first)
    accounts = listing is not None and listing.path == "/accounts" and key_of(listing, first) == "id"
    return first.path[first.path.rfind("{") + 1 : -1] if accounts else None


OF_ONE_PLATFORM = [
    operation
    for operation in OPERATIONS.values()
    if operation.resource in PLATFORMS and _account_parameter(operation)
]


@check(MUST, "overview: Response format", over=OF_ONE_PLATFORM)
def refuses_accounts_of_other_platforms(api: Api, operation: Operation) -> None:
    """An account of another platform is refused with 501 resource.not_supported (Pinterest: or 400), or like
    an unknown one with 404 account.not_found where the operation does not list that.
    """
    accounts = ok(api.demo.call("list_accounts"), 200)["data"]
    others = [each["id"] for each in accounts if each["platform"] != operation.resource]
    if not others:
        raise NotVerified("the workspace demo has no account of another platform")
    request = api.samples(api.demo).naming_nothing(operation)
    named = {**request.path, _account_parameter(operation) or "": others[0]}
    answer = api.demo.send(replace(request, path=named))
    if answer.status == 400 and operation.resource in _OR_400:
        refused(answer, 400)
    elif declares(operation.operation_id, "resource.not_supported"):
        problem(answer, 501, "resource.not_supported")
    else:
        problem(answer, 404, "account.not_found")
