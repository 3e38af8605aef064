"""Workspaces: nobody sees or touches what is another's."""

from dataclasses import replace

from socialapi_contract.errors import lookup
from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller
from socialapi_conformance.client import Answer
from socialapi_conformance.expect import ok, refused, that
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import collection_of, creator_of, identity_of, items_of


def _is_private(operation: Operation) -> bool:
    """Return whether what the path names is reached by one workspace alone."""
    collection = collection_of(operation)
    return bool(operation.tokens) and not (collection is not None and collection.shared)


WITH_ID = [each for each in OPERATIONS.values() if "{" in each.path and _is_private(each)]
LISTS = list(
    {
        found.operation_id: found
        for each in WITH_ID
        if (found := collection_of(each)) and "{" not in found.path
    }.values()
)


@check(MUST, "overview: Response format", over=WITH_ID, needs=("demo", "other"))
def hides_objects_of_other_workspaces(api: Api, operation: Operation) -> None:
    """Another workspace's object is answered like one that does not exist: 404 with the same code, or a code
    of the operation that may stand in its place.
    """
    stranger = api.other.fit_for(operation)
    unknown = api.samples(stranger).naming_nothing(operation)
    expected = stranger.send(unknown)
    received = stranger.send(replace(unknown, path=_owned(api, operation)))
    refused(expected, 404)
    code = lookup(refused(received))
    that(
        received,
        expected.code() in (code.code, *code.alternatives),
        f"{expected.code()}, as for an unknown id",
        received.summary(),
    )


@check(MUST, "overview: Response format", over=LISTS, needs=("demo", "other"))
def lists_only_its_own(api: Api, operation: Operation) -> None:
    """The lists of two workspaces have no object in common."""
    theirs, answer = _listed(api, api.demo, operation), _listed(api, api.other, operation)
    shared = _ids(theirs, operation) & _ids(answer, operation)
    that(
        answer,
        not shared,
        "nothing of the other workspace",
        f"{len(shared)} objects that are also in demo's list",
    )


def _owned(api: Api, operation: Operation) -> dict[str, str]:
    """Return the path of an object of demo, made for the purpose where a faulty server could destroy it."""
    samples = api.samples(api.demo.fit_for(operation))
    if creator_of(operation):
        return dict(samples.on_throwaway(operation).path)
    return samples.reaching(operation)


def _listed(api: Api, caller: Caller, operation: Operation) -> Answer:
    caller = caller.fit_for(operation)
    return caller.send(api.samples(caller).real(operation))


def _ids(answer: Answer, operation: Operation) -> set[str]:
    return {item[identity_of(operation)] for item in ok(answer, 200)[items_of(operation)]}
