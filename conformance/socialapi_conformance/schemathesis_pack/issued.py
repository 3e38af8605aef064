"""Opaque ids: what a read names is something that the server has listed before in the same run.

A random id tells nothing but that it is unknown. Requests that change things are left to Schemathesis, and so
are those that are meant to be wrong. A random cursor is left out.
"""

import random
from collections import defaultdict
from typing import Any

import schemathesis
from schemathesis import Case, GenerationMode, HookContext, Response
from socialapi_contract.operations import Operation

from socialapi_conformance.relations import collection_of, items_of, key_of, path_parameters
from socialapi_conformance.samples import at, suits
from socialapi_conformance.schemathesis_pack.answers import answer, operation_of

KEPT = 50
"""How many objects of a list are remembered."""

Listed = tuple[dict[str, Any], dict[str, Any]]
"""The path parameters of a list, and an item of it."""

_listed: dict[str, list[Listed]] = defaultdict(list)


@schemathesis.hook
def after_call(_context: HookContext, case: Case[Any], response: Response) -> None:
    """Remember what a list shows."""
    operation = operation_of(case)
    if operation is None or operation.method != "GET" or response.status_code != 200:
        return
    body = answer(response, operation).json()
    items = body.get(items_of(operation)) if isinstance(body, dict) else None
    for item in items if isinstance(items, list) else ():
        known = _listed[operation.operation_id]
        if isinstance(item, dict) and len(known) < KEPT:
            known.append((dict(case.path_parameters), item))


@schemathesis.hook
def map_case(_context: HookContext, case: Case[Any]) -> Case[Any]:
    """Name in a valid read what a list has shown, and no cursor at all."""
    operation = operation_of(case)
    if operation is None or operation.method != "GET" or not is_valid(case):
        return case
    if named := _named(operation, random.Random(case.id)):  # noqa: S311 - a choice of objects
        case.path_parameters.update(named)
    for parameter in operation.opaque:
        if parameter.kind == "cursor":
            case.query.pop(parameter.name, None)
    return case


def is_valid(case: Case[Any]) -> bool:
    """Return whether a case is meant to be a valid request."""
    return case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE


def _named(operation: Operation, chance: random.Random) -> dict[str, Any]:
    """Return path parameters that name an object which a list has shown, none if there is none."""
    collection, names = collection_of(operation), path_parameters(operation)
    known = _listed[collection.operation_id] if collection and names else []
    suitable = [(path, item) for path, item in known if suits(item, operation)]
    if not collection or not suitable:
        return {}
    path, item = chance.choice(suitable)
    outer = {name: path[name] for name in names[:-1] if name in path}
    return {**outer, names[-1]: at(item, key_of(collection, operation))}
