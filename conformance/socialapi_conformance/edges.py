"""Values at the edges of what a schema allows: the last ones inside, and the first ones outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jsonschema_rs

from socialapi_conformance.fields import example
from socialapi_conformance.samples import in_days

BOUNDS = (
    *("minimum", "maximum", "minLength", "maxLength"),
    *("minItems", "maxItems", "minProperties", "maxProperties"),
)
"""The keywords that say how large, how long and how many."""

_WIDE = "\U0001f600"
"""One character, two units of UTF-16, four bytes of UTF-8."""

_UNLIKELY = ("sapi unknown", " ", "ftp://example.com/sapi", "sapi", "0", "Ä")
"""Texts that hardly any pattern allows all of."""

_PLAIN = ("type", "minimum", "maximum", "minLength", "maxLength", "pattern", "format", "enum")

_UNKNOWN = "sapi_unknown"


def allows(schema: dict[str, Any], value: Any) -> bool:
    """Return whether a schema of a plain value allows a value."""
    rules = {keyword: schema[keyword] for keyword in _PLAIN if keyword in schema}
    return jsonschema_rs.Draft4Validator(rules, validate_formats=True).is_valid(value)


def inside(schema: dict[str, Any], sample: Any) -> dict[str, Any]:
    """Return the outermost values a schema allows, by the keyword that bounds them."""
    found = {
        keyword: _AT[keyword](schema[keyword], schema, sample) for keyword in BOUNDS if keyword in schema
    }
    return {
        keyword: value
        for keyword, value in found.items()
        if not isinstance(value, str) or allows(schema, value)
    }


def outside(schema: dict[str, Any], sample: Any) -> dict[str, Any]:
    """Return the nearest values a schema forbids, by the keyword that does."""
    return {
        keyword: _AT[keyword](schema[keyword] + _OUTWARDS[keyword], schema, sample)
        for keyword in BOUNDS
        if keyword in schema
    }


def others(schema: dict[str, Any]) -> list[Any]:
    """Return values that a closed set does not hold: an unknown one, and a known one in other letters."""
    values = schema["enum"]
    if not isinstance(values[0], str):
        return [max(values) + 1]
    return [_UNKNOWN, *(each for each in [values[0].swapcase()] if each not in values)]


def unlike(schema: dict[str, Any], sample: str) -> list[str]:
    """Return texts that a pattern forbids and nothing else does."""
    plain = {keyword: rule for keyword, rule in schema.items() if keyword != "pattern"}
    texts = (*_UNLIKELY, sample.swapcase())
    return [text for text in texts if allows(plain, text) and not allows(schema, text)][:3]


def of_another_type(schema: dict[str, Any], sample: Any) -> Any:
    """Return a JSON value of another type that a careless server would take for the right one."""
    careless: dict[str, Any] = {
        "string": 5,
        "integer": str(sample),
        "boolean": "true",
        "array": sample[0] if isinstance(sample, list) and sample else _UNKNOWN,
        "object": [],
    }
    return careless[schema["type"]]


def spellings(schema: dict[str, Any]) -> list[str]:
    """Return values of a format in every form that the format has."""
    if schema["format"] != "date-time":
        return []
    moment = in_days(30).removesuffix("Z")
    return [f"{moment}{rest}" for rest in ("Z", "+00:00", "-05:30", ".123Z", ".123456+02:00")]


def misspellings(schema: dict[str, Any]) -> list[str]:
    """Return values that come close to a format."""
    return _MISSPELLED.get(schema["format"], [])


_MISSPELLED = {
    "date-time": [
        "2036-02-15",
        "2036-02-15T14:30:00",
        "2036-02-30T14:30:00Z",
        "2036-02-15T25:30:00Z",
        "2086704600",
    ],
    "uri": ["sapi unknown", "//example.com", "example.com"],
}


def _number(bound: int, _schema: dict[str, Any], _sample: Any) -> int:
    return bound


def _text(length: int, schema: dict[str, Any], sample: str) -> str:
    """Return a text of a length, of wide characters where the field takes any."""
    free = not {"pattern", "format"} & schema.keys() and "://" not in sample
    filler = _WIDE if free or schema.get("pattern") == r"\S" else _filler(schema, sample)
    return (sample + filler * length)[:length]


def _filler(schema: dict[str, Any], sample: str) -> str:
    """Return a character that may follow a sample, as far as the pattern says."""
    return "x" if allows({"pattern": schema.get("pattern", "")}, f"{sample}x") else sample[-1:]


def _items(count: int, schema: dict[str, Any], sample: list[Any]) -> list[Any]:
    return ([*sample, example(schema["items"])] * count)[:count]


def _entries(count: int, schema: dict[str, Any], sample: dict[str, Any]) -> dict[str, Any]:
    """Return an object with so many entries, of unknown names where it takes any."""
    if not schema.get("additionalProperties"):
        return dict(list(sample.items())[:count])
    inner = schema["additionalProperties"]
    value = example(inner) if isinstance(inner, dict) else _UNKNOWN
    return {f"sapi_{number}": value for number in range(count)}


_AT: dict[str, Callable[[Any, dict[str, Any], Any], Any]] = {
    **dict.fromkeys(("minimum", "maximum"), _number),
    **dict.fromkeys(("minLength", "maxLength"), _text),
    **dict.fromkeys(("minItems", "maxItems"), _items),
    **dict.fromkeys(("minProperties", "maxProperties"), _entries),
}

_OUTWARDS = {keyword: -1 if keyword.startswith("min") else 1 for keyword in BOUNDS}
