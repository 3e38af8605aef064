"""Opaque ids: what a read names is something that the server has listed before in the same run.

A random id tells nothing but that it is unknown. Requests that change things are left to Schemathesis, and so
are those that are meant to be wrong; but none changes the key that the run itself presents. A random cursor
is left out.
"""

import os
import random
from collections import defaultdict
from typing import Any

import schemathesis
from schemathesis import Case, GenerationMode, HookContext, Response
from socialapi_contract.operations import Operation

from socialapi_conformance.relations import collection_of, items_of, key_of, path_parameters
from socialapi_conformance.samples import at, suits
from socialapi_conformance.schemathesis_pack.answers import operation_of
from socialapi_conformance.schemathesis_pack.sending import KEY

KEPT = 50
"""How many objects of a list are remembered."""

SHORTEST = 10
"""Characters that every key may begin with."""

Listed = tuple[dict[str, Any], dict[str, Any]]
"""The path parameters of a list, and an item of it."""

_listed: dict[str, list[Listed]] = defaultdict(list)
_own: set[str] = set()
"""Ids of the key that the run presents."""


@schemathesis.hook
def after_call(_context: HookContext, case: Case[Any], response: Response) -> None:
    """Remember what a list shows."""
    operation = operation_of(case)
    if operation is None or operation.method != "GET" or response.status_code != 200:
        return
    for item in _items(operation, response):
        known = _listed[operation.operation_id]
        if len(known) < KEPT:
            known.append((dict(case.path_parameters), item))
        if _shows_the_key(item):
            _own.add(str(item.get("id")))


@schemathesis.hook
def before_call(_context: HookContext, case: Case[Any], _kwargs: dict[str, Any]) -> None:
    """Let no request change the key that the run presents."""
    if case.method.upper() != "GET" and _own & set(map(str, case.path_parameters.values())):
        case.path_parameters = {name: f"not-{value}" for name, value in case.path_parameters.items()}


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


def _items(operation: Operation, response: Response) -> list[dict[str, Any]]:
    try:
        body = response.json()
    except ValueError:
        return []
    items = body.get(items_of(operation)) if isinstance(body, dict) else None
    return [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []


def _shows_the_key(item: dict[str, Any]) -> bool:
    """Return whether a field of a listed object is the beginning of the run's key."""
    beginnings = [value.rstrip(".\u2026") for value in item.values() if isinstance(value, str)]
    return any(len(each) > SHORTEST and os.environ[KEY].startswith(each) for each in beginnings)


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
