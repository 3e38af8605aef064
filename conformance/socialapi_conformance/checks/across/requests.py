"""Requests that must be accepted: the contract's own examples, and fields nobody knows."""

import functools
from dataclasses import replace

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Request
from socialapi_conformance.expect import schema, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import creator_of, deletes_its_caller
from socialapi_conformance.verdicts import NotVerified

CHANGES = [
    operation
    for operation in OPERATIONS.values()
    if operation.body == "application/json" and not deletes_its_caller(operation)
]
_IGNORED = {"sapi_unknown_field": {"nested": [1, 2, 3]}}

on_every_change = functools.partial(check, MUST, "overview: Request format", over=CHANGES)


@on_every_change()
def takes_its_examples(api: Api, operation: Operation) -> None:
    """The request bodies that the contract shows as examples are well formed: none is refused as
    malformed.
    """
    caller = api.demo.fit_for(operation)
    for body in api.samples(caller).examples(operation).values():
        answer = caller.send(replace(_prepared(api, operation), body=body))
        malformed = answer.code() == "validation.body_invalid" or answer.status == 415
        that(answer, not malformed, "the example to be well formed", answer.summary())
        schema(answer)


@on_every_change()
def ignores_unknown_fields(api: Api, operation: Operation) -> None:
    """A field the operation does not know is ignored: the answer is the same with and without it."""
    caller, request = api.demo.fit_for(operation), _prepared(api, operation)
    plain = caller.send(request)
    api.leftovers.remove()  # where the same thing cannot be made twice
    more = caller.send(replace(_prepared(api, operation), body={**request.body, **_IGNORED}))
    if 429 in (plain.status, more.status):
        raise NotVerified("the server allows no two calls of the operation at the moment")
    same = (more.status, more.code()) == (plain.status, plain.code())
    that(more, same, f"the same as without the field: {plain.summary()}", more.summary())


def _prepared(api: Api, operation: Operation) -> Request:
    """Return a valid request that meets no object but its own."""
    samples = api.samples(api.demo.fit_for(operation))
    if "{" not in operation.path:
        return samples.real(operation)
    return samples.on_throwaway(operation) if creator_of(operation) else samples.naming_nothing(operation)
