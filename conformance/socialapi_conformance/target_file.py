"""A target file to begin with: every key of the schema, with what it is for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from socialapi_conformance.target import schema

DEFAULT_NAME = "socialapi-target.yaml"

_HEAD = """\
Whom `sapi check` may act as on your server. ${NAME} stands for an environment variable, so that no token
need be in this file. What begins with one # can be switched on by taking the # away; whatever stays off
makes the checks that need it `not verified`."""
_WIDTH = 100
_INDENT = "  "
_LAST = 1000


def begin(path: Path) -> None:
    """Write a target file in which the least is switched on; raises `FileExistsError` if there is one."""
    with path.open("x", encoding="utf-8") as stream:
        stream.write(text())


def text() -> str:
    """Return the target file: remarks begin with `##`, keys that are switched off with `#`."""
    lines = [*_remark(_HEAD, ""), *_keys(schema(), (), is_on=True)]
    repeated = (
        line in lines[:number] and line.lstrip().startswith("##") for number, line in enumerate(lines)
    )
    return "\n".join(line for line, again in zip(lines, repeated, strict=True) if not again) + "\n"


def _keys(described: Mapping[str, Any], place: tuple[str, ...], *, is_on: bool) -> Iterator[str]:
    """Yield the lines for the keys of an object, those it must have first."""
    required = described.get("required", [])
    indent = _INDENT * len(place)
    for name, inner in sorted(_properties(described), key=lambda pair: pair[0] not in required):
        on = is_on and name in required
        yield from [] if place else [""]
        yield from _remark(inner.get("description", ""), indent)
        if inner.get("type") == "object":
            yield _line(f"{indent}{name}:", on=on)
            yield from _keys(inner, (*place, name), is_on=on)
        else:
            yield _line(f"{indent}{name}: {_example(inner, (*place, name))}", on=on)


def _properties(described: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the keys that an object may have; a map has those its names are limited to."""
    found = dict(described.get("properties", {}))
    for name in described.get("propertyNames", {}).get("enum", []):
        found.setdefault(name, described["additionalProperties"])
    for name, inner in found.items():
        yield name, _resolved(inner)


def _resolved(described: Mapping[str, Any]) -> dict[str, Any]:
    referred: Any = schema()
    for step in described.get("$ref", "#").split("/")[1:]:
        referred = referred[step]
    own = {key: value for key, value in described.items() if key != "$ref"}
    return {**referred, **own} if "$ref" in described else own


def _example(described: Mapping[str, Any], place: tuple[str, ...]) -> str:
    """Return a value for a key: its first example, or a variable named after it."""
    if "examples" in described:
        return str(described["examples"][0])
    if described.get("type") == "array":
        return "[]"
    words = [word for word in place if word not in ("workspaces", "tokens")]
    return "${" + "_".join(words).upper() + "}"


def _remark(said: str, indent: str) -> list[str]:
    return [f"{indent}## {line}" for line in textwrap.wrap(said, _WIDTH - len(indent))]


def _line(text: str, *, on: bool) -> str:
    bare = text.lstrip()
    return text if on else f"{text[: len(text) - len(bare)]}# {bare}"
