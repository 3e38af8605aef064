"""Objects made for a check alone: how the contract makes, shows, changes and removes them."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import schemas
from socialapi_conformance.api import Api
from socialapi_conformance.callers import Caller, Request
from socialapi_conformance.client import Answer, Client
from socialapi_conformance.comparable import settled
from socialapi_conformance.expect import ok, page
from socialapi_conformance.flows import own_account
from socialapi_conformance.relations import (
    collection_of,
    identity_of,
    item_schema,
    items_of,
    path_parameters,
    reader_of,
)
from socialapi_conformance.samples import Samples
from socialapi_conformance.verdicts import NotVerified

_MOST_PAGES = 40

_BY_PEOPLE: Mapping[str, Callable[[Api], str]] = {"list_accounts": own_account}
"""What no single call makes, because somebody has to agree in between."""


class View(NamedTuple):
    """An object as an answer shows it, without secrets and states; empty where it is not there."""

    answer: Answer
    fields: dict[str, Any]
    documented: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Specimen:
    """An object of the list `listing`; `request` is one about it, `made` what its making was answered."""

    caller: Caller
    samples: Samples
    listing: Operation
    request: Request
    making: Request | None = None
    made: Answer | None = None

    @property
    def id(self) -> str:
        """Its id."""
        return self.request.path[path_parameters(self.request.operation)[-1]]

    def about(self, operation: Operation) -> Request:
        """Return a request of another operation about the object, or about the list it is in."""
        return self.samples.beside(operation, self.request, self.making)

    def changed(self, body: dict[str, Any]) -> Answer:
        """Send the request about the object with another body."""
        return self.caller.send(replace(self.request, body=body))

    def ended(self) -> Answer:
        """Send the request about the object as it is."""
        return self.caller.send(self.request)

    def listed(self) -> View:
        """Return the object as its list shows it."""
        request = self.about(self.listing)
        rules, query = self.listing.pagination, dict(request.query)
        if rules:
            query["limit"] = rules.max_limit
        for _ in range(_MOST_PAGES):
            answer = self.caller.send(replace(request, query=query))
            for item in ok(answer, 200)[items_of(self.listing)]:
                if item[identity_of(self.listing)] == self.id:
                    return _view(answer, item, item_schema(self.listing))
            cursor = page(answer).next_cursor if rules else None
            if cursor is None:
                return View(answer, {})
            query["cursor"] = cursor
        raise NotVerified(f"{self.listing.path} is too long to look through")

    def shown(self) -> View:
        """Return the object as it can be read, or else as its list shows it."""
        reader = reader_of(self.listing)
        return self.listed() if reader is None else view(self.caller.send(self.about(reader)))


def is_removed(answer: Answer) -> None:
    """Expect that a removal succeeded as documented, or with 204, which says no less."""
    if answer.status != 204:
        ok(answer, *OPERATIONS[answer.operation_id or ""].successes)


def view(answer: Answer) -> View:
    """Expect a success; return the object it shows."""
    name = answer.operation_id or ""
    body = ok(answer, *OPERATIONS[name].successes)
    return _view(answer, body, schemas.success(name, answer.status))


def _view(answer: Answer, shown: Any, schema: dict[str, Any]) -> View:
    documented = frozenset(schemas.properties(schemas.resolved(schema)))
    return View(answer, settled(shown, schema), documented)


def begun(api: Api, operation: Operation) -> Specimen:
    """Make an object in demo for an operation; `NotVerified` when that is out of reach."""
    listing = collection_of(operation)
    if listing is None:
        raise NotVerified(f"no list of the contract has what {operation.path} is about")
    caller = api.demo.fit_for(operation)
    samples = api.samples(caller)
    if listing.operation_id in _BY_PEOPLE:
        path = {path_parameters(operation)[-1]: _BY_PEOPLE[listing.operation_id](api)}
        return Specimen(caller, samples, listing, Request(operation, path))
    making, made = samples.making_for(operation)
    return Specimen(caller, samples, listing, samples.on_made(operation, making, made), making, made)


def each_begun(api: Api, operation: Operation) -> Iterator[Specimen]:
    """Yield an object for each example of what makes them; for the first alone where making them costs."""
    specimen = begun(api, operation)
    yield specimen
    source = specimen.making.operation if specimen.making else None
    if specimen.making is None or source is None or source.credits:
        return
    for body in list(specimen.samples.examples(source).values())[1:]:
        making = replace(specimen.making, body=body)
        made = specimen.caller.send(making)
        if made.status in source.successes:
            request = specimen.samples.on_made(operation, making, made)
            yield replace(specimen, request=request, making=making, made=made)


_ended: weakref.WeakKeyDictionary[Client, dict[str, Specimen]] = weakref.WeakKeyDictionary()


def ended(api: Api, remover: Operation) -> Specimen:
    """Return an object of demo that is gone; one for all checks, for what is gone stays so."""
    known = _ended.setdefault(api.client, {})
    if remover.operation_id not in known:
        specimen = begun(api, remover)
        is_removed(specimen.ended())
        known[remover.operation_id] = specimen
    return known[remover.operation_id]
