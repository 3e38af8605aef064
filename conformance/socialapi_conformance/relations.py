"""How the operations of the contract hang together: which list has the objects another one is about, what
makes them, how they are named.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import Any

from socialapi_contract.operations import OPERATIONS, Operation
from socialapi_contract.platforms import PLATFORMS

from socialapi_conformance import schemas

_BY_PATH = {(operation.method, operation.path): operation for operation in OPERATIONS.values()}
_FIRST_ITEM = re.compile(r"\$response\.body#/\w+/0/([\w/]+)")
"""What a link says that takes a field of the first item of a list, or one inside of it."""


def deletes_its_caller(operation: Operation) -> bool:
    """Return whether success would delete the workspace itself: a DELETE of `me`."""
    return operation.method == "DELETE" and operation.path.endswith("/me")


def is_addressed_by(operation: Operation, path: str) -> bool:
    """Return whether a server may take `path` for one of the operation: `/keys/scopes` is also
    `/keys/{id}`.
    """
    return bool(re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", operation.path), path))


def collection_of(operation: Operation) -> Operation | None:
    """Return the operation that lists the objects the last path parameter of `operation` names.

    It is found by the path unless only another list links there, else by the parameter if other operations
    share it.
    """
    beside, linking = _beside(operation), _linking().get(operation.operation_id, {})
    if linking and (beside is None or beside.operation_id not in linking):
        return OPERATIONS[next(iter(linking))]
    if "{" not in operation.path:
        return None
    return beside or _lists().get(_named(operation)) or _at_collection("GET", operation)


def key_of(listing: Operation, operation: Operation) -> str:
    """Return the field of the items of a list that names them in the path of an operation."""
    return _linking().get(operation.operation_id, {}).get(listing.operation_id, "id")


def identity_of(listing: Operation) -> str:
    """Return the field that tells the items of a list apart: `id`, or what links take if they have none."""
    if "id" in schemas.properties(_item_of(listing)):
        return "id"
    return next((key for found in _linking().values() if (key := found.get(listing.operation_id))), "id")


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


def listing_of(operation: Operation, parameter: str) -> Operation | None:
    """Return the list whose items a path parameter names by their `id`."""
    if parameter != path_parameters(operation)[-1]:
        return _lists().get(schemas.shared_parameters(operation.operation_id).get(parameter))
    listing = collection_of(operation)
    return listing if listing and key_of(listing, operation) == "id" else None


def reader_of(listing: Operation) -> Operation | None:
    """Return the operation that reads an item of a list by its id."""
    readers = (each for each in OPERATIONS.values() if each.method == "GET" and each.path.endswith("}"))
    return next((each for each in readers if listing_of(each, path_parameters(each)[-1]) is listing), None)


def removers() -> list[Operation]:
    """Return the operations that remove an item of a list by its id."""
    named = (each for each in OPERATIONS.values() if each.method == "DELETE" and each.path.endswith("}"))
    return [each for each in named if _beside(each)]


def source_of(operation: Operation) -> Operation | None:
    """Return the operation that makes what the last path parameter of `operation` names."""
    if (creator := creator_of(operation)) or "{" not in operation.path:
        return creator
    place, parameter = operation.path[: operation.path.rfind("}") + 1], path_parameters(operation)[-1]
    beside = (each.operation_id for each in OPERATIONS.values() if each.path.startswith(place))
    return next((maker for each in beside if (maker := maker_of(each, parameter))), None)


def adder_of(operation: Operation) -> Operation | None:
    """Return the operation that adds an item with an id of its own to the list of `operation`."""
    found = _BY_PATH.get(("POST", operation.path))
    return found if found and "id" in schemas.answered(found.operation_id) else None


def undone_by(operation: Operation) -> Operation | None:
    """Return what a DELETE takes back, such as a like: the POST on the same path, if that makes no item."""
    is_list = ("GET", operation.path) in _BY_PATH
    return _BY_PATH.get(("POST", operation.path)) if operation.method == "DELETE" and not is_list else None


def listing_around(operation: Operation) -> Operation | None:
    """Return the list that holds what an operation makes or works on."""
    return _BY_PATH.get(("GET", operation.path)) if "{" not in operation.path else collection_of(operation)


def tells_figures(operation: Operation) -> bool:
    """Return whether an operation reads what a workspace has of its own as a whole, and no list of it."""
    required = [each for each in schemas.parameters(operation.operation_id) if each.get("required")]
    alone = operation.method == "GET" and bool(operation.tokens) and not operation.scope.endswith(":write")
    arrays = [
        each for each in schemas.answered(operation.operation_id).values() if each.get("type") == "array"
    ]
    return alone and not required and not arrays


def items_of(listing: Operation) -> str:
    """Return the field in which a list has its items: the only array of its answer that holds objects."""
    if listing.pagination is not None:
        return listing.pagination.items
    arrays = {
        name: schemas.resolved(each.get("items", {}))
        for name, each in schemas.answered(listing.operation_id).items()
        if each.get("type") == "array"
    }
    return next((name for name, items in arrays.items() if items.get("type") == "object"), "data")


def item_schema(listing: Operation) -> dict[str, Any]:
    """Return the schema of the items of a list."""
    found: dict[str, Any] = schemas.answered(listing.operation_id)[items_of(listing)]["items"]
    return found


def platforms_of(operation: Operation) -> set[str]:
    """Return the platforms an operation is bound to, by the refusals it lists; empty for any platform."""
    return {slug for slug in PLATFORMS if f"platform.{slug}.auth" in operation.errors}


def listing_called(field: str) -> Operation | None:
    """Return the list that a field is called after: `/accounts` for `account_id`."""
    return _BY_PATH.get(("GET", f"/{_collection(field)}"))


def listing_for(schema: dict[str, Any]) -> Operation | None:
    """Return the list whose items a value of a schema names."""
    return OPERATIONS.get(schema.get("x-refers-to", "").partition("/")[0])


def named_by(schema: dict[str, Any]) -> str:
    """Return the field of the items of a list by which a value of a schema names them."""
    return schema.get("x-refers-to", "").partition("/")[2] or "id"


def belongs_to_a_brand(operation: Operation) -> bool:
    """Return whether what the path names, or a list holds, is some brand's: its items say of which brand or
    account they are.
    """
    listing = _outermost_list(operation)
    if listing is None or listing is listing_called("brand_id"):
        return listing is not None
    return bool({"brand_id", "account_id", "targets"} & schemas.properties(_item_of(listing)).keys())


def _outermost_list(operation: Operation) -> Operation | None:
    """Return the list, without a parameter in its path, where the way to an operation begins."""
    if "{" not in operation.path:
        return operation
    first = replace(operation, path=operation.path[: operation.path.find("}") + 1])
    listing = collection_of(operation) or collection_of(first)
    return listing and _outermost_list(listing)


def _item_of(listing: Operation) -> dict[str, Any]:
    """Return the schema of the items of a list."""
    items = schemas.answered(listing.operation_id).get(items_of(listing), {}).get("items", {})
    return schemas.resolved(items)


def chosen_names(operation: Operation) -> list[str]:
    """Return the fields by which a caller names what an operation makes: the ones that removing it takes."""
    remover = _BY_PATH.get(("DELETE", operation.path))
    if remover is None or operation.method != "POST":
        return []
    asked = [each for each in schemas.parameters(remover.operation_id) if each["in"] == "query"]
    plain = [each for each in asked if "x-opaque" not in schemas.resolved(each["schema"])]
    return [each["name"] for each in plain if each.get("required")]


def _beside(operation: Operation) -> Operation | None:
    place = operation.path[: operation.path.rfind("/{")] if "{" in operation.path else ""
    return _BY_PATH.get(("GET", place))


def _named(operation: Operation) -> str | None:
    """Return the shared definition of the last path parameter."""
    names = path_parameters(operation)
    return schemas.shared_parameters(operation.operation_id).get(names[-1]) if names else None


@functools.cache
def _lists() -> dict[str | None, Operation]:
    """Return the list for each shared path parameter: beside the path of one that has it, or linked to it."""
    found = {_named(each): beside for each in OPERATIONS.values() if (beside := _beside(each))}
    for target, lists in _linking().items():
        for name, key in lists.items():
            if key == "id":
                found.setdefault(_named(OPERATIONS[target]), OPERATIONS[name])
    return {name: listing for name, listing in found.items() if name is not None}


@functools.cache
def _linking() -> dict[str, dict[str, str]]:
    """Return for each operation the lists that link to it, with the field that fills its last parameter."""
    found: dict[str, dict[str, str]] = {}
    for listing in (each for each in OPERATIONS.values() if each.method == "GET"):
        for link in schemas.links(listing.operation_id):
            names = path_parameters(OPERATIONS[link["operationId"]])
            said = link.get("parameters", {}).get(names[-1], "") if names else ""
            if taken := _FIRST_ITEM.fullmatch(said):
                found.setdefault(link["operationId"], {})[listing.operation_id] = taken[1]
    return found


@functools.cache
def maker_of(operation_id: str, parameter: str) -> Operation | None:
    """Return the operation that leads to another one with the id of what it made."""
    for maker in (each for each in OPERATIONS.values() if each.method == "POST"):
        for link in schemas.links(maker.operation_id):
            if link["operationId"] == operation_id and schemas.made_field(link, parameter):
                return maker
    return None


def path_parameters(operation: Operation) -> list[str]:
    """Return the names of the parameters in the path, in order."""
    return re.findall(r"\{(\w+)\}", operation.path)


def _collection(field: str) -> str:
    """Return the list a field points into: `account_id` and `account_ids` into `accounts`."""
    return field.removesuffix("s").removesuffix("_id") + "s"
