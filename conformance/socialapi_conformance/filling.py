"""Fills the bundle's examples: with ids that somebody names, times to come, addresses that answer."""

from __future__ import annotations

import copy
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from socialapi_contract.operations import Operation

from socialapi_conformance import schemas
from socialapi_conformance.callers import ABSENT
from socialapi_conformance.receiver import is_near, receiver
from socialapi_conformance.relations import chosen_names, listing_around

DROP: Any = object()
"""Stands for a field that is better left out."""

Named = Callable[[str, dict[str, Any]], Any]
"""Gives the id that stands in a field of a schema, or `DROP`."""


def in_days(days: float) -> str:
    """Return the RFC 3339 timestamp of the moment `days` from now."""
    moment = datetime.now(UTC) + timedelta(days=days)
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def query(operation: Operation, name: Named, about: Mapping[str, Any]) -> dict[str, Any]:
    """Return the query parameters that the operation must have, or that `about` knows by their names."""
    asked = [each for each in schemas.parameters(operation.operation_id) if each["in"] == "query"]
    found = {
        each["name"]: filled(each.get("example"), each["schema"], each["name"], name, about)
        for each in asked
        if each.get("required") or each["name"] in about
    }
    return {key: value for key, value in found.items() if value is not DROP}


def body(operation: Operation, name: Named, origin: str, about: Mapping[str, Any]) -> Any:
    """Return a body for the operation on the server `origin`, after the first example."""
    media = schemas.body_media(operation.operation_id)
    if media is None:
        return ABSENT
    examples = [example["value"] for example in media.get("examples", {}).values()]
    return completed(operation, examples[0] if examples else {}, name, origin, about)


def completed(operation: Operation, example: Any, name: Named, origin: str, about: Mapping[str, Any]) -> Any:
    """Return a copy of an example with the ids that `name` returns, addresses that answer or are new."""
    schema = schemas.body_schema(operation.operation_id)
    found = filled(example, schema, "", name, about)
    if listing_around(operation) and "{" not in operation.path:
        for field in found.keys() & schemas.addresses(schema):
            found[field] = f"{found[field]}/sapi_{uuid.uuid4().hex}"
    if is_near(origin):
        found.update({field: receiver().sink for field in schemas.called_back(operation.operation_id)})
    own = {field: f"sapi_{uuid.uuid4().hex}" for field in chosen_names(operation) if field in found}
    return {**found, **own} if own else found


def filled(value: Any, schema: dict[str, Any], field: str, name: Named, about: Mapping[str, Any]) -> Any:
    """Return a copy of `value` in which every opaque id is what `name` returns for its field, and any other
    field that `about` knows by its name is what that says.
    """
    schema = schemas.resolved(schema)
    if schema.get("x-opaque") == "id":
        return name(field, schema)
    if field in about:
        return about[field]
    if schema.get("format") == "date-time":
        return in_days(30)
    if isinstance(value, dict):
        fields = schemas.properties(schema)
        found = {key: filled(item, fields.get(key, {}), key, name, about) for key, item in value.items()}
        return {key: item for key, item in found.items() if item is not DROP}
    if isinstance(value, list):
        items = [filled(item, schema.get("items", {}), field, name, about) for item in value]
        return [item for item in items if item is not DROP]
    return copy.deepcopy(value)
