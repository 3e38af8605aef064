"""Valid requests for any operation: the bundle's examples, with ids the server knows or ids it cannot
know.
"""

from __future__ import annotations

import copy
import functools
import random
import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from socialapi_contract.operations import OPERATIONS, Operation
from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance import schemas
from socialapi_conformance.callers import ABSENT, Caller, Request
from socialapi_conformance.verdicts import NotVerified

_DROP: Any = object()
_BY_PATH = {(operation.method, operation.path): operation for operation in OPERATIONS.values()}
_FIRST_ID = re.compile(r"\$response\.body#/\w+/0/id")
"""What a link says that takes the id of the first item of a list."""


def deletes_its_caller(operation: Operation) -> bool:
    """Return whether success would delete the workspace itself: a DELETE that names no object means the
    caller.
    """
    return operation.method == "DELETE" and "{" not in operation.path


def collection_of(operation: Operation) -> Operation | None:
    """Return the operation that lists the objects the last path parameter of `operation` names.

    It is found by the path, else by the parameter if other operations share it.
    """
    return _beside(operation) or _lists().get(_named(operation))


def creator_of(operation: Operation) -> Operation | None:
    """Return the operation that makes the objects `operation` works on, None when the contract has none."""
    place = operation.path[: operation.path.rfind("/{")] if "{" in operation.path else operation.path
    return _BY_PATH.get(("POST", place))


def adder_of(operation: Operation) -> Operation | None:
    """Return the operation that adds an item with an id of its own to the list of `operation`."""
    found = _BY_PATH.get(("POST", operation.path))
    return found if found and "id" in schemas.answered(found.operation_id) else None


def in_days(days: float) -> str:
    """Return the RFC 3339 timestamp of the moment `days` from now."""
    moment = datetime.now(UTC) + timedelta(days=days)
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


