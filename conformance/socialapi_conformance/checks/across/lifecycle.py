"""Lives of objects: shown as they were made, changed as they were told to, gone for good once removed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import schemas
from socialapi_conformance.api import Api
from socialapi_conformance.comparable import settled
from socialapi_conformance.expect import equal, refused, that, unchanged
from socialapi_conformance.nobodies import in_path, in_place
from socialapi_conformance.references import Reference, references
from socialapi_conformance.registry import MUST, check
from socialapi_conformance.relations import (
    collection_of,
    creator_of,
    listing_of,
    path_parameters,
    removers,
    source_of,
)
from socialapi_conformance.specimens import Specimen, View, begun, each_begun, ended, is_removed, view
from socialapi_conformance.verdicts import NotVerified

_LIVES = "overview: Endpoint groups"

REMOVERS = removers()
BY_LISTING = {listing.operation_id: each for each in REMOVERS if (listing := collection_of(each))}
UPDATERS = [each for each in OPERATIONS.values() if each.method == "PATCH" and creator_of(each)]
MADE = {
    source.operation_id: each
    for each in (*REMOVERS, *UPDATERS)
    if (source := creator_of(each)) and "id" in schemas.answered(source.operation_id)
}
REFERENCES = {
    each.name: each
    for each in references()
    if each.listing.operation_id in BY_LISTING and not each.filters  # which may find what is left of it
}
PARTS = {
    f"{each.operation_id}/{name}": (each, name, BY_LISTING[listing.operation_id])
    for each in OPERATIONS.values()
    for name in path_parameters(each)
    if (listing := listing_of(each, name)) and listing.operation_id in BY_LISTING
}
CHILDREN = {
    each.operation_id: (each, name, remover)
    for each, name, remover in PARTS.values()
    if name != path_parameters(each)[-1] and (source := source_of(each)) and creator_of(source)
}

Part = tuple[Operation, str, Operation]


@check(MUST, _LIVES, over=MADE)
def shows_what_was_made(api: Api, operation: Operation) -> None:
    """An object is made as it was asked for, and shown so when it is read and in its list; secrets are shown
    once, and states go on by themselves.
    """
    for specimen in each_begun(api, operation):
        if specimen.made is None or specimen.making is None:
            raise NotVerified("no single call makes such an object")
        made = view(specimen.made)
        for seen in (specimen.listed(), specimen.shown()):
            that(seen.answer, bool(seen.fields), "the new object in its list", "not listed")
            both = made.fields.keys() & seen.fields.keys()
            shown, expected = ({name: each.fields[name] for name in both} for each in (seen, made))
            equal(seen.answer, "the object", shown, expected)
        for name, asked in _settled(specimen.making.operation, specimen.making.body).items():
            _holds(made, name, asked)


@check(MUST, _LIVES, over=UPDATERS)
def changes_only_what_it_is_told(api: Api, operation: Operation) -> None:
    """A change of one field changes that field and no other, or is refused and changes nothing; a change of
    nothing changes nothing, and other objects stay as they are.
    """
    specimen, neighbor = begun(api, operation), begun(api, operation)
    before, beside = specimen.shown(), neighbor.shown()
    for change in (*_changes(api, operation, before.fields), {}):
        answer = specimen.changed(change)
        done = change if answer.status in operation.successes else {}
        if answer.status not in (*operation.successes, 501):
            refused(answer, 400, 404, 409)
        after = specimen.shown()
        for name, asked in _settled(operation, done).items():
            _holds(after, name, asked)
        _stays(before, after, set(done))
        before = after
    unchanged(before.answer, beside.fields, neighbor.shown().fields, "another object")


@check(MUST, _LIVES, over=REMOVERS)
def removes_one_object(api: Api, operation: Operation) -> None:
    """Removing an object is answered as documented and takes it out of its list, or leaves it there retired
    where the contract says so; removing it again is answered like removing what never was, and others stay.
    """
    specimen, neighbor = begun(api, operation), _neighbor(api, operation)
    answer = specimen.ended()
    is_removed(answer)
    seen, mark = specimen.listed(), schemas.definition(operation.operation_id).get("x-retires", "")
    that(seen.answer, not seen.fields or seen.fields.get(mark) is False, "the object to be gone", "listed")
    in_path(api, specimen.caller, [specimen.request], path_parameters(operation)[-1], specimen.id)
    if neighbor:
        that(answer, bool(neighbor.listed().fields), "another object to stay", "gone as well")


@check(MUST, _LIVES, over=PARTS)
def knows_nothing_of_the_gone(api: Api, part: Part) -> None:
    """Whatever is asked of an object that was removed is answered exactly as if it had never been."""
    operation, name, remover = part
    specimen, caller = ended(api, remover), api.demo.fit_for(operation)
    samples = api.samples(caller)
    nothing = samples.naming_nothing(operation).path
    known = {each: value for each, value in specimen.request.path.items() if each in nothing}
    about = replace(specimen.request, path={**nothing, **known, name: specimen.id})
    in_path(api, caller, [samples.beside(operation, about, specimen.making)], name, specimen.id)


@check(MUST, _LIVES, over=REFERENCES)
def takes_the_gone_for_unknown(api: Api, reference: Reference) -> None:
    """The id of an object that was removed, in a query or a body, is answered exactly like one never issued:
    nothing is made with it.
    """
    specimen = ended(api, BY_LISTING[reference.listing.operation_id])
    in_place(api, api.demo.fit_for(reference.operation), reference, specimen.id)


@check(MUST, _LIVES, over=CHILDREN)
def loses_what_belonged_to_the_gone(api: Api, part: Part) -> None:
    """What belonged to an object goes with it: asked for in its place, it is answered with 404."""
    operation, name, remover = part
    caller = api.demo.fit_for(operation)
    request = api.samples(caller).on_throwaway(operation)
    removed = caller.call(remover.operation_id, path={path_parameters(remover)[-1]: request.path[name]})
    is_removed(removed)
    refused(caller.send(request), 404)


@check(MUST, _LIVES, over=MADE)
def makes_two_at_once(api: Api, operation: Operation) -> None:
    """Two equal calls at the same time make two objects, unless one of them is refused."""
    specimen = begun(api, operation)
    if specimen.making is None:
        raise NotVerified("no single call makes such an object")
    # Some things exist only once.
    specimen.caller.send(specimen.about(BY_LISTING[specimen.listing.operation_id]))
    first, second = specimen.caller.at_once(specimen.making, specimen.making)
    made = [answer for answer in (first, second) if answer.status in specimen.making.operation.successes]
    for answer in (each for each in (first, second) if each not in made):
        refused(answer, 400, 409, 429)
    that(second, bool(made), "an object", f"{first.summary()} and {second.summary()}")
    that(second, len({each.json()["id"] for each in made}) == len(made), "two objects", "one id twice")


@check(MUST, _LIVES, over=REMOVERS)
def removes_once_at_once(api: Api, operation: Operation) -> None:
    """Of two removals of an object at the same time, at least one succeeds, and the other finds nothing if it
    does not.
    """
    specimen = begun(api, operation)
    answers = specimen.caller.at_once(specimen.request, specimen.request)
    refusals = [answer for answer in answers if answer.status not in (*operation.successes, 204)]
    for answer in refusals:
        refused(answer, 404)
    that(answers[1], len(refusals) < 2, "one success", "two refusals")


def _neighbor(api: Api, operation: Operation) -> Specimen | None:
    """Make another such object, where two alike can exist."""
    try:
        return begun(api, operation)
    except NotVerified:
        return None


def _changes(api: Api, operation: Operation, shown: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return a change of each field that a body of the operation may have, to another value than it has.

    Left alone is what may name something in a list: nothing else would be as good there.
    """
    samples = api.samples(api.demo.fit_for(operation))
    loose = {each.steps[0] for each in references() if each.operation is operation and not each.exclusive}
    every = schemas.properties(schemas.resolved(schemas.body_schema(operation.operation_id)))
    fields = {name: rules for name, rules in every.items() if name not in loose}
    values = {name: samples.example(operation, rules) for name, rules in fields.items()}
    for name, rules in fields.items():
        if isinstance(values[name], bool):
            values[name] = not shown.get(name, False)
        elif schemas.is_free_text(rules):
            values[name] = api.word(name)
    return [{name: value} for name, value in values.items()]


