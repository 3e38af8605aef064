"""Keys restricted to brands: what is outside does not exist for them, on every operation."""

import json
from collections.abc import Iterator
from dataclasses import replace

from socialapi_contract.errors import lookup
from socialapi_contract.operations import OPERATIONS, Operation
from socialapi_contract.scopes import SCOPES

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Request
from socialapi_conformance.expect import equal, ok, problem, refused, that
from socialapi_conformance.lasting_keys import lasting_keys
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import (
    belongs_to_a_brand,
    creator_of,
    deletes_its_caller,
    identity_of,
    items_of,
    listing_called,
)
from socialapi_conformance.verdicts import NotVerified

_OF_THE_WORKSPACE = {"admin", *(scope.name for scope in SCOPES.values() if scope.account_level)}
FOR_KEYS = [each for each in OPERATIONS.values() if "api_key" in each.tokens and each.scope != "unmapped"]
WHOLE_WORKSPACE = [
    each for each in FOR_KEYS if each.scope in _OF_THE_WORKSPACE and not each.scope_recommended
]
OF_BRANDS = [each for each in FOR_KEYS if each.scope not in _OF_THE_WORKSPACE]
READABLE = [each for each in OF_BRANDS if each.method == "GET"]
WITH_ID = [each for each in OF_BRANDS if "{" in each.path and belongs_to_a_brand(each)]
LISTS = [each for each in READABLE if "{" not in each.path and belongs_to_a_brand(each)]
NAMING = [
    each
    for each in OF_BRANDS
    if "{" not in each.path
    and each.body != "multipart/form-data"
    and {"account.not_found", "brand.not_found"} & set(each.errors)
]
BRANDS, ACCOUNTS = listing_called("brand_id"), listing_called("account_id")
_AUTHENTICATION = "overview: Authentication"


@check(MUST, _AUTHENTICATION, over=WHOLE_WORKSPACE)
def keeps_brand_keys_from_the_workspace(api: Api, operation: Operation) -> None:
    """A key restricted to a brand is refused with 403 auth.insufficient_scope what concerns the whole
    workspace.
    """
    if deletes_its_caller(operation):
        raise NotVerified("a faulty server would delete the workspace")
    caller = api.demo.using("brand_key")
    answer = caller.send(api.samples(caller).naming_nothing(operation))
    problem(answer, 403, "auth.insufficient_scope")


@check(MUST, _AUTHENTICATION, over=READABLE)
def lets_brand_keys_read(api: Api, operation: Operation) -> None:
    """A key restricted to a brand, but not to scopes, may read whatever belongs to brands."""
    caller = api.demo.using("brand_key")
    answer = caller.send(api.samples(caller).naming_nothing(operation))
    that(answer, answer.status not in (401, 403), "the key to be accepted", answer.summary())


@check(MUST, _AUTHENTICATION, over=WITH_ID)
def hides_objects_of_other_brands(api: Api, operation: Operation) -> None:
    """To a key for another brand an object is like one that does not exist: 404 with the same code, or
    account.not_found for the account it is on.
    """
    stranger = lasting_keys(api).of_an_empty_brand.caller
    expected = refused(stranger.send(api.samples(stranger).naming_nothing(operation)), 404)
    received = stranger.send(_owned(api, operation))
    code = lookup(refused(received, 404))
    hidden = expected in (code.code, *code.alternatives) or code.code == "account.not_found"
    that(received, hidden, f"{expected}, as for an unknown id", received.summary())


@check(MUST, _AUTHENTICATION, over=NAMING)
def hides_other_brands_from_requests(api: Api, operation: Operation) -> None:
    """An account or a brand that a request names is not found by a key for another brand: 404
    account.not_found or brand.not_found.
    """
    request = next(_naming_something(api, operation), None)
    if request is None:
        raise NotVerified("no example of the contract names an account or a brand of the workspace")
    stranger = lasting_keys(api).of_an_empty_brand.caller
    problem(stranger.send(request), 404, "account.not_found", "brand.not_found")


@check(MUST, _AUTHENTICATION, over=LISTS)
def leaves_other_brands_out_of_lists(api: Api, operation: Operation) -> None:
    """A key for a new brand lists nothing that was there before: no error, no object of another brand."""
    keys = lasting_keys(api).of_an_empty_brand
    answer = keys.caller.send(api.samples(keys.caller).naming_nothing(operation))
    listed = [item[identity_of(operation)] for item in ok(answer, 200)[items_of(operation)]]
    equal(answer, "what is listed", listed, [keys.brand_id] if operation is BRANDS else [])


def _owned(api: Api, operation: Operation) -> Request:
    """Return a request on an object of another brand, made for it where a faulty server could destroy it."""
    samples = api.samples(api.demo)
    if operation.method != "GET" and creator_of(operation):
        return samples.on_throwaway(operation)
    return samples.as_far_as_known(operation)


def _naming_something(api: Api, operation: Operation) -> Iterator[Request]:
    """Yield the requests of the contract's examples that name an account or a brand of demo."""
    samples = api.samples(api.demo)
    usual = samples.real(operation)
    lists = [api.demo.send(Request(each)) for each in (BRANDS, ACCOUNTS) if each]
    known = {item["id"] for answer in lists for item in ok(answer, 200)["data"]}
    for body in (*samples.examples(operation).values(), usual.body):
        request = replace(usual, body=body)
        if any(each in json.dumps([dict(request.query), request.body], default=str) for each in known):
            yield request
