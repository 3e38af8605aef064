"""What can be compared of documents that servers show at different times, by their schemas."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from socialapi_contract.states import STATES

from socialapi_conformance import schemas


def lasting(value: Any, schema: dict[str, Any]) -> Any:
    """Return a value without what no two answers have in common: ids, times, secrets and addresses."""
    return _mapped(value, schema, lambda each, rules: None if _passes(rules) else each)


def settled(value: Any, schema: dict[str, Any]) -> Any:
    """Return a value without secrets and without states that go on by themselves, its times as moments and
    its lists in one order.
    """
    return _ordered(_mapped(value, schema, _settled))


def _mapped(value: Any, schema: dict[str, Any], leaf: Callable[[Any, dict[str, Any]], Any]) -> Any:
    """Return a copy of a value in which every text, number and the like is what `leaf` makes of it."""
    schema = schemas.resolved(schema)
    if isinstance(value, dict):
        fields = schemas.properties(schema)
        return {name: _mapped(each, fields.get(name, {}), leaf) for name, each in value.items()}
    if isinstance(value, list):
        return [_mapped(each, schema.get("items", {}), leaf) for each in value]
    return leaf(value, schema)


def _ordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _ordered(each) for name, each in value.items()}
    return sorted(map(_ordered, value), key=repr) if isinstance(value, list) else value


def _passes(schema: dict[str, Any]) -> bool:
    return "x-opaque" in schema or "x-secret" in schema or schema.get("format") in ("date-time", "uri")


def _is_state(schema: dict[str, Any]) -> bool:
    lists = [set(machine.states) for machine in STATES.values()]
    return schema.get("x-known", "").endswith("_states") or set(schema.get("enum", ())) in lists


def _settled(value: Any, schema: dict[str, Any]) -> Any:
    if "x-secret" in schema or _is_state(schema):
        return None
    is_time = schema.get("format") == "date-time" and isinstance(value, str)
    return datetime.fromisoformat(value).replace(microsecond=0) if is_time else value
