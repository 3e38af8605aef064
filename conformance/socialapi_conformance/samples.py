"""Valid requests for any operation: the bundle's examples, with ids the server knows or ids it cannot
know.
"""

from __future__ import annotations

import random
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from socialapi_contract.operations import Operation

from socialapi_conformance import schemas
from socialapi_conformance.callers import Caller, Request
from socialapi_conformance.client import Answer
from socialapi_conformance.filling import DROP, Named, body, completed, filled, in_days, query
from socialapi_conformance.references import Reference
from socialapi_conformance.relations import (
    adder_of,
    collection_of,
    creator_of,
    items_of,
    key_of,
    listing_for,
    maker_of,
    path_parameters,
    platforms_of,
    source_of,
)
from socialapi_conformance.verdicts import NotVerified

__all__ = ["Samples", "in_days"]


class Samples:
    """Makes valid requests as `caller` can send them. Real ids are read from the caller's own lists.

    `about` has what fields stand for by their names: it fills what no list has, and narrows lists.
    """

    def __init__(self, caller: Caller, chance: random.Random, about: Mapping[str, Any] | None = None) -> None:
        self._caller = caller
        self._chance = chance
        self._about = about or {}
        self._lists: dict[str, list[Any]] = {}

    def naming_nothing(self, operation: Operation) -> Request:
        """Return a request that is valid in every field but names only objects that do not exist."""
        path = {name: self._unknown() for name in path_parameters(operation)}
        return self._request(operation, path, lambda *_: self._unknown())

    def real(self, operation: Operation) -> Request:
        """Return a request that names existing objects; raises `NotVerified` when the workspace has none."""
        request = next(self.every(operation), None)
        if request is None:
            raise NotVerified(
                f"the workspace {self._caller.workspace.name} has nothing that {operation.path} could name"
            )
        return request

    def every(self, operation: Operation) -> Iterator[Request]:
        """Yield a request for each existing object that the path can name."""
        for path, known in self._places(operation):
            yield self._request(operation, path, self._existing(operation, known))

    def reaching(self, operation: Operation) -> dict[str, str]:
        """Return path parameters that name existing objects, or at least the first where no list has more."""
        names = path_parameters(operation)
        if len(names) < 2 or collection_of(operation):
            return dict(self.real(operation).path)
        first = replace(operation, path=operation.path[: operation.path.find("}") + 1])
        return {**{name: self._unknown() for name in names}, **self.real(first).path}

    def unharming(self, operation: Operation) -> Request:
        """Return a request on an object that nobody misses: made for it where the contract can, else real."""
        made = creator_of(operation) and "{" in operation.path
        return self.on_throwaway(operation) if made else self.real(operation)

    def naming(self, reference: Reference, request: Request, named: str) -> Request:
        """Return a request with the id `named` in a place; what leads there names existing objects."""
        return reference.within(request, named, lambda each: self.example(reference.operation, each))

    def item(self, listing: Operation, key: str, named: str | None = None) -> dict[str, Any]:
        """Return an item of a list, wherever it has one: the first that has the field, or the `named`."""
        for found in (each for request in self.every(listing) for each in self._list(request)):
            if found.get(key) if named is None else found.get(key) == named:
                return dict(found)
        raise NotVerified(f"the workspace {self._caller.workspace.name} has no such item of {listing.path}")

    def as_far_as_known(self, operation: Operation) -> Request:
        """Return a request that names existing objects as far as lists lead, and unknown ones beyond."""
        found = next(self._places(operation), None) if collection_of(operation) else None
        path, known = found or (self.reaching(operation), {})
        return self._request(operation, path, self._existing_or_unknown(operation, known))

    def on_throwaway(self, operation: Operation) -> Request:
        """Return a request on an object made for it alone; `NotVerified` when the contract cannot make
        one.
        """
        return self.on_made(operation, *self.making_for(operation))

    def making_for(self, operation: Operation) -> tuple[Request, Answer]:
        """Make an object for an operation; return the request that did it and its answer.

        Raises `NotVerified` when the contract cannot make one.
        """
        source = source_of(operation)
        if source is None or "{" not in operation.path:
            raise NotVerified(f"no operation makes an object for {operation.path}")
        making, made = self._making(source)
        if (
            made.status not in source.successes
            or not isinstance(made.json(), dict)
            or self._identifier(operation, making) not in made.json()
        ):
            raise NotVerified(f"{source.operation_id} made no object to use: {made.summary()}")
        return making, made

    def on_made(self, operation: Operation, making: Request, made: Answer) -> Request:
        """Return a request on the object that another request has made."""
        named = made.json()[self._identifier(operation, making)]
        path = {**making.path, path_parameters(operation)[-1]: named}
        return self._request(operation, path, self._existing(operation, _fields(making)))

    def beside(self, operation: Operation, request: Request, making: Request | None = None) -> Request:
        """Return a request of another operation about the same object, or about the list it is in."""
        path = {name: request.path[name] for name in path_parameters(operation)}
        known = {**(_fields(making) if making else {}), **request.query}
        return self._request(operation, path, self._existing_or_unknown(operation, known))

    def example(self, operation: Operation, schema: dict[str, Any]) -> Any:
        """Return an example of a schema that names existing objects."""
        return filled(schemas.example(schema), schema, "", self._existing(operation), self._about)

    def _identifier(self, operation: Operation, making: Request) -> str:
        return schemas.identifier(making.operation.operation_id, path_parameters(operation)[-1])

    def _making(self, source: Operation) -> tuple[Request, Answer]:
        """Return a request that makes an object, and its answer; elsewhere where there is one already."""
        making = self.unharming(source)
        made = self._caller.send(making)
        if made.status != 409:
            return making, made
        making = self._request(source, dict(making.path), self._new(source))
        return making, self._caller.send(making)

    def _new(self, operation: Operation) -> Named:
        """Return what gives a field the id of an object that was just made, else of one that exists."""
        existing = self._existing(operation)

        def name(field: str, schema: dict[str, Any]) -> Any:
            listing = listing_for(schema)
            adder = adder_of(listing) if listing else None
            return self._made(adder, field) if adder else existing(field, schema)

        return name

    def _places(self, operation: Operation) -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
        """Yield path parameters that name existing objects, and the fields of the objects on the way."""
        names = path_parameters(operation)
        if not names:
            yield {}, {}
            return
        collection, told = collection_of(operation), self._about.get(_written_out(names[-1]))
        if collection is None and told is not None:
            above = replace(operation, path=operation.path[: operation.path.rfind("/{")])
            for path, known in self._places(above):
                yield {**path, names[-1]: told}, known
            return
        if collection is None:
            raise NotVerified(f"no list of the contract has the ids that {operation.path} takes")
        for path, known in self._places(collection):
            outer = {name: path[name] for name in names[:-1] if name in path}
            listing = self._request(collection, path, self._existing(collection, known))
            key = key_of(collection, operation)
            for item in self._list(listing):
                if (named := at(item, key)) is not None and suits(item, operation):
                    yield {**outer, names[-1]: named}, {**known, **item}

    def examples(self, operation: Operation) -> dict[str, Any]:
        """Return the bundle's request bodies of the operation by name, naming existing objects."""
        media = schemas.body_media(operation.operation_id)
        if media is None:
            return {}
        named = {name: example["value"] for name, example in media.get("examples", {}).items()}
        return {
            name: completed(
                operation, value, self._existing(operation), self._caller.client.origin, self._about
            )
            for name, value in named.items()
        }

    def _request(self, operation: Operation, path: dict[str, str], name: Named) -> Request:
        """Return a valid request in which every opaque id is what `name` returns for its field."""
        given = body(operation, name, self._caller.client.origin, self._about)
        return Request(operation, path, query(operation, name, self._about), given)

    def _existing(self, operation: Operation, known: Mapping[str, Any] | None = None) -> Named:
        """Return what gives a field the id of an existing object that suits the operation.

        That is what `known` objects have in the same field, else the first of the list that the field points
        into, or one that is made where only what makes it leads here. Where there is none, it gives a mark
        that the field is better left out.
        """

        def name(field: str, schema: dict[str, Any]) -> Any:
            if known and isinstance(known.get(field), str):
                return known[field]
            if field in self._about:
                return self._about[field]
            listing = listing_for(schema)
            if listing is None and (maker := maker_of(operation.operation_id, field)):
                return self._made(maker, field)
            items = self._list(Request(listing)) if listing and not path_parameters(listing) else []
            return next((item["id"] for item in items if "id" in item and suits(item, operation)), DROP)

        return name

    def _existing_or_unknown(self, operation: Operation, known: Mapping[str, Any]) -> Named:
        """Return what gives a field the id of an existing object, or of none where there is none."""
        existing = self._existing(operation, known)

        def name(field: str, schema: dict[str, Any]) -> Any:
            found = existing(field, schema)
            return self._unknown() if found is DROP else found

        return name

    def _made(self, maker: Operation, field: str) -> Any:
        """Return the id of an object that was just made, or a mark that there is none."""
        made = self._caller.send(self.real(maker))
        if made.status not in maker.successes:
            return DROP
        return made.json().get(schemas.identifier(maker.operation_id, field), DROP)

    def _list(self, request: Request) -> list[Any]:
        """Return what a list holds, nothing when it cannot be read; asked once."""
        if request.url not in self._lists:
            answer = self._caller.send(request)
            body = answer.json() if answer.status == 200 else None
            items = body.get(items_of(request.operation)) if isinstance(body, dict) else None
            found = items if isinstance(items, list) else []
            self._lists[request.url] = [item for item in found if isinstance(item, dict)]
        return self._lists[request.url]

    def _unknown(self) -> str:
        return str(uuid.UUID(int=self._chance.getrandbits(128), version=4))


def _fields(request: Request) -> dict[str, Any]:
    return request.body if isinstance(request.body, dict) else {}


def suits(item: dict[str, Any], operation: Operation) -> bool:
    """Return whether an object can be used: operations of one platform need a working account of it."""
    platforms = platforms_of(operation)
    if not platforms or "platform" not in item:
        return True
    return bool(item["platform"] in platforms and item.get("status") == "active")


def _written_out(parameter: str) -> str:
    """Return the name that a field has where it is called like a path parameter: `media_id` for `mediaId`."""
    return re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", parameter)


def at(item: dict[str, Any], key: str) -> Any:
    """Return a field of an item, or with slashes one inside of it; None where it is not there."""
    found: Any = item
    for step in key.split("/"):
        found = found.get(step) if isinstance(found, dict) else None
    return found
