"""Valid requests for any operation: the bundle's examples, with ids the server knows or ids it cannot
know.
"""

from __future__ import annotations

import copy
import random
import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from socialapi_contract.operations import Operation

from socialapi_conformance import schemas
from socialapi_conformance.callers import ABSENT, Caller, Request
from socialapi_conformance.receiver import is_near, receiver
from socialapi_conformance.relations import (
    chosen_names,
    collection_of,
    creator_of,
    items_of,
    key_of,
    listing_for,
    maker_of,
    path_parameters,
    platforms_of,
)
from socialapi_conformance.verdicts import NotVerified

_DROP: Any = object()


def in_days(days: float) -> str:
    """Return the RFC 3339 timestamp of the moment `days` from now."""
    moment = datetime.now(UTC) + timedelta(days=days)
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


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
        return self._request(operation, path, lambda _: self._unknown())

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

    def as_far_as_known(self, operation: Operation) -> Request:
        """Return a request that names existing objects as far as lists lead, and unknown ones beyond."""
        found = next(self._places(operation), None) if collection_of(operation) else None
        path, known = found or (self.reaching(operation), {})
        existing = self._existing(operation, known)
        return self._request(
            operation, path, lambda field: self._unknown() if (one := existing(field)) is _DROP else one
        )

    def on_throwaway(self, operation: Operation) -> Request:
        """Return a request on an object made for it alone; `NotVerified` when the contract cannot make
        one.
        """
        creator = creator_of(operation)
        if creator is None or "{" not in operation.path:
            raise NotVerified(f"no operation makes an object for {operation.path}")
        making, parameter = self.real(creator), path_parameters(operation)[-1]
        made, field = self._caller.send(making), schemas.identifier(creator.operation_id, parameter)
        if (
            made.status not in creator.successes
            or not isinstance(made.json(), dict)
            or field not in made.json()
        ):
            raise NotVerified(f"{creator.operation_id} made no object to use: {made.summary()}")
        known = making.body if isinstance(making.body, dict) else {}
        path = {**making.path, parameter: made.json()[field]}
        return self._request(operation, path, self._existing(operation, known))

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
                if (named := _at(item, key)) is not None and _suits(item, operation):
                    yield {**outer, names[-1]: named}, {**known, **item}

    def examples(self, operation: Operation) -> dict[str, Any]:
        """Return the bundle's request bodies of the operation by name, naming existing objects."""
        media = schemas.body_media(operation.operation_id)
        if media is None:
            return {}
        named = {name: example["value"] for name, example in media.get("examples", {}).items()}
        return {
            name: self._completed(operation, value, media["schema"], self._existing(operation))
            for name, value in named.items()
        }

    def _request(self, operation: Operation, path: dict[str, str], name: Callable[[str], Any]) -> Request:
        """Return a valid request in which every opaque id is what `name` returns for its field."""
        return Request(operation, path, self._query(operation, name), self._body(operation, name))

    def _existing(self, operation: Operation, known: Mapping[str, Any] | None = None) -> Callable[[str], Any]:
        """Return what gives a field the id of an existing object that suits the operation.

        That is what `known` objects have in the same field, else the first of the list that the field points
        into, or one that is made where only what makes it leads here. Where there is none, it gives a mark
        that the field is better left out.
        """

        def name(field: str) -> Any:
            if known and isinstance(known.get(field), str):
                return known[field]
            if field in self._about:
                return self._about[field]
            listing = listing_for(field)
            if listing is None and (maker := maker_of(operation.operation_id, field)):
                return self._made(maker, field)
            items = self._list(Request(listing)) if listing else []
            return next((item["id"] for item in items if "id" in item and _suits(item, operation)), _DROP)

        return name

    def _made(self, maker: Operation, field: str) -> Any:
        """Return the id of an object that was just made, or a mark that there is none."""
        made = self._caller.send(self.real(maker))
        if made.status not in maker.successes:
            return _DROP
        return made.json().get(schemas.identifier(maker.operation_id, field), _DROP)

    def _list(self, request: Request) -> list[Any]:
        """Return what a list holds, nothing when it cannot be read; asked once."""
        if request.url not in self._lists:
            answer = self._caller.send(request)
            body = answer.json() if answer.status == 200 else None
            items = body.get(items_of(request.operation)) if isinstance(body, dict) else None
            found = items if isinstance(items, list) else []
            self._lists[request.url] = [item for item in found if isinstance(item, dict)]
        return self._lists[request.url]

    def _query(self, operation: Operation, name: Callable[[str], Any]) -> dict[str, Any]:
        asked = [each for each in schemas.parameters(operation.operation_id) if each["in"] == "query"]
        query = {
            each["name"]: self._filled(each.get("example"), each["schema"], each["name"], name)
            for each in asked
            if each.get("required") or each["name"] in self._about
        }
        return {key: value for key, value in query.items() if value is not _DROP}

    def _body(self, operation: Operation, name: Callable[[str], Any]) -> Any:
        media = schemas.body_media(operation.operation_id)
        if media is None:
            return ABSENT
        examples = [example["value"] for example in media.get("examples", {}).values()]
        return self._completed(operation, examples[0] if examples else {}, media["schema"], name)

    def _completed(
        self, operation: Operation, example: Any, schema: dict[str, Any], name: Callable[[str], Any]
    ) -> Any:
        """Return a copy of an example with the ids that `name` returns, and with addresses that answer."""
        filled = self._filled(example, schema, "", name)
        if is_near(self._caller.client.origin):
            filled.update({field: receiver().sink for field in schemas.called_back(operation.operation_id)})
        own = {field: f"sapi_{uuid.uuid4().hex}" for field in chosen_names(operation) if field in filled}
        return {**filled, **own} if own else filled

    def _filled(self, value: Any, schema: dict[str, Any], field: str, name: Callable[[str], Any]) -> Any:
        """Return a copy of `value` in which every opaque id is what `name` returns for its field."""
        schema = schemas.resolved(schema)
        if schema.get("x-opaque") == "id":
            return name(field)
        if field in self._about:
            return self._about[field]
        if schema.get("format") == "date-time":
            return in_days(30)
        if isinstance(value, dict):
            properties = schemas.properties(schema)
            filled = {
                key: self._filled(item, properties.get(key, {}), key, name) for key, item in value.items()
            }
            return {key: item for key, item in filled.items() if item is not _DROP}
        if isinstance(value, list):
            items = [self._filled(item, schema.get("items", {}), field, name) for item in value]
            return [item for item in items if item is not _DROP]
        return copy.deepcopy(value)

    def _unknown(self) -> str:
        return str(uuid.UUID(int=self._chance.getrandbits(128), version=4))


def _suits(item: dict[str, Any], operation: Operation) -> bool:
    """Return whether an object can be used: operations of one platform need a working account of it."""
    platforms = platforms_of(operation)
    if not platforms or "platform" not in item:
        return True
    return bool(item["platform"] in platforms and item.get("status") == "active")


def _written_out(parameter: str) -> str:
    """Return the name that a field has where it is called like a path parameter: `media_id` for `mediaId`."""
    return re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", parameter)


def _at(item: dict[str, Any], key: str) -> Any:
    """Return a field of an item, or with slashes one inside of it; None where it is not there."""
    found: Any = item
    for step in key.split("/"):
        found = found.get(step) if isinstance(found, dict) else None
    return found