def _stays(before: View, after: View, but: set[str]) -> None:
    """Expect that an object has changed in no other field, but for the time of its change."""
    names = (before.fields.keys() | after.fields.keys()) - but
    pairs = {name: (before.fields.get(name), after.fields.get(name)) for name in names}
    differing = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    times = [name for name, pair in differing.items() if _moves_on(*pair)]
    others = {name: pair for name, pair in differing.items() if name not in times[:1]}
    that(after.answer, not others, "the other fields to stay as they were", others)


def _moves_on(was: Any, now: Any) -> bool:
    return isinstance(was, datetime) and isinstance(now, datetime) and was < now


def _settled(operation: Operation, body: Any) -> dict[str, Any]:
    fields: dict[str, Any] = settled(body, schemas.body_schema(operation.operation_id))
    return fields


def _holds(seen: View, name: str, asked: Any) -> None:
    """Expect an object to have what was asked for in a field, if it is documented to show it."""
    if name in seen.documented:
        shown = seen.fields.get(name)
        that(seen.answer, _covers(shown, asked), f"{name} to be {asked!r}", shown)


def _covers(shown: Any, asked: Any) -> bool:
    """Return whether a value has what was asked for; it may have more fields, and lists any order."""
    if isinstance(shown, dict) and isinstance(asked, dict):
        return all(_covers(shown[name], value) for name, value in asked.items() if name in shown)
    if isinstance(shown, list) and isinstance(asked, list):
        found = [any(_covers(each, wanted) for each in shown) for wanted in asked]
        return len(shown) == len(asked) and all(found)
    return bool(shown == asked)