class Samples:
    """Makes valid requests as `caller` can send them. Real ids are read from the caller's own lists."""

    def __init__(self, caller: Caller, chance: random.Random) -> None:
        self._caller = caller
        self._chance = chance
        self._lists: dict[str, list[Any]] = {}

    def naming_nothing(self, operation: Operation) -> Request:
        """Return a request that is valid in every field but names only objects that do not exist."""
        path = {name: self._unknown() for name in _path_parameters(operation)}
        return Request(
            operation, path, self._query(operation), self._body(operation, lambda _: self._unknown())
        )

    def real(self, operation: Operation) -> Request:
        """Return a request that names existing objects; raises `NotVerified` when the workspace has none."""
        path = next(self.paths(operation), None)
        if path is None:
            raise NotVerified(
                f"the workspace {self._caller.workspace.name} has nothing that {operation.path} could name"
            )
        return Request(operation, path, self._query(operation), self._body(operation, self._existing))

    def reaching(self, operation: Operation) -> dict[str, str]:
        """Return path parameters that name existing objects, or at least the first where no list has more."""
        names = _path_parameters(operation)
        if len(names) < 2 or collection_of(operation):
            return dict(self.real(operation).path)
        first = replace(operation, path=operation.path[: operation.path.find("}") + 1])
        return {**{name: self._unknown() for name in names}, **self.real(first).path}

    def on_throwaway(self, operation: Operation) -> Request:
        """Return a request on an object made for it alone; `NotVerified` when the contract cannot make
        one.
        """
        creator = creator_of(operation)
        if creator is None or "{" not in operation.path:
            raise NotVerified(f"no operation makes an object for {operation.path}")
        making = self.real(creator)
        made = self._caller.send(making)
        if (
            made.status not in creator.successes
            or not isinstance(made.json(), dict)
            or "id" not in made.json()
        ):
            raise NotVerified(f"{creator.operation_id} made no object to use: {made.summary()}")
        path = {**making.path, _path_parameters(operation)[-1]: made.json()["id"]}
        return Request(operation, path, self._query(operation), self._body(operation, self._existing))

    def paths(self, operation: Operation) -> Iterator[dict[str, str]]:
        """Yield path parameters that name existing objects, one mapping per object."""
        names = _path_parameters(operation)
        if not names:
            yield {}
            return
        collection = collection_of(operation)
        if collection is None:
            raise NotVerified(f"no list of the contract has the ids that {operation.path} takes")
        for path in self.paths(collection):
            outer = {name: path[name] for name in names[:-1]}
            for item in self._list(Request(collection, path)):
                if _suits(item, operation):
                    yield {**outer, names[-1]: item["id"]}

    def examples(self, operation: Operation) -> dict[str, Any]:
        """Return the bundle's request bodies of the operation by name, naming existing objects."""
        media = schemas.body_media(operation.operation_id)
        if media is None:
            return {}
        named = {name: example["value"] for name, example in media.get("examples", {}).items()}
        return {
            name: self._filled(value, media["schema"], "", self._existing) for name, value in named.items()
        }

    def _existing(self, collection: str) -> Any:
        """Return the id of an object in `/<collection>`, or a mark that the field is better left out."""
        listing = _BY_PATH.get(("GET", f"/{collection}"))
        items = self._list(Request(listing)) if listing else []
        return items[0]["id"] if items else _DROP

    def _list(self, request: Request) -> list[Any]:
        """Return what a list holds, nothing when it cannot be read; asked once."""
        if request.url not in self._lists:
            answer = self._caller.send(request)
            body = answer.json() if answer.status == 200 else None
            items = body.get("data") if isinstance(body, dict) else None
            found = items if isinstance(items, list) else []
            self._lists[request.url] = [item for item in found if isinstance(item, dict) and "id" in item]
        return self._lists[request.url]

    def _query(self, operation: Operation) -> dict[str, Any]:
        required = (each for each in schemas.parameters(operation.operation_id) if each.get("required"))
        return {each["name"]: each["example"] for each in required if each["in"] == "query"}

    def _body(self, operation: Operation, name: Callable[[str], Any]) -> Any:
        media = schemas.body_media(operation.operation_id)
        if media is None:
            return ABSENT
        examples = [example["value"] for example in media.get("examples", {}).values()]
        return self._filled(examples[0] if examples else {}, media["schema"], "", name)

    def _filled(self, value: Any, schema: dict[str, Any], field: str, name: Callable[[str], Any]) -> Any:
        """Return a copy of `value` in which every opaque id is what `name` returns for its collection."""
        schema = schemas.resolved(schema)
        if schema.get("x-opaque") == "id":
            return name(_collection(field))
        if schema.get("format") == "date-time":
            return in_days(30)
        if isinstance(value, dict):
            properties = _properties(schema)
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
    if operation.resource not in PLATFORMS or "platform" not in item:
        return True
    return bool(item["platform"] == operation.resource and item.get("status") == "active")


def _beside(operation: Operation) -> Operation | None:
    place = operation.path[: operation.path.rfind("/{")] if "{" in operation.path else ""
    return _BY_PATH.get(("GET", place))


def _named(operation: Operation) -> str | None:
    """Return the shared definition of the last path parameter."""
    names = _path_parameters(operation)
    return schemas.shared_parameters(operation.operation_id).get(names[-1]) if names else None


@functools.cache
def _lists() -> dict[str | None, Operation]:
    """Return the list for each shared path parameter: beside the path of one that has it, or linked to it."""
    found = {_named(each): beside for each in OPERATIONS.values() if (beside := _beside(each))}
    for operation in OPERATIONS.values():
        for link in schemas.links(operation.operation_id):
            target = OPERATIONS[link["operationId"]]
            if any(_FIRST_ID.fullmatch(value) for value in link.get("parameters", {}).values()):
                found.setdefault(_named(target), operation)
    return {name: listing for name, listing in found.items() if name is not None}


def _path_parameters(operation: Operation) -> list[str]:
    return re.findall(r"\{(\w+)\}", operation.path)


def _properties(schema: dict[str, Any]) -> dict[str, Any]:
    found = dict(schema.get("properties", {}))
    for part in schema.get("allOf", []):
        found.update(_properties(schemas.resolved(part)))
    return found


def _collection(field: str) -> str:
    """Return the list a field points into: `account_id` and `account_ids` into `accounts`."""
    return field.removesuffix("s").removesuffix("_id") + "s"
