"""Holds ids that have to count for nothing, because they are another's or gone, against ids never issued."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from socialapi_contract.operations import Operation

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller, Request
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import alike, equal, refused
from socialapi_conformance.references import Reference
from socialapi_conformance.relations import collection_of, items_of
from socialapi_conformance.samples import Samples
from socialapi_conformance.verdicts import NotVerified, Violation


def in_place(api: Api, caller: Caller, reference: Reference, named: str) -> Answer:
    """Expect that the id `named` in a query or body is answered like one never issued; return the answer.

    What only takes ids refuses it, unless it is a reading call that tells what it makes of it; a filter finds
    nothing by it.
    """
    samples = api.samples(caller)
    requests = _requests(samples, reference.operation)
    answer = _alike(api, caller, requests, named, lambda each, it: samples.naming(reference, each, it))
    if reference.filters and answer.status == 200:
        equal(answer, "what is found", answer.json().get(items_of(reference.operation)), [])
    elif reference.exclusive and not reference.operation.scope.endswith(":read"):
        refused(answer)
    return answer


def in_path(api: Api, caller: Caller, requests: Iterable[Request], parameter: str, named: str) -> Answer:
    """Expect 404 for the id `named` in a path, as for one never issued; return the answer."""

    def naming(request: Request, identifier: str) -> Request:
        return replace(request, path={**request.path, parameter: identifier})

    answer = _alike(api, caller, requests, named, naming)
    refused(answer, 404)
    return answer


def _alike(
    api: Api,
    caller: Caller,
    requests: Iterable[Request],
    named: str,
    naming: Callable[[Request, str], Request],
) -> Answer:
    """Return what the first request is answered whose object can be asked at all, for the id `named`.

    An object that another check has removed in between cannot be asked.
    """
    unknown = api.unknown_id()
    for request in requests:
        model = caller.send(naming(request, unknown))
        if model.status == 501:
            continue
        answer = caller.send(naming(request, named))
        if _are_alike(answer, named, model, unknown):
            return answer
        again = caller.send(naming(request, unknown))
        if _are_alike(again, unknown, model, unknown):
            alike(answer, named, model, unknown)
    raise NotVerified("the workspace has nothing that this could be tried on")


def _are_alike(answer: Answer, named: str, model: Answer, unknown: str) -> bool:
    try:
        alike(answer, named, model, unknown)
    except Violation:
        return False
    return True


def _requests(samples: Samples, operation: Operation) -> Iterator[Request]:
    """Yield requests on objects that nobody misses, or on none where no list has any."""
    if collection_of(operation) or "{" not in operation.path:
        yield samples.unharming(operation)
        yield from samples.every(operation)
    else:
        yield samples.naming_nothing(operation)
