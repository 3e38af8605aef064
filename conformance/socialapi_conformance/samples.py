"""Valid requests for any operation: the bundle's examples, with ids the server knows or ids it cannot
know.
"""

from __future__ import annotations

import copy
import random
import re
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from socialapi_contract.operations import OPERATIONS, Operation

from socialapi_conformance import schemas
from socialapi_conformance.callers import ABSENT, Caller, Request
from socialapi_conformance.verdicts import NotVerified

_DROP: Any = object()
_BY_PATH = {(operation.method, operation.path): operation for operation in OPERATIONS.values()}


def deletes_its_caller(operation: Operation) -> bool:
    """Return whether success would delete the workspace itself: a DELETE of `me`."""
    return operation.method == "DELETE" and operation.path.endswith("/me")


def collection_of(operation: Operation) -> Operation | None:
    """Return the operation that lists the objects the last path parameter of `operation` names."""
    return _at_collection("GET", operation) if "{" in operation.path else None


def creator_of(operation: Operation) -> Operation | None:
    """Return the operation that makes the objects `operation` works on, None when the contract has none."""
    if "{" not in operation.path:
        return _BY_PATH.get(("POST", operation.path))
    return _at_collection("POST", operation)


def _at_collection(method: str, operation: Operation) -> Operation | None:
    """Return the operation on what the last path parameter chooses from.

    That is the path before it, or the list its name speaks of: `/brands` for a `brand_id` elsewhere.
    """
    place, _, parameter = operation.path.rpartition("/{")
    named = f"/{_collection(parameter.partition('}')[0])}"
    return _BY_PATH.get((method, place)) or _BY_PATH.get((method, named))


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

    def on_throwaway(self, operation: Operation) -> Request:
        """Return a request on an object made for it alone; `NotVerified` when the contract cannot make
        one.
        """
        creator = creator_of(operation)
        if creator is None or len(_path_parameters(operation)) != 1:
            raise NotVerified(f"no operation makes an object for {operation.path}")
        made = self._caller.send(self.real(creator))
        if (
            made.status not in creator.successes
            or not isinstance(made.json(), dict)
            or "id" not in made.json()
        ):
            raise NotVerified(f"{creator.operation_id} made no object to use: {made.summary()}")
        path = {_path_parameters(operation)[0]: made.json()["id"]}
        return Request(operation, path, self._query(operation), self._body(operation, self._existing))

    def paths(self, operation: Operation) -> Iterator[dict[str, str]]:
        """Yield path parameters that name existing objects, one mapping per object."""
        names = _path_parameters(operation)
        if not names:
            yield {}
        elif len(names) == 1:
            yield from ({names[0]: item["id"]} for item in self._items(operation, {}))
        else:
            outer = collection_of(operation)
            for path in self.paths(outer) if outer else ():
                yield from ({**path, names[-1]: item["id"]} for item in self._items(operation, path))

    def examples(self, operation: Operation) -> dict[str, Any]:
        """Return the bundle's request bodies of the operation by name, naming existing objects."""
        media = schemas.body_media(operation.operation_id)
        if media is None:
            return {}
        named = {name: example["value"] for name, example in media.get("examples", {}).items()}
        return {
            name: self._filled(value, media["schema"], "", self._existing) for name, value in named.items()
        }

    def _items(self, operation: Operation, path: dict[str, str]) -> list[Any]:
        collection = collection_of(operation)
        return self._list(Request(collection, path)) if collection else []

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
