"""Workspaces: nobody sees or touches what is another's, or learns that it is there."""

import functools
import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from socialapi_contract.errors import lookup
from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller, Request
from socialapi_conformance.client import Answer
from socialapi_conformance.comparable import lasting
from socialapi_conformance.expect import ok, refused, that, unchanged
from socialapi_conformance.nobodies import in_path, in_place
from socialapi_conformance.references import Reference, references
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import (
    adder_of,
    collection_of,
    creator_of,
    identity_of,
    item_schema,
    items_of,
    listing_around,
    path_parameters,
    source_of,
    tells_figures,
)
from socialapi_conformance.samples import Samples
from socialapi_conformance.verdicts import NotVerified


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
PAIRS = [each for each in WITH_ID if len(path_parameters(each)) > 1 and collection_of(each)]
PARTS = {f"{each.operation_id}/{name}": (each, name) for each in PAIRS for name in path_parameters(each)}
REFERENCES = {each.name: each for each in references()}
FIGURES = [each for each in OPERATIONS.values() if tells_figures(each)]
ADDERS = [found for each in LISTS if (found := adder_of(each)) and "api_key" in found.tokens]

across_both = functools.partial(check, MUST, "overview: Response format", needs=("demo", "other"))


@across_both(over=WITH_ID)
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


@across_both(over=PARTS, alone_in="other")
def hides_each_part(api: Api, part: tuple[Operation, str]) -> None:
    """In a path of several ids, each one of another workspace's is answered exactly like one never issued."""
    operation, name = part
    caller, owner = api.demo.fit_for(operation), api.other.fit_for(operation)
    theirs = api.samples(owner).real(operation).path[name]
    own = (each for each in api.samples(caller).every(operation) if each.path[name] != theirs)
    in_path(api, caller, own, name, theirs)


@check(MUST, "overview: Response format", over=PAIRS)
def keeps_pairs_together(api: Api, operation: Operation) -> None:
    """In a path of several ids, the last belongs to the ones before it: one that belongs elsewhere in the
    same workspace is answered exactly like one never issued.
    """
    caller, last = api.demo.fit_for(operation), path_parameters(operation)[-1]
    families = _families(api.samples(caller), operation)
    elsewhere = next(families, [])
    if not elsewhere:
        raise NotVerified(f"the workspace demo has nothing that {operation.path} could name")
    named = elsewhere[0].path[last]
    apart = (each[0] for each in families if named not in [sibling.path[last] for sibling in each])
    in_path(api, caller, apart, last, named)


@across_both(over=REFERENCES, alone_in="other")
def takes_foreign_ids_for_unknown(api: Api, reference: Reference) -> None:
    """Another workspace's id in a query or a body is answered exactly like one never issued: a filter finds
    nothing by it, and neither workspace changes.
    """
    caller, owner = api.demo.fit_for(reference.operation), api.other.fit_for(reference.listing)
    before = api.samples(owner).item(reference.listing, reference.key)
    named, identity = before[reference.key], identity_of(reference.listing)
    answer = in_place(api, caller, reference, named)
    after = api.samples(owner).item(reference.listing, identity, before[identity])
    unchanged(answer, _lasting(reference, before), _lasting(reference, after), "the other workspace's object")
    if answer.status >= 400:
        _kept_out(api, caller, reference.operation, named)


@across_both(over=LISTS)
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


@across_both(alone_in="other")
def counts_only_its_own(api: Api) -> None:
    """Figures of a workspace do not move by what is made in another."""
    before = _figures(api)
    for adder in (each for each in ADDERS if not api.target.lacks(each)):
        api.demo.send(api.samples(api.demo).real(adder))
    for name, answer in _figures(api).items():
        unchanged(answer, before[name].json(), answer.json(), f"what {name} tells")


def _owned(api: Api, operation: Operation) -> dict[str, str]:
    """Return the path of an object of demo, made for the purpose where a faulty server could destroy it."""
    samples = api.samples(api.demo.fit_for(operation))
    if creator_of(operation):
        return dict(samples.on_throwaway(operation).path)
    return samples.reaching(operation)


def _families(samples: Samples, operation: Operation) -> Iterator[list[Request]]:
    """Yield requests on existing objects by what these belong to, made for it where there are none."""
    last = path_parameters(operation)[-1]

    def parents(request: Request) -> list[str]:
        return [request.path[name] for name in request.path if name != last]

    made = (samples.on_throwaway(operation) for _ in range(2) if source_of(operation))
    requests = itertools.chain(samples.every(operation), made)
    for _, family in itertools.groupby(requests, parents):
        yield list(family)


def _kept_out(api: Api, caller: Caller, operation: Operation, named: str) -> None:
    """Expect that a list of what an operation makes or changes does not mention an id."""
    listing = listing_around(operation)
    if listing is None:
        return
    request = api.samples(caller).real(listing)
    limit = {"limit": listing.pagination.max_limit} if listing.pagination else {}
    answer = caller.send(replace(request, query={**request.query, **limit}))
    that(answer, named.encode() not in answer.content, "no trace of the refused call", named)


def _figures(api: Api) -> dict[str, Answer]:
    asked = [each for each in FIGURES if not api.target.lacks(each)]
    return {each.operation_id: api.other.fit_for(each).send(Request(each)) for each in asked}


def _lasting(reference: Reference, item: dict[str, Any]) -> Any:
    return lasting(item, item_schema(reference.listing))


def _listed(api: Api, caller: Caller, operation: Operation) -> Answer:
    caller = caller.fit_for(operation)
    return caller.send(api.samples(caller).real(operation))


def _ids(answer: Answer, operation: Operation) -> set[str]:
    return {item[identity_of(operation)] for item in ok(answer, 200)[items_of(operation)]}
